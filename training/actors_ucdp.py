"""Makes `gazetteer/data/actors/ucdp.yaml` from the actor list of the Uppsala Conflict Data Program.

    python training/actors_ucdp.py all.jsonl > src/dateline/gazetteer/data/actors/ucdp.yaml

Rows: `actor_id`, `name`, `aliases`, `org_type` (1 formally organised, 4 government), `location`. Taken are formally
organised groups of one country whose names no list of ours has; left out are governments, factions described by their
leaders, supporters of parties, communal groups, and one-word names that are ordinary words or names of peoples.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from dateline.gazetteer.actors import Known, actors, is_acronym
from dateline.gazetteer.countries import Country, country_by_demonym, country_by_name
from dateline.gazetteer.normalise import normalise
from dateline.gazetteer.roles import role_of

_DESCRIBED = re.compile(
    r"^(forces|military faction|supporters|government|followers|armed forces|units)\b|\bclan\b|faction\b|^(ex-|pro-)",
    re.I,
)
# Left out by eye: ordinary words and phrases, and names that now mean something else.
_UNFIT = frozenset(
    normalise(name)
    for name in """Elements;Neutralists;Royalists;Rastas;Spiders;Cobras;Maidan;Jama'at;Istiqlal;Sakartvelo;Popular Front
Parliamentary Forces;First Liberation Army;Garde-Presidentielle;Kashmir insurgents;Palestinian insurgents;Tibet
National Front;United Front;Patriotic Front;Resistance;Puntland State of Somalia;Communist Party;Syrian insurgents
United Workers' Union of South Africa;Brigade 48;Peace Force;National Liberation Front;Okaida;NURTW-Tokyo;Be Well
Mujahideen in the Golis Mountains;Liberation Front;The Resistance;Third Command""".replace("\n", ";").split(";")
)
# States that are gone: their successors' code would be wrong for a movement of one of their parts.
_GONE = ("Soviet", "Yugoslavia", "Hyderabad", "Israel")
_BRACKET = re.compile(r"\s*\([^)]*\)")
_HEADER = """\
# Formally organised armed groups that our own lists do not have; made by training/actors_ucdp.py.
# Ordinary words and names that now mean something else were left out by eye; single rows were not checked further.
# Source: UCDP Actor Dataset 22.1, Uppsala Conflict Data Program, https://ucdp.uu.se. Licence: CC BY 4.0.
# Changes: selected; one country code from the location; sector REB, or CRM where the name
# says gang or cartel; names without brackets.
defaults: {kind: group, folds: false, sectors: [REB], source: ucdp}
actors:
"""
_CRIMINAL = re.compile(r"\b(cartel|comando|mara|gang|mafia)\b", re.IGNORECASE)


def _country(location: str) -> Country | None:
    """The one country of a location; "Yemen (North Yemen)" is Yemen."""
    parts = [part.strip() for part in _BRACKET.sub("", location).split(",")]
    found = {country_by_name(part) for part in parts}
    return found.pop() if len(found) == 1 else None


def _usable(name: str) -> bool:
    """Whether a name can be looked up: no ordinary word, no people, no single short word."""
    key = normalise(name)
    if len(key) < 3 or _DESCRIBED.search(name) or role_of(key) or country_by_demonym(key) or country_by_name(name):
        return False
    if key in _UNFIT or re.search(r"\b(insurgents|rebels|protesters|soldiers|students)$", key):
        return False
    # Three letters stand for too many things.
    return len(name) > 3 if is_acronym(name) else " " in key or len(key) >= 6


def _taken() -> set[str]:
    ours: list[Known] = [known for known in actors() if known.source != "ucdp"]
    return {normalise(name) for known in ours for name in (known.name, *known.aliases)}


def rows(path: Path) -> list[str]:
    """YAML lines, sorted by UCDP id."""
    taken, made = _taken(), []
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for record in sorted(records, key=lambda r: int(r["actor_id"])):
        country = _country(record["location"] or "")
        names = [_BRACKET.sub("", n).strip() for n in (record["name"], *record["aliases"])]
        if record["org_type"] != "1" or country is None or any(normalise(n) in taken for n in names):
            continue
        names = [n for n in dict.fromkeys(names) if _usable(n) and ";" not in n and len(n) < 80]
        gone = any(word in (record["location"] or "") for word in _GONE)
        if (
            gone
            or not names
            or normalise(_BRACKET.sub("", record["name"])) in _UNFIT
            or _DESCRIBED.search(record["name"])
        ):
            continue
        taken |= {normalise(n) for n in names}
        long = next((n for n in names if not is_acronym(n)), names[0])
        row = {"id": f"ucdp-{record['actor_id']}", "name": long, "aliases": [n for n in names if n != long]}
        row |= {"code": country.actor_code}
        if any(_CRIMINAL.search(n) for n in names):
            row["sectors"] = ["CRM"]
        made.append("- " + json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False))
    return made


if __name__ == "__main__":
    sys.stdout.write(_HEADER + "\n".join(rows(Path(sys.argv[1]))) + "\n")
