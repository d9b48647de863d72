"""From pieces to whole expressions: weekday and date, day and hour, "early", ranges, "since" and "two days before"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.dates import joined
from dateline.mentions.times.forms import start_of
from dateline.mentions.times.piece import Piece, Reader
from dateline.mentions.times.relative import moved
from dateline.mentions.times.tape import compile_form
from dateline.mentions.times.within import (
    date_of_year,
    ordinal_unit,
    stretch_from,
    unit_of_period,
    weekday_of_week,
)

Rule = Callable[[Reader, Piece, Piece, str], Piece | None]

_BESIDE = compile_form("(?:COMMA)? THE?")
_CLOCK_GAP = compile_form("(?:COMMA)? (?:ON|OF|AT|AROUND|BY|AT AROUND|IN THE|FROM)? THE?")
_OPEN_GAP = compile_form("OPEN")
_RANGE_GAP = compile_form("DASH|TO|UNTIL|TO THE|UNTIL THE|AND|AND THE")
_MODIFIERS = compile_form(
    "(?P<the>THE)? (?P<mod>EARLY|EARLIER_LATER|THE? ORDINAL HALF) (?P<of>DASH|OF|OF THE|IN|IN THE|ON)?"
)
_PREFIX = compile_form("(?P<word>SINCE|BEFORE|AFTER|BY|UNTIL|STARTING|EARLY) (?:THE|ON|FROM)?")
_PART_OF = compile_form("THE? (?:EARLY)? (?:PART|EARLY CLOCK_UNIT) (?:OF|ON) (?:THE)?")
_PART_AFTER = compile_form("(?:EARLY|EARLIER_LATER)? (?P<part>PART)")
_PARTS = frozenset(("early", "late", "mid", "middle", "start", "end"))
_NEEDS_OF = frozenset(("beginning", "start", "end", "middle"))


def combine(reader: Reader, pieces: list[Piece]) -> list[Piece]:
    """All passes, in order. Pieces are in order of the text and do not overlap."""
    pieces = _pairs(reader, pieces, date_of_year)
    pieces = _pairs(reader, pieces, unit_of_period)
    pieces = _pairs(reader, pieces, _weekday_and_date)
    pieces = _pairs(reader, pieces, weekday_of_week)
    pieces = [_part_of_day(reader, piece) for piece in pieces]
    pieces = _pairs(reader, pieces, _clock_and_day)
    pieces = [_modified(reader, ordinal_unit(reader, piece)) for piece in pieces]
    pieces = _pairs(reader, pieces, _range)
    pieces = _pairs(reader, pieces, stretch_from)
    pieces = _pairs(reader, pieces, _measured_from)
    return _apart([_prefixed(reader, piece) for piece in pieces])


def _apart(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those that a grown neighbour has swallowed."""
    kept: list[Piece] = []
    for piece in pieces:
        while kept and piece.first <= kept[-1].first:
            kept.pop()
        if not kept or piece.first > kept[-1].last:
            kept.append(piece)
    return kept


def _pairs(reader: Reader, pieces: list[Piece], rule: Rule) -> list[Piece]:
    """One pass of a rule over neighbours; a merged pair is tried again with what follows."""
    done: list[Piece] = []
    for piece in pieces:
        if done:
            gap = reader.tape.classes[done[-1].last + 1 : piece.first]
            merged = rule(reader, done[-1], piece, gap) if len(gap) <= 4 else None
            if merged is not None:
                done[-1] = merged
                continue
        done.append(piece)
    return done


