"""Countries and territories by name, demonym, capital and code; the data is `data/countries.yaml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from dateline.gazetteer.data_files import read_yaml
from dateline.gazetteer.normalise import normalise

__all__ = [
    "Country",
    "countries",
    "countries_by_demonym",
    "country_by_capital",
    "country_by_code",
    "country_by_demonym",
    "country_by_iso2",
    "country_by_name",
    "country_by_part",
    "normalise",
]

# Endings of demonyms that stay the same in the plural, or are adjectives only.
_NO_PLURAL = ("s", "ese", "ish", "sh", "ch", "men", "chman", "shman", "woman")


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory. `code` is alpha-3 (KOS for Kosovo); `actor_code` the state that its actors
    are counted with: its own code, or for a dependent territory that of the state it is under. `as_modifier` is
    the code of the country meant where the bare name stands before a noun.
    """

    code: str
    iso2: str
    name: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    under: str = ""
    as_modifier: str = ""

    @property
    def actor_code(self) -> str:
        """PLOVER folds dependent territories into the state that controls them."""
        return self.under or self.code


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


@functools.lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All countries and territories, in the order of the file."""
    rows = read_yaml("countries.yaml")
    return tuple(Country(**_frozen(row)) for row in rows)


@functools.lru_cache(maxsize=1)
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in countries()}


@functools.lru_cache(maxsize=1)
def _by_iso2() -> dict[str, Country]:
    return {country.iso2: country for country in countries()}


@functools.lru_cache(maxsize=1)
def _by_name() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in countries():
        for name in (country.name, *country.names):
            found.setdefault(normalise(name), country)
    return found


@functools.lru_cache(maxsize=1)
def _by_short() -> dict[str, Country]:
    return {name.replace(".", "").replace(" ", ""): country for country in countries() for name in country.short}


@functools.lru_cache(maxsize=1)
def _by_capital() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in countries():
        for name in country.capitals:
            found.setdefault(normalise(name), country)
    return found


@functools.lru_cache(maxsize=1)
def _by_part() -> dict[str, Country]:
    return {normalise(name): country for country in countries() for name in country.parts}


@functools.lru_cache(maxsize=1)
def _by_demonym() -> dict[str, tuple[Country, ...]]:
    found: dict[str, list[Country]] = {}
    for country in countries():
        for demonym in (*country.demonyms, *country.unsure):
            key = normalise(demonym)
            for form in (key, *(() if key.endswith(_NO_PLURAL) else (key + "s",))):
                if country not in found.setdefault(form, []):
                    found[form].append(country)
    return {key: tuple(value) for key, value in found.items()}


@functools.lru_cache(maxsize=1)
def _unsure() -> frozenset[tuple[str, str]]:
    return frozenset(
        (country.code, normalise(name).removesuffix("s")) for country in countries() for name in country.unsure
    )


def country_by_code(code: str) -> Country | None:
    """The country of an alpha-3 code, or None."""
    return _by_code().get(code)


def country_by_iso2(code: str) -> Country | None:
    """The country of an alpha-2 code, in any case, or None."""
    return _by_iso2().get(code.upper())


def country_by_name(text: str) -> Country | None:
    """The country that a name or abbreviation stands for, or None. Abbreviations count only as they are
    written: "US" and "U.S." are a country, "us" is not.
    """
    found = _by_name().get(normalise(text))
    return found or _abbreviated(text)


def _abbreviated(text: str) -> Country | None:
    text = text.strip()
    for article in ("the ", "The ", "THE "):
        text = text.removeprefix(article)
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return _by_short().get(text.replace(".", "").replace(" ", ""))


def countries_by_demonym(text: str) -> tuple[Country, ...]:
    """All countries that an adjective or a word for a people may stand for; more than one for "Congolese",
    and for a bare "Congo" or "Korea".
    """
    return _by_demonym().get(normalise(text), ())


def country_by_demonym(text: str) -> Country | None:
    """The one country that an adjective or a word for a people usually stands for; None when unknown or unsure."""
    key = normalise(text)
    found = [c for c in countries_by_demonym(text) if (c.code, key.removesuffix("s")) not in _unsure()]
    return found[0] if len(found) == 1 else None


def country_by_capital(text: str) -> Country | None:
    """The country whose capital or seat of government a name is, or None."""
    return _by_capital().get(normalise(text))


def country_by_part(text: str) -> Country | None:
    """The country that a well-known part belongs to ("Scotland", "Gaza Strip"), or None."""
    return _by_part().get(normalise(text))
