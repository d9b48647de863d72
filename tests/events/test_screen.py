"""What readers see of words that were set aside: whole clauses, one row each, none in passing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from dateline.events.screen import screen
from dateline.events.triggers import find_triggers


def _rows(document: Any) -> list[tuple[str, str]]:
    _, aside = screen(document, find_triggers(document))
    return [(document.quote(row.span), row.reason) for row in aside]


def test_a_row_is_a_clause(parse: Any) -> None:
    document = parse("Shops were closed, and the mayor has declared war on litter.")
    (row,) = [r for r in _rows(document) if r[1] == "a figure of speech"]
    assert row[0] == "the mayor has declared war on litter"


def test_one_row_a_clause(parse: Any) -> None:
    document = parse("The striker fired home twice and crushed his old rivals in a match of the league.")
    assert len(_rows(document)) == 1


def test_a_clause_with_an_event_is_no_row(parse: Any) -> None:
    document = parse("The front denied that its men had shelled the market.")
    kept, aside = screen(document, find_triggers(document))
    (draft,) = kept
    assert not any(row.span.covers(draft.trigger) for row in aside)


def test_a_noun_in_passing_is_no_row(parse: Any) -> None:
    assert _rows(parse("Nobody spoke of violence.")) == []


def test_a_name_is_no_row(parse: Any) -> None:
    assert _rows(parse("The Truth and Reconciliation Commission published its findings.")) == []


def test_rows_do_not_overlap(parse: Any) -> None:
    document = parse("Will the army attack the town? You attack it from the north, and heart attacks kill many men.")
    _, aside = screen(document, find_triggers(document))
    assert all(one.span.end <= two.span.start for one, two in pairwise(aside))
    assert aside


def _types(document: Any) -> list[str]:
    return [draft.type for draft in screen(document, find_triggers(document))[0]]


def test_forces_sent_after_an_attack_are_part_of_it(parse: Any) -> None:
    document = parse("Rebels attacked a post in Doru. Additional troops have been deployed to the scene.")
    assert _types(document) == ["ASSAULT"]
    assert "part of the attack that it answers" in [reason for _, reason in _rows(document)]


def test_forces_sent_elsewhere_are_an_act(parse: Any) -> None:
    assert "MOBILIZE" in _types(parse("Rebels attacked a post in Doru. Norway has deployed troops to its border."))
    assert "MOBILIZE" in _types(parse("Additional troops have been deployed to the border."))
