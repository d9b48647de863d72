"""How far two annotations of the same texts agree: F1 on what was marked, Krippendorff's alpha on labels.

Spans: two marks agree when they share characters (one to one, the largest overlap first); `exact` asks for the same
span. Alpha (Krippendorff 2004, nominal) is taken over the pairs that both readers marked.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import krippendorff

from evaluation.corpus.matching import Item, best_pairs, common, event_likeness, overlap, statement_likeness

Record = dict[str, Any]


@dataclasses.dataclass(slots=True)
class Tally:
    """What was counted for one figure: hits, marks of the first and of the second reader; or pairs of labels."""

    hits: float = 0
    first: int = 0
    second: int = 0
    labels: list[tuple[str, str]] = dataclasses.field(default_factory=list)

    @property
    def f1(self) -> float | None:
        """F1, None where nobody marked anything."""
        return 2 * self.hits / (self.first + self.second) if self.first + self.second else None

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha of the labels, None where there are fewer than two labels in use."""
        if len({label for pair in self.labels for label in pair}) < 2:
            return None
        one, other = zip(*self.labels, strict=True)
        return float(krippendorff.alpha([list(one), list(other)], level_of_measurement="nominal", value_domain=None))

    @property
    def same(self) -> float | None:
        """Share of the pairs with the same label."""
        return sum(a == b for a, b in self.labels) / len(self.labels) if self.labels else None


Board = dict[tuple[str, str], Tally]


def _mark(board: Board, layer: str, figure: str, hits: float, first: int, second: int) -> None:
    tally = board[layer, figure]
    tally.hits += hits
    tally.first += first
    tally.second += second


def _label(board: Board, layer: str, figure: str, one: object, other: object) -> None:
    board[layer, figure].labels.append((str(one), str(other)))


def _spans(board: Board, layer: str, one: list[Item], other: list[Item]) -> list[tuple[Item, Item]]:
    """Count the spans of a layer; gives the pairs."""
    pairs = best_pairs(one, other, overlap)
    exact = sum(a["start"] == b["start"] and a["end"] == b["end"] for a, b in pairs)
    _mark(board, layer, "span F1", len(pairs), len(one), len(other))
    _mark(board, layer, "exact span F1", exact, len(one), len(other))
    return pairs


def _code(item: Item) -> str:
    actor = item["actor"]
    return "-" if actor is None else f"{actor['code']} {' '.join(actor['sectors'][:1])}"


