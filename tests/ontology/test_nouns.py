"""Nouns for people, bodies and places: class, number, sex, and the words that they need before them."""

from __future__ import annotations

import pytest

from dateline.ontology.nouns import gender, is_collective, is_plural, is_risky, needed_before, noun_class


@pytest.mark.parametrize(
    ("word", "name", "kind", "singular"),
    [
        ("gunmen", "combatant", "person", "gunman"),
        ("policewomen", "soldier", "person", "policewoman"),
        ("countrymen", "civilian", "person", "countryman"),
        ("militias", "group", "body", "militia"),
        ("spies", "soldier", "person", "spy"),
        ("churches", "facility", "place", "church"),
        ("republic", "country", "country", "republic"),
        ("others", "civil", "body", "others"),
    ],
)
def test_class(word: str, name: str, kind: str, singular: str) -> None:
    found = noun_class(word)
    assert found is not None
    assert (found.name, found.kind, found.singular) == (name, kind, singular)


@pytest.mark.parametrize("word", ["table", "menu", "specimen", "glass", "news", "", "s", "men's"])
def test_no_class(word: str) -> None:
    assert noun_class(word) is None


def test_plural() -> None:
    assert all(map(is_plural, ("gunmen", "troops", "police", "groups", "families")))
    assert not any(map(is_plural, ("gunman", "group", "congress", "woman", "bus")))


def test_sex_and_number_of_bodies() -> None:
    assert (gender("spokeswoman"), gender("chairman"), gender("doctor")) == ("f", "m", "")
    assert is_collective("government")
    assert not is_collective("soldier")


def test_words_that_need_another() -> None:
    assert "security" in (needed_before("force") or ())
    assert needed_before("soldier") is None
    assert is_risky("head")
    assert not is_risky("gunman")