def _weekday_and_date(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """Monday, Oct. 7: the date counts; where its year was chosen, the weekday may choose better."""
    if a.weekday is None and b.weekday is not None and (not gap or _OPEN_GAP.fullmatch(gap) or gap == ","):
        a, b = b, a
    elif not _BESIDE.fullmatch(gap):
        return None
    if a.weekday is None or b.day is None or b.month is None:
        return None
    merged = b.grown(a.first, a.last)
    if not b.floating or b.low is None or b.low.weekday() == a.weekday:
        return merged
    for year in (b.low.year + 1, b.low.year - 1):
        day = cal.make_day(year, b.month, b.day)
        if day is not None and day.weekday() == a.weekday:
            return replace(merged, value=cal.iso(day), low=day, high=day, derived="year.weekday")
    return merged


def _part_of_day(reader: Reader, piece: Piece) -> Piece:
    """Friday night; the morning of 7 October."""
    if piece.unit != "day" or piece.type != "DATE":
        return piece
    classes = reader.tape.classes
    after = _PART_AFTER.match(classes, piece.last + 1)
    if after and reader.tape.words[start_of(after, "part")] not in ("sunset", "sunrise"):
        value = f"{piece.value}T{reader.tape.values[after.start('part')]}" if piece.value else None
        return replace(piece.grown(piece.first, after.end() - 1), type="TIME", unit="part", value=value)
    for width in (5, 4, 3, 2):
        start = piece.first - width
        if start >= 0 and _PART_OF.fullmatch(classes, start, piece.first) and not _is_title(reader, start):
            code = next(
                (v for v in reader.tape.values[start : piece.first] if v in ("MO", "AF", "EV", "NI", "DA", "DU")), "MO"
            )
            value = f"{piece.value}T{code}" if piece.value else None
            return replace(piece.grown(start, piece.last), type="TIME", unit="part", value=value)
    return piece


def _is_title(reader: Reader, part: int) -> bool:
    """Whether a part of the day ends a title in front of a day: "CBS This Morning on Monday"."""
    return part > 0 and reader.tape.capital(part) and reader.tape.capital(part - 1)


def _clock_and_day(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """At 3 p.m. on Friday; Oct. 7 at noon."""
    clock, day = (a, b) if a.unit in ("clock", "part") else (b, a)
    if clock.unit not in ("clock", "part") or clock.low is not None or clock.type != "TIME":
        return None
    if day.type == "SET" and clock.value and clock.unit == "clock" and _CLOCK_GAP.fullmatch(gap):
        when = day.value + clock.value if day.value and day.value.startswith("XXXX") else clock.value
        return replace(day.grown(clock.first, clock.last), value=when)
    if day.unit not in ("day", "part") or day.type not in ("DATE", "TIME") or not _CLOCK_GAP.fullmatch(gap):
        return None
    if day.unit == "part" and day.low is None:
        return None
    value: str | None = None
    if day.value and clock.value and "T" not in day.value:
        value = day.value + clock.value
    elif day.value and clock.value:
        value = day.value.split("T")[0] + clock.value
    return replace(day.grown(clock.first, clock.last), type="TIME", unit="clock", value=value)


def _thirds(unit: str, low: Day, high: Day, which: str) -> cal.Interval | None:
    """The days of the early, middle or late part of a week, month or longer unit; both ends inclusive."""
    if unit == "month":
        days = {"early": (1, 10), "mid": (10, 20), "late": (20, high.day)}[which]
        return low.replace(day=days[0]), low.replace(day=days[1])
    if unit == "year":
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[which]
        return cal.month_of(low.year, months[0])[0], cal.month_of(low.year, months[1])[1]
    if unit == "week":
        days = {"early": (0, 2), "mid": (2, 4), "late": (3, 6)}[which]
        return low.fromordinal(low.toordinal() + days[0]), low.fromordinal(low.toordinal() + days[1])
    if unit == "decade":
        years = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}[which]
        return Day(low.year + years[0], 1, 1), Day(low.year + years[1], 12, 31)
    if unit in ("quarter", "season", "weekend", "century", "half", "holiday"):
        third = (high - low).days // 3
        steps = {"early": (0, third), "mid": (third, 2 * third), "late": (2 * third, (high - low).days)}[which]
        return low.fromordinal(low.toordinal() + steps[0]), low.fromordinal(low.toordinal() + steps[1])
    return None


def _modified(reader: Reader, piece: Piece) -> Piece:
    """Early 2023, mid-October, late last year, the end of May; earlier this month."""
    for width in (5, 4, 3, 2, 1):
        start = piece.first - width
        match = _MODIFIERS.fullmatch(reader.tape.classes, start, piece.first) if start >= 0 else None
        if match:
            return _apply_modifier(reader, piece, match) or piece
    return piece


def _apply_modifier(reader: Reader, piece: Piece, match: re.Match[str]) -> Piece | None:
    at = start_of(match, "mod")
    word, of = reader.tape.words[at], match.group("of")
    grown = piece.grown(match.start() if of or start_of(match, "the") < 0 else at, piece.last)
    if word in _NEEDS_OF and (not of or reader.tape.words[start_of(match, "of")] != "of"):
        return None
    if word in ("earlier", "later"):
        return _earlier_later(reader, grown, word, joined_on=bool(of))
    which = reader.tape.values[at] if reader.is_class(at, "EARLY") else None
    if piece.unit in ("day", "part", "clock"):
        return grown if which and piece.type != "DURATION" and word != "mid" else None
    if which is None or piece.low is None or piece.high is None:
        return grown if which and piece.type == "DATE" and piece.unit in ("month", "year", "week", "decade") else None
    found = _thirds(piece.unit, piece.low, piece.high, which)
    if found is None:
        return None
    derived = f"{piece.derived}; {which} third" if piece.derived else f"{which} third"
    return replace(grown, unit=f"part of {piece.unit}", low=found[0], high=found[1], derived=derived)


def _earlier_later(reader: Reader, piece: Piece, word: str, *, joined_on: bool) -> Piece | None:
    """Earlier this month: from its first day to the reference; later this week: from the reference on."""
    reference = reader.reference
    inside = piece.low is not None and piece.high is not None and reference is not None
    if joined_on and word == "later" and not reader.is_class(piece.last, "UNIT"):
        return None
    if not inside or reference is None or piece.low is None or piece.high is None:
        return piece if piece.unit in ("week", "month", "year") else None
    if piece.unit not in ("day", "week", "month", "year") or not piece.low <= reference <= piece.high:
        return piece if piece.unit in ("day", "month", "year", "week", "part") else None
    if word == "earlier":
        return replace(piece, high=reference)
    return replace(piece, low=reference)


_ENDS = (
    "now",
    "half",
    "century",
    "part of decade",
    "part of week",
    "day",
    "month",
    "year",
    "part of month",
    "part of year",
    "week",
    "quarter",
    "season",
    "decade",
    "fiscal",
)


def _range(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """From Monday to Wednesday; between May 3 and June 5; 2014-2018; from March to date."""
    words = reader.tape.words
    first, before = _range_start(reader, a)
    to_date = not gap and b.unit == "now" and words[b.first] == "to"
    if a.unit not in _ENDS or b.unit not in _ENDS or a.type != b.type or not (to_date or _RANGE_GAP.fullmatch(gap)):
        return None
    word = "to" if to_date else words[a.last + 1]
    if (word == "and") != (before == "between") or ("now" in (a.unit, b.unit) and first == a.first):
        return None
    if word in ("–", "—", "-") and not (a.unit == b.unit or before == "from"):
        return None
    a, b = _in_order(_at_present(reader, a), _at_present(reader, b))
    return joined(first, b.last, a, b)


def _range_start(reader: Reader, piece: Piece) -> tuple[int, str]:
    """(first token, "from", "between" or "") of the range that a piece may begin."""
    words = reader.tape.words
    for back in (1, 2):
        at = piece.first - back
        if at >= 0 and words[at] in ("from", "between"):
            return at, words[at]
        if at < 0 or words[at] != "the":
            break
    return piece.first, ""


def _at_present(reader: Reader, piece: Piece) -> Piece:
    return replace(piece, low=reader.reference, high=reader.reference) if piece.unit == "now" else piece


def _in_order(a: Piece, b: Piece) -> tuple[Piece, Piece]:
    """Two weekdays of which the first lies behind the second: a week is added or taken."""
    if a.weekday is None or b.weekday is None or not a.low or not b.high or a.low <= b.high:
        return a, b
    if a.derived == "weekday.future":
        return a, replace(b, low=cal.shift_days(b.low, 7) if b.low else None, high=cal.shift_days(b.high, 7))
    return replace(a, low=cal.shift_days(a.low, -7)), b


def _measured_from(reader: Reader, a: Piece, b: Piece, gap: str) -> Piece | None:
    """Two days before 7 October; a week after Easter."""
    if a.type != "DURATION" or a.unit != "length" or len(gap) != 1 or b.low is None:
        return None
    word = reader.tape.words[a.last + 1]
    if word not in ("before", "after", "from") or b.unit not in ("day", "holiday") or not _governs(reader, b):
        return None
    unit = next((reader.tape.values[t] for t in range(a.last, a.first - 1, -1) if reader.is_class(t, "UNIT")), None)
    if unit is None:
        return None
    return moved(a.first, b.last, b.low, a.number, unit, -1 if word == "before" else 1, "measured from the date named")


def _governs(reader: Reader, piece: Piece) -> bool:
    """Whether the word before a time governs it: "after May 3", but not "after the May 3 attack"."""
    syntax = reader.syntax
    head = syntax.head_of(reader.span(piece.first, piece.last))
    if head is None:
        return False
    governor = syntax.heads[head]
    if governor == head or syntax.starts[governor] < reader.tape.starts[piece.first]:
        return True
    return syntax.pos[governor] not in ("NOUN", "PROPN", "ADJ")


def _prefixed(reader: Reader, piece: Piece) -> Piece:
    """Since, before, after, until, by: the interval becomes open at one end and the word part of the expression."""
    for width in (2, 1):
        start = piece.first - width
        match = _PREFIX.fullmatch(reader.tape.classes, start, piece.first) if start >= 0 else None
        if match is None:
            continue
        word = reader.tape.words[match.start("word")]
        if word in _PARTS or (word == "beginning" and piece.unit == "rate"):
            return piece
        if piece.type in ("DURATION", "SET") or piece.unit == "now":
            return piece
        # "Since" hardly ever stands before a bare modifier; the parser often misreads "since mid-May forces have".
        bare_since = word == "since" and match.end() - match.start() == 1
        if not bare_since and not _governs(reader, piece):
            return piece
        return _opened(reader, piece.grown(start, piece.last), reader.tape.words[start_of(match, "word")])
    return piece


def _edge(reader: Reader, piece: Piece) -> Day | None:
    """The last day of a period for "the end of" it, the first for "the beginning of" it; None for other expressions."""
    words = reader.tape.words[piece.first : piece.last + 1]
    if not piece.unit.startswith("part of ") or "of" not in words:
        return None
    if "end" in words:
        return piece.high
    return piece.low if "beginning" in words or "start" in words else None


def _opened(reader: Reader, piece: Piece, word: str) -> Piece:
    """The interval of "since X" and the like. The day of "after X" and "since X" itself is not shut out."""
    if piece.low is None or piece.high is None:
        return piece
    if word in ("since", "starting", "commencing", "beginning"):
        return replace(piece, high=None)
    edge = _edge(reader, piece)
    if edge is not None and word in ("after", "before"):
        # "Before the end of May" takes in all of May but its end; "after the beginning of May" begins with it.
        low, high = (edge, None) if word == "after" else (None, edge)
        return replace(piece, low=low, high=high, derived=(piece.derived or "").rpartition("; ")[0] or None)
    if word == "after":
        whole = piece.unit != "day" and piece.type == "DATE"
        return replace(piece, low=cal.shift_days(piece.high, 1) if whole else piece.high, high=None)
    if word == "before":
        part = piece.type == "TIME"
        return replace(piece, low=None, high=piece.low if part else cal.shift_days(piece.low, -1))
    return replace(piece, low=None)
