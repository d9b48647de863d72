"""The stage as a whole: order, evidence, determinism, and what a report without events gives."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.events.stage import EventsStage
from dateline.mentions.entities.stage import EntitiesStage
from dateline.records import Event

TEXT = (
    "Rebels attacked an army base near the river on Monday, killing three soldiers. "
    "The militia denied responsibility for the attack. Kenya demanded that the rebels leave. "
    "Police arrested two students."
)


@pytest.fixture(scope="module")
def read(parse: Any) -> Any:
    entities, events = EntitiesStage(), EventsStage()

    def run(text: str) -> Any:
        document = parse(text)
        entities.annotate(document)
        events.annotate(document)
        return document

    return run


def kinds(events: tuple[Event, ...]) -> list[str]:
    return [event.type for event in events]


def test_one_event_for_each_act_in_the_order_of_the_text(read: Any) -> None:
    document = read(TEXT)
    triggers = [event.trigger for event in document.events]
    assert triggers == sorted(triggers)
    assert kinds(document.events).count("ASSAULT") == 1
    assert {"REQUEST", "COERCE"} <= set(kinds(document.events))


def test_a_demanded_act_is_no_event_of_its_own(read: Any) -> None:
    assert "RETREAT" not in kinds(read(TEXT).events)


def test_all_spans_lie_in_the_text_and_confidence_between_nought_and_one(read: Any) -> None:
    document = read(TEXT)
    for event in document.events:
        for span in (event.trigger, *event.also, *(p.span for p in (*event.actors, *event.recipients))):
            assert document.quote(span)
        assert 0 < event.confidence < 1


def test_the_same_text_gives_the_same_events(read: Any) -> None:
    assert read(TEXT).events == read(TEXT).events


def test_no_actor_is_said_to_be_unknown(read: Any) -> None:
    (event,) = [e for e in read("Three soldiers were killed in an attack.").events if e.type == "ASSAULT"]
    assert event.actors == ()
    assert "actor unknown" in event.derived


@pytest.mark.parametrize("text", ["", "The weather was fine.", "?", "\n\n"])
def test_nothing_happens(read: Any, text: str) -> None:
    assert read(text).events == ()
