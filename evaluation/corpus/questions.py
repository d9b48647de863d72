"""A second look by machine: what Dateline sees in a text and a reader did not mark. Questions, no faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.ontology import plover

Record = Mapping[str, Any]
_ONE_SIDED = ("AID", "SANCTION")


def _meet(item: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> bool:
    return any(item["start"] < other["end"] and other["start"] < item["end"] for other in others)


def _missing(record: Record, seen: Record) -> Iterator[str]:
    """Times, counts, names and places that the machine has and the reader has not."""
    for layer in ("times", "counts"):
        for item in seen[layer]:
            if not _meet(item, record[layer]):
                yield f"{layer}: {item['text']!r} at {item['start']} is not marked"
    for item in seen["entities"]:
        named = item["type"] in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP") and item["text"][:1].isupper()
        if named and not item["text"].lower().startswith("the ") and not _meet(item, record["entities"]):
            yield f"entities: {item['text']!r} at {item['start']} is not marked"


def _days(record: Record, seen: Record) -> Iterator[str]:
    """Times of the same words with other days."""
    by_span = {(item["start"], item["end"]): item for item in seen["times"]}
    for item in record["times"]:
        other = by_span.get((item["start"], item["end"]))
        if other and (item["earliest"], item["latest"]) != (other["earliest"], other["latest"]):
            mine, its = f"{item['earliest']}..{item['latest']}", f"{other['earliest']}..{other['latest']}"
            yield f"times: {item['text']!r} is {mine}; the machine reads {its}"


def _events(record: Record) -> Iterator[str]:
    for number, event in enumerate(record["events"]):
        kind = plover.event_types()[event["type"]]
        told = event["trigger"]["text"]
        if kind.name in _ONE_SIDED and not event["recipients"]:
            yield f"events: {event['type']} {told!r} needs a recipient; is there none in the text?"
        if not event["actors"] and not event["recipients"]:
            yield f"events: {event['type']} {told!r} has neither side"
        if not event["said_by"]:
            inside = [
                index
                for index, statement in enumerate(record["statements"])
                if any(s["start"] <= event["trigger"]["start"] < s["end"] for s in statement["content"])
            ]
            if inside:
                yield f"events: {event['type']} {told!r} stands in a statement ({inside}) and has no said="
        if any(
            event["trigger"] == other["trigger"] and event["type"] == other["type"]
            for other in record["events"][:number]
        ):
            yield f"events: {event['type']} {told!r} twice"


def _places(record: Record) -> Iterator[str]:
    for name in sorted({item["name"] for item in record["places"] if item["lat"] is None}):
        yield f"places: {name!r} is in no gazetteer as written; try another spelling or level"


def questions(record: Record, seen: Record) -> list[str]:
    """What a reader may want to look at again.

    Args:
        record: the reader's annotation.
        seen: Dateline's own of the same text.
    """
    return [*_missing(record, seen), *_days(record, seen), *_events(record), *_places(record)]
