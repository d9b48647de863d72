"""Countries by name, demonym, capital and code."""

from __future__ import annotations

import pytest

from dateline.gazetteer.countries import (
    countries,
    countries_by_demonym,
    country_by_capital,
    country_by_code,
    country_by_demonym,
    country_by_iso2,
    country_by_name,
    country_by_part,
)
from dateline.gazetteer.normalise import normalise


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The U.S.'s", "us"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Guinea-Bissau", "guinea bissau"),
        ("People's Republic", "people republic"),
        ("  the   Gambia ", "gambia"),
        ("The", "the"),
    ],
)
def test_normalise(text: str, key: str) -> None:
    assert normalise(text) == key


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Islamic Republic of Iran", "IRN"),
        ("the Islamic Republic", "IRN"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("the UK", "GBR"),
        ("DR Congo", "COD"),
        ("DPRK", "PRK"),
        ("South Korea", "KOR"),
        ("Burma", "MMR"),
        ("Kosovo", "KOS"),
        ("Republic of the Congo", "COG"),
        ("Congo", "COD"),
    ],
)
def test_names(text: str, code: str) -> None:
    country = country_by_name(text)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize("text", ["us", "it", "Korea", "Scotland", "Republic", "Paris", ""])
def test_what_is_no_country(text: str) -> None:
    assert country_by_name(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iraqis", "IRQ"),
        ("Poles", "POL"),
        ("Germans", "DEU"),
        ("Congolese", "COD"),
        ("Nigerien", "NER"),
        ("Dutch", "NLD"),
    ],
)
def test_demonyms(text: str, code: str) -> None:
    country = country_by_demonym(text)
    assert country is not None
    assert country.code == code


def test_shared_demonyms_give_all_or_none() -> None:
    assert country_by_demonym("Korean") is None
    assert {country.code for country in countries_by_demonym("Korean")} == {"KOR", "PRK"}
    assert {country.code for country in countries_by_demonym("Congolese")} == {"COD", "COG"}


def test_other_ways_in() -> None:
    assert country_by_iso2("xk") is country_by_code("KOS")
    assert country_by_capital("Kiev") is country_by_code("UKR")
    assert country_by_part("Gaza Strip") is country_by_code("PSE")
    assert country_by_capital("Springfield") is None
    greenland = country_by_name("Greenland")
    assert greenland is not None
    assert greenland.actor_code == "DNK"


def test_the_file_is_sound() -> None:
    codes = [country.code for country in countries()]
    assert len(codes) == len(set(codes)) == 250
    assert len({country.iso2 for country in countries()}) == len(codes)
    assert all(country.under in {"", *codes} for country in countries())
    names = [name for c in countries() for name in {normalise(n) for n in (c.name, *c.names)}]
    assert len(names) == len(set(names)), "one name, two countries"
