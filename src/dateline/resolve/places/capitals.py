"""The city behind "the Afghan capital" and "the capital"."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.gazetteer.countries import Country, country_by_code, country_by_demonym
from dateline.gazetteer.places import Candidate, lookup

# What the words of a described capital end in.
_WORD = "capital"


def is_described(text: str) -> bool:
    """Whether a toponym is the word "capital", alone or behind a people."""
    return text.rsplit(" ", 1)[-1] == _WORD


def country_of(text: str, home: Iterable[str]) -> Country | None:
    """The country whose capital the words mean: that of the people named, else the only one in `home`."""
    people = text.removesuffix(_WORD).strip()
    if people:
        return country_by_demonym(people)
    codes = sorted(set(home))
    return country_by_code(codes[0]) if len(codes) == 1 else None


def capital_of(country: Country) -> Candidate | None:
    """The first capital in the list of countries, as the gazetteer has it; None where it has none."""
    for name in country.capitals[:1]:
        towns = [c for c in lookup(name) if c.level == "populated" and c.country == country.code and c.quality <= 1]
        return max(towns, key=lambda c: (c.population, -c.id), default=None)
    return None
