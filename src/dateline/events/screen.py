"""Sets aside what only looks like an event, and says why."""

from __future__ import annotations

from functools import lru_cache

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.lexicon import lexicon
from dateline.records import NotCoded

_NAME_LABELS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "PERSON", "LOC"})
_ANCHORS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "NORP", "ORG", "PERSON", "CARDINAL"})
_CONDITIONS = frozenset({"if", "unless", "lest"})
_POINTERS = frozenset({"det", "poss", "nummod", "relcl", "acl", "amod"})
_TRENDS = frozenset({"rise", "fall", "increase", "decrease", "drop", "decline", "double", "surge", "jump"})


def screen(document: Document, drafts: list[Draft]) -> tuple[list[Draft], tuple[NotCoded, ...]]:
    """The drafts that tell an event, and the others as words set aside with a reason, in the order of the text."""
    kept: list[Draft] = []
    aside: list[NotCoded] = []
    for draft in drafts:
        reason = why_not(document, draft)
        if reason:
            aside.append(NotCoded(span=draft.trigger, reason=reason))
        else:
            kept.append(draft)
    return kept, tuple(aside)


def why_not(document: Document, draft: Draft) -> str:
    """The reason why a draft tells no event, '' where it does."""
    if draft.type == "NONE":
        return reasons().get(draft.entry, "no event")
    syntax = document.syntax
    token = draft.token
    if syntax.labels[token] in _NAME_LABELS and syntax.pos[token] == "PROPN":
        return "part of a name"
    if syntax.labels[token] == "DATE":
        return "calendar"
    if _conditional(document, token):
        return "hypothetical"
    return _bare(document, draft)


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
    return "no party, place or time" if draft.confidence < 0.5 or general else ""


def _conditional(document: Document, token: int) -> bool:
    """Whether a verb stands in a clause of condition, its own or that of the verb above it."""
    syntax = document.syntax
    for _ in range(3):
        if syntax.deps[token] == "advcl":
            marks = {syntax.lowers[c] for c in syntax.children[token] if syntax.deps[c] in ("mark", "advmod")}
            return bool(marks & _CONDITIONS)
        if syntax.heads[token] == token or syntax.deps[token] in ("ROOT", "relcl", "ccomp"):
            return False
        token = syntax.heads[token]
    return False


def _anchored(document: Document, token: int) -> bool:
    """Whether a noun names a place, a day or a number of people within its own phrase."""
    syntax = document.syntax
    inside = range(syntax.left[token], syntax.right[token] + 1)
    return any(syntax.labels[t] in _ANCHORS for t in inside)


@lru_cache(maxsize=1)
def reasons() -> dict[str, str]:
    """Reasons by the entry that fires."""
    return {entry.id: entry.reason for entry in lexicon().all() if entry.reason}
