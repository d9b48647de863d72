"""The event stage: from triggers to events with parties, status, place, day, counts, sources and claims."""

from __future__ import annotations

from typing import ClassVar

from dateline.document import Document
from dateline.events.background import fill_historical
from dateline.events.claims import ClaimReader, fill_said_by
from dateline.events.confidence import confidence
from dateline.events.content import drop_contents
from dateline.events.dating import BEFORE
from dateline.events.denials import Denials
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.events.linking import Linker
from dateline.events.parties import Cast
from dateline.events.roles import UNKNOWN_ACTOR, Roles
from dateline.events.same import Merger
from dateline.events.screen import screen
from dateline.events.status import StatusReader
from dateline.events.triggers import find_triggers
from dateline.records import Event, When
from dateline.stage import Stage


class EventsStage(Stage):
    """Reads who did what to whom, when, where and according to whom."""

    name: ClassVar[str] = "events.v1"
    reads: ClassVar[tuple[str, ...]] = (
        "syntax",
        "quotations",
        "times",
        "counts",
        "instruments",
        "entities",
        "actors",
        "clusters",
        "places",
        "statements",
    )
    makes: ClassVar[tuple[str, ...]] = ("events", "not_coded")

    def annotate(self, document: Document) -> None:
        """Set `events`, in the order of their triggers, and `not_coded`."""
        drafts, document.not_coded = screen(document, find_triggers(document))
        drafts = merged(document, complete(document, drafts))
        document.events = tuple(finished(draft) for draft in drafts)


def complete(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Parties, status, links, sources and claims of each telling; what is only the content of an act of speech goes."""
    grammar = Grammar(document.syntax)
    reader = StatusReader(document.syntax, grammar)
    for draft in drafts:
        draft.status = reader.read(draft)
    cast = Cast(document, grammar, frozenset(draft.token for draft in drafts))
    Roles(document, drafts, grammar, cast).fill()
    drafts = drop_contents(document, drafts, grammar)
    Linker(document, drafts, grammar).link()
    fill_historical(document, drafts, grammar)
    fill_said_by(document, drafts)
    ClaimReader(document, drafts, grammar, cast).read()
    return Denials(document, grammar, cast).settle(drafts)


def merged(document: Document, drafts: list[Draft]) -> list[Draft]:
    """One draft for each act, in the order of first telling."""
    return Merger(document, Grammar(document.syntax)).merge(drafts)


def finished(draft: Draft) -> Event:
    """The record of a draft."""
    notes = [note for note in draft.derived if note != UNKNOWN_ACTOR or not draft.actors]
    return Event(
        type=draft.type,
        modes=draft.modes,
        contexts=draft.contexts,
        cameo=draft.cameo,
        status=draft.status,
        historical=draft.historical,
        trigger=draft.trigger,
        also=tuple(sorted(set(draft.also))),
        actors=draft.actors,
        recipients=draft.recipients,
        instruments=draft.instruments,
        place=draft.place,
        when=draft.when or When(None, None, "unknown", None, BEFORE),
        counts=draft.counts,
        said_by=draft.said_by,
        claims=draft.claims,
        confidence=confidence(draft),
        derived=tuple(dict.fromkeys(notes)),
    )
