"""The contract: field names, spans that re-slice, JSON that loads."""

import json
import pathlib
from collections.abc import Iterator
from typing import Any

import pytest

import dateline
from dateline.errors import SpanError
from dateline.export.annotate import record
from dateline.records import Entity, NotCoded
from dateline.spans import Span

TEXT = (
    "😀 Militants killed at least 12 soldiers in an ambush near Djibo on Monday, the army of Burkina Faso said. "
    "“We will answer,” said its spokesman, Colonel Idrissa Sawadogo. No group claimed the attack."
)
FIELDS = {"schema", "id", "sentences", "entities", "places", "times", "counts", "statements", "events", "not_coded"}
EVENT_FIELDS = {
    "type", "modes", "contexts", "cameo", "status", "historical", "trigger", "also", "actors", "recipients",
    "instruments", "place", "when", "counts", "said_by", "claims", "confidence",
}  # fmt: skip


@pytest.fixture(scope="module")
def row() -> dict[str, Any]:
    return json.loads(json.dumps(record(dateline.read(TEXT, date="2024-03-05", identifier="a"))))


def spans(item: Any) -> Iterator[dict[str, Any]]:
    if isinstance(item, dict):
        if {"start", "end", "text"} <= item.keys():
            yield item
        for value in item.values():
            yield from spans(value)
    elif isinstance(item, list):
        for value in item:
            yield from spans(value)


def test_fields_are_those_of_the_contract(row: dict[str, Any]) -> None:
    assert row.keys() >= FIELDS
    assert row["schema"] == 1
    assert row["events"]
    assert all(event.keys() >= EVENT_FIELDS for event in row["events"])


def test_every_span_re_slices_from_the_text(row: dict[str, Any]) -> None:
    found = list(spans(row))
    assert len(found) > 10
    assert all(TEXT[item["start"] : item["end"]] == item["text"] for item in found)


def test_indices_point_into_their_layers(row: dict[str, Any]) -> None:
    for event in row["events"]:
        assert all(0 <= n < len(row["counts"]) for n in event["counts"])
        assert all(0 <= n < len(row["statements"]) for n in event["said_by"])
        assert all(0 <= claim["by"] < len(row["entities"]) for claim in event["claims"])
        if event["place"]:
            assert 0 <= event["place"]["index"] < len(row["places"])
        if event["when"]["time"] is not None:
            assert 0 <= event["when"]["time"] < len(row["times"])


def test_a_span_outside_the_text_is_refused() -> None:
    document = dateline.read("Rebels shelled the town.", date="2024-03-05")
    document.not_coded = (NotCoded(Span(0, 10), "x"),)
    record(document)
    document.entities = (Entity(Span(5, 999), "ORG"),)
    document.clusters, document.actors, document.events, document.statements = (), (), (), ()
    with pytest.raises(SpanError):
        record(document)


def test_the_contract_page_names_every_field(row: dict[str, Any]) -> None:
    page = (pathlib.Path(__file__).parents[2] / "docs/reference/annotate.md").read_text(encoding="utf-8")
    for name in FIELDS | EVENT_FIELDS:
        assert f"`{name}`" in page or name in page, name
