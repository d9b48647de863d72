"""Does one record of `annotate` keep to docs/reference/annotate.md? Fields, spans, legal values, indices, order.

python -m evaluation.contract IN.jsonl OUT.jsonl       a line a fault; exit status 1 where there is one
"""

from __future__ import annotations

import datetime
import functools
import itertools
import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.gazetteer.countries import countries
from dateline.ontology import cameo, plover
from dateline.ontology.instruments import instrument_kinds

Record = Mapping[str, Any]
Check = Callable[[Record, str], Iterator[str]]

LAYERS = ("entities", "places", "times", "counts", "statements", "events", "not_coded")
FIELDS = ("schema", "id", "sentences", *LAYERS)
ENTITY_TYPES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WEAPON", "VEHICLE", "DATE", "TIME", "COUNT", "OTHER"}
)
LEVELS = frozenset({"point", "populated", "adm2", "adm1", "area", "country", "continent"})
TIME_TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
COUNT_KINDS = frozenset({"killed", "wounded", "captured", "abducted", "displaced", "present", "other"})
ACTS = frozenset({"say", "claim", "deny", "accuse", "warn", "demand", "promise", "order", "ask", "announce", "other"})
STATUSES = frozenset({"actual", "ongoing", "planned", "hypothetical", "negated"})
RELATIONS = frozenset({"at", "near", "in"})
PRECISIONS = frozenset({"day", "days", "week", "month", "year", "open", "unknown"})
CLAIM_KINDS = frozenset({"claims_responsibility", "denies_responsibility", "accused", "suspected"})
_ACTOR_FIELDS = {"id", "name", "code", "sectors"}


@functools.lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    return frozenset({"", *(country.code for country in countries())})


@functools.lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """What may stand in an actor's country slot: '', ISO 3166-1 alpha-3, and PLOVER's codes of no country."""
    return frozenset({"", *_lands(), *(country.actor_code for country in countries()), *plover.international()})


