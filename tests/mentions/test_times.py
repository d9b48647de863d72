"""What holds for every time expression, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.document import Document
from dateline.mentions.times.stage import TimesStage
from dateline.mentions.times.tape import compile_form, read_tape
from dateline.spans import quote

TEXT = """PORT ALMA, Feb 29 (Wire) - Rebels shelled Alma on Tuesday and Wednesday night, three days after the truce of
late January 2024 ended. Since 2019, when the army took the town, some 4,000 people have fled.

The ministers will meet on Monday at 3 p.m. to discuss it; in the coming weeks aid is to arrive every Friday. Two years
ago, on 3 March 2022, the first shells fell. The next day the hospital burned. On 5-7 June it was rebuilt."""


@pytest.fixture
def read(parse: Callable[..., Document]) -> Callable[..., Document]:
    def make(text: str, date: str | None = "2024-03-01") -> Document:
        document = parse(text, date)
        TimesStage().annotate(document)
        return document

    return make


def test_spans_are_exact_and_in_order(read: Callable[..., Document]) -> None:
    document = read(TEXT)
    assert len(document.times) >= 12
    end = 0
    for time in document.times:
        assert time.span.start >= end
        assert quote(document.text, time.span) == quote(document.text, time.span).strip()
        end = time.span.end


def test_no_interval_runs_backwards(read: Callable[..., Document]) -> None:
    for time in read(TEXT).times:
        if time.earliest and time.latest:
            assert time.earliest <= time.latest


def test_a_second_reading_is_the_same(read: Callable[..., Document]) -> None:
    first = read(TEXT).times
    read("The mayor died on 1 May 1999.")
    assert read(TEXT).times == first


def test_without_a_day_of_publication_nothing_relative_has_days(read: Callable[..., Document]) -> None:
    text = "Yesterday and on Monday, two days ago, last week, in October and over the past three months they fought."
    times = read(text, None).times
    assert len(times) >= 5
    assert all(time.earliest is None and time.latest is None for time in times)


def test_a_chosen_year_says_so(read: Callable[..., Document]) -> None:
    chosen, given = read("It began on 9 November and ended on 9 December 2023.").times
    assert chosen.derived == "year.past"
    assert given.derived is None


def test_a_weekday_chooses_the_year(read: Callable[..., Document]) -> None:
    (time,) = read("It happened on Monday, Nov. 7.", "2024-03-01").times
    assert time.earliest is not None
    assert time.earliest.isoformat() == "2022-11-07"


def test_furniture_is_not_read(parse: Callable[..., Document]) -> None:
    document = parse("")
    TimesStage().annotate(document)
    assert document.times == ()


def test_tape_knows_numbers_by_their_size() -> None:
    tape = read_tape("7 13 31 45 2023 1,200 20240301", 0, 31)
    assert compile_form("N12 N24 N31 N99 YEAR NBIG N8").fullmatch(tape.classes)


def test_tape_takes_offsets_from_the_report() -> None:
    text = "x 3 p.m. 7 o'clock"
    tape = read_tape(text, 2, len(text))
    assert [text[a:b] for a, b in zip(tape.starts, tape.ends, strict=True)] == ["3", "p.m.", "7", "o'clock"]


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(KeyError):
        compile_form("MONTH NOSUCHCLASS")


PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "times-and-counts.md"
RULES = """Shells fell on Tuesday, on the 18th, in early March, on May 3, on Thursday, Nov. 9, on Monday the 5th.
Talks will open on Friday, on the 21st and in June. Two days before 7 October the next day came. He was there at
Christmas, in Ramadan, last winter and on 9/11; in mid-May and late July they left."""


def test_the_page_tells_every_rule(read: Callable[..., Document]) -> None:
    cells = re.findall(r"^\| (`.+?) \|", PAGE.read_text(encoding="utf-8"), re.M)
    cells = re.findall(r"^\| (`.+?) \|", PAGE.read_text(encoding="utf-8"), re.M)
    told = set(re.findall(r"`([^`]+)`", " ".join(cells)))
    made = {rule for time in read(RULES).times for rule in (time.derived or "").split("; ")} - {""}
    assert len(made) >= 12
    assert made <= told
