"""Acts of everyday life, nature and talk: each class with a near miss that is an event."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.events import everyday
from dateline.events.screen import screen
from dateline.events.triggers import find_triggers

ASIDE = [
    ("Doru beat Tarlak 3-1 on Friday.", everyday.SCORE),
    ("Attacks on supply roads are likely to continue.", everyday.FORECAST),
    ("Fighting could resume in the valley.", everyday.FORECAST),
    ("Will the army attack the town?", everyday.QUESTION),
    ("You attack the hill from the north.", everyday.GENERAL),
    ("I urge every reader to visit the town, and I condemn the minister.", everyday.GENERAL),
    ("Not a single shot was fired during the night.", everyday.NOTHING),
    ("It has left nine people dead. The flu came with migrating birds.", everyday.NATURE),
    ("Inspectors slaughtered six thousand pigs at the farm.", everyday.ANIMALS),
    ("The candidate held a rally before the primary, the last of her campaign.", everyday.CAMPAIGN),
    ("Two cousins gave blankets to a stranger.", everyday.PRIVATE),
    ("He spoke on condition of anonymity.", "a source's wish not to be named"),
    ("The minister refused to comment.", "no comment"),
    ("The mayor has declared war on litter.", "a figure of speech"),
    ("The senator attacked loopholes in the tax code.", everyday.FIGURE),
    ("The defeat killed his enthusiasm.", everyday.FIGURE),
    ("Fans gathered in the square to see the singer.", everyday.GATHERING),
    ("The accused pleaded not guilty.", "a plea, no verdict"),
    ("Many people agree with him.", "a shared opinion"),
    ("Should the army attack the town, many people will leave.", "a condition, not told as done"),
    ("Police are investigating the fire in the library.", "inquiry into no act of people"),
    ("Villagers told of attacks by wolves in Doru.", everyday.ANIMALS),
    ("Ten miners died when the mine collapsed.", everyday.NATURE),
    ("The film tells the story of a soldier who kills his brother.", "fiction or art"),
    ("The team attacked from the start and won the match.", "a sports result or match"),
    ("Reviewers savaged the script of the film.", "review of a work"),
    ("A pedestrian was killed when a car jumped the curb.", "disaster or accident"),
    ("Thirst attacks the old people first.", everyday.FIGURE),
    ("The ward wages its own war on malaria with nets.", "a figure of speech"),
    ('"I dream that one day soldiers attack the gang," he said.', "a wish or a dream"),
    ("Posts that soldiers shot a shepherd in Doru are false.", "a report that is called false"),
    ("Rumours that police killed two students were baseless.", "a report that is called false"),
]

KEPT = [
    ("Soldiers beat two prisoners on Friday.", "ASSAULT"),
    ("Attacks on supply roads continued on Monday in Doru.", "ASSAULT"),
    ("Who killed the mayor?", "ASSAULT"),
    ('"I condemn the killing," the president said.', "ACCUSE"),
    ("A single shot was fired during the night.", "ASSAULT"),
    ("It has left nine people dead. The gunmen came in the night.", "ASSAULT"),
    ("Gunmen slaughtered nine villagers and their pigs.", "ASSAULT"),
    ("The opposition held a rally against the election law.", "PROTEST"),
    ("The government gave blankets to a stranger.", "AID"),
    ("The army has declared war on the rebels.", "MOBILIZE"),
    ("The senator attacked a guard at the gate.", "ASSAULT"),
    ("Protesters gathered in the square to demand reform.", "PROTEST"),
    ("The patrol came under fire near the river.", "ASSAULT"),
    ("The army had attacked the town.", "ASSAULT"),
    ("Police are investigating the killing of a guard.", "ACCUSE"),
    ("In the bloodiest episode of the revolt, troops opened fire, killing two.", "ASSAULT"),
    ("Unidentified men attacked a cricketer outside a stadium.", "ASSAULT"),
    ("Two farmers died when their cart ran over a mine.", "ASSAULT"),
    ("A team of gunmen attacked the ministry from the start of the day.", "ASSAULT"),
    ("A pedestrian was killed when a car bomb exploded.", "ASSAULT"),
    ("Thirsty soldiers attacked the old people first.", "ASSAULT"),
    ("The ward wages its own war on the rebels.", "ASSAULT"),
    ('"I know that one day soldiers attacked the gang," he said.', "ASSAULT"),
    ("Reports that soldiers shot a shepherd in Doru are true.", "ASSAULT"),
    ("Rumours that police killed two students were not baseless.", "ASSAULT"),
    ("A driver rammed his car into a crowd, injuring ten.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "reason"), ASIDE)
def test_set_aside_with_its_reason(parse: Any, text: str, reason: str) -> None:
    document = parse(text)
    _, aside = screen(document, find_triggers(document))
    assert reason in [row.reason for row in aside]


@pytest.mark.parametrize(("text", "reason"), ASIDE)
def test_set_aside_is_no_assault(parse: Any, text: str, reason: str) -> None:
    document = parse(text)
    kept, _ = screen(document, find_triggers(document))
    assert "ASSAULT" not in [draft.type for draft in kept]


@pytest.mark.parametrize(("text", "type_"), KEPT)
def test_near_miss_is_kept(parse: Any, text: str, type_: str) -> None:
    document = parse(text)
    kept, _ = screen(document, find_triggers(document))
    assert type_ in [draft.type for draft in kept]


def test_attack_in_words_is_an_accusation(parse: Any) -> None:
    document = parse("In the debate the candidate attacked her rival over taxes, and voters of the primary laughed.")
    kept, _ = screen(document, find_triggers(document))
    assert [(draft.type, draft.modes) for draft in kept] == [("ACCUSE", ("disapprove",))]


def test_attack_with_guns_stays_an_attack_in_a_campaign(parse: Any) -> None:
    document = parse("Gunmen attacked the candidate after the debate, and voters of the primary fled the shooting.")
    kept, _ = screen(document, find_triggers(document))
    assert "ASSAULT" in [draft.type for draft in kept]
