"""Forms of clock times, parts of the day, holidays and words for now."""

from __future__ import annotations

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.forms import Match, form, start_of
from dateline.mentions.times.piece import Piece, Reader, from_days, year_for

HOUR = "(?:N12|N24|N00)"
MINUTE = "(?:N12|N24|N31|N99|N00)"
CLOCK = f"{HOUR} (?:(?:COLON|DOT) {MINUTE})? MERIDIEM?"


def _clock_value(hour: int, minute: int | None, meridiem: str | None) -> str | None:
    """T15, T15:30; None for an impossible time."""
    if meridiem and not 1 <= hour <= 12:
        meridiem = None
    if meridiem == "pm" and hour < 12:
        hour += 12
    if meridiem == "am" and hour == 12:
        hour = 0
    if hour > 24 or (minute or 0) > 59:
        return None
    return f"T{hour:02d}" if minute is None else f"T{hour:02d}:{minute:02d}"


@form(
    f"(?P<hour>{HOUR}) COLON (?P<minute>{MINUTE}) (?:COLON {MINUTE})? (?P<half>MERIDIEM|P)? ZONE?",
    f"(?P<hour>{HOUR}|WORD_NUMBER) (?:DOT (?P<minute>{MINUTE}))? (?P<half>MERIDIEM) ZONE?",
    f"(?P<hour>{HOUR}|WORD_NUMBER) OCLOCK (?:IN THE PART)?",
)
def clock(reader: Reader, match: Match) -> Piece | None:
    """3 p.m., 15:30 GMT, three o'clock. Two figures with a colon need two digits behind it and no unit after."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    groups = match.groupdict()
    if "half" not in groups and tape.words[first + 1] == "hours":
        return None
    minute = tape.values[start_of(match, "minute")] if groups.get("minute") else None
    if minute is not None:
        at = start_of(match, "minute")
        if len(tape.words[at]) != 2 or not (tape.tight(first) and tape.tight(first + 1)):
            return None
        if at == last and (reader.is_class(at + 1, "COLON", "SLASH", "DASH") and tape.tight(at)):
            return None
    half = tape.values[start_of(match, "half")] if groups.get("half") else None
    value = _clock_value(tape.values[first], minute, half)
    return Piece(first, last, "TIME", "clock", value) if value else None


@form("(?:YEAR|NBIG|N00) ZONE")
def military_clock(reader: Reader, match: Match) -> Piece | None:
    """1430 GMT."""
    digits = reader.tape.words[match.start()]
    if len(digits) != 4 or reader.tape.words[match.end() - 1] == "local":
        return None
    value = _clock_value(int(digits[:2]), int(digits[2:]), None)
    return Piece(match.start(), match.end() - 1, "TIME", "clock", value) if value else None


_TO_HOUR = "(?:DASH|TO|UNTIL|AND)"
_FROM_HOUR = f"(?:FROM|BETWEEN)? {HOUR}"


@form(
    f"{_FROM_HOUR} (?:(?:COLON|DOT) {MINUTE})? MERIDIEM? {_TO_HOUR} {HOUR} (?:(?:COLON|DOT) {MINUTE})? MERIDIEM ZONE?",
    f"{_FROM_HOUR} COLON {MINUTE} {_TO_HOUR} {HOUR} COLON {MINUTE} ZONE?",
)
def clock_range(reader: Reader, match: Match) -> Piece | None:
    """From 3 to 5 p.m.; 10:30-11:30."""
    return Piece(match.start(), match.end() - 1, "TIME", "clock")


@form("NOON")
def noon(reader: Reader, match: Match) -> Piece | None:
    """Noon, midnight."""
    at = match.start()
    return Piece(at, at, "TIME", "clock", reader.tape.values[at])


@form(
    "(?:IN THE|AT|DURING THE) (?P<part>PART)",
    "(?P<when>BEFORE|AFTER|BY|UNTIL) (?P<part>PART)",
    "(?P<mod>EARLY|EARLIER_LATER) DASH? (?P<part>PART)",
)
def part_of_day(reader: Reader, match: Match) -> Piece | None:
    """In the morning, at night, before dawn, early afternoon."""
    first, last = match.start(), match.end() - 1
    if reader.tape.words[last].endswith("s"):
        return Piece(last, last, "SET", "set", f"XXXX-XX-XXT{reader.tape.values[last]}")
    if "mod" not in match.groupdict() and "when" not in match.groupdict():
        first = last if reader.tape.words[first] == "at" else last - 1
    return Piece(first, last, "TIME", "part", f"T{reader.tape.values[last]}")


@form(
    "(?P<which>THIS|LAST|DAYWORD) EARLY? (?P<part>PART)",
    "(?:EARLIER_LATER|EARLY) (?P<which>THIS|LAST|DAYWORD) (?P<part>PART)",
    "TONIGHT",
    "(?P<over>OVERNIGHT)",
)
def relative_part(reader: Reader, match: Match) -> Piece | None:
    """This morning, last night, yesterday evening, tonight, overnight."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    reference, groups = reader.reference, match.groupdict()
    if first < last and tape.capital(last) and not tape.text[tape.starts[first] : tape.ends[first]].isupper():
        return None  # "CBS This Morning"
    if "over" in groups and first and tape.words[first - 1] in ("almost", "virtually", "practically", "seemingly"):
        return None  # all of a sudden
    which = tape.words[start_of(match, "which")] if "which" in groups else ""
    if which not in ("", "this", "last", "today", "yesterday", "tomorrow"):
        return None
    code = tape.values[last] if "part" in groups else "NI"
    if reference is None:
        return Piece(first, last, "TIME", "part", f"XXXX-XX-XXT{code}")
    step = {"last": -1, "yesterday": -1, "tomorrow": 1}.get(which, 0)
    day = cal.shift_days(reference, step) or reference
    if "over" in groups:
        low = cal.shift_days(reference, -1) or reference
        return Piece(first, last, "TIME", "part", f"{cal.iso(low)}TNI", low, reference, "publication")
    high = reference if which == "last" and code == "NI" else day
    return Piece(first, last, "TIME", "part", f"{cal.iso(day)}T{code}", day, high, "publication")


