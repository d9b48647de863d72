"""Dates as mastheads and agencies write them: whole expressions, never a guess at what is missing.

Used for lines about the page (when it was published), not for the times that a report tells of.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.spans import Span

MONTH_STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY_STEMS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)\b\.?"
)
_DAY = r"(?P<d{n}>[0-3]?\d)(?:st|nd|rd|th)?"
# "March 5, 1830 GMT" is an hour and no year.
_YEAR = r"(?P<y{n}>(?:1[789]|2[0-29])\d\d)(?!\d)(?!\s*(?:GMT|UTC|hrs|hours|local|h\b))"
_LEAD = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"


def _numbered(pattern: str, number: int) -> str:
    return pattern.replace("{n}", str(number))


_FORMS = (
    rf"(?P<m1>{MONTH})[\s-]*{_numbered(_DAY, 1)}(?:,\s*|\s+|-){_numbered(_YEAR, 1)}",
    rf"{_numbered(_DAY, 2)}(?:\s+of)?[\s-]*(?P<m2>{MONTH}),?[\s-]*{_numbered(_YEAR, 2)}",
    rf"{_numbered(_YEAR, 3)}(?P<sep3>[-/.])(?P<m3>[01]?\d)(?P=sep3)(?P<d3>[0-3]?\d)(?!\d)",
    rf"(?P<a4>[0-3]?\d)(?P<sep4>[-/.])(?P<b4>[0-3]?\d)(?P=sep4){_numbered(_YEAR, 4)}",
    rf"(?P<m5>{MONTH})\s*{_numbered(_DAY, 5)}(?!\d)",
    rf"{_numbered(_DAY, 6)}(?:\s+of)?\s*(?P<m6>{MONTH})(?![\s,]*\d)",
)
DATE = re.compile(rf"(?<![\w/.-]){_LEAD}(?:{'|'.join(_FORMS)})", re.IGNORECASE)

_ZONE = r"(?:GMT|UTC|Z|[A-Z]{1,3}ST|[A-Z]{1,3}DT|[ECMP]T|CET|EET|MSK|WAT|EAT|local\s+time)(?![a-z])"
_OFFSET = r"(?:GMT|UTC)?\s*[+-]\d{1,2}(?::?\d\d)?\b"
TIME = re.compile(
    rf"(?:\bT|(?<![\d:.]))(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?)?|\s*[ap]\.?m\b\.?)"
    rf"(?:\s*\(?(?:{_OFFSET}|{_ZONE})\)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written. `year` is None where none stands; `day` is None where the order of day and month is open
    or the parts contradict one another.
    """

    span: Span
    year: int | None
    month: int | None
    day: int | None

    @property
    def date(self) -> datetime.date | None:
        """The day, if year, month and day are all there."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    def in_year(self, year: int) -> datetime.date | None:
        """The day in a year that is known from elsewhere."""
        if self.month is None or self.day is None:
            return None
        return _day(year, self.month, self.day)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return MONTH_STEMS.index(name[:3].lower()) + 1


def _candidates(groups: dict[str, str | None]) -> Iterator[tuple[int | None, int, int]]:
    """Every (year, month, day) that the words can stand for."""
    if groups["a4"]:
        first, second = int(groups["a4"]), int(groups["b4"] or 0)
        year = int(groups["y4"] or 0)
        yield year, second, first
        if first != second:
            yield year, first, second
        return
    for n in "12356":
        month = groups[f"m{n}"]
        if month:
            year_text = groups.get(f"y{n}")
            number = int(month) if month.isdigit() else _month(month)
            yield (int(year_text) if year_text else None, number, int(groups[f"d{n}"] or 0))


def _fits(year: int | None, month: int, day: int, weekday: int | None) -> bool:
    """Whether there is such a day, and it falls on the weekday that stands beside it."""
    found = _day(year if year is not None else 2000, month, day)  # 2000 has a 29 February
    if found is None:
        return False
    return year is None or weekday is None or found.weekday() == weekday


def _read(match: re.Match[str]) -> Written | None:
    groups = match.groupdict()
    name = groups["weekday"]
    weekday = _WEEKDAY_STEMS.index(name[:3].lower()) if name else None
    options = list(_candidates(groups))
    if not any(_fits(year, month, day, None) for year, month, day in options):
        return None
    span = Span(*match.span())
    fitting = [option for option in options if _fits(*option, weekday)]
    if len(fitting) != 1:
        return Written(span, options[0][0], None, None)
    return Written(span, *fitting[0])


def written_dates(text: str, start: int = 0, end: int | None = None) -> list[Written]:
    """The dates that stand in a stretch of text, in order; spans count in the whole text.

    "01/03/2024" has no `day`, unless a weekday decides it ("Fri 01/03/2024"); a date that contradicts its
    weekday has none either.
    """
    matches = DATE.finditer(text, start, len(text) if end is None else end)
    return [found for match in matches if (found := _read(match))]
