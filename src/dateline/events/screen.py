"""Sets aside what only looks like an event, and says why."""

from __future__ import annotations

from functools import lru_cache

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.everyday import WORDS, criticism, everyday, lists
from dateline.events.lexicon import lexicon
from dateline.events.view import View
from dateline.records import NotCoded
from dateline.spans import Span

_NAME_LABELS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "PERSON", "LOC"})
_ANCHORS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "NORP", "ORG", "PERSON", "CARDINAL"})
_CONDITIONS = frozenset({"if", "unless", "lest"})
_POINTERS = frozenset({"det", "poss", "nummod", "relcl", "acl", "amod"})
_TRENDS = frozenset({"rise", "fall", "increase", "decrease", "drop", "decline", "double", "surge", "jump"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis", "csubj", "conj"})
_NAME = "part of a name"
_CALENDAR = "calendar"
_BARE = "only mentioned, with no party, place or time"
_CONDITION = "a condition, not told as done"
_WISH = "a wish or a dream"
_RUMOUR = "a report that is called false"
_FALSE_LINKS = frozenset({"acomp", "attr", "oprd"})
_PART = "part of the attack that it answers"
_NEAR_BY = 3  # sentences
_INSIDE = frozenset({"acl", "relcl", "ccomp"})


def screen(document: Document, drafts: list[Draft]) -> tuple[list[Draft], tuple[NotCoded, ...]]:
    """The drafts that tell an event, and the clauses of the others with a reason, in the order of the text."""
    kept: list[Draft] = []
    aside: list[tuple[Draft, str]] = []
    view = View(document.syntax)
    for draft in drafts:
        reason = why_not(document, view, draft)
        if reason == WORDS and criticism(view, draft):
            draft.type, draft.modes, draft.cameo, reason = "ACCUSE", ("disapprove",), "111", ""
        if reason:
            aside.append((draft, reason))
        else:
            kept.append(draft)
    for draft in [d for d in kept if _part_of_attack(view, d, kept)]:
        kept.remove(draft)
        aside.append((draft, _PART))
    return kept, rows(document, view, kept, aside)


def _part_of_attack(view: View, draft: Draft, kept: list[Draft]) -> bool:
    """Whether forces are moved in answer to an attack told just before: PLOVER codes no MOBILIZE beside the ASSAULT."""
    s = view.syntax
    if draft.type != "MOBILIZE" or "weapons" in draft.modes or not view.near(draft.token) & lists()["aftermath"]:
        return False
    place = s.sentence[draft.token]
    return any(d.type == "ASSAULT" and 0 <= place - s.sentence[d.token] <= _NEAR_BY for d in kept)


def why_not(document: Document, view: View, draft: Draft) -> str:
    """The reason why a draft tells no event, '' where it does."""
    if draft.type == "NONE":
        return reasons().get(draft.entry, "no event")
    syntax = document.syntax
    token = draft.token
    if syntax.labels[token] in _NAME_LABELS and syntax.pos[token] == "PROPN":
        return _NAME
    if syntax.labels[token] == "DATE":
        return _CALENDAR
    return _unreal(document, view, token) or _bare(document, draft) or everyday(document, view, draft)


def rows(document: Document, view: View, kept: list[Draft], aside: list[tuple[Draft, str]]) -> tuple[NotCoded, ...]:
    """What a reader should see of what was set aside: one row a clause, and none where the clause tells an event.

    Words that are merely part of a name or a date, and nouns in passing, are no rows.
    """
    told = [place for draft in kept for place in (draft.trigger, *draft.also)]
    found: list[NotCoded] = []
    for draft, reason in aside:
        if reason in (_NAME, _CALENDAR, _BARE):
            continue
        span = clause(document, view, draft.token)
        if any(span.covers(place) for place in told):
            span = narrow(document, view, draft.token)
        if not any(span.covers(place) for place in told):
            found.append(NotCoded(span=span, reason=reason))
    found.sort(key=lambda row: (row.span.start, -row.span.end))
    kept_rows: list[NotCoded] = []
    for row in found:
        if not kept_rows or row.span.start >= kept_rows[-1].span.end:
            kept_rows.append(row)
    return tuple(kept_rows)


def head_of_clause(view: View, token: int) -> int:
    """The verb that heads the clause of a token."""
    s = view.syntax
    while s.heads[token] != token and not (s.deps[token] in _CLAUSES and s.pos[token] in ("VERB", "AUX")):
        token = s.heads[token]
    return token


def clause(document: Document, view: View, token: int) -> Span:
    """The words of the clause that a token stands in, with the clauses inside it, without marks at its ends."""
    head = head_of_clause(view, token)
    s = document.syntax
    return trimmed(document, s.left[head], s.right[head])


def narrow(document: Document, view: View, token: int) -> Span:
    """The words of a clause around a token without the clauses beside and inside it."""
    s = document.syntax
    head = head_of_clause(view, token)
    first, last = s.left[head], s.right[head]
    for child in range(first, last + 1):
        if child == head or s.pos[child] not in ("VERB", "AUX") or s.deps[child] not in _CLAUSES:
            continue
        if s.left[child] > token:
            last = min(last, s.left[child] - 1)
        elif s.right[child] < token:
            first = max(first, s.right[child] + 1)
    return trimmed(document, min(first, token), max(last, token))


def trimmed(document: Document, first: int, last: int) -> Span:
    """A stretch of tokens without marks and joining words at its ends."""
    s = document.syntax
    while first < last and s.pos[first] in ("PUNCT", "SPACE", "CCONJ"):
        first += 1
    while last > first and s.pos[last] in ("PUNCT", "SPACE", "CCONJ"):
        last -= 1
    return s.span(first, last)


def _bare(document: Document, draft: Draft) -> str:
    """Why a noun that no verb tells is no event of its own, '' where it is."""
    syntax = document.syntax
    token = draft.token
    if syntax.pos[token] != "NOUN" or draft.support is not None or draft.outcomes:
        return ""
    if syntax.deps[token] == "nsubj" and syntax.lemmas[syntax.heads[token]] in _TRENDS:
        return "statistics"
    if _anchored(document, token) or draft.matter is not None:
        return ""
    general = draft.confidence < 0.65 and not any(syntax.deps[c] in _POINTERS for c in syntax.children[token])
    return _BARE if draft.confidence < 0.5 or general else ""


def _conditional(document: Document, token: int) -> bool:
    """Whether a verb stands in a clause of condition, its own or that of the verb above it."""
    syntax = document.syntax
    for _ in range(3):
        if _inverted(document, token):
            return True
        if syntax.deps[token] == "advcl":
            marks = {syntax.lowers[c] for c in syntax.children[token] if syntax.deps[c] in ("mark", "advmod")}
            return bool(marks & _CONDITIONS)
        if syntax.heads[token] == token or syntax.deps[token] in ("ROOT", "relcl", "ccomp"):
            return False
        token = syntax.heads[token]
    return False


def _unreal(document: Document, view: View, token: int) -> str:
    """Why an act stands in no world of fact: a condition, a wish, a report called false; '' where it does."""
    if _conditional(document, token):
        return _CONDITION
    if wished(view, token):
        return _WISH
    return _RUMOUR if called_false(view, token) else ""


def wished(view: View, token: int) -> bool:
    """Whether a verb stands in what somebody dreams of or wishes: "I dream that soldiers arrest them"."""
    s = view.syntax
    for _ in range(4):
        head = s.heads[token]
        if head == token:
            return False
        if s.deps[token] == "ccomp" and s.lemmas[head] in lists()["wish"]:
            return True
        if s.deps[token] not in ("conj", "ccomp", "xcomp", "advcl", "dobj"):
            return False
        token = head
    return False


def called_false(view: View, token: int) -> bool:
    """Whether an act is the content of a rumour or report that the sentence calls false."""
    s = view.syntax
    for _ in range(5):
        noun, dep = s.heads[token], s.deps[token]
        if noun == token:
            return False
        if s.lemmas[noun] in lists()["rumour"] and s.pos[noun] == "NOUN":
            told = dep in _INSIDE and any(s.lowers[c] == "that" for c in s.children[token])
            return (told or s.lowers[token] in ("of", "about")) and _is_false(view, noun)
        if dep in ("relcl", "advcl"):
            return False
        token = noun
    return False


def _is_false(view: View, noun: int) -> bool:
    """As in "reports ... are false", "false reports"; who denies a report makes a claim, which is no proof."""
    s = view.syntax
    verb = s.heads[noun]
    if any(s.lemmas[c] in lists()["untrue"] for c in s.children[noun] if s.deps[c] == "amod"):
        return True
    if s.deps[noun] != "nsubj" or any(s.deps[c] == "neg" for c in s.children[verb]):
        return False
    said = [c for c in s.children[verb] if s.deps[c] in _FALSE_LINKS]
    return any(s.lemmas[c] in lists()["untrue"] for c in said)


def _inverted(document: Document, verb: int) -> bool:
    """A condition told by order alone: "should talks fail", "had the army attacked"."""
    syntax = document.syntax
    before = [c for c in syntax.children[verb] if c < verb and syntax.lowers[c] in ("should", "had", "were")]
    subjects = [c for c in syntax.children[verb] if syntax.deps[c] in ("nsubj", "nsubjpass")]
    end = syntax.sentences[syntax.sentence[verb]][1]
    asked = "?" in syntax.words[max(0, end - 2) : end]
    return bool(before and subjects) and before[0] < subjects[0] and not asked


def _anchored(document: Document, token: int) -> bool:
    """Whether a noun names a place, a day or a number of people within its own phrase."""
    syntax = document.syntax
    inside = range(syntax.left[token], syntax.right[token] + 1)
    return any(syntax.labels[t] in _ANCHORS for t in inside)


@lru_cache(maxsize=1)
def reasons() -> dict[str, str]:
    """Reasons by the entry that fires."""
    return {entry.id: entry.reason for entry in lexicon().all() if entry.reason}
