"""Forms of dates in figures: 2024-03-01, 23.04.2022, 3/14/23, 22/04, 12/2015, 20240301, 9/11."""

from __future__ import annotations

from dateline.mentions.times.calendar import Day
from dateline.mentions.times.dates import dated, of_month
from dateline.mentions.times.forms import Match, N, form
from dateline.mentions.times.piece import Piece, Reader, from_days

# Behind these words two figures with a stroke are a day and a month, where they can be nothing else.
_DAY_BEFORE = frozenset(("on", "by", "until", "since", "from", "before", "after", "dated", "of"))


@form(
    f"{N} (?P<sep>SLASH|DOT|DASH) {N} (?:SLASH|DOT|DASH) YEAR",
    f"YEAR (?P<sep>SLASH|DOT|DASH) {N} (?:SLASH|DOT|DASH) {N}",
)
def numeric(reader: Reader, match: Match) -> Piece | None:
    """2024-03-01, 3/1/2024, 23.04.2022. Where day and month could both be the month, the American order is read."""
    first, last = match.start(), match.end() - 1
    tape = reader.tape
    if not all(tape.tight(t) for t in range(first, last)) or tape.words[first + 1] != tape.words[first + 3]:
        return None
    if first and tape.tight(first - 1) and tape.words[first - 1] == "/":
        return None  # in an address of the web
    a, b, c = (int(tape.values[t]) for t in (first, first + 2, first + 4))
    if a > 31:
        return dated(reader, first, last, b, c, a)
    if a > 12 or tape.words[first + 1] == ".":
        return dated(reader, first, last, b, a, c)
    return dated(reader, first, last, a, b, c)


@form("N8")
def compact(reader: Reader, match: Match) -> Piece | None:
    """20240301."""
    digits = reader.tape.words[match.start()]
    year = int(digits[:4])
    if not 1950 <= year <= 2050:
        return None
    return dated(reader, match.start(), match.start(), int(digits[4:6]), int(digits[6:]), year)


@form("N12 SLASH N12")
def eleventh_of_september(reader: Reader, match: Match) -> Piece | None:
    """9/11, the one date that goes by its American figures."""
    first = match.start()
    if reader.tape.text[reader.tape.starts[first] : reader.tape.ends[first + 2]] != "9/11":
        return None
    return from_days(first, first + 2, Day(2001, 9, 11), Day(2001, 9, 11), "day", "name.9/11")


@form("(?:N12|N24|N31) SLASH (?:N12|N24|N31) SLASH (?:N00|N12|N24|N31|N99)")
def short_year(reader: Reader, match: Match) -> Piece | None:
    """3/14/23, 23/08/99: with a year of two figures, which is not more than one ahead of the reference."""
    first, last = match.start(), match.end() - 1
    tape = reader.tape
    if not all(tape.tight(t) for t in range(first, last)) or len(tape.words[last]) != 2 or _goes_on(reader, last):
        return None
    a, b, short = (int(tape.values[t]) for t in (first, first + 2, last))
    limit = (reader.reference.year if reader.reference else 2025) % 100 + 1
    year = (2000 if short <= limit else 1900) + short
    month, day = (b, a) if a > 12 else (a, b)
    return dated(reader, first, last, month, day, year)


@form("(?:N24|N31) SLASH N12")
def day_and_month(reader: Reader, match: Match) -> Piece | None:
    """On 22/04: a day that can be no month, a month of two figures, and a word before them that asks for a day."""
    first, last = match.start(), match.end() - 1
    tape = reader.tape
    if not (tape.tight(first) and tape.tight(first + 1)) or len(tape.words[last]) != 2 or _goes_on(reader, last):
        return None
    if first == 0 or tape.words[first - 1] not in _DAY_BEFORE:
        return None
    return dated(reader, first, last, int(tape.values[last]), int(tape.values[first]), None)


@form("N12 (?:SLASH|DASH) YEAR")
def month_and_year(reader: Reader, match: Match) -> Piece | None:
    """12/2015, 05-2021: a month of two figures and a year."""
    first, last = match.start(), match.end() - 1
    tape = reader.tape
    if not (tape.tight(first) and tape.tight(first + 1)) or len(tape.words[first]) != 2 or _goes_on(reader, last):
        return None
    if first and tape.tight(first - 1) and tape.words[first - 1] in ("/", "-", "."):
        return None
    year = int(tape.values[last])
    return of_month(reader, first, last, int(tape.values[first]), year) if 1950 <= year <= 2050 else None


def _goes_on(reader: Reader, last: int) -> bool:
    """Whether more figures hang on: "22/04/17", "12/2015-3"."""
    return reader.is_class(last + 1, "SLASH", "DASH") and reader.tape.tight(last)
