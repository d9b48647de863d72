"""Forms of days told by their number alone: on the 18th, the 21st of last month, Monday the 21st."""

from __future__ import annotations

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.forms import Match, N, day_number, form, start_of
from dateline.mentions.times.piece import Piece, Reader, from_days


@form(
    f"(?:ON|BY|UNTIL|SINCE|AROUND) THE (?P<day>{N} SUFFIX)",
    f"THE (?P<day>{N} SUFFIX) OF? THE? (?P<which>THIS|LAST|NEXT|SAME) (?P<unit>UNIT)",
    f"(?P<week>UNIT) OF THE (?P<day>{N} SUFFIX)",
)
def day_alone(reader: Reader, match: Match) -> Piece | None:
    """On the 18th, with nothing behind it that it could count; the 18th of last month; the week of the 18th."""
    following = reader.parsed(match.end()) if match.end() < len(reader.tape.words) else None
    if following is not None and reader.syntax.pos[following] in ("NOUN", "PROPN", "ADJ", "NUM", "VERB"):
        return None
    if reader.is_class(match.end(), "OF", "MONTH", "MAYBE_MONTH", "DASH"):
        return None
    day, groups = day_number(reader, match, "day"), match.groupdict()
    first, last = match.start() + ("which" not in groups and "week" not in groups), match.end() - 1
    if "which" in groups:
        return _day_of_month_named(reader, match, day)
    found = _nearest_with_number(reader, first, last, day)
    if "week" not in groups:
        return found
    if found is None or found.low is None or reader.tape.words[match.start()] != "week":
        return None
    low, high = cal.week_of(found.low)
    return from_days(first, last, low, high, "week", found.derived)


def _nearest_with_number(reader: Reader, first: int, last: int, day: int) -> Piece | None:
    """The nearest day of that number, behind or ahead of the reference as the clause asks."""
    reference = reader.reference
    if reference is None:
        return Piece(first, last, "DATE", "day", f"XXXX-XX-{day:02d}")
    step = 1 if reader.future(first, last) else -1
    for months in range(3):
        month = cal.shift_months(reference.replace(day=1), step * months) or reference
        found = cal.make_day(month.year, month.month, day)
        if found and (found - reference).days * step >= 0:
            return from_days(first, last, found, found, "day", "month.future" if step > 0 else "month.past")
    return None


def _day_of_month_named(reader: Reader, match: Match, day: int) -> Piece | None:
    """The 21st of this month, of last month, of the same month."""
    tape = reader.tape
    which = start_of(match, "which")
    if tape.words[start_of(match, "unit")] != "month":
        return None
    same = reader.is_class(which, "SAME")
    start = reader.last_day if same else reader.reference
    month = cal.shift_months(start.replace(day=1), 0 if same else tape.values[which]) if start else None
    found = cal.make_day(month.year, month.month, day) if month else None
    if found is None:
        return None
    derived = "last day named" if same else "publication"
    return from_days(match.start(), match.end() - 1, found, found, "day", derived)


def _ranks(reader: Reader, match: Match) -> bool:
    """Whether an ordinal in words ranks what follows and is no day: "on Thursday, the first to be let in"."""
    last = match.end() - 1
    if not reader.is_class(last, "ORDINAL") or reader.is_class(last - 1, "DASH", "WORD_TENS"):
        return False
    if not reader.is_class(last - 1, "THE") or reader.is_class(last - 2, "COMMA"):
        return True
    following = reader.parsed(last + 1) if last + 1 < len(reader.tape.words) else None
    return following is not None and reader.syntax.pos[following] not in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ")


@form(f"(?P<weekday>WEEKDAY|SHORT_WEEKDAY) DOT? COMMA? THE? (?P<day>{N} SUFFIX|ORDINAL|WORD_TENS DASH? ORDINAL)")
def weekday_and_number(reader: Reader, match: Match) -> Piece | None:
    """Monday the 21st: the nearest day that is both."""
    number, day = reader.tape.values[match.start()], day_number(reader, match, "day")
    first, last = match.start(), match.end() - 1
    if _ranks(reader, match) or reader.is_class(match.end(), "OF", "MONTH", "MAYBE_MONTH"):
        return None
    reference = reader.reference
    if reference is None:
        return None
    step = 1 if reader.future(first, last) else -1
    for months in range(12):
        month = cal.shift_months(reference.replace(day=1), step * months) or reference
        found = cal.make_day(month.year, month.month, day)
        if found and found.weekday() == number and (found - reference).days * step >= 0:
            return from_days(first, last, found, found, "day", "weekday and number")
    return None
