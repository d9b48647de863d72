"""Forms that count from the day of reference: yesterday, Friday, last week, the past three days, two days ago."""

from __future__ import annotations

from dataclasses import replace

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.anchored import day_beside_last, unit_after_last, weekday_after_last
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.dates import dated
from dateline.mentions.times.forms import Match, form, start_of
from dateline.mentions.times.length import NUMBER, length_value, number_of
from dateline.mentions.times.piece import Piece, Reader, from_days, stretch_value


def _relative(first: int, last: int, low: Day | None, high: Day | None, unit: str) -> Piece:
    """A piece counted from the publication day; without one, nothing is resolved."""
    if low is None:
        return Piece(first, last, "DATE", unit)
    return from_days(first, last, low, high, unit, "publication")


def _from_reference(reader: Reader, days: int) -> Day | None:
    return cal.shift_days(reader.reference, days) if reader.reference else None


@form("DAYWORD", "(?P<part>EARLIER_LATER) DAYWORD")
def dayword(reader: Reader, match: Match) -> Piece | None:
    """Today, yesterday, tomorrow; earlier today."""
    at = match.end() - 1
    if reader.label(at) in ("ORG", "WORK_OF_ART", "PRODUCT") and reader.tape.capital(at):
        return None
    day = _from_reference(reader, reader.tape.values[at])
    return _relative(match.start(), at, day, day, "day")


@form("THE? UNIT (?P<way>BEFORE|AFTER) DAYWORD")
def day_beside_dayword(reader: Reader, match: Match) -> Piece | None:
    """The day before yesterday; the day after tomorrow."""
    tape = reader.tape
    at = match.end() - 1
    if "day" not in tape.words[match.start() : match.start() + 2]:
        return None
    step = 1 if tape.words[start_of(match, "way")] == "after" else -1
    day = _from_reference(reader, tape.values[at] + step)
    return _relative(match.start(), at, day, day, "day")


@form(
    "(?P<which>THIS|LAST|NEXT|THE)? (?P<weekday>WEEKDAY|SHORT_WEEKDAY) DOT?",
    "THE? (?P<weekday>WEEKDAY) OF? (?P<which>THIS|LAST|NEXT) (?P<unit>UNIT)",
)
def weekday(reader: Reader, match: Match) -> Piece | None:
    """Friday, last Friday, Friday of next week: the last such day, today included, or the next in a future clause."""
    tape = reader.tape
    first, last, at = match.start(), match.end() - 1, start_of(match, "weekday")
    if tape.words[last] == "." and reader.is_class(at, "WEEKDAY"):
        last -= 1
    short = reader.is_class(at, "SHORT_WEEKDAY") and not tape.capital(at)
    if short or ("unit" in match.groupdict() and tape.values[start_of(match, "unit")] != "week"):
        return None
    at_which = start_of(match, "which")
    if at_which == first and (reader.is_class(first, "THE") or reader.governs(first)):
        first += 1
    number = tape.values[at]
    which = tape.words[at_which] if at_which >= first else ""
    if which == "following" and reader.reference is not None and not reader.future(first, last):
        return weekday_after_last(reader, first, last, number)
    weeks = tape.values[start_of(match, "which")] if "unit" in match.groupdict() else None
    return _named_weekday(reader, first, last, number, which, weeks)


def _named_weekday(reader: Reader, first: int, last: int, number: int, which: str, weeks: int | None) -> Piece:
    """The piece of a weekday; `weeks` from the week of the reference, where the text names the week."""
    if reader.reference is None:
        return Piece(first, last, "DATE", "day", f"XXXX-WXX-{number + 1}", floating=True, weekday=number)
    if weeks is not None:
        day = _weekday_of_week(reader.reference, number, weeks)
    else:
        day = _weekday(reader, first, last, number, which)
    made = from_days(first, last, day, day, "day", "weekday.future" if day > reader.reference else "weekday.past")
    return replace(made, floating=True, weekday=number)


def _weekday_of_week(reference: Day, number: int, weeks: int) -> Day:
    return cal.shift_days(cal.week_of(reference)[0], 7 * weeks + number) or reference


