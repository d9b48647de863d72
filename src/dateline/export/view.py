"""An event as a person reads it: plain phrases, each with the words that prove it. Shared by terminal, HTML and CSV."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.document import Document
from dateline.records import Count, Event, Party, When
from dateline.spans import Span

OWN_VOICE = "the report itself"
_LISTED = ("gazetteer", "office")
_COREFERENCE = "coreference"
_COUNTRY_BEHIND = re.compile(r" \([A-Z]{3}\)$")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CLAIMS = {
    "claims_responsibility": "claimed by",
    "denies_responsibility": "denied by",
    "accused": "accused:",
    "suspected": "suspected:",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of an event: its label, the value in words, the spans that carry it, and the rule where none does."""

    label: str
    value: str
    evidence: tuple[Span, ...] = ()
    derived: str = ""


@dataclass(frozen=True, slots=True)
class EventView:
    """One event, ready to be shown. `sentence` is where it is first told."""

    number: int
    title: str
    kind: str
    status: str
    sentence: Span
    facts: tuple[Fact, ...]
    according_to: str
    confidence: float


def printable(words: str) -> str:
    """Words that a terminal shows and does not obey: control and direction signs are written as escapes."""
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign.group()):04x}", words)


def party_name(document: Document, party: Party) -> str:
    """Name, country code and sectors of a party: "Syria (SYR GOV)".

    The name is the gazetteer's where it lists the actor; one put together from its words ("the Syrian army"), or not
    resolved, keeps them; a pronoun is followed by whom it stands for.
    """
    words = " ".join(document.quote(party.span).split())
    actor = party.actor
    if actor is None:
        return words
    codes = " ".join(filter(None, (actor.code, *actor.sectors)))
    listed = actor.derived.startswith(_LISTED)
    name = actor.name if listed else words
    behind = _COUNTRY_BEHIND.sub("", actor.name)
    if actor.derived == _COREFERENCE and behind.lower() not in words.lower():
        name = f"{words} = {behind}"
    return f"{name} ({codes})" if codes else name


def day_range(when: When) -> str:
    """Days of an event in words; says plainly what is not known."""
    first, last = when.earliest, when.latest
    if first and last:
        return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    if first:
        return f"since {first.isoformat()}"
    if last:
        return f"not after {last.isoformat()}"
    return "not stated"


def amount(count: Count) -> str:
    """A count in words: 3, at least 8, 10 to 15, up to 40."""
    low, best, high = count.low, count.best, count.high
    if low is not None and low == high:
        return str(low)
    if low is not None and high is not None:
        return f"{low} to {high}" if best in (None, low, high) else f"about {best}"
    if best is not None and low is None:
        return f"up to {high}" if high is not None else f"about {best}"
    if low is not None:
        return f"at least {low}"
    return f"up to {high}" if high is not None else "an unknown number"


def according_to(document: Document, event: Event) -> str:
    """The chain of those who say so, outermost first: "the army, citing residents"."""
    sources = []
    for index in event.said_by:
        source = document.statements[index].source
        words = document.quote(source) if source else "an unnamed source"
        if words not in sources:
            sources.append(words)
    return ", citing ".join(sources) if sources else OWN_VOICE


def _place(document: Document, event: Event) -> list[Fact]:
    if event.place is None:
        return []
    place = document.places[event.place.index]
    where = ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country))))
    exact = f" {place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
    shown = exact if place.level in ("point", "populated") else ""
    return [Fact("where", f"{event.place.relation} {where} [{place.level}{shown}]", (place.span,))]


def _when(document: Document, event: Event) -> Fact:
    when = event.when
    spans = (document.times[when.time].span,) if when.time is not None else ()
    return Fact("when", f"{day_range(when)} [{when.precision}]", spans, when.derived or "")


def _counts(document: Document, event: Event) -> list[Fact]:
    facts = []
    for index in event.counts:
        count = document.counts[index]
        who = document.quote(count.who) if count.who else ""
        spans = (count.span, count.who) if count.who else (count.span,)
        facts.append(Fact(count.of, f"{amount(count)} {who}".strip(), spans))
    return facts


def _facts(document: Document, event: Event) -> tuple[Fact, ...]:
    """All that is known of an event, in the order in which a coder asks for it."""
    facts = [Fact("who", party_name(document, party), (party.span,)) for party in event.actors]
    if not facts:
        facts.append(Fact("who", "unknown actor"))
    facts.append(Fact("did what", document.quote(event.trigger), (event.trigger, *event.also)))
    facts += [Fact("to whom", party_name(document, party), (party.span,)) for party in event.recipients]
    facts += [Fact("with what", item.kind, (item.span,)) for item in event.instruments]
    facts += _place(document, event)
    facts.append(_when(document, event))
    facts += _counts(document, event)
    sources = [document.statements[index] for index in event.said_by]
    spans = tuple(span for item in sources for span in (item.source, item.cue) if span)
    facts.append(Fact("according to", according_to(document, event), spans))
    facts += [
        Fact("claim", f"{_CLAIMS[claim.kind]} {document.quote(span)}", (span,))
        for claim in event.claims
        for span in [document.entities[claim.by].span]
    ]
    return tuple(_joined(facts))


def _joined(facts: list[Fact]) -> list[Fact]:
    """Facts of one label and value become one, with the evidence of all."""
    found: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        key = (fact.label, fact.value)
        before = found.get(key)
        evidence = fact.evidence if before is None else tuple(dict.fromkeys((*before.evidence, *fact.evidence)))
        found[key] = Fact(fact.label, fact.value, evidence, fact.derived)
    return list(found.values())


def _status(event: Event) -> str:
    return f"{event.status}, background" if event.historical else event.status


def sentence_around(document: Document, span: Span) -> Span:
    """The sentence that a span begins in; the span itself where no sentence holds it."""
    tokens = document.syntax.tokens(span)
    if not tokens:
        return span
    return document.syntax.sentence_span(document.syntax.sentence[tokens[0]])


def _names(document: Document, parties: tuple[Party, ...]) -> str:
    return " and ".join(dict.fromkeys(document.quote(party.span) for party in parties))


def event_views(document: Document) -> list[EventView]:
    """All events of a document, in the order of the text."""
    views = []
    for number, event in enumerate(document.events, start=1):
        who = _names(document, event.actors) or "unknown actor"
        whom = _names(document, event.recipients)
        kind = event.type + (":" + "+".join(event.modes) if event.modes else "")
        views.append(
            EventView(
                number=number,
                title=f"{who} → {whom}" if whom else who,
                kind=f"{kind} · CAMEO {event.cameo}",
                status=_status(event),
                sentence=sentence_around(document, event.trigger),
                facts=_facts(document, event),
                according_to=according_to(document, event),
                confidence=event.confidence,
            )
        )
    return views
