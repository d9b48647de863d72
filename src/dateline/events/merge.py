"""Puts the tellings of one sentence together: one telling of one act is one draft.

The rules, in their order:
1. A content governs: acts named in what is asked, promised, refused, threatened or charged are not told as done.
2. A phrase takes its words: in "opened fire" the fire is no draft of its own.
3. A light verb ("carried out an attack") leaves the act to its noun.
4. Harm belongs to the act that did it: "a raid that killed three" is one ASSAULT with the killing as outcome. Where
   the word of harm has a doer of its own ("gunmen killed three in a raid") it leads, and the noun stands in `also`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.events.draft import Draft, Frame
from dateline.events.lexicon import Entry
from dateline.events.matters import span_tokens
from dateline.events.view import View

_GENERIC = frozenset({"attack", "assault", "violence", "operation", "raid", "offensive", "incident", "aggression"})
_SPEECH = frozenset({"REQUEST", "ACCUSE", "AGREE", "REJECT", "THREATEN", "SUPPORT", "CONSULT"})
_AFTERWARDS = frozenset({"into", "over", "after", "following", "since", "because"})
_HAVE = frozenset({"had", "has", "have", "'ve", "’ve"})
_TRIES = frozenset({"attempt", "bid", "effort", "operation", "move"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "last", "his", "their", "its"})


@dataclass(slots=True)
class Find:
    """A draft with the entry that made it, its words, and the heads of its content."""

    draft: Draft
    entry: Entry
    words: list[int]
    content: list[int] = field(default_factory=list)
    alive: bool = True


def suffered(frame: Frame) -> Frame:
    """The frame of a noun whose verb's subject bears the act ("faced attacks")."""
    actor = tuple(slot for slot in frame.actor if slot != "subject")
    return Frame((*actor, "from"), ("subject", *frame.recipient), frame.mutual)


def happening(frame: Frame) -> Frame:
    """The frame of a noun that is itself the subject ("an attack killed three")."""
    return Frame(tuple(slot for slot in frame.actor if slot != "subject"), frame.recipient, frame.mutual)


def merge(view: View, found: list[Find]) -> list[Draft]:
    """The drafts that remain, in the order of the text."""
    _governed(view, found)
    found = [find for find in found if find.draft.type]
    _phrases(view, found)
    _supported(found)
    _effects(view, found)
    _manners(view, found)
    by_sentence: dict[int, list[Find]] = {}
    for find in found:
        if find.alive and find.draft.type == "ASSAULT":
            by_sentence.setdefault(view.syntax.sentence[find.draft.token], []).append(find)
    for group in by_sentence.values():
        _outcomes(view, group)
    drafts = [find.draft for find in found if find.alive]
    drafts.extend(_second(view, find) for find in found if find.alive and _has_second(view, find))
    return sorted(drafts, key=lambda d: (d.token, d.type))


def _has_second(view: View, find: Find) -> bool:
    also = find.entry.also
    return also is not None and view.one(find.draft.token, also[3])


def _second(view: View, find: Find) -> Draft:
    also = find.entry.also
    assert also is not None
    return replace(find.draft, type=also[0], modes=also[1], cameo=also[2], also=[], confidence=0.7)


def _phrases(view: View, found: list[Find]) -> None:
    """Words of a phrase, and the act in the object of an eating entry, are no drafts of their own."""
    taken: dict[int, Find] = {}
    for find in found:
        for word in find.words[1:]:
            taken.setdefault(word, find)
        if "eats" in find.entry.flags and view.syntax.pos[find.draft.token] == "VERB":
            for word in span_tokens(view, view.objects(find.draft.token)):
                taken.setdefault(word, find)
    for find in found:
        other = taken.get(find.draft.token)
        if other is None or other is find or not other.alive:
            continue
        if find.draft.token in other.words or find.entry.type != "NONE":
            find.alive = False


def _governed(view: View, found: list[Find]) -> None:
    s = view.syntax
    held: set[int] = set()
    for find in found:
        if find.alive and "governs" in find.entry.flags:
            heads = find.content if find.draft.type == "ACCUSE" else [t for t in find.content if not _past(view, t)]
            for token in span_tokens(view, heads):
                if not _told_as_fact(view, token, find):
                    held.add(token)
        elif find.alive and find.draft.type == "PROTEST":
            heads = [c for c in s.children[find.draft.token] if view.infinitive(c)]
            held.update(span_tokens(view, heads))
    for find in found:
        if find.draft.token in held:
            find.alive = False


