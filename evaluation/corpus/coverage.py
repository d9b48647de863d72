"""Counts what the corpus holds, against what corpus/coverage.toml asks of it."""

from __future__ import annotations

import functools
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.gazetteer.places import lookup
from dateline.ontology import plover
from evaluation.corpus.layout import ROOT
from evaluation.corpus.matching import tellings

Record = Mapping[str, Any]
_PRONOUNS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "him",
        "them",
        "us",
        "who",
        "which",
        "whom",
    )
)


def _events(record: Record) -> Iterator[str]:
    for event in record["events"]:
        yield f"type {event['type']}"
        yield from (f"mode {event['type']} {mode}" for mode in event["modes"])
        yield from (f"context {context}" for context in event["contexts"])
        yield f"status {event['status']}"
        if event["historical"]:
            yield "status historical"
        yield from (f"claim {claim['kind']}" for claim in event["claims"])
        yield from _shape(record, event)


def _shape(record: Record, event: Mapping[str, Any]) -> Iterator[str]:
    """Constructs that one event shows."""
    if event["type"] == "ASSAULT" and len(event["actors"]) > 1 and not event["recipients"]:
        yield "construct two-sided fight"
    if max(len(event["actors"]), len(event["recipients"])) > 1:
        yield "construct compound party"
    if not event["actors"] and event["recipients"]:
        yield "construct unknown actor"
    if event["also"]:
        yield "construct told again"
    if event["said_by"]:
        yield "construct attributed event"
    numbers: dict[str, set[object]] = {}
    for index in event["counts"]:
        count = record["counts"][index]
        numbers.setdefault(count["of"], set()).add((count["low"], count["best"], count["high"]))
    if any(len(values) > 1 for values in numbers.values()):
        yield "construct several counts of one act"


@functools.lru_cache(maxsize=4096)
def _ambiguous(name: str) -> bool:
    """Whether places of that very name lie in two countries or more, each with people or a province's rank."""
    found = {c.country for c in lookup(name) if c.quality < 2 and (c.population > 2000 or c.level.startswith("adm"))}
    return len(found) > 1


def _places(record: Record) -> Iterator[str]:
    for place in record["places"]:
        yield f"place {place['level']}"
        if not place["literal"]:
            yield "construct metonymy"
        if place["country"] and _ambiguous(place["text"]):
            yield "construct ambiguous toponym"
    places = [event["place"] for event in record["events"] if event["place"]]
    yield from ("construct near a place" for place in places if place["relation"] == "near")


def _values(record: Record) -> Iterator[str]:
    for count in record["counts"]:
        yield f"count {count['of']}"
        if not (count["low"] == count["best"] == count["high"]):
            yield "construct vague or bounded count"
    for time in record["times"]:
        yield f"time {time['type']}"
        if not any(c.isdigit() for c in time["text"]) and time["type"] in ("DATE", "TIME"):
            yield "construct relative time"
        if (time["earliest"] is None) != (time["latest"] is None):
            yield "construct open time"


def _statements(record: Record) -> Iterator[str]:
    for statement in record["statements"]:
        yield f"statement {statement['act']}"
        if statement["parent"] is not None:
            yield "construct nested attribution"
        if statement["source"] is None:
            yield "construct statement without source"
        if len(statement["content"]) > 1:
            yield "construct split or continued quotation"


def _sentences(record: Record) -> Iterator[str]:
    starts = [item["start"] for event in record["events"] for item in tellings(event)]
    for start, end in record["sentences"]:
        yield "sentences"
        inside = sum(start <= at < end for at in starts)
        if not inside:
            yield "sentences without event"
        if inside > 1:
            yield "construct several events in a sentence"


def count(records: Iterable[Record]) -> Counter[str]:
    """How often each thing occurs; the names are those of corpus/coverage.toml."""
    counts: Counter[str] = Counter()
    for record in records:
        counts["documents"] += 1
        counts.update(_sentences(record))
        counts.update(_events(record))
        counts.update(_places(record))
        counts.update(_values(record))
        counts.update("construct pronoun mention" for item in record["entities"] if item["text"].lower() in _PRONOUNS)
        counts.update(_statements(record))
        counts.update(f"not coded {item['reason']}" for item in record["not_coded"])
        for layer in ("entities", "places", "times", "counts", "statements", "events", "not_coded"):
            counts[f"layer {layer}"] += len(record[layer])
    return counts


def _table() -> dict[str, Any]:
    return tomllib.loads((ROOT / "coverage.toml").read_text(encoding="utf-8"))


def wanted() -> dict[str, int]:
    """What the corpus is to hold, one number a name; `type *` and `mode *` stand for all of their kind."""
    names: dict[str, int] = {}
    for name, number in _table()["at_least"].items():
        names.update(dict.fromkeys(_spread(name), int(number)))
    return names


def not_yet() -> dict[str, int]:
    """Where it is still short, with what it holds so far."""
    return {name: int(number) for name, number in _table().get("not_yet", {}).items()}


def second_readings() -> float:
    """The share of documents that were annotated a second time from scratch."""
    return float(_table()["second_readings"])


def asked() -> dict[str, int]:
    """What has to be there today: all that is wanted, and of known gaps what was there before."""
    return {**wanted(), **not_yet()}


def _spread(name: str) -> list[str]:
    if name == "type *":
        return [f"type {kind}" for kind in plover.event_types()]
    if name == "mode *":
        return [f"mode {kind} {mode}" for kind, row in plover.event_types().items() for mode in row.modes]
    return [name]


def short(counts: Mapping[str, int]) -> list[str]:
    """What is less than asked, as `name: has of asked`."""
    return [
        f"{name}: {counts.get(name, 0)} of {number}" for name, number in asked().items() if counts.get(name, 0) < number
    ]
