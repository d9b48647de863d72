"""Half-open stretches of one stored text, counted in Unicode code points."""

from __future__ import annotations

from typing import NamedTuple

from dateline.errors import SpanError


class Span(NamedTuple):
    """`text[start:end]`: code points, end exclusive. Orders by start, then end."""

    start: int
    end: int

    @property
    def width(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def quote(text: str, span: Span) -> str:
    """The words that a span covers.

    Raises:
        SpanError: the span does not lie inside the text, or is empty.
    """
    if not 0 <= span.start < span.end <= len(text):
        raise SpanError(seen=f"{span.start}..{span.end}", length=len(text))
    return text[span.start : span.end]


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends; an all-white span is returned empty at its start."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