def _past(view: View, token: int) -> bool:
    s = view.syntax
    if s.deps[token] != "ccomp":
        return False
    return s.tags[token] == "VBD" or any(s.lowers[c] in _HAVE for c in s.children[token] if s.deps[c] == "aux")


def _told_as_fact(view: View, token: int, find: Find) -> bool:
    """Whether a noun inside a content points at an act that has happened ("accused them of the attack")."""
    s = view.syntax
    if s.pos[token] != "NOUN":
        return False
    if s.deps[token] == "pobj" and s.lowers[s.heads[token]] in _AFTERWARDS:
        return True
    if find.draft.type not in ("ACCUSE", "NONE"):
        return False
    return any(s.lowers[c] in _DEFINITE or s.deps[c] == "poss" for c in s.children[token])


def _supported(found: list[Find]) -> None:
    supports = {f.draft.support: f for f in found if f.alive and f.draft.support is not None and f.entry.type != "NONE"}
    for find in found:
        noun = supports.get(find.draft.token)
        if noun is None or noun is find or not find.alive or find.entry.rest:
            continue
        if "outcome" in find.entry.flags:
            continue
        find.alive = False


def _effects(view: View, found: list[Find]) -> None:
    """What an act does as subject of a verb is no act of its own ("a strike that shut down the city"), nor is what
    an act is done for ("fired tear gas to disperse the crowd").
    """
    s = view.syntax
    acts = {f.draft.token: f for f in found if f.alive and f.entry.type != "NONE"}
    for find in found:
        token = find.draft.token
        if not find.alive or s.pos[token] != "VERB" or "outcome" in find.entry.flags:
            continue
        subjects = [acts[t] for t in view.subjects(token) if t in acts and s.pos[t] == "NOUN" and t != token]
        if find.draft.type == "ASSAULT" and subjects and subjects[0].draft.type == "ASSAULT":
            _absorb(find.draft, subjects[0])
            find.draft.modes, find.draft.cameo = subjects[0].draft.modes or find.draft.modes, subjects[0].draft.cameo
            continue
        if find.draft.type in _SPEECH:
            subjects = []
        purpose = s.deps[token] in ("advcl", "xcomp") and view.infinitive(token) and s.heads[token] in acts
        named = s.deps[token] in ("acl", "relcl") and view.infinitive(token) and s.lemmas[s.heads[token]] not in _TRIES
        if (subjects and find.draft.type != "ASSAULT") or named or (purpose and "investigate" not in find.draft.modes):
            find.alive = find.draft.type == "ASSAULT" and not purpose


def _manners(view: View, found: list[Find]) -> None:
    """How an act is done is part of it: "rallied in the capital, chanting slogans" is one PROTEST."""
    s = view.syntax
    acts = {f.draft.token: f for f in found if f.alive and f.entry.type != "NONE"}
    for find in found:
        token = find.draft.token
        lead = acts.get(s.heads[token])
        if lead is None or lead is find or not (lead.alive and find.alive) or "outcome" in find.entry.flags:
            continue
        same = (lead.draft.type, lead.draft.modes) == (find.draft.type, find.draft.modes)
        if same and s.deps[token] == "advcl" and s.tags[token] == "VBG" and find.draft.type in ("PROTEST", "ASSAULT"):
            _absorb(lead.draft, find)


def _outcomes(view: View, group: list[Find]) -> None:
    acts = [f for f in group if "outcome" not in f.entry.flags]
    for find in group:
        if "outcome" not in find.entry.flags:
            continue
        act = _nearest(view, find, acts)
        if act is not None:
            _join(view, act, find)
        elif "only_outcome" in find.entry.flags:
            find.draft.confidence -= 0.1
    _rows_of_harm(view, [f for f in group if f.alive and "outcome" in f.entry.flags])
    first = [f for f in group if f.alive]
    for find in first:
        for other in first:
            if find is not other and find.alive and other.alive and _part_of(view, find, other):
                _absorb(other.draft, find)


