"""Whole texts through all stages: acts that must become one event and acts that must stay apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from event_drafts import cases

from dateline.document import Document
from dateline.records import Event

PAGE = cases("same.yaml")


def event_at(document: Document, words: str) -> Event | None:
    """The event that tells an act in these words; "word#2" is the second place where they stand."""
    word, _, nth = words.partition("#")
    start = -1
    for _ in range(int(nth or 1)):
        start = next(m.start() for m in re.finditer(rf"\b{re.escape(word)}\b", document.text) if m.start() > start)
    end = start + len(word)
    for event in document.events:
        if any(span.start < end and start < span.end for span in (event.trigger, *event.also)):
            return event
    return None


@pytest.mark.parametrize("case", PAGE, ids=[case["why"] for case in PAGE])
def test_same_or_apart(case: dict[str, Any], read: Callable[..., Document]) -> None:
    document = read(case["text"], "2024-03-01")
    for row in case.get("one", []):
        found = [event_at(document, words) for words in row]
        assert None not in found, f"{row}: no event"
        assert all(event is found[0] for event in found), row
    for one, two in case.get("apart", []):
        first, second = event_at(document, one), event_at(document, two)
        assert first is None or first is not second, (one, two)
        assert first is not None, f"{one}: no event"
