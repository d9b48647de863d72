"""What is still to come, what somebody will not do, and what another must do: how time and will change a type."""

from __future__ import annotations

from functools import lru_cache

from dateline.events import merge
from dateline.events.draft import THREAT, Draft
from dateline.events.lexicon import classes, lexicon, read_data, split
from dateline.events.matters import classify
from dateline.events.view import View

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
_PAST = frozenset({"had", "has", "have", "was", "were"})
_SELF = frozenset({"he", "she", "it", "they", "we", "i"})
_OURS = frozenset({"our", "my"})
_OPINION = frozenset({"think", "believe", "note", "argue", "report"})
_DUTY = frozenset({"must", "should", "ought"})
_FUTURE_CODES = {"CONSULT": "036", "SUPPORT": "032", "COOPERATE": "031", "AID": "033"}
_WILL_YIELD = {"0841": "0353", "0842": "0353", "0874": "0356", "0873": "0356", "087": "0356", "0872": "0356"}
_WILL_YIELD |= {"085": "0354", "086": "0355", "0863": "0355", "0862": "0355", "0861": "0355", "0831": "0341"}


def auxiliaries(view: View, token: int) -> set[str]:
    """Modal and auxiliary words of a verb, its coordinated head's included."""
    s = view.syntax
    found = {s.lowers[c] for c in s.children[token] if s.deps[c] in ("aux", "auxpass")}
    if not found and s.deps[token] == "conj":
        head = s.heads[token]
        found = {s.lowers[c] for c in s.children[head] if s.deps[c] in ("aux", "auxpass")}
    return found


def negated(view: View, token: int) -> bool:
    """Whether a word, or the verb that carries it, stands with a negation."""
    s = view.syntax
    places = [token] if s.pos[token] == "VERB" else [token, s.heads[token]]
    return any(s.deps[c] == "neg" or s.lowers[c] == "no" for place in places for c in s.children[place])


def will_not(view: View, token: int) -> bool:
    """Whether somebody says that they will not do it."""
    s = view.syntax
    return any(s.deps[c] == "neg" for c in s.children[token]) and bool(auxiliaries(view, token) & _WILL)


def told_past(view: View, heads: list[int]) -> bool:
    """Whether a content tells what has happened ("announced that troops had left")."""
    s = view.syntax
    return any(
        s.deps[t] == "ccomp" and (s.tags[t] == "VBD" or auxiliaries(view, t) & _PAST) and not is_coming(view, t)
        for t in heads
    )


def is_coming(view: View, token: int) -> bool:
    """Whether a verb tells what somebody means to do: will, would in reported speech, plans to, is due to."""
    s = view.syntax
    words = auxiliaries(view, token)
    if words & _FUTURE or ("would" in words and s.deps[token] == "ccomp"):
        return True
    if s.deps[token] != "xcomp" or not view.infinitive(token):
        return False
    head = s.heads[token]
    verbs, adjectives, _ = intents()
    return s.lemmas[head] in (verbs if s.pos[head] in ("VERB", "AUX") else adjectives)


def tense(view: View, draft: Draft) -> None:
    """What is still to come changes its type (PLOVER manual 2.0): cooperation becomes AGREE, retreat CONCEDE, what a
    party says it will not do REJECT, and force or sanction that a party says it will use THREATEN.
    """
    s = view.syntax
    token = draft.token
    if s.pos[token] != "VERB" or not is_coming(view, token):
        return
    negative = any(s.deps[c] == "neg" for c in s.children[token])
    if negative and draft.type in (*_FUTURE_CODES, "RETREAT", "CONCEDE"):
        _, (draft.type, draft.modes, draft.cameo), draft.matter = classify(view, [token], "reject")
    elif draft.type in _FUTURE_CODES:
        draft.type, draft.modes, draft.cameo = "AGREE", (), _FUTURE_CODES[draft.type]
    elif draft.type == "RETREAT":
        draft.type, draft.modes, draft.cameo = "CONCEDE", (), _WILL_YIELD.get(draft.cameo, "035")
    elif not negative and threatens(view, token, draft.type):
        _, (draft.type, draft.modes, draft.cameo), draft.matter = classify(view, [token], "threaten")
        draft.confidence -= 0.15
        draft.derived.append(THREAT)


def threatens(view: View, token: int, type_: str) -> bool:
    """Whether a party says that it will itself use force or sanction: "we will strike", "said it would expel X"."""
    if type_ in ("SANCTION", "COERCE"):
        return self_declared(view, token) or own_voice(view, token)
    return type_ == "ASSAULT" and (own_voice(view, token) or own_word(view, token))


def own_voice(view: View, token: int) -> bool:
    """As in "we will strike", "our fighters will strike"."""
    if not auxiliaries(view, token) & _FUTURE:
        return False
    s = view.syntax
    doers = view.subjects(token)
    return any(s.lowers[t] == "we" or any(s.lowers[c] in _OURS for c in s.children[t]) for t in doers)


def own_word(view: View, token: int) -> bool:
    """As in "the group said it would strike", "they told us they would strike": the pronoun can be the speaker."""
    s = view.syntax
    head = s.heads[token]
    if s.deps[token] != "ccomp" or s.lemmas[head] not in intents()[2]:
        return False
    pronouns = {s.lowers[t] for t in view.subjects(token)}
    speakers = {s.lowers[t] for t in view.subjects(head)}
    if pronouns & speakers & _SELF:
        return True
    many = any(s.tags[t] in ("NNS", "NNPS") or s.labels[t] in ("ORG", "NORP") for t in view.subjects(head))
    return "it" in pronouns or ("they" in pronouns and many)


def self_declared(view: View, token: int) -> bool:
    """Whether somebody says what they themselves will do."""
    s = view.syntax
    if s.deps[token] == "xcomp":
        return s.lemmas[s.heads[token]] in ("plan", "intend", "vow", "prepare", "consider")
    return s.deps[token] == "ccomp" and any(s.lowers[t] in _SELF for t in view.subjects(token))


def duty(view: View, token: int) -> merge.Find | None:
    """A request by what somebody says that another must do ("said that the rebels must leave")."""
    s = view.syntax
    head = s.heads[token]
    if s.deps[token] != "ccomp" or s.pos[token] not in ("VERB", "AUX") or s.lemmas[head] not in intents()[2]:
        return None
    if s.lemmas[head] in _OPINION and "must" not in auxiliaries(view, token):
        return None
    must = auxiliaries(view, token) & _DUTY or (
        s.lemmas[token] in ("have", "need") and s.child(token, "xcomp") is not None
    )
    if not must or not any(s.labels[t] or view.fits(t, classes()["institution"]) for t in view.subjects(token)):
        return None
    entry = lexicon().entries["verb"]["must"][0]
    matter, (type_, modes_, cameo), word = classify(view, [token], "request")
    draft = Draft(token, s.span(token, token), type_, modes_, cameo, entry.id, entry.frame, matter=word)
    draft.confidence = 0.65 if matter else 0.45
    return merge.Find(draft, entry, [token], [c for c in s.children[token] if s.deps[c] not in ("nsubj", "advcl")])


@lru_cache(maxsize=1)
def intents() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Verbs and adjectives of intent, and verbs of saying."""
    data = read_data("intents")
    return frozenset(split(data["verbs"])), frozenset(split(data["adjectives"])), frozenset(split(data["saying"]))
