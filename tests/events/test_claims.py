"""Claims, denials, accusations and suspicion, and who says an act."""

from __future__ import annotations

from typing import Any

import pytest
from event_drafts import cases, plain

import dateline
from dateline.events.claims import ClaimReader, fill_said_by
from dateline.events.grammar import Grammar
from dateline.events.parties import Cast
from dateline.events.roles import Roles
from dateline.records import Statement
from dateline.spans import Span


def settle(document: Any, drafts: list[Any]) -> None:
    grammar = Grammar(document.syntax)
    cast = Cast(document, grammar, frozenset(d.token for d in drafts))
    Roles(document, drafts, grammar, cast).fill()
    fill_said_by(document, drafts)
    ClaimReader(document, drafts, grammar, cast).read()


def claims_of(document: Any, draft: Any) -> dict[str, str]:
    found = {}
    for claim in draft.claims:
        words = document.quote(document.entities[claim.by].span)
        found[words.removeprefix("The ").removeprefix("the ")] = claim.kind
    return found


@pytest.mark.parametrize("case", cases("claims.yaml"), ids=lambda case: case["text"])
def test_claims(tell: Any, case: dict[str, Any]) -> None:
    document, drafts = tell(case["text"], case["acts"])
    settle(document, drafts)
    assert claims_of(document, drafts[0]) == case["claims"]
    assert plain(document, drafts[0].actors) == case.get("actors", [])


@pytest.mark.parametrize(("source", "kind"), [("militia", "claims_responsibility"), ("minister", "accused")])
def test_behind_the_attack_depends_on_who_says_it(tell: Any, source: str, kind: str) -> None:
    text = f"The {source} said the militia was behind the attack."
    document, drafts = tell(text, [("attack", "ASSAULT")])
    names = [document.quote(e.span).lower() for e in document.entities]
    document.clusters = tuple(1 if name == "the militia" else 100 + i for i, name in enumerate(names))
    speaker = names.index(f"the {source}")
    content = Span(text.index("the militia was"), len(text) - 1)
    document.statements = (Statement(None, None, (content,), "say", speaker),)
    settle(document, drafts)
    assert list(claims_of(document, drafts[0]).values()) == [kind]


def test_behind_the_attack_in_the_reports_own_voice_is_no_claim(tell: Any) -> None:
    document, drafts = tell("The militia was behind the attack.", [("attack", "ASSAULT")])
    settle(document, drafts)
    assert drafts[0].claims == ()


def test_said_by_is_outermost_first(tell: Any) -> None:
    text = "The paper said the minister claimed rebels attacked the town."
    document, drafts = tell(text, [("attacked", "ASSAULT")])
    outer = Statement(None, None, (Span(text.index("the minister"), len(text) - 1),), "say")
    inner = Statement(None, None, (Span(text.index("rebels"), len(text) - 1),), "claim", parent=1)
    document.statements = (inner, outer)
    fill_said_by(document, drafts)
    assert drafts[0].said_by == (1, 0)


def test_the_cue_of_a_statement_is_not_said_by_it(tell: Any) -> None:
    text = "Kenya accused the militia of murder."
    document, drafts = tell(text, [("accused", "ACCUSE")])
    cue = Span(text.index("accused"), text.index("accused") + 7)
    document.statements = (Statement(None, cue, (Span(6, len(text) - 1),), "accuse"),)
    fill_said_by(document, drafts)
    assert drafts[0].said_by == ()


def test_a_claim_in_a_sentence_of_background_stays_with_its_act(tell: Any) -> None:
    text = (
        "Rebels shelled a town on Monday. Since 2019, soldiers have faced many attacks, "
        "with the majority claimed by the militia."
    )
    document, drafts = tell(text, [("shelled", "ASSAULT"), ("attacks", "ASSAULT")])
    drafts[1].historical = True
    settle(document, drafts)
    assert claims_of(document, drafts[0]) == {}
    assert claims_of(document, drafts[1]) == {"militia": "claims_responsibility"}


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Chad said Sudanese forces shelled the town of Adre on Monday. Sudan denied shelling homes.", True),
        ("Chad said Sudanese forces shelled the town of Adre on Monday. Sudan denied it.", True),
        # near misses: not the denier's own forces, nobody said it, another act
        ("Chad said Sudanese rebels shelled the town of Adre on Monday. Sudan denied it.", False),
        ("Chad said Sudanese forces shelled the town of Adre on Monday. Kenya denied it.", False),
        ("Chad said Sudanese forces shelled the town of Adre on Monday. Sudan denied owing money.", False),
    ],
)
def test_a_denial_in_the_next_sentence(read: Any, text: str, denies: bool) -> None:
    document = read(text)
    event = next(e for e in document.events if e.type == "ASSAULT")
    assert [c.kind for c in event.claims] == ["denies_responsibility"] * denies
    assert len(event.actors) == 1


@pytest.mark.parametrize(
    ("text", "kinds", "actors"),
    [
        ("Police suspect that the militia carried out the attack in Garissa.", ["suspected"], []),
        ("Officials believe that the militia attacked the convoy.", ["suspected"], []),
        ("Police said that the militia attacked the convoy.", [], ["the militia"]),
    ],
)
def test_what_others_think_makes_no_actor(text: str, kinds: list[str], actors: list[str]) -> None:
    document = dateline.read(text, date="2024-03-06")
    event = next(event for event in document.events if event.type == "ASSAULT")
    assert [claim.kind for claim in event.claims] == kinds
    assert [document.quote(party.span) for party in event.actors] == actors
