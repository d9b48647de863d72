"""Forms of days, months and years of the calendar. Each handler makes one piece or None."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.forms import DAY, MONTH, Match, day_number, form, start_of
from dateline.mentions.times.piece import Piece, Reader, from_days, stretch_value, year_for


def _year(reader: Reader, match: Match) -> int | None:
    at = start_of(match, "year")
    return int(reader.tape.values[at]) if at >= 0 else None


def dated(reader: Reader, first: int, last: int, month: int, day: int, year: int | None) -> Piece | None:
    """A day of a month, the year found or chosen; None where the calendar has no such day."""
    floating = year is None
    if cal.make_day(2000, month, day) is None:
        return None
    if year is None:
        year = year_for(reader, first, last, month, day)
    if year is None:
        value = f"XXXX-{month:02d}-{day:02d}"
        return Piece(first, last, "DATE", "day", value, floating=True, month=month, day=day)
    found = cal.make_day(year, month, day)
    if found is None and floating:
        found = next((d for y in range(year - 1, year - 5, -1) if (d := cal.make_day(y, month, day))), None)
    if found is None:
        return None
    derived = _year_rule(reader, found) if floating else None
    made = from_days(first, last, found, found, "day", derived)
    return Piece(
        made.first, made.last, "DATE", "day", made.value, found, found, derived, floating, month=month, day=day
    )


def _year_rule(reader: Reader, day: Day) -> str:
    """Which way the year was chosen."""
    return "year.future" if reader.reference is not None and day > reader.reference else "year.past"


def of_month(reader: Reader, first: int, last: int, month: int, year: int | None) -> Piece:
    """A whole month, the year found or chosen."""
    floating = year is None
    if year is None:
        year = year_for(reader, first, last, month, None)
    if year is None:
        return Piece(first, last, "DATE", "month", f"XXXX-{month:02d}", floating=True, month=month)
    low, high = cal.month_of(year, month)
    derived = _year_rule(reader, low) if floating else None
    value = cal.unit_value(low, "month")
    return Piece(first, last, "DATE", "month", value, low, high, derived, floating, month=month)


def _counts_people(reader: Reader, first: int, day: int, last: int) -> bool:
    """Whether a number behind a month counts what follows: "in June 12 people died"."""
    if first == 0 or reader.tape.words[first - 1] != "in" or last != day:
        return False
    following = reader.parsed(last + 1) if last + 1 < len(reader.tape.words) else None
    return following is not None and reader.syntax.tags[following] in ("NNS", "JJ", "NN")


@form(f"(?P<month>{MONTH}) DOT? COMMA? THE? (?P<day>{DAY}) (?:(?:COMMA|OF)? (?P<year>YEAR))?")
def month_day(reader: Reader, match: Match) -> Piece | None:
    """October 7; Oct. 7th, 2023."""
    tape = reader.tape
    first, last, at = match.start(), match.end() - 1, start_of(match, "day")
    if tape.words[at - 1] == "," and start_of(match, "year") < 0 and not match.end("day") - at > 1:
        return None
    month = tape.values[first]
    if reader.is_class(last + 1, "COLON", "MERIDIEM") and start_of(match, "year") < 0:
        return None
    if _counts_people(reader, first, at, last):
        return of_month(reader, first, at - 1, month, None)
    return dated(reader, first, last, month, day_number(reader, match, "day"), _year(reader, match))


@form(
    f"(?:THE? (?P<day>{DAY}) UNIT? OF?|(?P<day2>N12|N24|N31) DASH) (?P<month>{MONTH}) DOT?"
    " (?:(?:COMMA|OF|DASH)? (?P<year>YEAR))?",
    f"(?P<day>{DAY}) (?P<month>{MONTH}) (?:OF|QUOTE)? (?P<short>N99)",
)
def day_month(reader: Reader, match: Match) -> Piece | None:
    """7 October 2023; the 7th of October; the twenty-first day of May."""
    tape = reader.tape
    month_at = start_of(match, "month")
    group = "day" if start_of(match, "day") >= 0 else "day2"
    month = tape.values[month_at]
    if any(reader.is_class(t, "UNIT") and tape.words[t] != "day" for t in range(match.start(), month_at)):
        return None
    if reader.is_class(month_at, "MAYBE_MONTH") and not tape.capital(month_at):
        return None
    first, last = match.start(), match.end() - 1
    if start_of(match, "short") >= 0:
        return _short_year(reader, match, month)
    if tape.words[last] == ".":
        last -= 1
    if tape.words[first] == "the" and reader.is_class(first + 2, "MONTH", "MAYBE_MONTH"):
        # "the 7 October attack": the article is the attack's.
        first += 1
    return dated(reader, first, last, month, day_number(reader, match, group), _year(reader, match))


def _short_year(reader: Reader, match: Match, month: int) -> Piece | None:
    """3 Dec 88, 15 April of '87: only where nothing follows that the number could count."""
    first, last = match.start(), match.end() - 1
    following = reader.parsed(last + 1) if last + 1 < len(reader.tape.words) else None
    if following is not None and reader.syntax.pos[following] != "PUNCT":
        return None
    return dated(reader, first, last, month, day_number(reader, match, "day"), 1900 + reader.tape.values[last])


