"""The same act told again: what becomes one event, and what stays apart."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from dateline.events.claims import ClaimReader
from dateline.events.grammar import Grammar
from dateline.events.parties import Cast
from dateline.events.roles import Roles
from dateline.events.same import Merger
from dateline.events.status import StatusReader
from dateline.records import Actor, Count, EventPlace, Place, When
from dateline.spans import Span

ATTACK = "ASSAULT"


def merge(document: Any, drafts: list[Any], prepare: Any = None) -> list[Any]:
    grammar = Grammar(document.syntax)
    for draft in drafts:
        draft.status = StatusReader(document.syntax, grammar).read(draft)
    cast = Cast(document, grammar, frozenset(d.token for d in drafts))
    Roles(document, drafts, grammar, cast).fill()
    ClaimReader(document, drafts, grammar, cast).read()
    if prepare:
        prepare(drafts)
    return Merger(document, grammar).merge(drafts)


ONE = [
    ("The attack killed three soldiers.", [("attack", ATTACK), ("killed", ATTACK)]),
    ("Three soldiers were killed in an attack.", [("killed", ATTACK), ("attack", ATTACK)]),
    ("Rebels attacked the base, killing three soldiers.", [("attacked", ATTACK), ("killing", ATTACK)]),
    ("A raid on a base left ten men dead. The raid lasted an hour.", [("raid", ATTACK), ("raid", ATTACK, None, 2)]),
    ("Gunmen bombed a market. The attack was the first this year.", [("bombed", ATTACK), ("attack", ATTACK)]),
    (
        "A blast hit Aden after an attack on a base, resulting in the death of two guards.",
        [("attack", ATTACK), ("death", ATTACK)],
    ),
]
OUTCOME = "Three soldiers were killed by gunfire in an attack."
TWO = [
    # an indefinite noun is another act
    ("Rebels attacked the base. An attack followed.", [("attacked", ATTACK), ("attack", ATTACK)]),
    # several are not one
    ("A raid hit the base. The raids went on.", [("raid", ATTACK), ("raids", ATTACK)]),
    # one happened, the other did not
    ("Rebels attacked the base. The army may attack the town.", [("attacked", ATTACK), ("attack", ATTACK)]),
    # other sides
    ("Rebels attacked the base. Soldiers attacked the camp.", [("attacked", ATTACK), ("attacked", ATTACK, None, 2)]),
    # another kind of act
    ("Rebels attacked the base. The protest went on.", [("attacked", ATTACK), ("protest", "PROTEST")]),
]


@pytest.mark.parametrize(("text", "acts"), ONE, ids=lambda x: x if isinstance(x, str) else "")
def test_one_act(tell: Any, text: str, acts: list[Any]) -> None:
    document, drafts = tell(text, acts)
    (event,) = merge(document, drafts)
    assert len(event.also) == 1
    assert event.trigger < event.also[0]


@pytest.mark.parametrize(("text", "acts"), TWO, ids=lambda x: x if isinstance(x, str) else "")
def test_two_acts(tell: Any, text: str, acts: list[Any]) -> None:
    document, drafts = tell(text, acts)
    assert len(merge(document, drafts)) == 2


REPEATED = "Rebels shelled a market. Police said rebels shelled a market."


def place(name: str, country: str = "YEM", level: str = "populated") -> Place:
    return Place(Span(0, 1), name, 1.0, 1.0, country, "", None, level, literal=True)


def at(document: Any, *names: str) -> Any:
    document.places = tuple(place(name) for name in names)

    def put(drafts: list[Any]) -> None:
        for number, draft in enumerate(drafts):
            draft.place = EventPlace(number, "in")

    return put


def test_told_again_with_the_same_sides(tell: Any) -> None:
    document, drafts = tell(REPEATED, [("shelled", ATTACK), ("shelled", ATTACK, None, 2)])
    assert len(merge(document, drafts)) == 1


def test_two_towns_are_two_acts(tell: Any) -> None:
    document, drafts = tell(REPEATED, [("shelled", ATTACK), ("shelled", ATTACK, None, 2)])
    assert len(merge(document, drafts, at(document, "Aden", "Taiz"))) == 2


def test_other_numbers_are_two_acts(tell: Any) -> None:
    document, drafts = tell(REPEATED, [("shelled", ATTACK), ("shelled", ATTACK, None, 2)])
    document.counts = tuple(Count(Span(0, 1), n, n, n, "killed") for n in (3, 8))

    def put(drafts: list[Any]) -> None:
        for number, draft in enumerate(drafts):
            draft.counts = (number,)

    assert len(merge(document, drafts, put)) == 2


def test_other_days_are_two_acts(tell: Any) -> None:
    document, drafts = tell(REPEATED, [("shelled", ATTACK), ("shelled", ATTACK, None, 2)])

    def put(drafts: list[Any]) -> None:
        for number, draft in enumerate(drafts):
            day = datetime.date(2024, 2, 1 + number)
            draft.when = When(day, day, "day", number, None)

    assert len(merge(document, drafts, put)) == 2


def test_the_event_has_what_all_tellings_say(tell: Any) -> None:
    text = "A drone attack hit a base. The militia claimed responsibility for the attack. The attack hurt two guards."
    acts = [("attack", ATTACK), ("attack", ATTACK, None, 2), ("attack", ATTACK, None, 3), ("hurt", ATTACK)]
    document, drafts = tell(text, acts)
    document.actors = tuple(
        Actor("x", "X", "KEN", ("MIL",)) if document.quote(e.span) == "two guards" else None for e in document.entities
    )
    (event,) = merge(document, drafts)
    assert [document.quote(span) for span in event.also] == ["attack", "attack", "hurt"]
    assert [claim.kind for claim in event.claims] == ["claims_responsibility"]
    assert event.actors == ()
    assert "two guards" in [document.quote(p.span) for p in event.recipients]


def test_a_country_is_no_other_place_than_its_town(tell: Any) -> None:
    document, drafts = tell(REPEATED, [("shelled", ATTACK), ("shelled", ATTACK, None, 2)])
    put = at(document, "Yemen", "Aden")
    document.places = (dataclasses.replace(document.places[0], level="country"), document.places[1])
    (event,) = merge(document, drafts, put)
    assert event.place is not None
    assert event.place.index == 1, "the finer place is kept"


def test_a_word_for_harm_ties_two_nouns(tell: Any) -> None:
    document, drafts = tell(OUTCOME, [("gunfire", ATTACK), ("attack", ATTACK)])
    drafts[0].outcomes = (document.syntax.words.index("killed"),)
    assert len(merge(document, drafts)) == 1
