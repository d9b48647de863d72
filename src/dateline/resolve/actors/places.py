"""The country that a place name in a phrase lies in, where that is beyond doubt."""

from __future__ import annotations

import functools
from collections.abc import Collection

from dateline.gazetteer.countries import Country, country_by_code
from dateline.gazetteer.places import Candidate, lookup
from dateline.resolve.actors.items import Item
from dateline.syntax import Syntax

# A name that several countries share is the one whose place has this many times the people of the next.
_DOMINANCE = 8
_LARGE = 50_000
_LONGEST = 4
_KNOWN_NAME = 1  # Candidate.quality up to which a name is the place's own


class PlaceCountries:
    """Reads the countries of places in one report; `named` are codes of countries that the report names."""

    def __init__(self, syntax: Syntax, named: Collection[str]) -> None:
        self.syntax = syntax
        self.named = named

    def of(self, items: list[Item]) -> Country | None:
        """The country of the first place name among the items."""
        names = [item for item in items if item.kind in ("name", "skip")]
        if not names or names[0].kind != "name":
            return None
        run = [names[0]]
        for item in names[1:_LONGEST]:
            if item.first != run[-1].last + 1:
                break
            run.append(item)
        for size in range(len(run), 0, -1):
            span = self.syntax.span(run[0].first, run[size - 1].last)
            country = self._country(self.syntax.text[span.start : span.end])
            if country:
                return country
        return None

    def _country(self, name: str) -> Country | None:
        people = _people(name)
        if not people:
            return None
        named = [code for code in people if code in self.named]
        if len(named) == 1:
            return country_by_code(named[0])
        ranked = sorted(people.items(), key=lambda pair: (-pair[1], pair[0]))
        alone = len(ranked) == 1 or ranked[0][1] >= _DOMINANCE * max(ranked[1][1], 1)
        return country_by_code(ranked[0][0]) if alone and ranked[0][1] >= _LARGE else None


@functools.lru_cache(maxsize=4096)
def _people(name: str) -> dict[str, int]:
    """The people of the largest place of that name, by country. A province without a count is taken as large."""
    found: dict[str, int] = {}
    for place in lookup(name):
        if place.quality <= _KNOWN_NAME and place.country:
            found[place.country] = max(found.get(place.country, 0), _size(place))
    return found


def _size(place: Candidate) -> int:
    return place.population or (_LARGE if place.level in ("adm1", "area") else 0)