def _weekday(reader: Reader, first: int, last: int, number: int, which: str) -> Day:
    """The day that a weekday's name means. "Last Friday" on a Friday is a week ago; "next" is of next week.

    In a future clause today counts: "the vote will be held on Friday", told on a Friday, is today's.
    """
    reference = reader.reference or Day(2000, 1, 1)
    back, ahead = (reference.weekday() - number) % 7, (number - reference.weekday()) % 7
    if which in ("next", "following"):
        return _weekday_of_week(reference, number, 1)
    future = reader.future(first, last)
    if which in ("this", "current") and not future:
        return _weekday_of_week(reference, number, 0)
    if which in ("last", "past", "previous", "preceding"):
        # On a Thursday "Wednesday" is yesterday; "last Wednesday" is the one before.
        days = -(back + 7 if back < 2 else back)
    elif which in ("coming", "upcoming"):
        days = ahead or 7
    else:
        days = ahead if future else -back
    return cal.shift_days(reference, days) or reference


@form("(?:THE|THIS)? (?P<which>THIS|LAST|NEXT) (?:FISCAL|CALENDAR)? (?P<unit>UNIT)", "THE? (?P<unit>UNIT)")
def unit_relative(reader: Reader, match: Match) -> Piece | None:
    """Last week, this year, the coming days; "the weekend"."""
    tape = reader.tape
    first, last, at = match.start(), match.end() - 1, start_of(match, "unit")
    unit = tape.values[at]
    if "which" not in match.groupdict():
        return _the_weekend(reader, first, last) if tape.words[at] == "weekend" else None
    if first and start_of(match, "which") == first and tape.words[first - 1] in ("a", "an"):
        return None
    which, step = tape.words[start_of(match, "which")], tape.values[start_of(match, "which")]
    if at - start_of(match, "which") > 1 and not reader.is_class(at - 1, "CALENDAR"):
        return _fiscal(reader, first, last, step)
    if tape.words[at].endswith("s"):
        return _vague_stretch(reader, first, last, which, unit)
    if unit in ("day", "fortnight"):
        return _day_beside(reader, first, last, which, step, unit)
    return _unit_at(reader, first, last, unit, step, which)


def _day_beside(reader: Reader, first: int, last: int, which: str, step: int, unit: str) -> Piece | None:
    """The next day, the previous day: from the last day that the text named; "the past day" from the reference."""
    told = which in ("following", "preceding", "previous") or (which == "next" and reader.tape.words[first] == "the")
    if unit == "day" and told:
        return day_beside_last(reader, first, last, step)
    return _stretch(reader, first, last, step, 1, unit)


def _unit_at(reader: Reader, first: int, last: int, unit: str, step: int, which: str) -> Piece | None:
    """The calendar unit a step from that of the reference; "the following week" of a tale from the last day named."""
    if which == "following" and not reader.future(first, last):
        return unit_after_last(reader, first, last, unit)
    reference = reader.reference
    if reference is None:
        return Piece(first, last, "DATE", unit)
    moved = cal.shift(cal.unit_of(reference, unit)[0], step, unit)
    if which == "past" and reader.tape.words[first] == "the" and unit != "quarter":
        return _stretch(reader, first, last, -1, 1, unit)
    if unit == "weekend" and which in ("coming", "upcoming"):
        moved = cal.unit_of(reference, unit)[0]
    if moved is None:
        return Piece(first, last, "DATE", unit)
    low, high = cal.unit_of(moved, unit)
    return from_days(first, last, low, high, unit, "publication")


def _fiscal(reader: Reader, first: int, last: int, step: int) -> Piece | None:
    if reader.tape.values[last] != "year":
        return None
    code = "SY" if reader.tape.words[last - 1] in ("school", "academic") else "FY"
    value = f"{code}{reader.reference.year + step}" if reader.reference else None
    return Piece(first, last, "DATE", "fiscal", value)


def _the_weekend(reader: Reader, first: int, last: int) -> Piece:
    """The weekend: the last one that has begun, or the one ahead in a future clause."""
    if reader.reference is None:
        return Piece(first, last, "DATE", "weekend", "XXXX-WXX-WE")
    low, high = cal.unit_of(reader.reference, "weekend")
    if low > reader.reference and not reader.future(first, last):
        moved = cal.shift_days(low, -7)
        low, high = cal.unit_of(moved or low, "weekend")
    return from_days(first, last, low, high, "weekend", "publication")


