"""Whether a clause speaks of what was or of what will be: it decides which Friday "on Friday" is."""

from __future__ import annotations

import functools
from importlib import resources

import yaml

from dateline.spans import Span
from dateline.syntax import Syntax

# Behind these words stands what has been, where the verb is in the past.
_BEHIND = frozenset(("during", "after", "following", "amid", "since"))
_PERFECT = frozenset(("has", "have", "had", "'ve", "’ve", "having"))


@functools.lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    source = resources.files("dateline.mentions.times").joinpath("tense.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=yaml.CSafeLoader)
    return {name: frozenset(words) for name, words in data.items()}


def is_future(syntax: Syntax, span: Span) -> bool:
    """Whether the verb that governs a time expression speaks of the future.

    News tells of the past unless a modal, a plan or an infinitive after one says otherwise, so False is the default.
    """
    token = syntax.head_of(span)
    # In "Monday's vote might" the vote may lie behind us; in "Monday's vote will" it does not.
    attributive = token is not None and syntax.deps[token] in ("poss", "compound", "nmod", "amod")
    if token is not None and _is_state(syntax, token):
        return False
    if token is not None and _reaches_ahead(syntax, token):
        return True
    steps = 0
    while token is not None and steps < 12:
        verdict = _verdict(syntax, token, attributive=attributive)
        if verdict is not None:
            return verdict
        head = syntax.heads[token]
        if head == token:
            return False
        token, steps = head, steps + 1
    return False


def _is_state(syntax: Syntax, token: int) -> bool:
    """As of December: what is known up to then."""
    of = syntax.heads[token]
    return of > 0 and syntax.lowers[of] == "of" and syntax.lowers[of - 1] == "as"


def _reaches_ahead(syntax: Syntax, token: int) -> bool:
    """Postponed the vote until Sunday; set the hearing for Monday: a past verb with its object ahead."""
    prep = syntax.heads[token]
    if syntax.lowers[prep] not in ("until", "till", "for", "to", "through"):
        return False
    verb = syntax.heads[prep]
    if syntax.pos[verb] == "NOUN" and syntax.deps[verb] in ("dobj", "nsubjpass"):
        verb = syntax.heads[verb]
    lemma, words = syntax.lemmas[verb], _words()
    return syntax.pos[verb] == "VERB" and (lemma in words["puts_off"] or lemma in words["ahead"])


def is_told_as_past(syntax: Syntax, span: Span) -> bool:
    """Whether a time hangs right from a verb in the past: "fell on March 15", not "the March 15 vote was called"."""
    token = syntax.head_of(span)
    if token is None:
        return False
    head = syntax.heads[token]
    if syntax.deps[token] in ("compound", "nmod", "poss", "amod") and syntax.lowers[syntax.heads[head]] in _BEHIND:
        # "were beaten during the March 28 protests": the protests are over
        head = syntax.heads[head]
    if syntax.pos[head] in ("ADP", "SCONJ"):
        if syntax.lowers[head] in _words()["reaching"]:
            return False
        head = syntax.heads[head]
    return syntax.pos[head] in ("VERB", "AUX") and syntax.tags[head] in ("VBD", "VBN")


def _verdict(syntax: Syntax, token: int, *, attributive: bool) -> bool | None:
    """True or False where this token settles the matter, None where its head must be asked."""
    words = _words()
    lemma, tag = syntax.lemmas[token], syntax.tags[token]
    if lemma in words["ahead_nouns"] and syntax.pos[token] == "NOUN":
        return True
    if syntax.pos[token] not in ("VERB", "AUX"):
        return True if lemma in words["ahead"] and syntax.pos[token] == "ADJ" else None
    helpers = [syntax.lowers[t] for t in syntax.children[token] if syntax.deps[t] in ("aux", "auxpass")]
    if any(word in words["modals"] for word in helpers):
        # "could have", "would have": a past that was not; "would not comment": what was asked in the past.
        refused = lemma in words["refuses"] and any(syntax.deps[t] == "neg" for t in syntax.children[token])
        certain = not attributive or any(word in words["certain"] for word in helpers)
        return "have" not in helpers and not refused and certain
    if tag in ("VBN", "VBD"):
        # "is scheduled for", "was expected on"; but "had agreed on Tuesday" and "was postponed on Monday" lie behind.
        passive = not any(word in _PERFECT for word in helpers) or "been" in helpers
        return tag == "VBN" and passive and lemma in words["awaited"]
    if tag == "VBG":
        return True if any(word in ("is", "are", "'s", "’s", "am") for word in helpers) else None
    return _infinitive(syntax, token) if "to" in helpers else _present(syntax, token)


def _infinitive(syntax: Syntax, token: int) -> bool | None:
    """An infinitive looks ahead where its head plans; else its head decides ("managed to leave")."""
    head = syntax.heads[token]
    if syntax.pos[head] == "NOUN" and syntax.lemmas[head] in _words()["ahead_nouns"]:
        return True
    if head == token or syntax.lemmas[head] in _words()["ahead"] or syntax.lemmas[head] == "be":
        return True
    if syntax.lemmas[head] == "go" and syntax.tags[head] == "VBG":
        return True
    return None


def _present(syntax: Syntax, token: int) -> bool:
    """Present tense: most of it is a headline's past, some verbs announce."""
    return syntax.tags[token] in ("VBZ", "VBP", "VB") and syntax.lemmas[token] in _words()["present_ahead"]
