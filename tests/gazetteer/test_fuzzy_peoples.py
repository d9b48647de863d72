"""Names one letter off, peoples of several countries, and labels that are no names."""

from __future__ import annotations

import pytest

from dateline.gazetteer.fuzzy import nearest
from dateline.gazetteer.peoples import countries_of_people
from dateline.gazetteer.roles import role_of, roles


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("azerbajan", "azerbaijan"),
        ("azerbiajan", "azerbaijan"),
        ("afganistan", "afghanistan"),
        ("venezolanian", None),  # two edits from any
        ("nicaraguans", None),  # known
        ("indiana", None),  # too short a name to be guessed from
        ("nigeria", None),
        ("nigerien", None),
        ("yoweri musevini", "yoweri museveni"),
        ("yoweri museveni", None),
        ("museveny", None),  # a surname alone is too little
    ],
)
def test_one_letter_off(key: str, name: str | None) -> None:
    assert nearest(key) == name


def test_peoples() -> None:
    assert {"IRQ", "TUR"} <= countries_of_people("kurdish")
    assert countries_of_people("soldier") == frozenset()


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("terrorists", "militant"),
        ("terror groups", "armed opposition group"),
        ("regime", "government"),
        ("rebel", "rebel"),
    ],
)
def test_no_actor_is_called_by_a_label(word: str, shown: str) -> None:
    role = role_of(word)
    assert role is not None
    assert role.name == shown


def test_neutral_names_have_no_label_in_them() -> None:
    labels = {"terror", "terrorist", "extremist", "thug", "regime", "dictator", "ex-dictator"}
    left = [role.lemma for role in roles().values() if labels & set(role.name.split())]
    assert left == []
