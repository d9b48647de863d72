"""Named actors: armed groups, parties, institutions, international bodies, media, persons in office; `data/actors/`."""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass
from typing import Any

from dateline.gazetteer.data_files import names_in, read_yaml
from dateline.gazetteer.folding import fold
from dateline.gazetteer.normalise import normalise


@dataclass(frozen=True, slots=True)
class Term:
    """Days in office, inclusive (None: open), the office, and the sectors it stands for."""

    since: datetime.date | None
    until: datetime.date | None
    office: str
    sectors: tuple[str, ...]

    def covers(self, day: datetime.date) -> bool:
        """Whether the office was held on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Known:
    """One named actor of the gazetteer.

    Attributes:
        id: a stable slug.
        name: the name it is shown with.
        code: ISO 3166-1 alpha-3 or a PLOVER international code; '' where the actor has no one country.
        sectors: PLOVER sectors, the primary one first; for a person, those outside the terms.
        kind: group, party, state, international, media, company, person.
        aliases: other names and abbreviations.
        since, until: years in which it was active, None where open or not known.
        terms: offices of a person, in order of time.
        of: id of the organisation that a person belongs to.
        folds: whether other transliterations of its names count too.
        source: where the row comes from, '' for Dateline's own list.
    """

    id: str
    name: str
    code: str
    sectors: tuple[str, ...] = ()
    kind: str = "group"
    aliases: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    terms: tuple[Term, ...] = ()
    of: str = ""
    folds: bool = False
    source: str = ""

    def active(self, day: datetime.date | None) -> bool:
        """Whether a report of that day may speak of it as it was then: it existed by then."""
        return day is None or self.since is None or self.since <= day.year


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _term(text: str) -> Term:
    """Reads `2021-01-20..2025-01-20 president [GOV]`."""
    dates, _, rest = text.partition(" ")
    since, _, until = dates.partition("..")
    office, _, sectors = rest.partition(" [")
    return Term(_day(since), _day(until), office, tuple(sectors.rstrip("]").split()) or ("GOV",))


def _years(text: str) -> tuple[int | None, int | None]:
    since, _, until = text.partition("..")
    return (int(since) if since else None), (int(until) if until else None)


def _rows(row: dict[str, Any]) -> list[dict[str, Any]]:
    """A row with `each` stands for several actors alike but for their names."""
    if "each" not in row:
        return [row]
    return [{**row, "id": normalise(name).replace(" ", "-"), "name": name} for name in row["each"]]


def _known(row: dict[str, Any], defaults: dict[str, Any]) -> Known:
    row = {**defaults, **row}
    since, until = _years(str(row.get("years", "..")))
    return Known(
        id=row["id"],
        name=row["name"],
        code=row.get("code", ""),
        sectors=tuple(row.get("sectors", ())),
        kind=row["kind"],
        aliases=tuple(row.get("aliases", ())),
        since=since,
        until=until,
        terms=tuple(_term(term) for term in row.get("terms", ())),
        of=row.get("of", ""),
        folds=bool(row.get("folds", False)),
        source=row.get("source", ""),
    )


@functools.lru_cache(maxsize=1)
def actors() -> tuple[Known, ...]:
    """All named actors, in the order of files and rows."""
    found: list[Known] = []
    for name in names_in("actors"):
        content = read_yaml("actors", name)
        found += [_known(row, content["defaults"]) for given in content["actors"] for row in _rows(given)]
    return tuple(found)


@functools.lru_cache(maxsize=1)
def actors_by_id() -> dict[str, Known]:
    """All named actors by their id."""
    return {known.id: known for known in actors()}


def is_acronym(name: str) -> bool:
    """Whether a name is short and in capitals, so that it must be written so to count ("IS", not "is")."""
    return len(name) <= 8 and " " not in name and name.upper() == name


@dataclass(frozen=True, slots=True)
class Index:
    """Where names are looked up: `names` and `acronyms` by `normalise`, `folded` by `fold`, `surnames` of persons
    by their last word.
    """

    names: dict[str, tuple[Known, ...]]
    acronyms: dict[str, tuple[Known, ...]]
    folded: dict[str, tuple[Known, ...]]
    surnames: dict[str, tuple[Known, ...]]


def _add(table: dict[str, list[Known]], key: str, known: Known) -> None:
    if key and known not in table.setdefault(key, []):
        table[key].append(known)


@functools.lru_cache(maxsize=1)
def index() -> Index:
    """The index over all names."""
    tables: tuple[dict[str, list[Known]], ...] = ({}, {}, {}, {})
    names, acronyms, folded, surnames = tables
    for known in actors():
        for name in (known.name, *known.aliases):
            _add(acronyms if is_acronym(name) else names, normalise(name), known)
            if known.folds and not is_acronym(name):
                _add(folded, fold(name), known)
        if known.kind == "person":
            _add(surnames, _surname(known.name), known)
    frozen = [{key: tuple(value) for key, value in table.items()} for table in tables]
    return Index(frozen[0], frozen[1], frozen[2], frozen[3])


def _surname(name: str) -> str:
    """The last word of a name with the particles before it ("bin Salman", "al-Assad" as "al assad")."""
    words = normalise(name).split()
    first = len(words) - 1
    while first > 1 and words[first - 1] in (
        "al",
        "el",
        "bin",
        "van",
        "von",
        "de",
        "da",
        "dos",
        "ould",
        "ben",
        "abdul",
    ):
        first -= 1
    return " ".join(words[first:])
