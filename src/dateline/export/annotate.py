"""The `annotate` contract, schema 1: a document's layers as one JSON object. See docs/reference/annotate.md."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.document import Document
from dateline.records import Actor, Count, Event, Party, Place, Statement, Time, When
from dateline.spans import Span, quote

SCHEMA = 1


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _quoted(document: Document, span: Span) -> dict[str, Any]:
    """A span with its words; refuses one that does not lie in the text."""
    return {"start": span.start, "end": span.end, "text": quote(document.text, span)}


def _maybe(document: Document, span: Span | None) -> dict[str, Any] | None:
    return _quoted(document, span) if span else None


def _actor(actor: Actor | None) -> dict[str, Any] | None:
    if actor is None:
        return None
    return {
        "id": actor.id,
        "name": actor.name,
        "code": actor.code,
        "sectors": list(actor.sectors),
        "derived": actor.derived,
    }


def _entities(document: Document) -> list[dict[str, Any]]:
    clusters: Sequence[int | None] = document.clusters or [None] * len(document.entities)
    actors: Sequence[Actor | None] = document.actors or [None] * len(document.entities)
    return [
        {**_quoted(document, entity.span), "type": entity.type, "cluster": cluster, "actor": _actor(actor)}
        for entity, cluster, actor in zip(document.entities, clusters, actors, strict=True)
    ]


def _place(document: Document, place: Place) -> dict[str, Any]:
    return {
        **_quoted(document, place.span),
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": place.admin1,
        "geonames_id": place.geonames_id,
        "level": place.level,
        "literal": place.literal,
        "reason": place.reason,
        "runner_up": place.runner_up,
    }


def _time(document: Document, time: Time) -> dict[str, Any]:
    return {
        **_quoted(document, time.span),
        "type": time.type,
        "value": time.value,
        "earliest": _day(time.earliest),
        "latest": _day(time.latest),
        "derived": time.derived,
    }


def _count(document: Document, count: Count) -> dict[str, Any]:
    return {
        **_quoted(document, count.span),
        "low": count.low,
        "best": count.best,
        "high": count.high,
        "of": count.of,
        "who": _maybe(document, count.who),
    }


def _statement(document: Document, statement: Statement) -> dict[str, Any]:
    return {
        "source": _maybe(document, statement.source),
        "cue": _maybe(document, statement.cue),
        "content": [_quoted(document, part) for part in statement.content],
        "source_entity": statement.source_entity,
        "act": statement.act,
        "parent": statement.parent,
    }


def _party(document: Document, party: Party) -> dict[str, Any]:
    actor = party.actor
    return {
        **_quoted(document, party.span),
        "entity": party.entity,
        "name": actor.name if actor else quote(document.text, party.span),
        "code": actor.code if actor else "",
        "sectors": list(actor.sectors) if actor else [],
        "id": actor.id if actor else None,
    }


def _when(when: When) -> dict[str, Any]:
    return {
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "precision": when.precision,
        "time": when.time,
        "derived": when.derived,
    }


def _event(document: Document, event: Event) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": event.type,
        "modes": list(event.modes),
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "status": event.status,
        "historical": event.historical,
        "trigger": _quoted(document, event.trigger),
        "also": [_quoted(document, span) for span in event.also],
        "actors": [_party(document, party) for party in event.actors],
        "recipients": [_party(document, party) for party in event.recipients],
        "instruments": [{**_quoted(document, item.span), "kind": item.kind} for item in event.instruments],
        "place": {"index": event.place.index, "relation": event.place.relation} if event.place else None,
        "when": _when(event.when),
        "counts": list(event.counts),
        "said_by": list(event.said_by),
        "claims": [{"by": claim.by, "kind": claim.kind} for claim in event.claims],
        "confidence": round(event.confidence, 3),
        "derived": list(event.derived),
    }
    if event.incident is not None:
        row["incident"] = event.incident
    return row


def record(document: Document) -> Mapping[str, Any]:
    """The output line of one document, as a JSON-ready mapping; spans are half-open code points.

    Raises:
        SpanError: a stage made a span outside the text.
    """
    syntax = document.syntax
    return {
        "schema": SCHEMA,
        "id": document.report.id,
        "sentences": [list(syntax.sentence_span(n)) for n in range(len(syntax.sentences))],
        "entities": _entities(document),
        "places": [_place(document, item) for item in document.places],
        "times": [_time(document, item) for item in document.times],
        "counts": [_count(document, item) for item in document.counts],
        "statements": [_statement(document, item) for item in document.statements],
        "events": [_event(document, item) for item in document.events],
        "not_coded": [{**_bare_span(item.span), "reason": item.reason} for item in document.not_coded],
    }


def _bare_span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