@form("PRESENT", "AT PRESENT_NOUN", "AT THE PRESENT_NOUN", "AT THIS TIME", "AT THE PRESENT_NOUN TIME", "TO DATE_WORD")
def present(reader: Reader, match: Match) -> Piece | None:
    """Now, currently, recently, at the moment: no day."""
    first, last = match.start(), match.end() - 1
    value = reader.tape.values[first] if first == last else "PRESENT_REF"
    if reader.tape.words[last] == "date":
        following = reader.parsed(last + 1) if last + 1 < len(reader.tape.words) else None
        if following is not None and reader.syntax.pos[following] != "PUNCT":
            return None
        return Piece(first, last, "DATE", "now", value, None, reader.reference, "publication")
    beside = reader.tape.words[max(0, first - 1)], reader.tape.words[min(last + 1, len(reader.tape.words) - 1)]
    if reader.tape.words[first] == "soon" and (beside[0] == "as" or beside[1] in ("after", "before", "afterwards")):
        return None
    parsed = reader.parsed(first)
    if parsed is not None and reader.syntax.pos[parsed] not in ("ADV", "ADP", "SCONJ", "ADJ"):
        return None
    return Piece(first, last, "DATE", "now", value)


def _feast(reader: Reader, first: int, last: int, month: int, day: int, width: int, year: int | None) -> Piece | None:
    """Days of the Islamic calendar, a day wider at both ends: the new moon is seen, or not."""
    reference = Day(year, 7, 1) if year else reader.reference
    if reference is None:
        return Piece(first, last, "DATE", "holiday")
    near = cal.hijri_year_near(reference)
    starts = [cal.hijri(y, month, day) for y in range(near - 1, near + 3)]
    if year:
        starts = [start for start in starts if start.year == year]
    elif reader.future(first, last):
        starts = [start for start in starts if (cal.shift_days(start, width) or start) >= reference][:1]
    else:
        starts = [start for start in starts if start <= (cal.shift_days(reference, 1) or reference)][-1:]
    if len(starts) != 1:
        return Piece(first, last, "DATE", "holiday")
    low, high = cal.shift_days(starts[0], -1), cal.shift_days(starts[0], width)
    return Piece(first, last, "DATE", "holiday", None, low, high, "hijri calendar, a day either way")


