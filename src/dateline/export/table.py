"""Events as CSV: one row an event, UTF-8, RFC 4180; cells that a spreadsheet would run as a formula are guarded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dateline.document import Document
from dateline.export.view import according_to, sentence_around
from dateline.records import Event, Party

COLUMNS = (
    "report_id",
    "published",
    "url",
    "event",
    "type",
    "modes",
    "contexts",
    "cameo",
    "status",
    "historical",
    "trigger",
    "trigger_start",
    "trigger_end",
    "actors",
    "actor_codes",
    "recipients",
    "recipient_codes",
    "place",
    "place_relation",
    "place_level",
    "country",
    "latitude",
    "longitude",
    "earliest",
    "latest",
    "time_precision",
    "time_derived",
    "killed_low",
    "killed_best",
    "killed_high",
    "wounded_low",
    "wounded_best",
    "wounded_high",
    "according_to",
    "claims",
    "confidence",
    "sentence",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(value: object) -> str:
    """A cell that no spreadsheet runs as a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    words = " ".join(str(value).split())
    return "'" + words if words.startswith(_FORMULA) else words


def _codes(parties: Sequence[Party]) -> str:
    return "; ".join(" ".join(filter(None, (p.actor.code, *p.actor.sectors))) if p.actor else "" for p in parties)


def _words(document: Document, parties: Sequence[Party]) -> str:
    return "; ".join(document.quote(party.span) for party in parties)


def _toll(document: Document, event: Event, of: str) -> list[int | None]:
    """low, best and high of the first count of a kind; several counts of one kind are not added up."""
    for index in event.counts:
        count = document.counts[index]
        if count.of == of:
            return [count.low, count.best, count.high]
    return [None, None, None]


def _where(document: Document, event: Event) -> list[object]:
    if event.place is None:
        return [None] * 6
    place = document.places[event.place.index]
    exact = place.level in ("point", "populated")
    return [
        place.name,
        event.place.relation,
        place.level,
        place.country,
        place.lat if exact else None,
        place.lon if exact else None,
    ]


def _row(document: Document, number: int, event: Event) -> list[object]:
    report, when = document.report, event.when
    claims = [f"{document.quote(document.entities[c.by].span)}: {c.kind}" for c in event.claims]
    return [
        report.id,
        report.date,
        report.url,
        number,
        event.type,
        "; ".join(event.modes),
        "; ".join(event.contexts),
        event.cameo,
        event.status,
        event.historical,
        document.quote(event.trigger),
        event.trigger.start,
        event.trigger.end,
        _words(document, event.actors),
        _codes(event.actors),
        _words(document, event.recipients),
        _codes(event.recipients),
        *_where(document, event),
        when.earliest,
        when.latest,
        when.precision,
        when.derived,
        *_toll(document, event, "killed"),
        *_toll(document, event, "wounded"),
        according_to(document, event),
        "; ".join(claims),
        round(event.confidence, 3),
        document.quote(sentence_around(document, event.trigger)),
    ]


def to_csv(documents: Iterable[Document]) -> str:
    """A CSV file with a header row; coordinates only where a point or a town was told, never of a whole country."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for document in documents:
        for number, event in enumerate(document.events, start=1):
            writer.writerow([guarded(cell) for cell in _row(document, number, event)])
    return out.getvalue()
