"""Looks places up by name. The gazetteer is a file made once (`places_build`), opened read-only."""

from __future__ import annotations

import functools
import os
import sqlite3
from typing import NamedTuple

from dateline.errors import ResourceError
from dateline.gazetteer.countries import country_by_name
from dateline.gazetteer.data_files import read_yaml
from dateline.gazetteer.places_build import build, gazetteer_path
from dateline.gazetteer.places_normalise import place_key, without_article

__all__ = ["Candidate", "abbreviated", "find", "lookup", "place_key", "unit_code"]

# The most candidates of one name that are worth weighing; "San Antonio" has hundreds.
_MOST = 120
_QUERY = """
SELECT p.id, p.name, p.lat, p.lon, p.country, p.admin1, p.unit1, p.unit2, p.level, p.kind, p.population,
  p.geonames_id, n.quality
FROM names AS n JOIN places AS p ON p.id = n.place
WHERE n.key = ? ORDER BY n.quality, p.population DESC, p.id LIMIT ?
"""


class Candidate(NamedTuple):
    """One place that a name may stand for. `unit1`, `unit2` are numbers of its province and district (`id`s of
    other candidates); `quality` is 0 for its main name, 1 for a known alias, 2 for any alternate name, 3 for a name
    without its article.
    """

    id: int
    name: str
    lat: float | None
    lon: float | None
    country: str
    admin1: str
    unit1: int | None
    unit2: int | None
    level: str
    kind: str
    population: int
    geonames_id: int | None
    quality: int


_open: dict[int, sqlite3.Connection] = {}


def _connection() -> sqlite3.Connection:
    """One read-only connection for each process; a forked child opens its own."""
    pid = os.getpid()
    if pid not in _open:
        path = gazetteer_path()
        if not path.exists():
            build(path)
        try:
            connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            connection.execute("PRAGMA mmap_size = 134217728")
        except sqlite3.Error as error:
            raise ResourceError(str(path), expected="a gazetteer", hint="delete it; it is built anew") from error
        _open[pid] = connection
    return _open[pid]


@functools.lru_cache(maxsize=16384)
def find(key: str) -> tuple[Candidate, ...]:
    """All places with this key (see `place_key`), best name first, then the most people.

    Raises:
        ResourceError: the gazetteer is damaged.
    """
    try:
        rows = _connection().execute(_QUERY, (key, _MOST)).fetchall()
    except sqlite3.Error as error:
        path = str(gazetteer_path())
        raise ResourceError(path, expected="a gazetteer", hint="delete it; it is built anew") from error
    return tuple(Candidate(*row) for row in rows)


def lookup(text: str) -> tuple[Candidate, ...]:
    """All places that a text may name: as an abbreviation, by its key, or by its key without an Arabic article. Two
    or three capitals are an abbreviation or nothing.
    """
    found = abbreviated(text)
    if found or (len(text) <= 3 and text.isupper()):
        return found
    key = place_key(text)
    return find(key) or (find(without_article(key)) if key.startswith("al ") else ())


@functools.lru_cache(maxsize=1)
def _short_names() -> dict[str, str]:
    """Abbreviation without dots and spaces -> full name, or the ISO 3166-2 code of a unit."""
    data = read_yaml("places.yaml")
    found = {}
    for section in data.values():
        if isinstance(section, list):
            found.update({_bare(short): item["name"] for item in section for short in item.get("short", ())})
    for code, shorts in data["unit_abbreviations"].items():
        found.update({_bare(short): code for short in shorts})
    return found


def _looks_short(text: str) -> bool:
    """Whether a text is written as an abbreviation: "U.S.", "DRC", "the UAE"."""
    bare = _bare(text.removeprefix("the ").removeprefix("The "))
    return bare[:1].isupper() and len(bare) <= 5 and bare[-1:].isupper()


def _bare(text: str) -> str:
    return text.replace(".", "").replace(" ", "")


def unit_code(code: str) -> tuple[Candidate, ...]:
    """The unit with an ISO 3166-2 code of the United States, Canada or Australia; empty when unknown."""
    return tuple(c for c in find(place_key(code)) if c.level == "adm1")[:1]


@functools.lru_cache(maxsize=4096)
def abbreviated(text: str) -> tuple[Candidate, ...]:
    """What an abbreviation stands for, as it is written ("U.S.", "Ont.", "DRC"); empty when it is none."""
    country = country_by_name(text) if _looks_short(text) else None
    if country is not None:
        return tuple(c for c in find(place_key(country.name)) if c.level == "country" and c.country == country.code)
    name = _short_names().get(_bare(text.strip()))
    if name is None:
        return ()
    if "-" in name and name[:2].isupper():
        return unit_code(name)
    return tuple(c for c in find(place_key(name)) if c.quality == 0)[:1]
