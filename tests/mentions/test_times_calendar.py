"""Calendar arithmetic against dates that anyone can look up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ResourceError
from dateline.mentions.times import calendar as cal

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1954, date(1954, 4, 18)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter(year: int, day: date) -> None:
    assert cal.easter(year) == day


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1431, 9, 1), date(2010, 8, 11)),
        ((1440, 9, 1), date(2019, 5, 6)),
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1445, 10, 1), date(2024, 4, 10)),
        ((1445, 12, 10), date(2024, 6, 16)),
    ],
)
def test_hijri_is_a_day_off_at_most(hijri: tuple[int, int, int], day: date) -> None:
    assert abs((cal.hijri(*hijri) - day).days) <= 1


@given(DAYS)
def test_hijri_year_near_is_near(day: date) -> None:
    year = cal.hijri_year_near(day)
    assert cal.hijri(year - 1, 12, 1) < day < cal.hijri(year + 1, 2, 1)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_a_unit_holds_its_day(day: date, unit: str) -> None:
    low, high = cal.unit_of(day, unit)
    assert low <= day <= high
    assert cal.unit_of(low, unit) == cal.unit_of(high, unit) == (low, high)


def test_a_weekend_is_saturday_and_sunday() -> None:
    assert cal.unit_of(date(2024, 3, 1), "weekend") == (date(2024, 3, 2), date(2024, 3, 3))


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ResourceError):
        cal.unit_of(date(2024, 3, 1), "blink")


def test_months_shift_to_their_last_day() -> None:
    assert cal.shift_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert cal.shift_months(date(2024, 3, 31), -13) == date(2023, 2, 28)


def test_days_that_the_calendar_lacks() -> None:
    assert cal.make_day(2023, 2, 29) is None
    assert cal.make_day(2024, 2, 29) == date(2024, 2, 29)
    assert cal.make_day(2024, 13, 1) is None


@pytest.mark.parametrize(
    ("unit", "value"),
    [("week", "2024-W09"), ("month", "2024-02"), ("quarter", "2024-Q1"), ("year", "2024"), ("day", "2024-02-26")],
)
def test_values(unit: str, value: str) -> None:
    assert cal.unit_value(date(2024, 2, 26), unit) == value
