"""What the forms of time expressions make, and what they need to know: the tape, the parse, the reference day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.mentions.times import calendar as cal
from dateline.mentions.times.calendar import Day
from dateline.mentions.times.tape import Tape, lexicon
from dateline.mentions.times.tense import is_future, is_told_as_past
from dateline.spans import Span
from dateline.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Piece:
    """A time expression on the tape: tokens `first` to `last`, both inclusive.

    `unit` is the grain (day, week, month ..., clock, part, now, length, set); `low`, `high` are inclusive days.
    `floating` marks a date whose year or week we chose; `number` is the length in units of a duration.
    """

    first: int
    last: int
    type: str
    unit: str
    value: str | None = None
    low: Day | None = None
    high: Day | None = None
    derived: str | None = None
    floating: bool = False
    number: float | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def grown(self, first: int, last: int) -> Piece:
        """The piece with its edges moved outward."""
        return replace(self, first=min(first, self.first), last=max(last, self.last))


@dataclass(slots=True)
class Reader:
    """One paragraph being read. `reference` is the day that "today" is, None where unknown."""

    tape: Tape
    syntax: Syntax
    reference: Day | None
    last_day: Day | None = None
    _ahead: dict[int, bool] = field(default_factory=dict)

    def span(self, first: int, last: int) -> Span:
        """The text span of tokens of the tape, both inclusive."""
        return Span(self.tape.starts[first], self.tape.ends[last])

    def future(self, first: int, last: int) -> bool:
        """Whether the clause around these tokens speaks of the future."""
        key = self.tape.starts[first]
        if key not in self._ahead:
            self._ahead[key] = is_future(self.syntax, self.span(first, last))
        return self._ahead[key]

    def label(self, token: int) -> str:
        """The parser's entity type at a token of the tape."""
        found = self.parsed(token)
        return self.syntax.labels[found] if found is not None else ""

    def parsed(self, token: int) -> int | None:
        """The parser's token at a token of the tape."""
        inside = self.syntax.tokens(self.span(token, token))
        return inside[0] if inside else None

    def governs(self, token: int) -> bool:
        """Whether "following" is the preposition and no adjective: "following Friday's attack"."""
        if self.tape.words[token] != "following":
            return False
        return token == 0 or self.tape.words[token - 1] not in ("the", "a", "every", "each")

    def is_class(self, token: int, *names: str) -> bool:
        """Whether a token of the tape exists and is of one of these classes."""
        if not 0 <= token < len(self.tape.classes):
            return False
        letters = lexicon()[1]
        return any(self.tape.classes[token] == letters[name] for name in names)


def from_days(first: int, last: int, low: Day | None, high: Day | None, unit: str, derived: str | None = None) -> Piece:
    """A piece of type DATE for an interval; its value is that of the calendar unit which begins at `low`."""
    value = cal.unit_value(low, unit) if low else None
    return Piece(first, last, "DATE", unit, value, low, high, derived)


def stretch_value(low: Day, end: Day, length: str) -> str:
    """The value of a stretch that is no calendar unit: (first day, first day after, length)."""
    return f"({cal.iso(low)},{cal.iso(end)},{length})"


# A date without a year that lies this many days ahead is the coming one, unless a verb in the past governs it.
_SOON = 31


def year_for(reader: Reader, first: int, last: int, month: int, day: int | None) -> int | None:
    """The year of a date that does not give one.

    The nearest past one; the nearest to come in a future clause, or where it is close at hand and no verb in the past
    says that it is behind us.
    """
    reference = reader.reference
    if reference is None:
        return None
    year = reference.year
    passed = (month, day or 31) < (reference.month, reference.day)
    if reader.future(first, last):
        return year + 1 if passed else year
    if (month, day or 1) <= (reference.month, reference.day):
        behind = year
        ahead = cal.make_day(year + 1, month, day or 1) if passed else None
    else:
        behind = year - 1
        ahead = cal.make_day(year, month, day or 1)
    soon = ahead is not None and 0 < (ahead - reference).days <= _SOON
    if soon and ahead is not None and not is_told_as_past(reader.syntax, reader.span(first, last)):
        return ahead.year
    return behind
