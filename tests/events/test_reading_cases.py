"""Whole texts through all stages: sides, status, day, sources and claims of one event each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from event_drafts import cases
from test_same_cases import event_at

from dateline.document import Document
from dateline.records import Event

PAGE = cases("reading.yaml")


def told(document: Document, event: Event) -> dict[str, Any]:
    """What an event says, in the words of the pages."""
    quote, when = document.quote, event.when
    return {
        "actors": [quote(p.span) for p in event.actors],
        "recipients": [quote(p.span) for p in event.recipients],
        "status": event.status,
        "historical": event.historical,
        "earliest": when.earliest,
        "latest": when.latest,
        "place": quote(document.places[event.place.index].span) if event.place else None,
        "said_by": [quote(s.source) for i in event.said_by if (s := document.statements[i]).source],
    }


@pytest.mark.parametrize("case", PAGE, ids=[case["why"] for case in PAGE])
def test_reading(case: dict[str, Any], read: Callable[..., Document]) -> None:
    document = read(case["text"], "2024-03-01")
    wanted = dict(case["event"])
    event = event_at(document, wanted.pop("trigger"))
    assert event is not None, "no event"
    claims = wanted.pop("claims", None)
    if claims is not None:
        found = {document.quote(document.entities[c.by].span): c.kind for c in event.claims}
        assert len(found) == len(claims), found
        for words, kind in claims.items():
            assert [k for by, k in found.items() if words in by] == [kind], found
    facts = told(document, event)
    assert {key: facts[key] for key in wanted} == wanted
