"""Forms of lengths and of repeated times: three days, half an hour, every Friday, twice a week."""

from __future__ import annotations

from dateline.mentions.times.forms import Match, form, start_of
from dateline.mentions.times.piece import Piece, Reader
from dateline.mentions.times.tape import Tape

DIGITS = "(?:N12|N24|N31|N99|N999)"
NUMBER = (
    f"(?:{DIGITS} (?:DOT {DIGITS})?|WORD_TENS DASH? WORD_NUMBER|(?:WORD_NUMBER|N12) AND ARTICLE? HALF"
    "|WORD_NUMBER HUNDRED?|WORD_TENS|ARTICLE? VAGUE OF?|HALF ARTICLE|ARTICLE HUNDRED)"
)
_CODES = {"day": "D", "week": "W", "fortnight": "W", "month": "M", "quarter": "M", "year": "Y", "decade": "Y",
          "century": "Y", "weekend": "WE"}  # fmt: skip
_TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}


def number_of(tape: Tape, start: int, end: int) -> float | None:
    """The number in tokens `start` to `end` (exclusive); None for "several" and the like."""
    words = tape.words[start:end]
    if "couple" in words:
        return 2
    total: float = 0
    for at in range(start, end):
        value, word = tape.values[at], tape.words[at]
        if word in ("a", "an") and end - start == 1:
            return 1
        if word == "half":
            return total + 0.5
        if word == ".":
            return float(f"{tape.words[start]}.{tape.words[at + 1]}")
        if word in ("hundred", "thousand"):
            total = (total or 1) * value
        elif isinstance(value, int):
            total += value
    return total or None


