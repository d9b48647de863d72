"""The place line before an agency's first sentence: "AMMAN, Feb 12 (Agency) —", "NEW DELHI:".

It is no part of the sentence that follows. Parsed with it, the town becomes the sentence's subject; so it is parsed as
a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.spans import Span, trim

_REACH = 110
_LEAST_SENTENCE = 20
_HEAD = re.compile(
    r"(?P<place>[^\W\d_][\w.'’/ -]{1,40}?)"
    r"(?P<rest>(?:,\s?[\w.'’ ]{1,24}){0,3})"
    r"\s?(?P<agency>\([^()\n]{2,50}\))?"
    r"\s?(?P<sign>—|–|--|(?<=\s)-(?=\s)|:(?=\s))\s?"
)
_CREDIT = re.compile(r"\((?:[^()\n]{2,40}, )?[^()\n]{2,40}(?:19|20)\d\d\)\s?")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
# Words in capitals before a colon that announce something and are no place.
_LABELS = frozenset(
    [
        "update",
        "updated",
        "breaking",
        "watch",
        "live",
        "video",
        "photo",
        "photos",
        "opinion",
        "analysis",
        "exclusive",
        "factbox",
        "timeline",
        "read",
        "note",
        "editor",
        "correction",
        "clarification",
        "interview",
        "comment",
        "explainer",
        "highlights",
        "summary",
        "warning",
        "alert",
        "question",
        "answer",
    ]
)


def _is_place_line(match: re.Match[str]) -> bool:
    """Capitals make one, or a date or an agency between a name and a dash."""
    place, sign = match["place"].strip(), match["sign"]
    capitals = place.isupper() and len(place) > 2
    if sign == ":":
        return capitals and len(place) > 3 and not match["rest"] and place.split()[0].lower() not in _LABELS
    dated = bool(match["agency"]) or bool(_MONTH.search(match["rest"]))
    return capitals or (dated and place.istitle())


def place_line_end(text: str, block: Span) -> int:
    """Where the sentence behind a paragraph's place line begins; the paragraph's start where there is none."""
    head = text[block.start : min(block.end, block.start + _REACH)]
    match = _HEAD.match(head)
    if match is not None and not _is_place_line(match):
        match = None
    end = match.end() if match else 0
    credit = _CREDIT.match(head)
    if not end and credit:
        end = credit.end()
    rest = text[block.start + end : block.end]
    if not end or len(rest) < _LEAST_SENTENCE or rest[:1].islower():
        return block.start
    return block.start + end


def apart(text: str, blocks: Sequence[Span]) -> list[tuple[Span, int]]:
    """Each stretch to parse with the number of its paragraph; a place line and its paragraph share the number."""
    found = []
    for number, block in enumerate(blocks):
        cut = place_line_end(text, block)
        pieces = [trim(text, Span(block.start, cut)), trim(text, Span(cut, block.end))]
        found += [(piece, number) for piece in pieces if piece.width]
    return found
