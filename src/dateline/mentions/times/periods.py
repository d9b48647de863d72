"""Forms of longer periods: fiscal years, decades, centuries, quarters, halves, seasons."""

from __future__ import annotations

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.forms import Match, N, day_number, form, start_of
from dateline.mentions.times.piece import Piece, Reader, from_days, year_for


@form("THE? FISCAL VALUE_YEAR? (?P<year>YEAR)", "THE? FISCAL UNIT (?P<year>YEAR)", "THE? CALENDAR UNIT (?P<year>YEAR)")
def fiscal_year(reader: Reader, match: Match) -> Piece | None:
    """Fiscal 2024: its months differ from country to country, so no days."""
    first, last = match.start(), match.end() - 1
    year, words = reader.tape.values[last], reader.tape.words[first:last]
    if "calendar" in words or "cy" in words:
        return from_days(first, last, Day(year, 1, 1), Day(year, 12, 31), "year")
    code = "SY" if "school" in words or "academic" in words else "FY"
    return Piece(first, last, "DATE", "fiscal", f"{code}{year}")


@form("THE? YEAR QUOTE? ESS", "THE? QUOTE? (?P<short>N99) QUOTE? ESS", "THE? (?P<word>DECADES)")
def decade(reader: Reader, match: Match) -> Piece | None:
    """The 1990s, the nineties."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    if start_of(match, "word") >= 0:
        if tape.words[first] != "the" and reader.label(first) != "DATE":
            return None
        start = 1900 + tape.values[start_of(match, "word")]
    elif start_of(match, "short") >= 0:
        dashed = first - 1 if reader.is_class(first - 1, "DASH") else first
        if tape.words[first] != "the" and not reader.is_class(dashed - 1, "EARLY"):
            return None
        start = 1900 + tape.values[start_of(match, "short")]
    else:
        start = next(tape.values[t] for t in range(first, last) if isinstance(tape.values[t], int))
    if start % 10 or start < 1500 or not _is_written(reader, match):
        return None
    if start % 100 == 0 and start < 2000:
        # "The 1800s" are a century.
        return from_days(first, last, Day(start, 1, 1), Day(start + 99, 12, 31), "century")
    return from_days(first, last, Day(start, 1, 1), Day(start + 9, 12, 31), "decade")


def _is_written(reader: Reader, match: Match) -> bool:
    """Whether the "s" belongs to the figures; a space between them is borne behind "the" and "in": "in the 1990 s"."""
    if start_of(match, "word") >= 0 or reader.tape.tight(match.end() - 2):
        return True
    first = match.start()
    return reader.tape.words[first] == "the" or (first > 0 and reader.tape.words[first - 1] in ("in", "since"))


@form(
    "THE? (?P<number>ORDINAL) (?P<unit>UNIT) (?:(?:OF|IN|COMMA)? (?:THE UNIT)? (?P<year>YEAR))?",
    "Q N12 (?:(?:OF|COMMA|DASH)? (?P<year>YEAR))?",
    "YEAR DASH? Q N12",
)
def quarter(reader: Reader, match: Match) -> Piece | None:
    """The first quarter of 2024; Q3 2022; the year from the reference where not given."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    if start_of(match, "unit") >= 0:
        if tape.values[start_of(match, "unit")] != "quarter":
            return None
        number = tape.values[start_of(match, "number")]
    else:
        q = next(t for t in range(first, last + 1) if tape.words[t] == "q")
        if not tape.tight(q):
            return None
        number = tape.values[q + 1]
    if not 1 <= number <= 4:
        return None
    year = next((tape.values[t] for t in range(first, last + 1) if reader.is_class(t, "YEAR")), None)
    if year is None and reader.reference is None:
        return Piece(first, last, "DATE", "quarter", f"XXXX-Q{number}", floating=True)
    floating = year is None
    chosen = year or year_for(reader, first, last, number * 3 - 2, None) or 2000
    low, high = cal.quarter_of(chosen, number)
    return from_days(first, last, low, high, "quarter", "year.past" if floating else None)


@form("THE? (?P<number>ORDINAL) HALF (?:OF|IN) (?:THE UNIT)? (?P<year>YEAR)", "HALVES (?P<year>YEAR)")
def half_year(reader: Reader, match: Match) -> Piece | None:
    """The first half of 2023."""
    tape = reader.tape
    number = tape.values[start_of(match, "number")] if "number" in match.groupdict() else tape.values[match.start()]
    year = tape.values[start_of(match, "year")]
    if number not in (1, 2):
        return None
    low, high = (Day(year, 1, 1), Day(year, 6, 30)) if number == 1 else (Day(year, 7, 1), Day(year, 12, 31))
    return Piece(match.start(), match.end() - 1, "DATE", "half", f"{year}-H{number}", low, high)


# Meteorological and astronomical season together, northern hemisphere: (first month, day, last month, day).
_SEASONS = {"SP": (3, 1, 6, 21), "SU": (6, 1, 9, 23), "FA": (9, 1, 12, 21), "WI": (12, 1, 3, 21)}


@form("THE? (?P<season>SEASON) OF? (?P<year>YEAR)", "(?P<which>THIS|LAST|NEXT) (?P<season>SEASON)")
def season(reader: Reader, match: Match) -> Piece | None:
    """Summer 2022; last winter. Days are those of the northern hemisphere, which `derived` says."""
    tape = reader.tape
    code = tape.values[start_of(match, "season")]
    first, last = match.start(), match.end() - 1
    if "year" in match.groupdict():
        year = tape.values[start_of(match, "year")]
    elif reader.reference is None:
        return Piece(first, last, "DATE", "season", f"XXXX-{code}")
    else:
        year = _season_year(reader.reference, code, tape.values[start_of(match, "which")])
    m1, d1, m2, d2 = _SEASONS[code]
    high = Day(year + (m2 < m1), m2, d2)
    return Piece(first, last, "DATE", "season", f"{year}-{code}", Day(year, m1, d1), high, "season.north")


def _season_year(reference: Day, code: str, step: int) -> int:
    """The year in which this, the last or the next season of a kind begins."""
    m1, d1, m2, d2 = _SEASONS[code]
    if step == 0:
        return reference.year
    if step < 0:
        ended = [
            y
            for y in (reference.year, reference.year - 1, reference.year - 2)
            if Day(y + (m2 < m1), m2, d2) < reference
        ]
        return ended[0]
    return reference.year if Day(reference.year, m1, d1) > reference else reference.year + 1


@form(f"THE? (?P<number>{N} SUFFIX|WORD_TENS DASH? ORDINAL|ORDINAL) DASH? (?P<unit>UNIT)")
def century(reader: Reader, match: Match) -> Piece | None:
    """The 19th century."""
    if reader.tape.words[start_of(match, "unit")] not in ("century", "centuries"):
        return None
    number = day_number(reader, match, "number")
    if not 11 <= number <= 21:
        return None
    low = Day(number * 100 - 100, 1, 1)
    return from_days(match.start(), match.end() - 1, low, Day(number * 100 - 1, 12, 31), "century")