_SINGULAR = frozenset(("day", "week", "month", "quarter", "year", "decade", "century", "weekend", "hour", "minute"))


def _vague_stretch(reader: Reader, first: int, last: int, which: str, unit: str) -> Piece:
    """The coming days, in past weeks: from the day of publication on (or back), the other end open."""
    ahead = which in ("next", "coming", "upcoming", "following")
    value = "FUTURE_REF" if ahead else "PAST_REF"
    if which in ("this", "current"):
        return Piece(first, last, "DATE", "vague", "PRESENT_REF")
    if ahead:
        return Piece(
            first, last, "DATE", "vague", value, reader.reference, None, "publication" if reader.reference else None
        )
    derived = "publication" if reader.reference else None
    return Piece(first, last, "DATE", "vague", value, None, reader.reference, derived)


@form("THE? RECENT (?:UNIT|CLOCK_UNIT)")
def recent(reader: Reader, match: Match) -> Piece | None:
    """In recent days: up to the day of publication, its beginning open."""
    return _vague_stretch(reader, match.start(), match.end() - 1, "past", "day")


@form(
    f"(?:THE|THIS)? (?P<which>LAST|NEXT) (?P<number>{NUMBER}) OF? (?P<unit>UNIT|CLOCK_UNIT)",
    f"THE? (?P<number>{NUMBER}) (?P<which>LAST|NEXT) (?P<unit>UNIT|CLOCK_UNIT)",
)
def counted_stretch(reader: Reader, match: Match) -> Piece | None:
    """The past three days, the next two weeks, the last 24 hours."""
    tape = reader.tape
    number = number_of(tape, *match.span("number"))
    which, unit = tape.values[start_of(match, "which")], tape.values[start_of(match, "unit")]
    first, last = match.start(), match.end() - 1
    if number is not None and number > 1 and tape.words[start_of(match, "unit")] in _SINGULAR:
        return None
    if number is None:
        return _vague_stretch(reader, first, last, tape.words[start_of(match, "which")], unit)
    return _stretch(reader, first, last, which, number, unit)


