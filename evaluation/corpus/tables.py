"""What the corpus knows of places and actors: frozen in corpus/places.tsv and corpus/actors.tsv, so that a record does
not change when Dateline's gazetteer does. What is not frozen yet is looked up, and `freeze` writes it down.
"""

from __future__ import annotations

import csv
import functools
import re
from pathlib import Path
from typing import NamedTuple

from dateline.gazetteer import actors as gazetteer
from dateline.gazetteer.normalise import normalise
from dateline.gazetteer.places import Candidate, lookup, place_key
from evaluation.corpus.layout import ROOT


class Where(NamedTuple):
    """A place as it stands in a record; coordinates and number None where no gazetteer has it."""

    name: str
    admin1: str
    country: str
    level: str
    lat: float | None
    lon: float | None
    geonames_id: int | None


Key = tuple[str, str, str, str]
_PLACES = ROOT / "places.tsv"
_ACTORS = ROOT / "actors.tsv"
_HEADER = ("name", "admin1", "country", "level", "found_name", "found_admin1", "lat", "lon", "geonames_id")
# A word for a kind of unit that gazetteers leave out of a name.
_UNIT = re.compile(
    r"\b(province|governorate|oblast|region|state|county|department|district|prefecture|municipality|al|el)\b"
)


def _number(text: str) -> float | None:
    return float(text) if text else None


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@functools.lru_cache(maxsize=1)
def frozen_places() -> dict[Key, Where]:
    """The rows of corpus/places.tsv by what an annotation writes."""
    return {
        (row["name"], row["admin1"], row["country"], row["level"]): Where(
            row["found_name"],
            row["found_admin1"],
            row["country"],
            row["level"],
            _number(row["lat"]),
            _number(row["lon"]),
            int(row["geonames_id"]) if row["geonames_id"] else None,
        )
        for row in _rows(_PLACES)
    }


def _bare(text: str) -> str:
    return " ".join(_UNIT.sub(" ", place_key(text)).split())


@functools.lru_cache(maxsize=4096)
def _unit_names(admin1: str, country: str) -> frozenset[str]:
    """A province as it is written, and under the name that the gazetteer has for it ("Nineveh", "Ninawa")."""
    units = [c for c in lookup(admin1) if c.level == "adm1" and country in ("", c.country)]
    return frozenset({_bare(admin1), *(_bare(unit.name) for unit in units)})


def _same_unit(candidate: Candidate, admin1: str) -> bool:
    has = _bare(candidate.admin1)
    names = _unit_names(admin1, candidate.country)
    return not admin1 or (bool(has) and any(name and (name == has or name in has or has in name) for name in names))


def _same_level(candidate: Candidate, key: Key) -> bool:
    _, _, country, level = key
    units = {"adm1", "adm2"}
    loose = level in ("point", "area") and candidate.level != "country"
    same = candidate.level == level or loose or {level, candidate.level} == units
    return same and (not country or candidate.country == country)


def _fitting(key: Key) -> list[Candidate]:
    """The candidates in the province that is written; if there are none, the only one of its level in the country."""
    near = [candidate for candidate in _candidates(key[0]) if _same_level(candidate, key)]
    inside = [candidate for candidate in near if _same_unit(candidate, key[1])]
    alone = key[2] and len({candidate.id for candidate in near}) == 1 and near[0].level == key[3]
    return inside or (near if alone else [])


def _candidates(name: str) -> tuple[Candidate, ...]:
    found = lookup(name)
    short = _UNIT.sub("", name.casefold()).strip()
    return found + (lookup(short) if short and short != name.casefold() else ())


def find_place(key: Key) -> Where:
    """The place that an annotation means: frozen, or the likeliest of the gazetteer; no coordinates if none fits."""
    known = frozen_places().get(key)
    if known is not None:
        return known
    name, admin1, country, level = key
    fitting = _fitting(key)
    if not fitting:
        return Where(name, admin1, country, level, None, None, None)
    best = min(fitting, key=lambda c: (c.level != level, c.quality, -c.population, c.id))
    return Where(best.name, best.admin1, country or best.country, level, best.lat, best.lon, best.geonames_id)


@functools.lru_cache(maxsize=1)
def frozen_actors() -> dict[tuple[str, str], str]:
    """Id by name and code, from corpus/actors.tsv."""
    return {(row["name"], row["code"]): row["id"] for row in _rows(_ACTORS)}


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", normalise(text)).strip("-")


@functools.lru_cache(maxsize=4096)
def actor_id(name: str, code: str, sectors: tuple[str, ...], *, described: bool) -> str:
    """The id of an actor: the gazetteer's for a name that it knows, else made of the name; for a mere description
    ("soldiers") of code and sectors, as Dateline makes it.
    """
    if described:
        return ".".join(part.lower() for part in (code, *sectors[:1]) if part) or _slug(name)
    known = frozen_actors().get((name, code))
    if known:
        return known
    index = gazetteer.index()
    key = normalise(name)
    found = [actor for table in (index.names, index.acronyms) for actor in table.get(key, ()) if actor.code == code]
    if len(found) == 1:
        return found[0].id
    country = [c for c in lookup(name) if c.level == "country" and c.country == code]
    if country and sectors in ((), ("GOV",)):
        return ".".join(part.lower() for part in (code, *sectors))
    return _slug(name)


def _write(path: Path, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def freeze(places: set[Key], actors: set[tuple[str, str, str]]) -> None:
    """Write the tables anew: every place and actor (name, code, id) in use, frozen rows as they are."""
    found = [(key, find_place(key)) for key in sorted(places)]
    _write(_PLACES, _HEADER, [(*key, w.name, w.admin1, w.lat, w.lon, w.geonames_id) for key, w in found])
    _write(_ACTORS, ("name", "code", "id"), sorted(actors))
    frozen_places.cache_clear()
    frozen_actors.cache_clear()