def length_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P3D, PT48H, PXW where the number is vague."""
    if number is None:
        text = "X"
    else:
        amount = number * _TIMES.get(unit, 1)
        text = f"{amount:g}"
    if unit in _CLOCK:
        return f"PT{text}{_CLOCK[unit]}"
    return f"P{text}{_CODES[unit]}"


@form(f"(?P<number>{NUMBER}|ARTICLE) DASH? (?P<unit>UNIT|CLOCK_UNIT) (?P<half>AND ARTICLE? HALF)?")
def length(reader: Reader, match: Match) -> Piece | None:
    """Three days; a 48-hour truce; several weeks; a year and a half. Not an age, not a rate."""
    tape = reader.tape
    first, last, at = match.start(), match.end() - 1, start_of(match, "unit")
    if _is_age(reader, last):
        return None
    unit = tape.values[at]
    number = number_of(tape, *match.span("number"))
    if number is not None and start_of(match, "half") >= 0:
        number += 0.5
    if unit in ("weekend", "quarter") or (unit == "second" and number == 1):
        return None
    if tape.words[first] in ("many", "some") and number is None and reader.is_class(last + 1, "OF"):
        return None
    if reader.is_class(first, "ARTICLE") and _is_rate(reader, at):
        return Piece(first, last, "SET", "set", length_value(1, unit))
    return Piece(first, last, "DURATION", "length", length_value(number, unit), number=number)


def _is_rate(reader: Reader, unit: int) -> bool:
    """Whether "a year" says how often, or how much in that time: $6,000 a year, two attacks a week."""
    parsed = reader.parsed(unit)
    if parsed is None or reader.syntax.deps[parsed] not in ("npadvmod", "appos", "dobj") or parsed < 2:
        return False
    before = parsed - 2
    return reader.syntax.tags[before] in ("CD", "NNS") and reader.syntax.words[before + 1].lower() in ("a", "an")


def _is_age(reader: Reader, last: int) -> bool:
    """25 years old, a 25-year-old, aged 3 months."""
    follows = last + 1
    if reader.is_class(follows, "DASH"):
        follows += 1
    return reader.is_class(follows, "OLD")


@form("ALL UNIT", "ALL PART")
def all_long(reader: Reader, match: Match) -> Piece | None:
    """All day, all night, all week: as long as it is, on a day that is not said."""
    tape = reader.tape
    last = match.end() - 1
    if tape.words[last].endswith("s") or tape.words[last] in ("fall", "spring", "decade", "century", "quarter"):
        return None
    unit = "day" if reader.is_class(last, "PART") else tape.values[last]
    return Piece(match.start(), last, "DURATION", "length", length_value(1, unit), number=1)


@form("FOR (?P<unit>UNIT)", "FOR (?P<unit>CLOCK_UNIT)")
def plural_length(reader: Reader, match: Match) -> Piece | None:
    """For years, for weeks: how many is not said."""
    at = match.end() - 1
    if not reader.tape.words[at].endswith("s"):
        return None
    return Piece(at, at, "DURATION", "length", length_value(None, reader.tape.values[at]))


@form(f"EVERY OTHER? (?P<number>{DIGITS}|WORD_NUMBER)? (?P<unit>UNIT|CLOCK_UNIT)")
def every_unit(reader: Reader, match: Match) -> Piece | None:
    """Every day, each year, every two weeks, every other day."""
    number = number_of(reader.tape, *match.span("number")) if start_of(match, "number") >= 0 else 1
    if "other" in reader.tape.words[match.start() : match.end()]:
        number = 2
    value = length_value(number, reader.tape.values[match.end() - 1])
    return Piece(match.start(), match.end() - 1, "SET", "set", value)


@form(f"(?:ONCE|(?:WORD_NUMBER|{DIGITS}|VAGUE) TIMES) (?:ARTICLE|PER|EVERY) (?P<unit>UNIT|CLOCK_UNIT)")
def times_a_unit(reader: Reader, match: Match) -> Piece | None:
    """Twice a day, three times a week."""
    return Piece(match.start(), match.end() - 1, "SET", "set", length_value(1, reader.tape.values[match.end() - 1]))


@form(f"{NUMBER} (?:UNIT|CLOCK_UNIT) (?:ARTICLE|PER) (?P<unit>UNIT|CLOCK_UNIT)")
def share_of_a_unit(reader: Reader, match: Match) -> Piece | None:
    """Two hours a day."""
    return Piece(match.start(), match.end() - 1, "SET", "set", length_value(1, reader.tape.values[match.end() - 1]))


@form("(?:PER) (?P<unit>UNIT|CLOCK_UNIT)")
def per_unit(reader: Reader, match: Match) -> Piece | None:
    """Per day: a rate and no time."""
    return Piece(match.start(), match.end() - 1, "SET", "rate", length_value(1, reader.tape.values[match.end() - 1]))


@form("EVERY (?P<day>WEEKDAY|SHORT_WEEKDAY)", "EVERY OTHER (?P<day>WEEKDAY)", "(?P<day>WEEKDAYS)")
def every_weekday(reader: Reader, match: Match) -> Piece | None:
    """Every Friday, Fridays."""
    at = match.end() - 1
    if not reader.tape.capital(at) and reader.tape.words[match.start()] not in ("every", "each"):
        return None
    return Piece(match.start(), at, "SET", "set", f"XXXX-WXX-{reader.tape.values[at] + 1}")


@form("EVERY (?P<part>PART|MONTH)")
def every_part(reader: Reader, match: Match) -> Piece | None:
    """Every morning, every October."""
    value = reader.tape.values[match.end() - 1]
    return Piece(
        match.start(),
        match.end() - 1,
        "SET",
        "set",
        f"XXXX-{value:02d}" if isinstance(value, int) else f"XXXX-XX-XXT{value}",
    )


@form("ADJECTIVE_SET")
def adjective_set(reader: Reader, match: Match) -> Piece | None:
    """Daily, weekly, annual."""
    at = match.start()
    parsed = reader.parsed(at)
    # "Daily Mail", "New Monthly Review": names of papers.
    if parsed is not None and reader.syntax.pos[parsed] == "PROPN":
        return None
    return Piece(at, at, "SET", "set", reader.tape.values[at])
