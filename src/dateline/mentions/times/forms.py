"""How forms of time expressions are registered: a pattern over the tape, and the handler that makes a piece of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.mentions.times.piece import Piece, Reader
from dateline.mentions.times.tape import compile_form

Match = re.Match[str]
Handler = Callable[[Reader, Match], Piece | None]
Form = tuple[re.Pattern[str], Handler]
FORMS: list[Form] = []

N = "(?:N12|N24|N31)"
DAY = f"(?:{N} SUFFIX?|WORD_TENS DASH? ORDINAL|ORDINAL)"
MONTH = "(?:MONTH|MAYBE_MONTH)"


def form(*patterns: str) -> Callable[[Handler], Handler]:
    """Registers a handler for forms of the tape."""

    def keep(handler: Handler) -> Handler:
        FORMS.extend((compile_form(pattern), handler) for pattern in patterns)
        return handler

    return keep


def start_of(match: Match, group: str) -> int:
    """The token at which a group of a match begins, -1 where the form has no such group or it is empty."""
    return match.start(group) if group in match.re.groupindex else -1


def day_number(reader: Reader, match: Match, group: str) -> int:
    """The number that a day group of a match stands for ("7", "7th", "twenty-first")."""
    tape = reader.tape
    values = [tape.values[t] for t in range(*match.span(group)) if isinstance(tape.values[t], int)]
    return sum(values)
