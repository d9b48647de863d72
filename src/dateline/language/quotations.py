"""Quotation marks, paired. Multi-paragraph quotations open anew in each paragraph and close in the last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records import Quotation
from dateline.spans import Span, trim

_MARK = re.compile(r"[\"“”„«»]|``|''|(?<![\w.,!?])[‘'](?=\w)|(?<=[\w.,!?])[’'](?!\w)")
# Two straight apostrophes serve both ways in many wire texts, so they are judged like a straight mark.
_OPENING, _CLOSING = {"“", "„", "«", "``", "‘"}, {"”", "»", "’"}

_SINGLE = frozenset("‘’'")


def _kind(text: str, mark: re.Match[str], *, is_open: bool) -> str:
    """Whether a mark opens or closes, by its shape and, for straight ones, by what stands around it."""
    sign = mark.group()
    if sign in _OPENING:
        return "open"
    if sign in _CLOSING:
        return "close"
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if before.isspace() and not after.isspace():
        return "open"
    if after.isspace() and not before.isspace():
        return "close"
    return "close" if is_open else "open"


def _in_block(text: str, block: Span) -> list[Quotation]:
    """Quotations of one paragraph; single marks count only where no double one is open."""
    found: list[Quotation] = []
    start: re.Match[str] | None = None
    for mark in _MARK.finditer(text, block.start, block.end):
        single = mark.group() in _SINGLE
        kind = _kind(text, mark, is_open=start is not None)
        if start is None:
            if kind == "open":
                start = mark
            continue
        if single != (start.group() in _SINGLE):
            if not single and start.group() in _SINGLE and kind == "open":
                start = mark
            continue
        if kind == "open":
            start = mark
            continue
        inner = trim(text, Span(start.end(), mark.start()))
        if inner.width:
            found.append(Quotation(Span(start.start(), mark.end()), inner))
        start = None
    if start is not None and start.group() not in _SINGLE:
        inner = trim(text, Span(start.end(), block.end))
        if inner.width:
            found.append(Quotation(Span(start.start(), block.end), inner, closed=False))
    return found


def quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of a text, in order. One left open at a paragraph's end runs to that end, `closed` False."""
    return tuple(found for block in blocks for found in _in_block(text, block))
