"""Drafts of acts made by hand, so that roles, status, links and claims are tested without the trigger lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dateline.document import Document
from dateline.events.draft import Draft, Frame

CASES = Path(__file__).parent.parent / "cases" / "events"

HARM = Frame(("subject", "by", "poss", "modifier", "from"), ("object", "against", "on", "of", "at", "outcome"))
ACCUSE = Frame(("subject", "by", "poss", "modifier"), ("object", "against", "to", "on", "matter"))
FRAMES = {
    "ASSAULT": HARM,
    "COERCE": HARM,
    "CONSULT": Frame(("subject", "object", "with", "between", "of", "poss", "modifier"), (), mutual=True),
    "REQUEST": Frame(
        ("subject", "by", "from", "poss", "modifier"), ("iobject", "object", "to", "from", "complement", "on")
    ),
    "ACCUSE": ACCUSE,
    "AID": Frame(("subject", "by", "poss", "modifier"), ("iobject", "to", "for", "object")),
    "RETREAT": Frame(("subject", "of", "by", "poss", "modifier"), ("from", "object")),
    "PROTEST": Frame(("subject", "by", "of", "modifier"), ("against",)),
    "FIGHT": Frame(("subject", "between", "with", "of", "modifier"), (), mutual=True),
}


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one page."""
    page: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return page


def draft_at(document: Document, word: str, kind: str, support: str | None = None, nth: int = 1) -> Draft:
    """A draft on the nth occurrence of a word; `support` is the light verb above it."""
    syntax = document.syntax
    tokens = [t for t in range(len(syntax)) if syntax.words[t] == word]
    assert len(tokens) >= nth, f"{word!r} is not in the sentence"
    token = tokens[nth - 1]
    light = syntax.words.index(support) if support else None
    type_ = "ASSAULT" if kind == "FIGHT" else kind
    frame = FRAMES.get(kind, ACCUSE)
    return Draft(token, syntax.span(token, token), type_, (), "", word, frame, light)


def plain(document: Document, parties: Any) -> list[str]:
    """The words of parties, without a leading article."""
    found = []
    for party in parties:
        words = document.text[party.span.start : party.span.end]
        first, _, rest = words.partition(" ")
        found.append(rest if first.lower() in ("the", "a", "an") and rest else words)
    return found
