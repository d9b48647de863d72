"""Forms of working days: five working days, the next four business days. Monday to Friday; holidays are not known."""

from __future__ import annotations

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.forms import Match, form, start_of
from dateline.mentions.times.length import NUMBER, number_of
from dateline.mentions.times.piece import Piece, Reader, stretch_value


@form(f"THE? (?P<which>LAST|NEXT)? (?P<number>{NUMBER}) WORKING (?P<unit>UNIT)")
def working_days(reader: Reader, match: Match) -> Piece | None:
    """Five working days: a length; the next four business days: a stretch that begins with the first of them."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    number = number_of(tape, *match.span("number"))
    if tape.values[last] != "day" or (tape.words[first] == "the" and start_of(match, "which") < 0):
        return None
    length = f"P{number:g}BD" if number else "PXBD"
    if number is None or start_of(match, "which") < 0 or reader.reference is None or number != int(number):
        return Piece(first, last, "DURATION", "length", length, number=number)
    ahead = tape.values[start_of(match, "which")] > 0
    days = _worked(reader.reference, int(number), 1 if ahead else -1)
    low, high = min(days), max(days)
    value = stretch_value(low, cal.shift_days(high, 1) or high, length)
    return Piece(first, last, "DATE", "days", value, low, high, "publication")


def _worked(start: Day, number: int, step: int) -> list[Day]:
    """The next (or last) working days from a day that is not one of them."""
    days: list[Day] = []
    day = start
    while len(days) < min(number, 400):
        day = cal.shift_days(day, step) or day
        if day.weekday() < 5:
            days.append(day)
    return days
