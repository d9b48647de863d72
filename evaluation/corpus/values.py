"""Compiles T and C lines: times and counts."""

from __future__ import annotations

import datetime

from evaluation.contract import COUNT_KINDS, TIME_TYPES
from evaluation.corpus import timex
from evaluation.corpus.builder import Builder, Item
from evaluation.corpus.layout import CorpusError
from evaluation.corpus.notation import Line


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text.strip() else None


def window(text: str) -> timex.Days:
    """`first..last`, either end open, or `none`, as days.

    Raises:
        CorpusError: it has another form.
    """
    if text == "none":
        return timex.NONE
    if ".." not in text:
        raise CorpusError(f"{text!r} is no window like 2024-01-20..2024-01-28")
    first, last = text.split("..", 1)
    try:
        days = _day(first), _day(last)
    except ValueError as error:
        raise CorpusError(f"{text!r}: {error}") from error
    if days[0] and days[1] and days[0] > days[1]:
        raise CorpusError(f"{text!r} ends before it begins")
    return days


def iso(day: datetime.date | None) -> str | None:
    """A day as the record has it."""
    return day.isoformat() if day else None


def _time(builder: Builder, line: Line) -> Item:
    value = None if line.field(1) in ("-", "") else line.field(1)
    if value is not None and not timex.legal(value):
        raise CorpusError(f"{value!r} is no TIMEX3 value")
    try:
        first, last = window(line.field(2)) if line.field(2) else timex.days(value or "")
    except ValueError as error:
        raise CorpusError(f"{value!r}: {error}") from error
    kind = line.head[1] if len(line.head) > 1 else timex.kind(value)
    if kind not in TIME_TYPES:
        raise CorpusError(f"{kind!r} is no type of time")
    return {
        **builder.quoted(builder.pointer.span(line.field(0))),
        "type": kind,
        "value": value,
        "earliest": iso(first),
        "latest": iso(last),
    }


def _number(word: str) -> int | None:
    if word == "-":
        return None
    if not word.isdigit():
        raise CorpusError(f"{word!r} is no number")
    return int(word)


def _count(builder: Builder, line: Line) -> Item:
    words = line.field(1).split()
    numbers = [_number(word) for word in (words * 3 if len(words) == 1 else words)]
    if len(numbers) != 3:
        raise CorpusError("one number, or three: low best high")
    if line.field(2) not in COUNT_KINDS:
        raise CorpusError(f"{line.field(2)!r} is not one of {' '.join(sorted(COUNT_KINDS))}")
    who = builder.quoted(builder.span(line.field(3))) if line.field(3) else None
    low, best, high = numbers
    span = builder.quoted(builder.pointer.span(line.field(0)))
    return {**span, "low": low, "best": best, "high": high, "of": line.field(2), "who": who}


def values(builder: Builder) -> None:
    """Make times and counts, in the order of the text."""
    for kind, layer, make in (("T", "times", _time), ("C", "counts", _count)):
        made: list[tuple[str, Item]] = []
        for line in builder.sheet.of(kind):
            if not line.name.startswith(kind.lower()) or line.name in builder.names:
                builder.fault(line, f"names are {kind.lower()}1, {kind.lower()}2 ..., each once")
                continue
            try:
                made.append((line.name, make(builder, line)))
                builder.names[line.name] = -1
            except CorpusError as error:
                builder.fault(line, error)
        made.sort(key=lambda pair: (pair[1]["start"], pair[1]["end"]))
        builder.names.update({name: index for index, (name, _) in enumerate(made)})
        builder.record[layer] = [item for _, item in made]
