"""Parties from syntax and frame: the pages of cases, and what a party carries."""

from __future__ import annotations

from typing import Any

import pytest
from event_drafts import cases, draft_at, plain

from dateline.events.grammar import Grammar
from dateline.events.parties import Cast
from dateline.events.roles import UNKNOWN_ACTOR, Roles
from dateline.records import Actor


def fill(document: Any, drafts: list[Any]) -> None:
    grammar = Grammar(document.syntax)
    cast = Cast(document, grammar, frozenset(d.token for d in drafts))
    Roles(document, drafts, grammar, cast).fill()


@pytest.mark.parametrize("case", cases("roles.yaml"), ids=lambda case: case["text"])
def test_roles(tell: Any, case: dict[str, Any]) -> None:
    document, drafts = tell(case["text"], [case["act"], *case.get("acts", [])])
    fill(document, drafts)
    actors, recipients = plain(document, drafts[0].actors), plain(document, drafts[0].recipients)
    if case.get("some"):
        assert set(case["actors"]) <= set(actors)
        return
    assert actors == case["actors"]
    assert recipients == case["recipients"]
    assert (UNKNOWN_ACTOR in drafts[0].derived) == (not case["actors"])


def test_a_party_carries_the_actor_of_its_mention(tell: Any) -> None:
    document, drafts = tell("Rebels attacked the convoy.", [("attacked", "ASSAULT")])
    index = next(i for i, e in enumerate(document.entities) if document.quote(e.span) == "Rebels")
    actor = Actor("rebels", "Rebels", "", ("REB",))
    document.actors = tuple(actor if i == index else None for i in range(len(document.entities)))
    fill(document, drafts)
    assert drafts[0].actors[0].entity == index
    assert drafts[0].actors[0].actor == actor


def test_it_is_a_party_only_where_its_cluster_is_somebody(tell: Any) -> None:
    document, drafts = tell("The militia regrouped. It attacked the town.", [("attacked", "ASSAULT")])
    fill(document, drafts)
    assert drafts[0].actors == ()
    names = [document.quote(e.span) for e in document.entities]
    document.clusters = tuple(1 if name in ("The militia", "It") else None for name in names)
    drafts = [draft_at(document, "attacked", "ASSAULT")]
    fill(document, drafts)
    assert plain(document, drafts[0].actors) == ["It"]


@pytest.mark.parametrize("text", ["Killed.", "Killed, wounded, shot and beaten.", "Wounded and killed and shot " * 60])
def test_odd_sentences_end(tell: Any, text: str) -> None:
    word = text.split(maxsplit=1)[0].strip(".,")
    document, drafts = tell(text, [(word, "ASSAULT")])
    fill(document, drafts)
    assert drafts[0].actors == ()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A Russian missile hit a hut in Kramatorsk.", ["Russian"]),
        ("An army shell struck a block of flats in Kassala.", ["army"]),
        ("A Russian-made missile hit a hut in Kramatorsk.", []),
        ("A stray missile hit a hut in Kramatorsk.", []),
        ("A Kenyan newspaper hit the market in Kassala.", []),
    ],
)
def test_a_weapon_acts_for_the_one_whose_it_is(read: Any, text: str, actors: list[str]) -> None:
    document = read(text)
    told = [plain(document, event.actors) for event in document.events if event.type == "ASSAULT"]
    assert told == [actors] or (not told and not actors)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("On 4 March, FARDC elements clashed with a militia near Fataki.", ["FARDC", "militia"], []),
        (
            "Two guards were killed when militants armed with hand grenades stormed a police post in the Mora area.",
            ["militants"],
            ["police post", "Two guards"],
        ),
        ("NYALA, Sudan: Rebels attacked the convoy.", ["Rebels"], ["convoy"]),
        ("NATO attacked the convoy.", ["NATO"], ["convoy"]),
    ],
)
def test_sides_that_a_parse_hides(read: Any, text: str, actors: list[str], recipients: list[str]) -> None:
    document = read(text)
    event = next(event for event in document.events if event.type == "ASSAULT")
    assert plain(document, event.actors) == actors
    assert sorted(plain(document, event.recipients)) == sorted(recipients)


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Three soldiers killed as rebels attack army base", True),
        ("Two officers killed as militants storm Kassala police post", True),
        # near misses: an object, a full sentence
        ("Three soldiers killed two rebels in Kassala", False),
        ("Three soldiers attacked a base in Kassala.", False),
    ],
)
def test_a_headline_leaves_out_were(read: Any, text: str, victims: bool) -> None:
    document = read(text)
    told = {name for e in document.events if e.type == "ASSAULT" for name in plain(document, e.actors)}
    assert (not told & {"Three soldiers", "Two officers"}) == victims
