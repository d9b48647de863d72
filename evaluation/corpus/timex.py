"""The days that a TIMEX3 value covers, and the type of expression that it belongs to."""

from __future__ import annotations

import calendar
import datetime
import re

Days = tuple[datetime.date | None, datetime.date | None]
NONE: Days = (None, None)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-([QH])([1-4])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _months(year: int, month: int, length: int) -> Days:
    last = month + length - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    end = datetime.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return datetime.date(year, month, 1), end


def _week(match: re.Match[str]) -> Days:
    monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match[3]:
        return monday + datetime.timedelta(days=5), monday + datetime.timedelta(days=6)
    return monday, monday + datetime.timedelta(days=6)


def _unit(value: str) -> Days:
    """Quarters, halves, seasons, months, years, decades, centuries; (None, None) for what is none of them."""
    if match := _QUARTER.fullmatch(value):
        length = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
    if match := _SEASON.fullmatch(value):
        return _months(int(match[1]), _FIRST_MONTH[match[2]], 3)
    if re.fullmatch(r"\d{4}-\d\d", value):
        return _months(int(value[:4]), int(value[5:]), 1)
    if re.fullmatch(r"\d{2,4}", value):
        years = 10 ** (4 - len(value))
        first = int(value) * years
        return datetime.date(first, 1, 1), datetime.date(first + years - 1, 12, 31)
    return NONE


def days(value: str) -> Days:
    """First and last day of a TIMEX3 value; both None for durations, sets and references such as PRESENT_REF.

    Raises:
        ValueError: the value names a day that is none.
    """
    if "/" in value:
        first, last = value.split("/", 1)
        return days(first)[0], days(last)[1]
    if value.startswith("("):
        begin, after = value[1:].split(",")[:2]
        end = days(after)[0]
        return days(begin)[0], end - datetime.timedelta(days=1) if end else None
    if match := _DAY.match(value):
        day = datetime.date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _WEEK.fullmatch(value):
        return _week(match)
    return _unit(value)


def kind(value: str | None) -> str:
    """DATE, TIME, DURATION or SET, by the form of the value."""
    if value is None:
        return "DATE"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if re.search(r"T(\d|MO|MI|AF|EV|NI|DT)", value) else "DATE"


_FORMS = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF|P(T?[\dX.]+[A-Z]+)+|PT?[\dX.]+[A-Z](T[\dX.]+[A-Z])?"
    r"|[\dX]{2,3}|[\dX]{4}(-(\d\d|XX|Q\d|QX|H\d|SP|SU|FA|WI|W\d\d|WXX)(-(\d\d|XX|WE|\d|X))?)?(T([\dX]{2}(:\d\d)?(:\d\d)?|MO|MI|AF|EV|NI|DT))?"
    r"|T([\dX]{2}(:\d\d)?(:\d\d)?|MO|MI|AF|EV|NI|DT)"
)


def legal(value: str) -> bool:
    """Whether a value has the form of TIMEX3, a range `first/last`, or `(first,end,length)`."""
    if value.startswith("(") and value.endswith(")"):
        return value.count(",") == 2
    return all(_FORMS.fullmatch(part) for part in value.split("/"))