@form(
    f"(?:FROM|BETWEEN)? (?P<month>{MONTH}) DOT? (?P<day>{DAY}) (?P<join>DASH|AND|TO|UNTIL) (?P<to>{DAY})"
    " (?:COMMA? (?P<year>YEAR))?",
    f"(?:FROM|BETWEEN)? THE? (?P<day>{DAY}) (?P<join>DASH|AND|TO|UNTIL) THE? (?P<to>{DAY}) OF? (?P<month>{MONTH}) DOT?"
    " (?:COMMA? (?P<year>YEAR))?",
)
def days_of_month(reader: Reader, match: Match) -> Piece | None:
    """14-15 February; Oct. 7 to 9, 2023; between 3 and 5 May."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    if tape.words[last] == ".":
        last -= 1
    month_at = start_of(match, "month")
    if reader.is_class(month_at, "MAYBE_MONTH") and not tape.capital(month_at):
        return None
    if start_of(match, "to") > month_at and _is_counting(reader, match):
        return None
    low_day, high_day = day_number(reader, match, "day"), day_number(reader, match, "to")
    if not low_day < high_day:
        return None
    year = _year(reader, match)
    low = dated(reader, first, last, tape.values[month_at], low_day, year)
    high = dated(reader, first, last, tape.values[month_at], high_day, year)
    if low is None or high is None:
        return None
    return joined(first, last, low, high)


def _is_counting(reader: Reader, match: Match) -> bool:
    """Whether the second number belongs to a noun behind it: "on May 3 and 12 soldiers died"."""
    last = match.end() - 1
    parsed = reader.parsed(start_of(match, "to"))
    if parsed is None or start_of(match, "year") >= 0:
        return False
    head = reader.syntax.heads[parsed]
    return reader.syntax.starts[head] > reader.tape.ends[last] - 1 and reader.syntax.deps[parsed] == "nummod"


def joined(first: int, last: int, low: Piece, high: Piece) -> Piece | None:
    """Two dates as the ends of one range; None where the second lies before the first.

    The interval includes the last day; the value names both ends as the text does.
    """
    if low.low is None and low.floating and low.month is not None and high.high is not None and not high.floating:
        start = cal.make_day(high.high.year, low.month, low.day or 1)
        low = replace(low, low=start, high=start)
    if low.low is None or high.high is None:
        value = f"{low.value}/{high.value}" if low.value and high.value else None
        return Piece(first, last, "DATE", "days", value)
    start, end = low.low, high.high
    if (low.floating and not high.floating and low.month is not None) or (
        low.floating and high.floating and end < start
    ):
        start = _year_before(start, end)
    elif high.floating and end < start:
        end = cal.shift_months(end, 12) or end
    if end < start:
        return None
    derived = low.derived or high.derived
    return Piece(first, last, "DATE", "days", _range_value(start, end, high.unit), start, end, derived, low.floating)


def _year_before(start: Day, end: Day) -> Day:
    """The start of a range that has its year from the end: "from May 3 to June 5, 2020"."""
    for year in (end.year, end.year - 1):
        found = cal.make_day(year, start.month, start.day)
        if found and found <= end:
            return found
    return start


def _range_value(start: Day, end: Day, unit: str) -> str:
    """The value of a range: first day, beginning of the unit named last, and the distance between the two."""
    until = cal.unit_of(end, unit)[0] if unit in ("year", "month") else end
    if unit == "year":
        return stretch_value(start, until, f"P{until.year - start.year}Y")
    if unit == "month":
        return stretch_value(start, until, f"P{(until.year - start.year) * 12 + until.month - start.month}M")
    return stretch_value(start, until, f"P{(until - start).days}D")


@form(f"(?P<month>{MONTH}) DOT? COMMA? OF? (?P<year>YEAR)", f"(?P<year>YEAR) (?P<month>{MONTH})")
def month_year(reader: Reader, match: Match) -> Piece | None:
    """October 2023."""
    month = reader.tape.values[start_of(match, "month")]
    return of_month(reader, match.start(), match.end() - 1, month, _year(reader, match))


@form(f"(?:THIS|LAST|NEXT)? (?P<month>{MONTH})")
def month_alone(reader: Reader, match: Match) -> Piece | None:
    """October; last October; May, where it is no verb and no name."""
    tape = reader.tape
    first, last, at = match.start(), match.end() - 1, start_of(match, "month")
    parsed = reader.parsed(at)
    short = len(tape.words[at]) <= 3 or tape.words[at] == "sept"
    small = not tape.capital(at) and (short or reader.is_class(at, "MAYBE_MONTH"))
    if parsed is None or small or reader.syntax.labels[parsed] in ("PERSON", "FAC"):
        return None
    if reader.syntax.pos[parsed] not in ("PROPN", "NOUN", "X"):
        return None
    if short and reader.is_class(at + 1, "DOT") and tape.tight(at) and tape.words[at] != "may":
        last += 1
    if reader.governs(first):
        first = at
    made = of_month(reader, first, last, tape.values[at], None)
    if at == first or made.low is None or reader.reference is None:
        return made
    year = _pointed_year(reader.reference, made, tape.words[first])
    return of_month(reader, first, last, tape.values[at], year) if year else made


def _pointed_year(reference: Day, made: Piece, word: str) -> int | None:
    """The year that "next", "last" or "this" asks for, where it is not the one chosen already."""
    if made.low is None or made.high is None:
        return None
    if word == "next" and made.low <= reference:
        return made.low.year + 1
    if word == "last" and made.low <= reference <= made.high:
        return made.low.year - 1
    return reference.year if word == "this" else None


# Behind these words a bare four-digit number is a year, where it counts nothing.
_YEAR_BEFORE = frozenset(
    re.findall(
        r"\S+",
        """
    in since of from until till by during before after between to through year early late mid end and around beginning
    start middle throughout for back spring summer autumn winter the ( - / or
""",
    )
)


@form("(?:THE? VALUE_YEAR|CALENDAR)? (?P<year>YEAR)", "THE UNIT (?P<year>YEAR)")
def year_alone(reader: Reader, match: Match) -> Piece | None:
    """2023, where it is no number of things: behind a preposition, or where the parser sees a date."""
    tape = reader.tape
    first, last, at = match.start(), match.end() - 1, start_of(match, "year")
    year = int(tape.values[at])
    if tape.words[first] == "the" and tape.words[at - 1] != "year":
        return None
    if not 1900 <= year <= 2099 and not _is_of_old(reader, at):
        return None
    if tape.words[at - 1] in ("$", "€", "£", "#", "."):
        return None
    if reader.is_class(at + 1, "DASH", "DOT", "COLON", "SLASH") and tape.tight(at) and _is_digit(reader, at + 2):
        return None
    named = match.end() - match.start() > 1
    if not named and not _year_stands(reader, at):
        return None
    return from_days(first, last, Day(year, 1, 1), Day(year, 12, 31), "year")


_OLD_BEFORE = frozenset(("in", "since", "until", "from", "after", "before"))


def _is_of_old(reader: Reader, at: int) -> bool:
    """Whether a number below 1900 is a year: in 1389, since 1815; not "in 1500 homes", "a height of 1200"."""
    tape = reader.tape
    if (
        at == 0
        or tape.words[at - 1] not in ("in", "since", "until", "from", "after", "before")
        or tape.values[at] > 1899
    ):
        return False
    parsed = reader.parsed(at)
    if parsed is None:
        return False
    following = parsed + 1
    return following >= len(reader.syntax) or reader.syntax.pos[following] not in ("NOUN", "PROPN", "ADJ", "SYM")


# "Nearly 2000 people": a number that is guessed at is no year. "About" and "around" stand before years too.
_GUESSES = frozenset(("nearly", "almost", "some", "than", "least", "approximately", "roughly"))


@form("(?:FROM)? YEAR DASH N99")
def short_range(reader: Reader, match: Match) -> Piece | None:
    """1991-92, where the second figure can be no month."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    start, end = tape.values[last - 2], tape.values[last - 2] // 100 * 100 + tape.values[last]
    if not (1900 <= start < end <= 2099 and tape.tight(last - 2) and tape.tight(last - 1)):
        return None
    if reader.is_class(last + 1, "DASH") and tape.tight(last):
        return None
    low, high = Day(start, 1, 1), Day(end, 12, 31)
    return Piece(first, last, "DATE", "days", stretch_value(low, Day(end, 1, 1), f"P{end - start}Y"), low, high)


def _is_digit(reader: Reader, token: int) -> bool:
    if token >= len(reader.tape.words) or not reader.tape.tight(token - 1):
        return False
    # "2014-2018" is a range of years, "2014-05" is not ours to read
    return reader.tape.words[token][0].isdigit() and not reader.is_class(token, "YEAR")


def _year_stands(reader: Reader, at: int) -> bool:
    """Whether a bare four-digit number is a year by its neighbours and the parse."""
    tape, syntax = reader.tape, reader.syntax
    parsed = reader.parsed(at)
    if parsed is None or syntax.words[parsed][:4] != tape.words[at]:
        return False
    following = parsed + 1
    if at and tape.words[at - 1] in _GUESSES:
        return False
    plural = following < len(syntax) and syntax.tags[following] == "NNS" and syntax.heads[parsed] == following
    if plural and (syntax.labels[parsed] != "DATE" or at == 0 or tape.words[at - 1] not in _YEAR_BEFORE):
        return False
    if syntax.labels[parsed] == "DATE":
        return True
    if at == 0:
        return False
    before = tape.words[at - 1]
    counted = syntax.deps[parsed] == "nummod" and syntax.tags[syntax.heads[parsed]] == "NNS"
    # "In 1389 two armies met": two numbers in a row do not both count.
    counted = counted and syntax.tags[following] != "CD"
    return before in _YEAR_BEFORE and not counted and syntax.labels[parsed] not in ("MONEY", "PERCENT", "QUANTITY")
