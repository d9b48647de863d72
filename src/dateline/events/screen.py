"""Sets aside what only looks like an event, and says why."""

from __future__ import annotations

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.lexicon import lexicon
from dateline.records import NotCoded

_NAME_LABELS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "PERSON", "LOC"})


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
    return ""


def reasons() -> dict[str, str]:
    """Reasons by the entry that fires."""
    return {entry.id: entry.reason for entry in lexicon().all() if entry.reason}
