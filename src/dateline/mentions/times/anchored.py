"""Forms that count from the last day that the text named: the next day, that night, the following week."""

from __future__ import annotations

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.forms import Match, form
from dateline.mentions.times.piece import Piece, Reader, from_days


def weekday_after_last(reader: Reader, first: int, last: int, number: int) -> Piece:
    """The following Friday, in a tale of the past: the first one after the last day that the text named."""
    if reader.last_day is None:
        return Piece(first, last, "DATE", "day", f"XXXX-WXX-{number + 1}")
    day = cal.shift_days(reader.last_day, (number - reader.last_day.weekday() - 1) % 7 + 1)
    return from_days(first, last, day, day, "day", "last day named")


def unit_after_last(reader: Reader, first: int, last: int, unit: str) -> Piece:
    """The following week or year, in a tale of the past: the one after that of the last day that the text named."""
    moved = cal.shift(cal.unit_of(reader.last_day, unit)[0], 1, unit) if reader.last_day else None
    if moved is None:
        return Piece(first, last, "DATE", unit)
    low, high = cal.unit_of(moved, unit)
    return from_days(first, last, low, high, unit, "last day named")


def day_beside_last(reader: Reader, first: int, last: int, step: int) -> Piece:
    """The next day, a day earlier: from the last day that the text named."""
    if reader.last_day is None:
        return Piece(first, last, "DATE", "day")
    day = cal.shift_days(reader.last_day, step)
    return from_days(first, last, day, day, "day", "last day named")


@form("THE SAME (?P<unit>UNIT)", "SAME (?P<unit>UNIT)")
def same_unit(reader: Reader, match: Match) -> Piece | None:
    """That day, the same week: the one around the last day that the text named."""
    unit = reader.tape.values[match.end() - 1]
    first, last = match.start(), match.end() - 1
    if reader.tape.words[last].endswith("s") or unit == "fortnight":
        return None
    if reader.last_day is None:
        return Piece(first, last, "DATE", unit)
    low, high = cal.unit_of(reader.last_day, unit)
    return from_days(first, last, low, high, unit, "last day named")


@form("SAME (?P<part>PART)", "THE SAME (?P<part>PART)")
def that_night(reader: Reader, match: Match) -> Piece | None:
    """That night, the same afternoon: on the last day that the text named."""
    first, last = match.start(), match.end() - 1
    code, day = reader.tape.values[last], reader.last_day
    if reader.tape.words[last].endswith("s"):
        return None
    if day is None:
        return Piece(first, last, "TIME", "part", f"T{code}")
    return Piece(first, last, "TIME", "part", f"{cal.iso(day)}T{code}", day, day, "last day named")


@form("THE UNIT (?P<way>BEFORE|AFTER|EARLIER_LATER)")
def the_day_before(reader: Reader, match: Match) -> Piece | None:
    """The day before, the week after: only where nothing follows that it is measured from."""
    tape = reader.tape
    if tape.values[match.start() + 1] not in ("day", "week", "month", "year") or tape.words[match.start() + 1].endswith(
        "s"
    ):
        return None
    following = reader.parsed(match.end()) if match.end() < len(tape.words) else None
    if following is not None and reader.syntax.pos[following] not in ("PUNCT", "ADP", "CCONJ", "VERB", "AUX"):
        return None
    step = -1 if tape.words[match.end() - 1] in ("before", "earlier") else 1
    unit = tape.values[match.start() + 1]
    if unit == "day":
        return day_beside_last(reader, match.start(), match.end() - 1, step)
    if reader.last_day is None:
        return Piece(match.start(), match.end() - 1, "DATE", unit)
    moved = cal.shift(reader.last_day, step, unit)
    low, high = cal.unit_of(moved or reader.last_day, unit)
    return from_days(match.start(), match.end() - 1, low, high, unit, "last day named")