@form("THE? HIJRI (?P<year>YEAR)?", "ASHURA (?P<year>YEAR)?", "EID DASH? AL DASH? (?P<which>FITR|ADHA) (?P<year>YEAR)?")
def islamic(reader: Reader, match: Match) -> Piece | None:
    """Ramadan, Eid al-Fitr, Eid al-Adha, Ashura, by the tabular calendar."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    if reader.label(first) == "PERSON" or not tape.capital(last if tape.words[first] == "the" else first):
        return None
    year = tape.values[start_of(match, "year")] if start_of(match, "year") >= 0 else None
    if year is not None and not 1950 <= year <= 2100:
        return None
    if "which" in match.groupdict():
        fitr = reader.is_class(start_of(match, "which"), "FITR")
        month, day, width = (10, 1, 3) if fitr else (12, 10, 4)
        return _feast(reader, first, last, month, day, width, year)
    if tape.words[first] == "ashura":
        return _feast(reader, first, last, 1, 10, 1, year)
    month = next(tape.values[t] for t in range(first, last + 1) if reader.is_class(t, "HIJRI"))
    return _feast(reader, first, last, month, 1, 30, year)


@form("(?P<which>LAST|NEXT|THIS)? (?P<name>HOLIDAY) (?P<more>UNIT|EVE)? (?P<year>YEAR)?")
def fixed_holiday(reader: Reader, match: Match) -> Piece | None:
    """Christmas, Christmas Eve 2023, Nowruz."""
    tape = reader.tape
    at = start_of(match, "name")
    month, day = (int(part) for part in tape.values[at].split("-"))
    if not tape.capital(at) or reader.label(at) == "PERSON":
        return None
    year = tape.values[start_of(match, "year")] if start_of(match, "year") >= 0 else None
    first, last = match.start(), match.end() - 1
    year = year or year_for(reader, first, last, month, day)
    if year is None:
        return Piece(first, last, "DATE", "holiday", f"XXXX-{month:02d}-{day:02d}")
    found = cal.make_day(year, month, day)
    if found and reader.is_class(at + 1, "EVE"):
        found = cal.shift_days(found, -1)
    return from_days(first, last, found, found, "day", "holiday")


@form("NEW UNIT QUOTE ESS (?P<kind>EVE|UNIT) (?P<year>YEAR)?")
def new_year(reader: Reader, match: Match) -> Piece | None:
    """New Year's Day, New Year's Eve 2023."""
    tape = reader.tape
    if tape.words[match.start() + 1] != "year":
        return None
    month, day = (12, 31) if reader.is_class(start_of(match, "kind"), "EVE") else (1, 1)
    first, last = match.start(), match.end() - 1
    year = (
        tape.values[start_of(match, "year")]
        if start_of(match, "year") >= 0
        else year_for(reader, first, last, month, day)
    )
    if year is None:
        return Piece(first, last, "DATE", "holiday", f"XXXX-{month:02d}-{day:02d}")
    found = Day(year, month, day)
    return from_days(first, last, found, found, "day", "holiday")


@form("THE? (?P<which>LAST|NEXT|THIS)? EASTER (?P<weekday>WEEKDAY)? (?P<year>YEAR)?", "GOOD WEEKDAY (?P<year>YEAR)?")
def easter_days(reader: Reader, match: Match) -> Piece | None:
    """Easter, Easter Monday, Good Friday: of the western churches."""
    tape = reader.tape
    first, last = match.start(), match.end() - 1
    good = tape.words[first] == "good"
    name = next((t for t in range(first, last + 1) if reader.is_class(t, "EASTER")), first)
    if not good and not tape.capital(name) and start_of(match, "which") < 0:
        return None
    weekday = next((tape.values[t] for t in range(first, last + 1) if reader.is_class(t, "WEEKDAY")), 6)
    if (good and weekday != 4) or (not good and weekday not in (0, 6)):
        return None
    offset = {4: -2, 6: 0, 0: 1}[weekday]
    year = tape.values[start_of(match, "year")] if start_of(match, "year") >= 0 else None
    if year is None and reader.reference is None:
        return Piece(first, last, "DATE", "holiday")
    if year is None and reader.reference is not None:
        day = cal.shift_days(cal.easter(reader.reference.year), offset) or reader.reference
        which = tape.words[start_of(match, "which")] if start_of(match, "which") >= 0 else ""
        ahead = which in ("next", "following", "coming") or (not which and reader.future(first, last))
        late, early = day < reader.reference, day > reader.reference
        year = reader.reference.year + (1 if ahead and late else -1 if not ahead and early else 0)
    found = cal.shift_days(cal.easter(year or 2000), offset)
    return from_days(first, last, found, found, "day", "holiday")
