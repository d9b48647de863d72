"""One table over all that this room knows by words: actors, countries, demonyms, capitals, roles."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from dateline.gazetteer.actors import Known, index
from dateline.gazetteer.countries import Country, countries
from dateline.gazetteer.normalise import normalise
from dateline.gazetteer.roles import Role, roles, singular


@dataclass(slots=True)
class Entry:
    """What one key may stand for. `short` are countries by abbreviation, which counts in capitals only;
    `unsure` countries share a name or demonym that is another's, or several's.
    """

    actors: tuple[Known, ...] = ()
    acronyms: tuple[Known, ...] = ()
    country: Country | None = None
    short: Country | None = None
    demonym: Country | None = None
    unsure: tuple[Country, ...] = ()
    capital: Country | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`entries` by `normalise`d key; `reach` the words of the longest key that begins with a word;
    `folded` actors by `fold`.
    """

    entries: dict[str, Entry]
    reach: dict[str, int]
    folded: dict[str, tuple[Known, ...]]


class _Builder:
    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.reach: dict[str, int] = {}

    def at(self, name: str) -> Entry:
        """The entry of a name, made where there is none."""
        key = normalise(name)
        if key not in self.entries:
            first, words = key.partition(" ")[0], key.count(" ") + 1
            self.reach[first] = max(self.reach.get(first, 0), words)
            self.entries[key] = Entry()
        return self.entries[key]


@functools.lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The table, made once a process."""
    builder = _Builder()
    _add_countries(builder)
    for lemma, role in roles().items():
        entry = builder.at(lemma)
        entry.role = entry.role or role
    table = index()
    for key, known in table.names.items():
        builder.at(key).actors = known
    for key, known in table.acronyms.items():
        builder.at(key).acronyms = known
    return Lexicon(builder.entries, builder.reach, table.folded)


def _add_countries(builder: _Builder) -> None:
    for country in countries():
        for name in (country.name, *country.names, *country.parts):
            entry = builder.at(name)
            entry.country = entry.country or country
        for name in country.short:
            builder.at(name).short = country
        for name in country.capitals:
            entry = builder.at(name)
            entry.capital = entry.capital or country
        for demonym in (*country.demonyms, *country.peoples):
            for form in _forms(demonym):
                entry = builder.at(form)
                entry.demonym = entry.demonym or country
    for country in countries():
        for name in country.unsure:
            for form in _forms(name):
                builder.at(form).unsure += (country,)


def _forms(demonym: str) -> tuple[str, ...]:
    key = normalise(demonym)
    plural = key + "s"
    return (key, plural) if singular(plural) == key and not key.endswith(("ese", "ish", "ch")) else (key,)
