"""What holds for every count, and the numbers themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.document import Document
from dateline.mentions.counts.numbers import bounds, number_at, words
from dateline.mentions.counts.stage import CountsStage
from dateline.mentions.times.stage import TimesStage
from dateline.spans import quote

TEXT = """Shells killed at least 14 people and wounded dozens in Alma on 3 May, including two children, officials said.
The toll rose to 17 on Sunday. Some 2,000 residents fled; no soldiers were hurt. Between 20 and 30 men were detained."""


def counted(parse: Callable[..., Document], text: str) -> Document:
    document = parse(text)
    TimesStage().annotate(document)
    CountsStage().annotate(document)
    return document


def test_spans_bounds_and_order(parse: Callable[..., Document]) -> None:
    document = counted(parse, TEXT)
    assert len(document.counts) >= 7
    assert [c.span for c in document.counts] == sorted(c.span for c in document.counts)
    for count in document.counts:
        assert quote(document.text, count.span).strip()
        known = [n for n in (count.low, count.best, count.high) if n is not None]
        assert known
        assert known == sorted(known)


def test_times_are_not_counted(parse: Callable[..., Document]) -> None:
    document = counted(parse, "On 12 May 2023 and over the past 14 days 3 men died.")
    assert [quote(document.text, c.span) for c in document.counts] == ["3"]


def test_a_second_reading_is_the_same(parse: Callable[..., Document]) -> None:
    first = counted(parse, TEXT).counts
    counted(parse, "Nine died.")
    assert counted(parse, TEXT).counts == first


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("twelve men", (12, 12, 12)),
        ("1,250 men", (1250, 1250, 1250)),
        ("2.5 million men", (2500000, 2500000, 2500000)),
        ("sixty-four men", (64, 64, 64)),
        ("three hundred and five men", (305, 305, 305)),
        ("two dozen men", (24, 24, 24)),
        ("tens of thousands of men", (20000, None, None)),
        ("a couple of men", (2, 2, None)),
    ],
)
def test_numbers(parse: Callable[..., Document], text: str, numbers: tuple[int | None, ...]) -> None:
    syntax = parse(text).syntax
    found = next(n for t in range(len(syntax)) if (n := number_at(syntax, t)))
    assert (found.low, found.best, found.high) == numbers


@pytest.mark.parametrize("text", ["an AK-47 rifle", "a 3/4 share", "the 12-year-old", "$20", "2.5 men"])
def test_no_numbers(parse: Callable[..., Document], text: str) -> None:
    syntax = parse(text).syntax
    assert not [n for t in range(len(syntax)) if (n := number_at(syntax, t))]


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        (None, (9, 9, 9)),
        ("least", (9, 9, None)),
        ("more", (10, 10, None)),
        ("most", (None, 9, 9)),
        ("less", (None, None, 8)),
        ("about", (None, 9, None)),
        ("nearly", (None, 9, 9)),
    ],
)
def test_modifiers(effect: str | None, expected: tuple[int | None, ...]) -> None:
    assert bounds(effect, 9, 9, 9) == expected


PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "times-and-counts.md"


def test_the_page_tells_what_vague_words_stand_for() -> None:
    rows = re.findall(r"^\| (\w+) \| (\w+) \| (\w+) \| (\w+) \|$", PAGE.read_text(encoding="utf-8"), re.M)
    told = {word: [None if n == "null" else int(n) for n in numbers] for word, *numbers in rows if numbers[0] != "low"}
    assert told == words()["vague"]
