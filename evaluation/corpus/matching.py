"""Puts the items of two annotations of one text side by side, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = dict[str, Any]
T = TypeVar("T")
Pair = tuple[T, T]


def common(one: Item, other: Item) -> int:
    """How many characters two spans share."""
    return max(0, int(min(one["end"], other["end"])) - int(max(one["start"], other["start"])))


def overlap(one: Item, other: Item) -> float:
    """Shared characters over all characters of two spans, from 0 to 1."""
    shared = common(one, other)
    return shared / int(one["end"] - one["start"] + other["end"] - other["start"] - shared)


def best_pairs(first: Sequence[T], second: Sequence[T], likeness: Callable[[T, T], float]) -> list[Pair[T]]:
    """Pairs with a likeness above 0, each item in one pair at most, the likest first; ties in the order given."""
    scored = [(-likeness(one, other), i, j) for i, one in enumerate(first) for j, other in enumerate(second)]
    used_first: set[int] = set()
    used_second: set[int] = set()
    pairs = []
    for negative, i, j in sorted(scored):
        if negative >= 0:
            break
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            pairs.append((first[i], second[j]))
    return pairs


def tellings(event: Item) -> list[Item]:
    """All words by which an event is told."""
    return [event["trigger"], *event["also"]]


def _same_telling(one: Item, other: Item) -> float:
    return max((overlap(a, b) for a in tellings(one) for b in tellings(other)), default=0.0)


def event_likeness(one: Item, other: Item) -> float:
    """0 where no telling of one meets one of the other; else the overlap, more for the same type, status, trigger."""
    shared = _same_telling(one, other)
    if not shared:
        return 0.0
    both = common(one["trigger"], other["trigger"]) > 0
    alike = 2.0 * bool(one["type"] == other["type"]) + 0.5 * bool(one["status"] == other["status"])
    return shared + alike + 1.0 * both


def statement_likeness(one: Item, other: Item) -> float:
    """Shared characters of the contents over all of them, more for the same cue."""
    shared = sum(common(a, b) for a in one["content"] for b in other["content"])
    total = sum(int(part["end"]) - int(part["start"]) for item in (one, other) for part in item["content"])
    if not shared:
        return 0.0
    same_cue = bool(one["cue"] and other["cue"] and common(one["cue"], other["cue"]))
    return shared / (total - shared) + 0.5 * same_cue
