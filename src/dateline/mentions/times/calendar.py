"""Calendar arithmetic for time expressions: pure functions over days. All intervals are inclusive."""

from __future__ import annotations

import calendar
import datetime

from dateline.errors import ResourceError

Day = datetime.date
Interval = tuple[Day, Day]

FIRST_YEAR, LAST_YEAR = 1000, 2199


def make_day(year: int, month: int, day: int) -> Day | None:
    """The day, or None where the calendar has none (30 February) or the year is out of our range."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Day(year, month, day)


def shift_days(day: Day, days: int) -> Day | None:
    """The day so many days later (or earlier); None beyond the calendar."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: Day, months: int) -> Day | None:
    """The same day of another month, the last one where the month is shorter; None beyond our range."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_of(year: int, month: int) -> Interval:
    """First and last day of a month."""
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def week_of(day: Day) -> Interval:
    """Monday and Sunday of the day's week (ISO 8601)."""
    monday = day - datetime.timedelta(days=day.weekday())
    return monday, shift_days(monday, 6) or Day.max


def quarter_of(year: int, quarter: int) -> Interval:
    """First and last day of a calendar quarter, 1 to 4."""
    return month_of(year, 3 * quarter - 2)[0], month_of(year, 3 * quarter)[1]


def unit_of(day: Day, unit: str) -> Interval:
    """The calendar day, week, month, quarter, year, decade or century that a day lies in.

    Raises:
        ResourceError: an unknown unit, which only a damaged lexicon can bring.
    """
    if unit == "day":
        return day, day
    if unit == "week":
        return week_of(day)
    if unit == "weekend":
        monday, sunday = week_of(day)
        return shift_days(monday, 5) or sunday, sunday
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None:
        raise ResourceError(f"unit {unit!r}", expected="a calendar unit")
    start = day.year - day.year % years
    return Day(start, 1, 1), Day(start + years - 1, 12, 31)


def shift(day: Day, number: int, unit: str) -> Day | None:
    """A day moved by a number of units."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days:
        return shift_days(day, days * number)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return shift_months(day, months * number)


def easter(year: int) -> Day:
    """Easter Sunday of the western churches (anonymous Gregorian algorithm, Meeus 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return Day(year, month, (h - m + r + month + 19) % 32)


# Days between the Julian day of 1 Muharram AH 1 (civil epoch, 16 July 622 Julian) and ordinal 0 of `datetime.date`.
_HIJRA = 227015


def hijri(year: int, month: int, day: int) -> Day:
    """A day of the tabular (civil) Islamic calendar, Reingold and Dershowitz, "Calendrical Calculations", chapter 7.

    The calendar by sight differs from it by a day or so, and from country to country: callers widen what they get.
    """
    passed = 354 * (year - 1) + (3 + 11 * year) // 30
    return Day.fromordinal(_HIJRA - 1 + passed + 29 * (month - 1) + month // 2 + day)


def hijri_year_near(day: Day) -> int:
    """The Islamic year in which a day falls, give or take one at its edges."""
    return (30 * (day.toordinal() - _HIJRA) + 10646) // 10631


def iso(day: Day) -> str:
    """YYYY-MM-DD."""
    return day.isoformat()


def unit_value(start: Day, unit: str) -> str:
    """The TIMEX3 value of a calendar unit, from its first day."""
    year, week, _ = start.isocalendar()
    values = {
        "week": f"{year}-W{week:02d}",
        "weekend": f"{year}-W{week:02d}-WE",
        "month": f"{start.year:04d}-{start.month:02d}",
        "quarter": f"{start.year:04d}-Q{(start.month + 2) // 3}",
        "year": f"{start.year:04d}",
        "decade": f"{start.year // 10}",
        "century": f"{start.year // 100}",
    }
    return values.get(unit, iso(start))
