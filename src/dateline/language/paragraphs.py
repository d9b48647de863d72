"""Where paragraphs begin and end: they are parsed one by one, so that no sentence runs across a break."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator

from dateline.spans import Span, trim

_LINE = re.compile(r"[^\n\r]+")
_BLANK = re.compile(r"(?:\r\n|\n|\r)[ \t\u00a0]*(?:\r\n|\n|\r)\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s")
_LONGEST = 8000
_SHORTEST_WRAP, _LONGEST_WRAP = 55, 100


def _is_hard_wrapped(lines: list[Span]) -> bool:
    """Whether the lines were broken at a column, as agencies' telex text was, and not at paragraphs."""
    if len(lines) < 4:
        return False
    widths = sorted(line.width for line in lines)
    upper = widths[-1]
    typical = statistics.median(widths)
    return _SHORTEST_WRAP <= upper <= _LONGEST_WRAP and typical >= 0.8 * upper


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A paragraph in pieces that a parser can hold, cut behind a sentence's end where there is one."""
    start = span.start
    while span.end - start > _LONGEST:
        cuts = [m.end() for m in _SENTENCE_END.finditer(text, start, start + _LONGEST)]
        cut = cuts[-1] if cuts else start + _LONGEST
        yield trim(text, Span(start, cut))
        start = cut
    yield trim(text, Span(start, span.end))


def _without(span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span when the holes are cut out."""
    start = span.start
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= span.end:
            continue
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


def paragraphs(text: str, holes: Iterable[Span] = ()) -> list[Span]:
    """The paragraphs of a text, `holes` (page furniture) left out, white space trimmed.

    A blank line always ends a paragraph; a single line break does, unless the text is hard-wrapped.
    """
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if m.group().strip()]
    if _is_hard_wrapped(lines):
        blocks, start = [], 0
        for gap in _BLANK.finditer(text):
            blocks.append(Span(start, gap.start()))
            start = gap.end()
        blocks.append(Span(start, len(text)))
    else:
        blocks = lines
    holes = list(holes)
    kept = [part for block in blocks for part in _without(block, holes)]
    found = [piece for part in kept for piece in _pieces(text, trim(text, part))]
    return [piece for piece in found if piece.width]