def _stretch(reader: Reader, first: int, last: int, way: int, number: float, unit: str) -> Piece | None:
    """So many units up to the reference or from it on."""
    reference = reader.reference
    length = length_value(number, unit)
    if reference is None or way == 0:
        return Piece(first, last, "DURATION", "length", length, number=number) if way else None
    if unit in ("hour", "minute", "second"):
        days = int(-(-number // 24)) if unit == "hour" else 0
        other = cal.shift_days(reference, way * days) or reference
        low, high = min(reference, other), max(reference, other)
        return Piece(first, last, "DURATION", "clock", length, low, high, "publication")
    if number != int(number):
        return Piece(first, last, "DURATION", "length", length, number=number)
    if unit == "quarter":
        return _quarters(first, last, reference, way * int(number), length)
    return _run(first, last, reference, way * int(number), unit)


def _run(first: int, last: int, reference: Day, number: int, unit: str) -> Piece | None:
    """So many days, weeks, months or years, up to the reference or from the day after it."""
    begin = reference if number < 0 else cal.shift_days(reference, 1)
    other = cal.shift(begin, number, unit) if begin else None
    if begin is None or other is None:
        return None
    start, end = min(begin, other), max(begin, other)
    value = stretch_value(start, end, length_value(abs(number), unit))
    # "The past three days" told today take in today; the next three days begin tomorrow.
    high = reference if number < 0 else cal.shift_days(end, -1)
    return Piece(first, last, "DATE", "days", value, start, high, "publication", number=abs(number))


def _quarters(first: int, last: int, reference: Day, number: int, length: str) -> Piece | None:
    """The last two quarters: whole ones, this one left out."""
    begin = cal.unit_of(reference, "quarter")[0]
    start = cal.shift(begin, number if number < 0 else 1, "quarter")
    end = begin if number < 0 else cal.shift(begin, number + 1, "quarter")
    if start is None or end is None:
        return None
    value = stretch_value(start, end, length)
    return Piece(first, last, "DATE", "days", value, start, cal.shift_days(end, -1), "publication")


@form("THE UNIT AHEAD")
def units_ahead(reader: Reader, match: Match) -> Piece | None:
    """The months ahead."""
    if not reader.tape.words[match.start() + 1].endswith("s"):
        return None
    return _vague_stretch(reader, match.start(), match.end() - 1, "coming", "day")


@form(
    f"(?P<number>{NUMBER}|ARTICLE) DASH? (?P<unit>UNIT|CLOCK_UNIT) (?P<way>AGO|EARLIER_LATER)",
    f"(?P<number>{NUMBER}|ARTICLE) (?P<unit>UNIT|CLOCK_UNIT) (?P<way>FROM) (?:PRESENT|DAYWORD)",
)
def measured(reader: Reader, match: Match) -> Piece | None:
    """Two days ago, three weeks later, a year earlier, a week from now."""
    tape = reader.tape
    number = number_of(tape, *match.span("number"))
    unit, way = tape.values[start_of(match, "unit")], tape.words[start_of(match, "way")]
    if way == "from" and match.start() and tape.words[match.start() - 1] == "for":
        return None  # "for three days from today" is a stretch
    start = reader.reference if way in ("ago", "from") else reader.last_day
    if way == "from" and start and reader.is_class(match.end() - 1, "DAYWORD"):
        start = cal.shift_days(start, tape.values[match.end() - 1])
    step = -1 if way in ("ago", "earlier") else 1
    derived = "publication" if way in ("ago", "from") else "last day named"
    return moved(match.start(), match.end() - 1, start, number, unit, step, derived)


def moved(
    first: int, last: int, start: Day | None, number: float | None, unit: str, step: int, derived: str
) -> Piece | None:
    """A day so many units from another one. Months and years keep their grain: "two years ago" is a year, not a day."""
    if unit in ("hour", "minute", "second"):
        if start is None or number is None or number > 23 or unit != "hour":
            day = start if unit != "hour" else None
            return Piece(
                first, last, "TIME", "clock", cal.iso(day) if day else None, day, day, derived if day else None
            )
        low = cal.shift_days(start, step) or start
        return Piece(first, last, "TIME", "clock", None, min(low, start), max(low, start), derived)
    if start is None or number is None or number != int(number):
        vague = number is None and derived == "publication"
        value = ("PAST_REF" if step < 0 else "FUTURE_REF") if vague else None
        return Piece(first, last, "DATE", unit, value)
    found = cal.shift(start, step * int(number), unit)
    if found is None:
        return None
    if unit in ("day",):
        return from_days(first, last, found, found, "day", derived)
    low, high = _around(found, unit)
    return Piece(first, last, "DATE", unit, cal.iso(found), low, high, derived)


def _around(day: Day, unit: str) -> cal.Interval:
    """The days that a distance in weeks, months or years can mean: the calendar unit around the exact day."""
    if unit in ("week", "fortnight"):
        return day, day
    return cal.unit_of(day, {"quarter": "quarter", "decade": "year", "century": "year"}.get(unit, unit))


@form(f"IN (?P<number>{NUMBER}|ARTICLE) (?P<unit>UNIT) (?:QUOTE ESS? TIME)?")
def in_so_long(reader: Reader, match: Match) -> Piece | None:
    """In two weeks, in a month's time: only of what is to come; else it is a length of time."""
    tape = reader.tape
    if not reader.future(match.start(), match.end() - 1) and tape.words[match.end() - 1] != "time":
        return None
    number = number_of(tape, *match.span("number"))
    unit = tape.values[start_of(match, "unit")]
    return moved(match.start(), match.end() - 1, reader.reference, number, unit, 1, "publication")


@form("(?P<which>LAST|NEXT|THIS) (?P<day>(?:N12|N24|N31) SUFFIX? OF?) (?P<month>MONTH)")
def next_sixth_of_april(reader: Reader, match: Match) -> Piece | None:
    """Next 6th of April."""
    tape = reader.tape
    reference = reader.reference
    month, day = tape.values[start_of(match, "month")], tape.values[start_of(match, "day")]
    if reference is None:
        return dated(reader, match.start(), match.end() - 1, month, day, None)
    year = reference.year + (1 if (month, day) <= (reference.month, reference.day) else 0)
    year -= 1 if tape.words[match.start()] in ("last", "past") else 0
    return dated(reader, match.start(), match.end() - 1, month, day, year)