def _links(pairs: list[tuple[Item, Item]], side: int) -> set[tuple[int, int]]:
    clusters: dict[int, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        if pair[side]["cluster"] is not None:
            clusters[pair[side]["cluster"]].append(number)
    return {(a, b) for members in clusters.values() for a in members for b in members if a < b}


def _entities(board: Board, one: Record, other: Record) -> None:
    values = ("DATE", "TIME", "COUNT")
    marks = [[item for item in record["entities"] if item["type"] not in values] for record in (one, other)]
    pairs = _spans(board, "entities", *marks)
    for a, b in pairs:
        _label(board, "entities", "type", a["type"], b["type"])
        if a["actor"] or b["actor"]:
            _label(board, "actors", "code and sector", _code(a), _code(b))
    links = _links(pairs, 0), _links(pairs, 1)
    _mark(board, "coreference", "link F1", len(links[0] & links[1]), len(links[0]), len(links[1]))


def _simple_layers(board: Board, one: Record, other: Record) -> None:
    for a, b in _spans(board, "places", one["places"], other["places"]):
        _label(board, "places", "country", a["country"], b["country"])
        _label(board, "places", "level", a["level"], b["level"])
        _label(board, "places", "literal", a["literal"], b["literal"])
        _label(board, "places", "same place", a["geonames_id"] or a["name"], b["geonames_id"] or b["name"])
    for a, b in _spans(board, "times", one["times"], other["times"]):
        _label(board, "times", "value", a["value"], b["value"])
        _label(board, "times", "days", (a["earliest"], a["latest"]), (b["earliest"], b["latest"]))
    for a, b in _spans(board, "counts", one["counts"], other["counts"]):
        _label(board, "counts", "of", a["of"], b["of"])
        _label(board, "counts", "number", (a["low"], a["best"], a["high"]), (b["low"], b["best"], b["high"]))
    for a, b in _spans(board, "not coded", one["not_coded"], other["not_coded"]):
        _label(board, "not coded", "reason", a["reason"], b["reason"])


def _statements(board: Board, one: Record, other: Record) -> None:
    pairs = best_pairs(one["statements"], other["statements"], statement_likeness)
    _mark(board, "statements", "F1", len(pairs), len(one["statements"]), len(other["statements"]))
    for a, b in pairs:
        _label(board, "statements", "act", a["act"], b["act"])
        _label(board, "statements", "nested", a["parent"] is not None, b["parent"] is not None)
        if a["source"] or b["source"]:
            met = bool(a["source"] and b["source"] and common(a["source"], b["source"]))
            _mark(board, "statements", "source F1", met, bool(a["source"]), bool(b["source"]))


def _set(board: Board, figure: str, one: Iterable[object], other: Iterable[object]) -> None:
    first, second = set(one), set(other)
    _mark(board, "events", figure, len(first & second), len(first), len(second))


def _parties(board: Board, figure: str, one: list[Item], other: list[Item]) -> None:
    _mark(board, "events", figure, len(best_pairs(one, other, overlap)), len(one), len(other))


def _where(record: Record, event: Item) -> str:
    place = event["place"]
    return "-" if place is None else record["places"][place["index"]]["name"]


def _events(board: Board, one: Record, other: Record) -> None:
    pairs = best_pairs(one["events"], other["events"], event_likeness)
    sizes = len(one["events"]), len(other["events"])
    _mark(board, "events", "found F1", len(pairs), *sizes)
    _mark(board, "events", "type F1", sum(a["type"] == b["type"] for a, b in pairs), *sizes)
    for a, b in pairs:
        for name in ("type", "status", "historical"):
            _label(board, "events", name, a[name], b[name])
        if a["type"] == b["type"]:
            _set(board, "modes F1", a["modes"], b["modes"])
        _parties(board, "actors F1", a["actors"], b["actors"])
        _parties(board, "recipients F1", a["recipients"], b["recipients"])
        _set(board, "contexts F1", a["contexts"], b["contexts"])
        _label(board, "events", "place", _where(one, a), _where(other, b))
        days = [(event["when"]["earliest"], event["when"]["latest"]) for event in (a, b)]
        _label(board, "events", "days", *days)
        _label(board, "events", "attributed", bool(a["said_by"]), bool(b["said_by"]))
        kinds = [{claim["kind"] for claim in event["claims"]} for event in (a, b)]
        _set(board, "claims F1", *kinds)
        counts = [
            {record["counts"][index]["start"] for index in event["counts"]} for record, event in ((one, a), (other, b))
        ]
        _set(board, "counts F1", *counts)


def compare(pairs: Iterable[tuple[Record, Record]]) -> Board:
    """The tallies over pairs of records of the same texts."""
    board: Board = defaultdict(Tally)
    for one, other in pairs:
        _entities(board, one, other)
        _simple_layers(board, one, other)
        _statements(board, one, other)
        _events(board, one, other)
    return board


def rows(board: Board) -> list[tuple[str, str, str, str, int]]:
    """(layer, figure, kind of figure, value, number of items) for print."""
    found = []
    for (layer, figure), tally in board.items():
        if tally.labels:
            alpha, same = tally.alpha, tally.same
            value = "-" if alpha is None else f"{alpha:.2f}"
            found.append((layer, figure, "alpha", f"{value} (same {same:.2f})", len(tally.labels)))
        elif tally.f1 is not None:
            found.append((layer, figure, "F1", f"{tally.f1:.2f}", max(tally.first, tally.second)))
    return found


def _show(event: Item) -> str:
    sides = [" + ".join(p["text"] for p in event[side]) or "-" for side in ("actors", "recipients")]
    flags = f"{event['status']}{' historical' if event['historical'] else ''}"
    return f"{event['type']} {','.join(event['modes'])} [{event['trigger']['text']}] {sides[0]} -> {sides[1]} ({flags})"


def differences(one: Record, other: Record) -> list[str]:
    """The events and statements that only one reader has, and those that both have with other values."""
    found = []
    pairs = best_pairs(one["events"], other["events"], event_likeness)
    for mark, side, record in (("<", 0, one), (">", 1, other)):
        paired = [id(pair[side]) for pair in pairs]
        found += [f"{mark} {_show(event)}" for event in record["events"] if id(event) not in paired]
    for a, b in pairs:
        if _show(a) != _show(b):
            found.append(f"| {_show(a)}\n  {_show(b)}")
    said = best_pairs(one["statements"], other["statements"], statement_likeness)
    for mark, side, record in (("<", 0, one), (">", 1, other)):
        paired = [id(pair[side]) for pair in said]
        for item in record["statements"]:
            if id(item) not in paired:
                source = item["source"]["text"] if item["source"] else "-"
                found.append(f"{mark} {source}: {item['act']}: {item['content'][0]['text'][:70]}")
    return found
