"""Dates inside longer periods: October of last year, the first week of May, the last three days of 2023."""

from __future__ import annotations

from dataclasses import replace

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.length import NUMBER, length_value, number_of
from dateline.mentions.times.piece import Piece, Reader, stretch_value
from dateline.mentions.times.tape import compile_form

_OF_GAP = compile_form("OF|IN")
_NTH_OF = compile_form("THE? (?P<nth>ORDINAL|N12 SUFFIX|N24 SUFFIX|N31 SUFFIX) (?P<unit>UNIT) (?:OF|IN) THE?")
_FIRST_OF = compile_form(f"THE? ORDINAL (?P<number>{NUMBER}) (?P<unit>UNIT) (?:OF|IN) THE?")
_WEEK_GAP = compile_form("COMMA? ON?|DASH")
_FROM_GAP = compile_form("COMMA? (?:FROM|STARTING) ON?")
_PLURALS = frozenset(("days", "weeks", "months"))
_WEEK_OF = compile_form("(?:THE|THIS)? (?P<unit>UNIT) (?:OF|EARLY|STARTING) (?:ON|THE)?")


def date_of_year(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """October of last year; 3 May this year."""
    if a.month is None or not a.floating or b.unit != "year" or b.low is None or a.low is None:
        return None
    if gap and not _OF_GAP.fullmatch(gap):
        return None
    merged = a.grown(b.first, b.last)
    if a.day is None:
        low, high = cal.month_of(b.low.year, a.month)
        return replace(
            merged, value=cal.unit_value(low, "month"), low=low, high=high, derived=b.derived, floating=False
        )
    day = cal.make_day(b.low.year, a.month, a.day)
    if day is None:
        return None
    return replace(merged, value=cal.iso(day), low=day, high=day, derived=b.derived, floating=False)


def unit_of_period(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """The last week of July, the last day of 2023: the piece "last week" turns out to be part of a longer one."""
    words = reader.tape.words
    if not _OF_GAP.fullmatch(gap) or b.low is None or b.high is None or b.unit not in ("month", "year"):
        return None
    if a.unit == "days" and a.number and words[a.last] in _PLURALS and "last" in words[a.first : a.last]:
        return _stretch_of(replace(b, first=a.first), str(reader.tape.values[a.last]), -int(a.number))
    if words[a.last - 1] != "last" or a.unit not in ("day", "week", "month", "days", "weekend"):
        return None
    unit = reader.tape.values[a.last]
    return _nth_unit(replace(b, first=a.first), unit, -1, b.low, b.high)


def weekday_of_week(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """Next week Monday; last week, on Friday: the weekday of that week."""
    if a.unit != "week" or a.low is None or b.weekday is None or b.unit != "day" or b.day is not None:
        return None
    if not _WEEK_GAP.fullmatch(gap) or reader.tape.words[b.first] in ("last", "next", "this"):
        return None
    day = cal.shift_days(a.low, b.weekday)
    merged = a.grown(b.first, b.last)
    return replace(merged, unit="day", value=cal.iso(day), low=day, high=day, weekday=b.weekday) if day else None


def stretch_from(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """For three days from Monday; a week starting tomorrow: the days of that stretch, the first one included."""
    match = _FROM_GAP.fullmatch(gap)
    if a.type != "DURATION" or a.unit != "length" or not match or b.unit != "day" or b.low is None or not a.number:
        return None
    tape = reader.tape
    plain = "from" in tape.words[a.last + 1 : b.first]
    if plain and (a.first == 0 or tape.words[a.first - 1] != "for"):
        return None
    unit = next((tape.values[t] for t in range(a.last, a.first - 1, -1) if reader.is_class(t, "UNIT")), None)
    if unit not in ("day", "week", "month", "year") or a.number != int(a.number):
        return None
    end = cal.shift(b.low, int(a.number), unit)
    if end is None:
        return None
    value = stretch_value(b.low, end, length_value(a.number, unit))
    merged = a.grown(b.first, b.last)
    return replace(
        merged, type="DATE", unit="days", value=value, low=b.low, high=cal.shift_days(end, -1), derived=b.derived
    )


def _nth_unit(piece: Piece, unit: object, number: int, low: Day, high: Day) -> Piece | None:
    """The n-th day, week, month or weekend of a period; from its end where negative. Weeks are ISO weeks."""
    if unit not in ("day", "week", "month", "weekend", "quarter"):
        return None
    kind = str(unit)
    if kind == "week":
        # The week of a month or year is the one that holds its Thursday (ISO 8601).
        edge = low if number > 0 else high
        start = cal.week_of(edge)[0]
        thursday = cal.shift_days(start, 3) or start
        if number > 0 and thursday < low:
            start = cal.shift_days(start, 7) or start
        if number < 0 and thursday > high:
            start = cal.shift_days(start, -7) or start
    else:
        start = cal.unit_of(low if number > 0 else high, kind)[0]
    moved_to = cal.shift(start, number - 1 if number > 0 else number + 1, kind)
    if moved_to is None or moved_to > high:
        return None
    first, last = cal.unit_of(moved_to, kind)
    return replace(
        piece,
        unit=kind,
        value=cal.unit_value(first, kind),
        low=first,
        high=last,
        floating=piece.floating,
        month=None,
        day=None,
    )


def _stretch_of(piece: Piece, unit: str, number: int) -> Piece | None:
    """The first three months of 2023, the last ten days of May: counted in days from the period's edge."""
    if piece.low is None or piece.high is None or unit not in ("day", "week", "month"):
        return None
    if number > 0:
        end = cal.shift(piece.low, number, unit)
        low, high = piece.low, cal.shift_days(end, -1) if end else None
    else:
        after = cal.shift_days(piece.high, 1)
        start = cal.shift(after, number, unit) if after else None
        low, high = start or piece.high, piece.high
    if high is None or not piece.low <= low <= high <= piece.high:
        return None
    length = length_value(abs(number), unit)
    value = stretch_value(low, cal.shift_days(high, 1) or high, length)
    return replace(piece, unit="days", value=value, low=low, high=high, floating=False, month=None, day=None)


def ordinal_unit(reader: Reader, piece: Piece) -> Piece:
    """The first week of May, the third day of 2024; the week of May 6."""
    if piece.low is None or piece.high is None:
        return piece
    classes, tape = reader.tape.classes, reader.tape
    for width in (7, 6, 5, 4, 3):
        start = piece.first - width
        match = _NTH_OF.fullmatch(classes, start, piece.first) if start >= 0 else None
        if match and piece.unit in ("month", "year"):
            number = next(v for v in tape.values[match.start("nth") : match.end("nth")] if isinstance(v, int))
            unit = tape.values[match.start("unit")]
            return _nth_unit(replace(piece, first=start), unit, number, piece.low, piece.high) or piece
        match = _FIRST_OF.fullmatch(classes, start, piece.first) if start >= 0 else None
        if match and piece.unit in ("month", "year") and "first" in tape.words[start : start + 2]:
            many = int(number_of(tape, *match.span("number")) or 0)
            made = _stretch_of(replace(piece, first=start), tape.values[match.start("unit")], many)
            return made or piece
        match = _WEEK_OF.fullmatch(classes, start, piece.first) if start >= 0 else None
        if match and piece.unit == "day" and tape.words[match.start("unit")] == "week":
            low, high = cal.week_of(piece.low)
            return replace(piece, first=start, unit="week", value=cal.unit_value(low, "week"), low=low, high=high)
    return piece
