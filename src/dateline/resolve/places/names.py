"""From the words of a toponym to the candidates that the gazetteer has for them."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from dateline.gazetteer.places import Candidate, find, lookup, place_key, unit_code

_DIRECTION = re.compile(
    r"^(?:(?:far|upper|lower|greater|central|mid|downtown|inner|outer)\b|"
    r"(?:north|south|east|west)(?:ern|[- ]?(?:east|west)(?:ern)?)?(?:most)?\b)[- ]+(?=\w)",
    re.IGNORECASE,
)
# Generic word -> levels that it asks for. "town" may be a district's seat, "state" never a town.
GENERIC = {
    "county": ("adm2", "adm1"), "counties": ("adm2", "adm1"), "parish": ("adm2", "adm1"),
    "province": ("adm1", "adm2"), "provinces": ("adm1", "adm2"), "governorate": ("adm1", "adm2"),
    "governorates": ("adm1", "adm2"), "oblast": ("adm1",), "oblasts": ("adm1",), "state": ("adm1", "country"),
    "states": ("adm1", "country"), "region": ("adm1", "area"), "regions": ("adm1", "area"),
    "district": ("adm2", "adm1", "populated", "point"), "districts": ("adm2", "adm1", "populated", "point"),
    "prefecture": ("adm1", "adm2"), "department": ("adm1", "adm2"), "emirate": ("adm1",),
    "republic": ("adm1", "country"),
    "city": ("populated",), "cities": ("populated",), "town": ("populated",), "towns": ("populated",),
    "village": ("populated",), "villages": ("populated",), "municipality": ("populated", "adm2", "adm1"),
    "municipalities": ("populated", "adm2", "adm1"), "township": ("populated", "adm2"),
    "townships": ("populated", "adm2"),
    "suburb": ("populated", "point"), "suburbs": ("populated", "point"), "neighborhood": ("populated", "point"),
    "neighbourhood": ("populated", "point"), "capital": ("populated",), "port": ("populated", "point"),
    "settlement": ("populated", "point"), "hamlet": ("populated",), "camp": ("point", "populated"),
}  # fmt: skip
_COMPASS = re.compile(r"(?:North|South|East|West)[ -]")
_WIDE = ("country", "continent", "area")
_BEFORE = re.compile(r"\b(" + "|".join(GENERIC) + r") of (?:the )?$", re.IGNORECASE)
_AFTER = re.compile(r"^ \b(" + "|".join(GENERIC) + r")\b(?! of\b)", re.IGNORECASE)
# Offices that a state or province has and a town has not.
_OF_UNIT = re.compile(
    r"^ (?:Gov\b|[Gg]overnor\b|[Ll]egislature\b|Sen\b|Senator\b|Senate\b|[Aa]ttorney [Gg]eneral|border\b|[Ss]tate\b|"
    r"National Guard\b)"
)
_LIST = re.compile(
    r"^(?:,?(?: and| or| &)? [A-Z][\w.'’-]++){1,30}? "
    r"(counties|provinces|districts|governorates|states|villages|towns)\b"
)
_NOT_STATE = re.compile(r"^ (?:state|city) (?:tv|television|media|radio|police|university)", re.IGNORECASE)


class Wanted(NamedTuple):
    """What a toponym asks for: the key that found something, the levels that its words ask for (empty: any)."""

    key: str
    levels: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def wanted_of(name: str, before: str, after: str) -> Wanted:
    """Candidates for a toponym. `before` and `after` are some text around it."""
    levels = _levels_around(before, after)
    for text, found_levels in _variants(name):
        candidates = lookup(text)
        if candidates and text != name and _COMPASS.match(name):
            # "West Midlands" is no more than a hint at "Midlands".
            candidates = tuple(c if c.level in _WIDE else c._replace(quality=3) for c in candidates)
        if candidates:
            asked = found_levels or levels
            return Wanted(place_key(text), asked, _at_levels(candidates, asked, text, after))
    return Wanted(place_key(name), levels, ())


def _levels_around(before: str, after: str) -> tuple[str, ...]:
    if match := _BEFORE.search(before):
        return GENERIC[match[1].lower()]
    if _OF_UNIT.match(after) and not _NOT_STATE.match(after):
        return GENERIC["state"]
    match = _AFTER.match(after)
    if match and not _NOT_STATE.match(after) and (match[1] == "counties" or not match[1].endswith("s")):
        return GENERIC[match[1].lower()]
    if match := _LIST.match(after):
        return GENERIC[match[1].lower()]
    return ()


def _at_levels(
    candidates: tuple[Candidate, ...], levels: tuple[str, ...], text: str, after: str
) -> tuple[Candidate, ...]:
    """The candidates at the levels asked for; all where none is. "Kingman" before "counties" is Kingman County."""
    if not levels:
        return candidates
    kept = tuple(c for c in candidates if c.level in levels)
    if levels[0] == "adm2" and not any(c.level == "adm2" for c in kept):
        kept = tuple(c for c in find(place_key(text + " County")) if c.level == "adm2") or kept
    return kept or candidates


@functools.lru_cache(maxsize=4096)
def _variants(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The name, then shorter forms: without a direction, without its generic word."""
    found: list[tuple[str, tuple[str, ...]]] = []
    bare = name.strip().removesuffix("'s").removesuffix("’s")
    found.append((bare, ()))
    if stripped := _DIRECTION.sub("", bare, count=1):
        if stripped != bare:
            found.append((stripped, ()))
        bare = stripped
    words = bare.split()
    if len(words) > 1 and words[-1].lower() in GENERIC:
        found.append((" ".join(words[:-1]), GENERIC[words[-1].lower()]))
    if len(words) > 2 and words[1].lower() == "of" and words[0].lower() in GENERIC:
        found.append((" ".join(words[2:]), GENERIC[words[0].lower()]))
    if len(words) > 1 and words[0].lower() in ("county", "kibbutz", "camp", "port", "moshav"):
        found.append((" ".join(words[1:]), GENERIC.get(words[0].lower(), ())))
    if "-" in bare and " " not in bare:
        found += [(part, ()) for part in bare.split("-")[:1] if len(part) > 4]
    return tuple(found)


_CONTAINER = re.compile(r"^(?:[’']s)?(?: (?:city|province|county|district|state))?,? ?(?:\(|in |in the |, )?\s*"
                        r"((?:[A-Z][\w’'.-]*\.?)(?:[ -](?:of |and )?[A-Z][\w’'.-]+){0,3})")  # fmt: skip
_POSTAL = re.compile(r"[A-Z]{2}")


def container_after(after: str) -> tuple[int, tuple[Candidate, ...]]:
    """The country or unit named right after a toponym, behind a comma, a bracket or "in": "Paris, Texas",
    "Jenin, in the West Bank"; with the offset where its name begins. Empty where the words name none.
    """
    if not after.startswith((",", " in ", " (")):
        return 0, ()
    match = _CONTAINER.match(after)
    if not match:
        return 0, ()
    words = match[1].split()
    for size in range(len(words), 0, -1):
        text = " ".join(words[:size]).removesuffix("'s").removesuffix("’s")
        if _POSTAL.fullmatch(text) and after.startswith(","):
            found = unit_code(f"US-{text}") or unit_code(f"CA-{text}")
        else:
            found = tuple(
                c for c in lookup(text)
                if c.level in ("country", "adm1", "adm2", "area") and c.quality <= 1
            )  # fmt: skip
        if found:
            return match.start(1), found
    return 0, ()
