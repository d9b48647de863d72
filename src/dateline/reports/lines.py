"""The lines of a page as its furniture rules see them: where each lies, its bare words, and whether it is prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.spans import Span, trim

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
# Bullets, Markdown marks and rules that stand around a line; invisible characters anywhere in it.
_EDGES = " \t\u00a0*_>|•·▪►»–—-=~"
_HEADING = re.compile(r"^#{1,6}\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"))
_PROSE_WORDS = 12
_SHORT_PROSE_WORDS = 6
HEAD_LINES = 15


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank. `core` is its text without bullets and invisible characters, spaces made single.

    `gap` says that a blank line stands before it; `words` counts what white space parts.
    """

    span: Span
    core: str
    words: int
    gap: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.core) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph of a report: long, or a sentence of some length.

        A short question is more often the title of another story.
        """
        short = self.ends_sentence and not self.core.endswith("?")
        enough = _SHORT_PROSE_WORDS if short else _PROSE_WORDS
        return self.words >= enough


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text. Lines before `head` stand above the report, lines from `tail` on below it.

    A standfirst (one line of prose) may stand among the lines above.
    """

    text: str
    lines: tuple[Line, ...]
    head: int
    tail: int


def _core(raw: str) -> str:
    bare = raw if raw.isascii() else raw.translate(_INVISIBLE)
    bare = bare.strip(_EDGES)
    if bare.startswith("#"):  # a heading's mark, and not a hashtag
        bare = _HEADING.sub("", bare).strip(_EDGES)
    return " ".join(bare.split())


def _lines(text: str) -> tuple[Line, ...]:
    found = []
    end = 0
    for match in _LINE.finditer(text):
        span = trim(text, Span(*match.span()))
        if not span.width:
            continue
        core = _core(match.group())
        breaks = text.count("\n", end, span.start) or text.count("\r", end, span.start)
        found.append(Line(span, core, core.count(" ") + 1, gap=breaks > 1))
        end = span.end
    return tuple(found)


def page(text: str) -> Page:
    """Split a text in lines, blank ones left out, and find where the report itself begins and ends."""
    lines = _lines(text)
    prose = [number for number, line in enumerate(lines) if line.is_prose]
    head = min(prose[1] if len(prose) > 1 else len(lines), HEAD_LINES)
    tail = prose[-1] + 1 if prose else 0
    return Page(text, lines, head, tail)