def _rows_of_harm(view: View, harms: list[Find]) -> None:
    """Harm told in a row is one act: "three were killed and five wounded", "killed three and wounded five"."""
    s = view.syntax
    for number, lead in enumerate(harms):
        for other in harms[number + 1 :]:
            if not (lead.alive and other.alive) or s.pos[other.draft.token] not in ("VERB", "ADJ"):
                continue
            steps = _steps(view, lead.draft.token, other.draft.token)
            own = [t for t in view.subjects(other.draft.token) if s.pos[t] != "NUM"]
            if steps is not None and steps <= 2 and (not own or own == view.subjects(lead.draft.token)):
                other.alive = False
                lead.draft.outcomes = (*lead.draft.outcomes, other.draft.token)
                lead.draft.also.append(other.draft.trigger)


def _nearest(view: View, find: Find, acts: list[Find]) -> Find | None:
    """The act in the same clause complex that did this harm."""
    best: tuple[int, Find] | None = None
    for act in acts:
        if not act.alive or _followed(view, act, find):
            continue
        steps = _steps(view, find.draft.token, act.draft.token)
        if steps is not None and (best is None or steps < best[0]):
            best = steps, act
    return best[1] if best else None


def _followed(view: View, act: Find, harm: Find) -> bool:
    """As in "police shot dead five men after an attack": harm with a doer of its own that came after the act."""
    s, token, verb = view.syntax, act.draft.token, harm.draft.token
    if s.pos[token] != "NOUN" or s.lowers[s.heads[token]] not in _AFTERWARDS or s.pos[verb] != "VERB":
        return False
    passive = any(s.deps[c] in ("nsubjpass", "auxpass") for c in s.children[verb])
    return not passive and "died" not in harm.entry.id and any(s.deps[c] == "nsubj" for c in s.children[verb])


def _steps(view: View, one: int, two: int) -> int | None:
    """Steps between two tokens in the tree, None where they are far apart or one is in reported speech."""
    s = view.syntax
    path: dict[int, int] = {}
    node, steps = one, 0
    while True:
        path[node] = steps
        if s.heads[node] == node:
            break
        node, steps = s.heads[node], steps + _cost(view, node)
    node, steps = two, 0
    while node not in path:
        if s.heads[node] == node:
            return None
        node, steps = s.heads[node], steps + _cost(view, node)
    total = steps + path[node]
    return total if total <= 5 else None


def _cost(view: View, token: int) -> int:
    """What a step up from a token costs: nothing over a preposition, much out of reported speech."""
    s = view.syntax
    if s.deps[token] == "ccomp":
        return 3
    return 0 if s.pos[token] == "ADP" else 1


def _join(view: View, act: Find, harm: Find) -> None:
    """Makes harm and act one draft; the word that names the doer leads."""
    s = view.syntax
    subjects = [] if s.pos[harm.draft.token] != "VERB" else view.subjects(harm.draft.token)
    own = [t for t in subjects if t != act.draft.token and s.pos[t] != "NUM"]
    if own and act.draft.token not in subjects and "died" not in harm.entry.id and _below(view, act, harm):
        _absorb(harm.draft, act)
        if not harm.draft.modes:
            harm.draft.modes, harm.draft.cameo = act.draft.modes, act.draft.cameo
        return
    harm.alive = False
    act.draft.outcomes = (*act.draft.outcomes, harm.draft.token)
    act.draft.also.append(harm.draft.trigger)
    act.draft.confidence = min(0.95, act.draft.confidence + (0.05 if act.draft.support is not None else 0.1))


def _below(view: View, act: Find, harm: Find) -> bool:
    s = view.syntax
    return s.left[harm.draft.token] <= act.draft.token <= s.right[harm.draft.token]


def _absorb(lead: Draft, other: Find) -> None:
    other.alive = False
    lead.also.append(other.draft.trigger)
    lead.also.extend(other.draft.also)
    if not lead.modes:
        lead.modes = other.draft.modes
        if other.draft.modes and lead.cameo == "190":
            lead.cameo = other.draft.cameo


def _part_of(view: View, find: Find, other: Find) -> bool:
    """Whether a general noun only names again the act that a stronger word tells ("opened fire in an attack")."""
    s = view.syntax
    token = find.draft.token
    if s.pos[token] != "NOUN" or s.lemmas[token] not in _GENERIC or find.draft.support is not None:
        return False
    if s.lowers[s.heads[token]] in _AFTERWARDS:  # "police shot dead five men after an attack"
        return False
    return _below(view, find, other) and (_steps(view, token, other.draft.token) or 9) <= 2
