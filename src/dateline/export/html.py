"""One self-contained HTML file: the report on the left, its events on the right; either lights up the other.

Nothing is loaded from elsewhere, all report text is escaped, and without a script the page still reads.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from dateline.document import Document
from dateline.export.view import EventView, event_views
from dateline.spans import Span

_LAYER_OF = {
    "who": "party",
    "to whom": "party",
    "did what": "act",
    "where": "place",
    "when": "time",
    "with what": "act",
    "according to": "source",
    "claim": "source",
}
_COUNT_LAYER = "count"


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight: which event's which layer covers a span."""

    span: Span
    layer: str
    event: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text without a boundary inside: its layers and events, empty for plain text."""

    text: str
    layers: str
    events: str
    furniture: bool


def _template(name: str) -> str:
    return resources.files("dateline.export").joinpath("templates", name).read_text(encoding="utf-8")


def _marks(views: list[EventView]) -> list[Mark]:
    return [
        Mark(span, _LAYER_OF.get(fact.label, _COUNT_LAYER), view.number)
        for view in views
        for fact in view.facts
        for span in fact.evidence
    ]


def _segments(document: Document, marks: list[Mark], block: Span) -> Iterator[Segment]:
    """The text of a block cut at every boundary of a mark, so that overlapping marks stay readable."""
    inside = [mark for mark in marks if mark.span.overlaps(block)]
    edges = {block.start, block.end}
    for mark in inside:
        edges.update((max(mark.span.start, block.start), min(mark.span.end, block.end)))
    cuts = sorted(edges)
    for start, end in itertools.pairwise(cuts):
        over = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        piece = Span(start, end)
        yield Segment(
            text=document.text[start:end],
            layers=" ".join(sorted({mark.layer for mark in over})),
            events=" ".join(str(n) for n in sorted({mark.event for mark in over})),
            furniture=any(item.span.covers(piece) for item in document.furniture),
        )


def _blocks(document: Document) -> list[Span]:
    """Lines of the report, blank ones left out."""
    found, start = [], 0
    for line in document.text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def to_html(document: Document) -> str:
    """The page of one document."""
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    views = event_views(document)
    marks = _marks(views)
    report = document.report
    return environment.get_template("report.html.jinja").render(
        title=report.title or "Report",
        published=report.date.isoformat() if report.date else "day of publication unknown",
        publisher=report.publisher or "",
        url=report.url or "",
        paragraphs=[list(_segments(document, marks, block)) for block in _blocks(document)],
        views=[
            {
                "view": view,
                "sentence": document.quote(view.sentence),
                "facts": [
                    {
                        "label": fact.label,
                        "value": fact.value,
                        "layer": _LAYER_OF.get(fact.label, _COUNT_LAYER),
                        "quotes": [document.quote(span) for span in fact.evidence],
                        "derived": fact.derived,
                    }
                    for fact in view.facts
                ],
            }
            for view in views
        ],
        not_coded=[(item.reason, document.quote(item.span)) for item in document.not_coded],
        removed=[(item.reason, document.quote(item.span)) for item in document.furniture]
        + [(reason, words) for words, reason in document.removed],
        notes=document.notes,
        style=Markup(_template("report.css")),  # noqa: S704 - our own file
        script=Markup(_template("report.js")),  # noqa: S704 - our own file
    )