def _quoted(item: Any, text: str, path: str) -> Iterator[str]:
    """A span with its words: whole numbers, inside the text, not empty, and the very words."""
    if not isinstance(item, Mapping) or not {"start", "end", "text"} <= item.keys():
        yield f"{path}: no start, end and text"
        return
    start, end = item["start"], item["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        yield f"{path}: span {start}..{end} in {len(text)} code points"
    elif text[start:end] != item["text"]:
        yield f"{path}: {item['text']!r} is not {text[start:end]!r}"
    elif not item["text"].strip():
        yield f"{path}: nothing but white space"


def _among(value: Any, legal: Iterable[Any], path: str) -> Iterator[str]:
    if not isinstance(value, str) or value not in legal:
        yield f"{path}: {value!r} is not legal"


def _index(value: Any, layer: list[Any], path: str, *, nullable: bool = False) -> Iterator[str]:
    if value is None and nullable:
        return
    if type(value) is not int or not 0 <= value < len(layer):
        yield f"{path}: index {value!r} of {len(layer)}"


def _days(item: Record, path: str) -> Iterator[str]:
    """`earliest` and `latest`: ISO days or null, in order."""
    days = []
    for name in ("earliest", "latest"):
        value = item[name]
        if value is None:
            continue
        try:
            days.append(datetime.date.fromisoformat(value))
        except (TypeError, ValueError):
            yield f"{path}.{name}: {value!r} is no day"
    if len(days) == 2 and days[0] > days[1]:
        yield f"{path}: {days[0]} is after {days[1]}"


def _actor(item: Record, path: str) -> Iterator[str]:
    if not item.keys() >= _ACTOR_FIELDS:
        yield f"{path}: lacks {sorted(_ACTOR_FIELDS - item.keys())}"
        return
    yield from _among(item["code"], _codes(), f"{path}.code")
    for sector in item["sectors"]:
        yield from _among(sector, plover.sectors(), f"{path}.sectors")
    if not isinstance(item["name"], str) or not item["name"].strip():
        yield f"{path}.name: {item['name']!r}"


def _no_repeat(values: Iterable[Any], path: str) -> Iterator[str]:
    kept = list(values)
    if len(set(kept)) < len(kept):
        yield f"{path}: {kept!r} repeats itself"


def _sentences(row: Record, text: str) -> Iterator[str]:
    last = 0
    for number, (start, end) in enumerate(row["sentences"]):
        if not last <= start < end <= len(text):
            yield f"sentences[{number}]: {start}..{end} after {last}, in {len(text)} code points"
        last = end


def _entities(row: Record, text: str) -> Iterator[str]:
    for number, item in enumerate(row["entities"]):
        path = f"entities[{number}]"
        yield from _quoted(item, text, path)
        yield from _among(item["type"], ENTITY_TYPES, f"{path}.type")
        if item["cluster"] is not None and (type(item["cluster"]) is not int or item["cluster"] < 0):
            yield f"{path}.cluster: {item['cluster']!r}"
        if item["actor"] is not None:
            yield from _actor(item["actor"], f"{path}.actor")
    spans = [(item["start"], item["end"]) for item in row["entities"]]
    if spans != sorted(spans, key=lambda span: (span[0], -span[1])):
        yield "entities: not in the order of the text, the longer first"
    yield from _no_repeat(spans, "entities")


def _coordinates(item: Record, path: str) -> Iterator[str]:
    lat, lon = item["lat"], item["lon"]
    if (lat is None) != (lon is None):
        yield f"{path}: half a coordinate"
    elif lat is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        yield f"{path}: {lat}, {lon} is nowhere"


def _places(row: Record, text: str) -> Iterator[str]:
    for number, item in enumerate(row["places"]):
        path = f"places[{number}]"
        yield from _quoted(item, text, path)
        yield from _among(item["level"], LEVELS, f"{path}.level")
        yield from _among(item["country"], _lands(), f"{path}.country")
        yield from _coordinates(item, path)
        if type(item["literal"]) is not bool:
            yield f"{path}.literal: {item['literal']!r}"
        if item["geonames_id"] is not None and type(item["geonames_id"]) is not int:
            yield f"{path}.geonames_id: {item['geonames_id']!r}"


def _times(row: Record, text: str) -> Iterator[str]:
    for number, item in enumerate(row["times"]):
        path = f"times[{number}]"
        yield from _quoted(item, text, path)
        yield from _among(item["type"], TIME_TYPES, f"{path}.type")
        yield from _days(item, path)
        if item["value"] is not None and not (isinstance(item["value"], str) and item["value"]):
            yield f"{path}.value: {item['value']!r}"


def _counts(row: Record, text: str) -> Iterator[str]:
    for number, item in enumerate(row["counts"]):
        path = f"counts[{number}]"
        yield from _quoted(item, text, path)
        yield from _among(item["of"], COUNT_KINDS, f"{path}.of")
        if item["who"] is not None:
            yield from _quoted(item["who"], text, f"{path}.who")
        values = [item[name] for name in ("low", "best", "high") if item[name] is not None]
        if any(type(value) is not int or value < 0 for value in values) or values != sorted(values):
            yield f"{path}: low, best and high are {values}"


def _parents(row: Record) -> Iterator[str]:
    """A chain of parents ends."""
    parents = [item["parent"] for item in row["statements"]]
    for number in range(len(parents)):
        seen: set[int] = set()
        at: int | None = number
        while type(at) is int and 0 <= at < len(parents) and at not in seen:
            seen.add(at)
            at = parents[at]
        if at in seen:
            yield f"statements[{number}].parent: goes in a circle"
            return


def _statements(row: Record, text: str) -> Iterator[str]:
    for number, item in enumerate(row["statements"]):
        path = f"statements[{number}]"
        for name in ("source", "cue"):
            if item[name] is not None:
                yield from _quoted(item[name], text, f"{path}.{name}")
        if not item["content"]:
            yield f"{path}.content: empty"
        for part, span in enumerate(item["content"]):
            yield from _quoted(span, text, f"{path}.content[{part}]")
        yield from _among(item["act"], ACTS, f"{path}.act")
        yield from _index(item["source_entity"], row["entities"], f"{path}.source_entity", nullable=True)
        yield from _index(item["parent"], row["statements"], f"{path}.parent", nullable=True)
    yield from _parents(row)


def _kind(event: Record, path: str) -> Iterator[str]:
    """Type, modes, contexts, CAMEO code, status."""
    yield from _among(event["type"], plover.event_types(), f"{path}.type")
    kind = plover.event_types().get(event["type"])
    for mode in event["modes"]:
        yield from _among(mode, kind.modes if kind else (), f"{path}.modes")
    for context in event["contexts"]:
        yield from _among(context, plover.contexts(), f"{path}.contexts")
    yield from _no_repeat(event["modes"], f"{path}.modes")
    yield from _no_repeat(event["contexts"], f"{path}.contexts")
    yield from _among(event["cameo"], cameo.codes(), f"{path}.cameo")
    yield from _among(event["status"], STATUSES, f"{path}.status")
    if type(event["historical"]) is not bool:
        yield f"{path}.historical: {event['historical']!r}"
    confidence = event["confidence"]
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        yield f"{path}.confidence: {confidence!r}"


def _words(event: Record, text: str, path: str) -> Iterator[str]:
    """Trigger, later tellings, instruments."""
    yield from _quoted(event["trigger"], text, f"{path}.trigger")
    for number, span in enumerate(event["also"]):
        yield from _quoted(span, text, f"{path}.also[{number}]")
    told = [(span["start"], span["end"]) for span in (event["trigger"], *event["also"])]
    yield from _no_repeat(told, f"{path}.also")
    for number, item in enumerate(event["instruments"]):
        yield from _quoted(item, text, f"{path}.instruments[{number}]")
        yield from _among(item["kind"], instrument_kinds(), f"{path}.instruments[{number}].kind")


def _parties(event: Record, row: Record, text: str, path: str) -> Iterator[str]:
    for side in ("actors", "recipients"):
        for number, item in enumerate(event[side]):
            here = f"{path}.{side}[{number}]"
            yield from _quoted(item, text, here)
            yield from _actor(item, here)
            yield from _index(item["entity"], row["entities"], f"{here}.entity", nullable=True)


def _links(event: Record, row: Record, path: str) -> Iterator[str]:
    """Place, time, counts, statements, claims: all by index."""
    place, when = event["place"], event["when"]
    if place is not None:
        yield from _index(place["index"], row["places"], f"{path}.place")
        yield from _among(place["relation"], RELATIONS, f"{path}.place.relation")
    yield from _days(when, f"{path}.when")
    yield from _among(when["precision"], PRECISIONS, f"{path}.when.precision")
    yield from _index(when["time"], row["times"], f"{path}.when.time", nullable=True)
    if when["time"] is None and (when["earliest"] or when["latest"]) and not when["derived"]:
        yield f"{path}.when: days that neither words nor a rule carry"
    for name, layer in (("counts", "counts"), ("said_by", "statements")):
        for index in event[name]:
            yield from _index(index, row[layer], f"{path}.{name}")
        yield from _no_repeat(event[name], f"{path}.{name}")
    for claim in event["claims"]:
        yield from _index(claim["by"], row["entities"], f"{path}.claims.by")
        yield from _among(claim["kind"], CLAIM_KINDS, f"{path}.claims.kind")
    yield from _no_repeat([(claim["by"], claim["kind"]) for claim in event["claims"]], f"{path}.claims")


def _events(row: Record, text: str) -> Iterator[str]:
    for number, event in enumerate(row["events"]):
        path = f"events[{number}]"
        yield from _kind(event, path)
        yield from _words(event, text, path)
        yield from _parties(event, row, text, path)
        yield from _links(event, row, path)


def _not_coded(row: Record, text: str) -> Iterator[str]:
    for number, item in enumerate(row["not_coded"]):
        if not 0 <= item["start"] < item["end"] <= len(text):
            yield f"not_coded[{number}]: span {item['start']}..{item['end']} in {len(text)} code points"
        if not item["reason"]:
            yield f"not_coded[{number}]: no reason"


def _numbers(value: Any, path: str) -> Iterator[str]:
    """No NaN and no infinity anywhere: JSON knows neither."""
    if isinstance(value, float) and not math.isfinite(value):
        yield f"{path}: {value!r} is no JSON"
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _numbers(item, f"{path}.{name}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _numbers(item, f"{path}[{number}]")


_CHECKS: tuple[Check, ...] = (
    _sentences, _entities, _places, _times, _counts, _statements, _events, _not_coded,
)  # fmt: skip


def faults(row: Record, text: str) -> list[str]:
    """What is wrong with a record, each as `path: what was seen`; an empty list where nothing is.

    Args:
        row: one record, as parsed from its JSON line.
        text: the text that was annotated, in which spans count code points.
    """
    missing = [name for name in FIELDS if name not in row]
    if missing:
        return [f"no {', '.join(missing)}"]
    found = [] if row["schema"] == 1 else [f"schema: {row['schema']!r}"]
    for check in _CHECKS:
        try:
            found += check(row, text)
        except (KeyError, TypeError, ValueError) as error:
            found.append(f"{check.__name__.strip('_')}: a field is missing or of the wrong kind ({error!r})")
    return [*found, *_numbers(dict(row), "record")]


def _pairs(given: Path, made: Path) -> Iterator[tuple[Record, Record | None]]:
    with given.open(encoding="utf-8") as inputs, made.open(encoding="utf-8") as outputs:
        for asked, answer in itertools.zip_longest(inputs, outputs):
            yield json.loads(asked), json.loads(answer) if answer else None


def main(given: str, made: str) -> int:
    """Check a run, line by line."""
    bad = total = 0
    for asked, answer in _pairs(Path(given), Path(made)):
        total += 1
        if answer is None or answer["id"] != asked["id"]:
            found = [f"answered by {answer['id'] if answer else 'nothing'}"]
        else:
            found = faults(answer, asked["text"])
        bad += bool(found)
        for fault in found:
            print(f"{asked['id']}: {fault}")
    print(f"{total} records, {bad} with faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
