"""How often events are right at each level of confidence, and the two numbers that would make the levels true.

    dateline annotate sentences.jsonl > read.jsonl
    python training/calibration.py read.jsonl judged.jsonl

`judged.jsonl`: one JSON object a line with `id` and `type`, the PLOVER type of the sentence (or `types`, a list). An
event counts as right where its type is one of these; further acts of a sentence that the list leaves out count as
wrong, so the shares are a lower bound. Prints a table, then `shift` and `slope` for `events/data/confidence.yaml`.
Only these two are fitted: a set that is scored on is no place to learn more.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import pairwise
from math import exp, log
from pathlib import Path

from dateline.events.confidence import numbers

BINS = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)
Point = tuple[float, bool]


def points(read: Path, judged: Path) -> list[Point]:
    """(confidence, right) of every event, in the order of the file."""
    right: dict[str, set[str]] = {}
    for line in judged.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        right[row["id"]] = set(row.get("types") or [row["type"]])
    found: list[Point] = []
    for line in read.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        types = right.get(record["id"])
        if types is not None:
            found += [(event["confidence"], event["type"] in types) for event in record["events"]]
    return found


def table(found: list[Point]) -> Iterable[str]:
    """A line for each level: how many events, their mean confidence, the share that is right."""
    yield "| confidence | events | mean | right |"
    yield "|---|---|---|---|"
    for low, high in pairwise(BINS):
        inside = [(value, ok) for value, ok in found if low <= value < high]
        if inside:
            mean = sum(value for value, _ in inside) / len(inside)
            share = sum(ok for _, ok in inside) / len(inside)
            yield f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |"


def fit(found: list[Point], steps: int = 50) -> tuple[float, float]:
    """Shift and slope of the most likely logistic curve over the logit of the confidence (Newton's method)."""
    shift, slope = 0.0, 1.0
    for _ in range(steps):
        gradient, curvature = [0.0, 0.0], [0.0, 0.0, 0.0]
        for value, ok in found:
            x = log(value / (1 - value))
            chance = 1 / (1 + exp(-(shift + slope * x)))
            weight = chance * (1 - chance)
            gradient = [gradient[0] + ok - chance, gradient[1] + (ok - chance) * x]
            curvature = [curvature[0] + weight, curvature[1] + weight * x, curvature[2] + weight * x * x]
        size = curvature[0] * curvature[2] - curvature[1] ** 2
        shift += (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / size
        slope += (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / size
    return shift, slope


def main(arguments: list[str]) -> int:
    """Print the table and the two numbers."""
    found = points(Path(arguments[0]), Path(arguments[1]))
    now = numbers()["scale"]
    shift, slope = fit(found)
    lines = [
        *table(found),
        "",
        f"shift: {shift + slope * now['shift']:.2f}  slope: {slope * now['slope']:.2f}  events: {len(found)}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
