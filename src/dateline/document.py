"""What travels through the pipeline: one report and the layers that the stages lay over it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records import (
    Actor,
    Count,
    Entity,
    Event,
    Furniture,
    Instrument,
    NotCoded,
    Place,
    Quotation,
    Report,
    Statement,
    Time,
    Toponym,
)
from dateline.spans import Span, quote
from dateline.syntax import Syntax


def _nothing_parsed() -> Syntax:
    return Syntax("", [], [], [], [], [], [], [], [], [], [], [], [], [], [])


@dataclass(slots=True)
class Document:
    """One report with its layers. A layer is replaced as a whole by the stage that makes it, never edited.

    `actors` and `clusters` run parallel to `entities`: the actor (or None) and the cluster number (or None)
    of the entity at the same index. `removed` lists what was cut before reading, as (words, reason); `notes` what
    else a person should know of the source.
    """

    report: Report
    furniture: tuple[Furniture, ...] = ()
    syntax: Syntax = field(default_factory=_nothing_parsed)
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Time, ...] = ()
    counts: tuple[Count, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    entities: tuple[Entity, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    actors: tuple[Actor | None, ...] = ()
    clusters: tuple[int | None, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    not_coded: tuple[NotCoded, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """The words of the report that a span covers."""
        return quote(self.report.text, span)

    @property
    def text(self) -> str:
        """The report's text, which all spans count in."""
        return self.report.text
