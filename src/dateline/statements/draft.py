"""A statement while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.spans import Span


@dataclass(slots=True)
class Draft:
    """One statement. `token` is the cue's head, `speaker` the head of the source (None where the report gives
    none), `quotes` whether a quotation may stand beside the cue, `rank` which of two drafts with the same content
    stays: the lower; `frame` names the lexicon frame that the content fills.
    """

    token: int
    cue: Span
    act: str
    speaker: int | None = None
    source: Span | None = None
    content: list[Span] = field(default_factory=list)
    quotes: bool = False
    rank: int = 0
    frame: str = ""
