"""The pages in tests/cases/times, counts and instruments: each row is a sentence and all that must be found in it.

A row's last cell lists what is found in order, parted by "; ", or says "nothing":
times `words = TYPE value earliest..latest`, counts `words = low/best/high kind who`, instruments `words = kind`.
"open" stands for no bound, "?" for no value.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.document import Document
from dateline.mentions.counts.stage import CountsStage
from dateline.mentions.instruments import InstrumentsStage
from dateline.mentions.times.stage import TimesStage
from dateline.spans import Span, quote

CASES = Path(__file__).parents[1] / "cases"


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else "open"


def _number(number: int | None) -> str:
    return "open" if number is None else str(number)


def _words(document: Document, span: Span | None) -> str:
    return quote(document.text, span) if span else "?"


def times(document: Document) -> list[str]:
    return [
        f"{_words(document, t.span)} = {t.type} {t.value or '?'} {_day(t.earliest)}..{_day(t.latest)}"
        for t in document.times
    ]


def counts(document: Document) -> list[str]:
    return [
        f"{_words(document, c.span)} = {_number(c.low)}/{_number(c.best)}/{_number(c.high)} {c.of} "
        f"{_words(document, c.who)}"
        for c in document.counts
    ]


def instruments(document: Document) -> list[str]:
    return [f"{_words(document, i.span)} = {i.kind}" for i in document.instruments]


LAYERS: dict[str, Callable[[Document], list[str]]] = {"times": times, "counts": counts, "instruments": instruments}


def rows() -> list[object]:
    found: list[object] = []
    for layer in LAYERS:
        for page in sorted((CASES / layer).glob("*.md")):
            lines = page.read_text(encoding="utf-8").splitlines()
            cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
            for number, (day, text, expected) in enumerate(cells[1:]):
                found.append(pytest.param(layer, day, text, expected, id=f"{layer}/{page.stem}/{number + 1}"))
    return found


def test_the_pages_are_read() -> None:
    assert len(rows()) > 150


@pytest.mark.parametrize(("layer", "day", "text", "expected"), rows())
def test_case(parse: Callable[..., Document], layer: str, day: str, text: str, expected: str) -> None:
    document = parse(text, None if day == "unknown" else day)
    for stage in (TimesStage(), CountsStage(), InstrumentsStage()):
        stage.annotate(document)
    assert "; ".join(LAYERS[layer](document)) == ("" if expected == "nothing" else expected)
