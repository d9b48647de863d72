"""Status from the words above and around a trigger, and what is background."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from event_drafts import cases

import dateline
from dateline.events.background import fill_historical
from dateline.events.content import FUTURE, drop_contents
from dateline.events.grammar import Grammar
from dateline.events.status import ANNOUNCED, ATTEMPT, StatusReader
from dateline.records import When


@pytest.mark.parametrize("case", cases("status.yaml"), ids=lambda case: case["text"])
def test_status(tell: Any, case: dict[str, Any]) -> None:
    document, (draft,) = tell(case["text"], [case["act"]])
    reader = StatusReader(document.syntax, Grammar(document.syntax))
    assert reader.read(draft) == case["status"]


def test_an_attempt_says_so(tell: Any) -> None:
    document, (draft,) = tell("Gunmen tried to kill the governor.", [("kill", "ASSAULT")])
    StatusReader(document.syntax, Grammar(document.syntax)).read(draft)
    assert ATTEMPT in draft.derived


def test_an_announced_concession_is_one(tell: Any) -> None:
    document, (draft,) = tell("The group announced its decision to suspend raids.", [("suspend", "CONCEDE")])
    assert StatusReader(document.syntax, Grammar(document.syntax)).read(draft) == "actual"
    assert ANNOUNCED in draft.derived


def read(document: Any, drafts: list[Any]) -> list[Any]:
    grammar = Grammar(document.syntax)
    for draft in drafts:
        draft.status = StatusReader(document.syntax, grammar).read(draft)
    return drop_contents(document, drafts, grammar)


@pytest.mark.parametrize(
    ("text", "acts", "left"),
    [
        (
            "Kenya demanded that Uganda withdraw its troops.",
            [("demanded", "REQUEST"), ("withdraw", "RETREAT")],
            ["REQUEST"],
        ),
        ("The premier refused to meet the envoy.", [("refused", "REJECT"), ("meet", "CONSULT")], ["REJECT"]),
        ("The group threatened to attack the port.", [("threatened", "THREATEN"), ("attack", "ASSAULT")], ["THREATEN"]),
        # violence told as fact stays
        ("Kenya condemned the attack.", [("condemned", "ACCUSE"), ("attack", "ASSAULT")], ["ACCUSE", "ASSAULT"]),
        (
            "Rebels who met the envoy demanded talks.",
            [("met", "CONSULT"), ("demanded", "REQUEST")],
            ["CONSULT", "REQUEST"],
        ),
    ],
)
def test_mere_contents_go(tell: Any, text: str, acts: list[Any], left: list[str]) -> None:
    document, drafts = tell(text, acts)
    assert [draft.type for draft in read(document, drafts)] == left


def test_future_cooperation_is_agreement(tell: Any) -> None:
    document, drafts = tell("Kenya will send blankets to the refugees.", [("send", "AID")])
    (draft,) = read(document, drafts)
    assert draft.type == "AGREE"
    assert FUTURE in draft.derived


@pytest.mark.parametrize(
    ("text", "word", "historical"),
    [
        ("Rebels fled. Kenya had previously warned the group.", "warned", True),
        ("Rebels fled. Kenya warned the group.", "warned", False),
        ("Rebels fled. Kenya warned the group before the raid.", "warned", False),
    ],
)
def test_background_by_words(tell: Any, text: str, word: str, *, historical: bool) -> None:
    document, drafts = tell(text, [(word, "THREATEN")])
    fill_historical(document, drafts, Grammar(document.syntax))
    assert drafts[0].historical is historical


@pytest.mark.parametrize(
    ("day", "historical"), [(datetime.date(2019, 5, 1), True), (datetime.date(2024, 2, 20), False)]
)
def test_background_by_date(tell: Any, day: datetime.date, *, historical: bool) -> None:
    text = "Talks began. The envoy arrived. Rebels attacked the town then. "
    document, drafts = tell(text, [("attacked", "ASSAULT"), ("began", "CONSULT")])
    for draft in drafts:
        draft.when = When(day, day, "day", 0, None)
    fill_historical(document, drafts, Grammar(document.syntax))
    assert drafts[0].historical is historical
    assert drafts[1].historical is False, "an act of the lead is the news"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels warned that they would bomb the town if the army did not leave.", [("THREATEN", "actual")]),
        ("“If they refuse, our soldiers will hunt them down,” the general said.", [("THREATEN", "actual")]),
        ("The rebels could bomb the town if the army did not leave.", [("ASSAULT", "hypothetical")]),
    ],
)
def test_a_threat_is_made_by_saying_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.type, e.status) for e in dateline.read(text, date="2024-03-01").events] == expected
