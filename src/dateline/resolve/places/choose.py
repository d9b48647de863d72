"""Chooses among the candidates of all toponyms of a report together: each speaks for the countries, provinces and
surroundings of the others. Population is one voice of several.

After Lieberman and Samet 2012 (adaptive context), Speriosu and Baldridge 2013 (spatial minimality).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.gazetteer.countries import country_by_capital
from dateline.gazetteer.places import Candidate

# Prior by level, on the scale of `0.8 * log10(people)`; set by hand, see `evaluation` for what they give.
_LEVEL = {"country": 9.5, "continent": 9.5, "adm1": 4.3, "area": 5.0, "adm2": 1.6, "point": 4.5}
# Large provinces, and the seas and regions that the whole world knows.
_LARGE_UNIT, _LARGE_UNIT_PEOPLE = 7.5, 300_000
_WORLD = {"world_region": 8.5, "sea": 8.5, "disputed": 12.0}
_PEOPLE = 1.0
# A capital is better known than its people; one that acts like a government all the more.
_CAPITAL, _CAPITAL_ACTS, _KNOWN_TOWN = 0.8, 3.0, 4.2
# Some other name counts for less where the name itself is the main name of something.
_OTHER_NAME = -1.5
_QUALITY = (0.0, -0.3, -1.5, -1.2)
_ROUNDS = 3
_NEAR_KM = 150.0
_MOST_NEAR = 12
# What a city gains, at most, from a province that has its name.
_CITY_OF_UNIT = 0.8
# Voices for a country: hardly any, and enough for a report to be about it.
_UNSPOKEN, _SPOKEN = 0.3, 1.2
# The voice of a country that is named for its border alone: "near the border with X".
_ASIDE = 0.3
# What a candidate loses that lies in the country on whose border the name is said to lie.
_OVER_BORDER = 2.5
# What a unit of context is worth, at most.
COUNTRY, UNIT, DISTRICT, NEAR = 3.0, 3.0, 1.0, 2.0


@dataclass(slots=True)
class Sense:
    """One name as a report uses it: its candidates, and what was found for it. `weight` is its number of mentions,
    `inside` the unit that it is said to lie in, `listed` whether it stands in a list of provinces or states,
    `elsewhere` whether the report is about other countries than that of its best candidate, `acts` whether it stands
    for a government, `aside` whether it only says which border is meant, `local` whether its words make it a place
    of the report's own ground, `said` the reason where the words themselves decide,
    `beyond` the country on whose border it is said to lie.
    """

    key: str
    candidates: tuple[Candidate, ...] = ()
    weight: int = 1
    inside: tuple[Candidate, ...] = ()
    listed: bool = False
    elsewhere: bool = False
    acts: bool = False
    aside: bool = False
    local: bool = False
    said: str = ""
    beyond: str = ""
    prior: list[float] = field(default_factory=list)
    score: list[float] = field(default_factory=list)
    votes: list[float] = field(default_factory=list)

    def best(self) -> int:
        """Index of the best candidate."""
        return max(range(len(self.score)), key=lambda i: (self.score[i], -i))

    def second(self) -> int | None:
        """Index of the best candidate that lies elsewhere."""
        best = self.candidates[self.best()]
        order = sorted(range(len(self.score)), key=lambda i: (-self.score[i], i))
        return next((i for i in order if not _same_spot(self.candidates[i], best)), None)


def choose(senses: list[Sense], hints: Mapping[str, float]) -> None:
    """Sets `score` of all senses. `hints`: weights of countries that other words speak for (demonyms, actors)."""
    for sense in senses:
        sense.prior = [_prior(c, sense) for c in sense.candidates]
        _main_names_first(sense)
        _states_before_units(sense)
        if not sense.listed:
            _city_before_unit(sense)
        sense.score = list(sense.prior)
    for _ in range(_ROUNDS):
        for sense in senses:
            sense.votes = _shares(sense.score)
        context = _Context(senses, hints)
        for sense in senses:
            _rescore(sense, context)
            sense.elsewhere = context.elsewhere(sense)


def _prior(candidate: Candidate, sense: Sense) -> float:
    """How well known a candidate is by itself, before the report is heard."""
    level = candidate.level
    if level == "populated":
        value = _PEOPLE * math.log10(candidate.population + 200)
        capital_of = country_by_capital(sense.key) if candidate.quality <= 1 else None
        if capital_of is not None and capital_of.code == candidate.country:
            value += _CAPITAL_ACTS if sense.acts and not sense.inside else _CAPITAL
        if candidate.kind == "known_town":
            value = max(value, _KNOWN_TOWN)
    else:
        value = _WORLD.get(candidate.kind, _LEVEL[level])
        if level == "adm1" and candidate.population > _LARGE_UNIT_PEOPLE and candidate.quality <= 1:
            value = _LARGE_UNIT
        value += 0.15 * math.log10(candidate.population + 1) if level in ("adm1", "adm2") else 0.0
        value -= 2.0 if candidate.lat is None else 0.0
    if sense.beyond and candidate.country == sense.beyond:
        value -= _OVER_BORDER
    return value + _QUALITY[candidate.quality]


def _main_names_first(sense: Sense) -> None:
    if any(c.quality <= 1 for c in sense.candidates):
        sense.prior = [
            p + (_OTHER_NAME if c.quality >= 2 else 0.0) for p, c in zip(sense.prior, sense.candidates, strict=True)
        ]


def _states_before_units(sense: Sense) -> None:
    """A bare "Niger" is the country, not the state of Nigeria; "Gold Coast" a city, not what Ghana was once called."""
    countries = [c for c in sense.candidates if c.level == "country"]
    for index, candidate in enumerate(sense.candidates):
        larger = any(c.quality == 0 and c.population > 3 * candidate.population for c in countries)
        if candidate.level == "adm1" and larger:
            sense.prior[index] -= 2.5
        elif candidate.level == "country" and candidate.quality and _is_city(sense.candidates):
            sense.prior[index] -= 4.0


def _is_city(candidates: tuple[Candidate, ...]) -> bool:
    return any(c.level == "populated" and c.quality == 0 and c.population > 100_000 for c in candidates)


def _city_before_unit(sense: Sense) -> None:
    """A province that is named like its main town, or like the capital of its country, is rarely what a bare name
    means: "in Aleppo" is the town.
    """
    for index, unit in enumerate(sense.candidates):
        if unit.level not in ("adm1", "adm2"):
            continue
        for other, city in enumerate(sense.candidates):
            if city.level == "populated" and city.quality <= 2 and _overshadows(city, unit, sense.key):
                raised = min(sense.prior[index], sense.prior[other] + _CITY_OF_UNIT)
                sense.prior[other] = max(sense.prior[other], raised)
                sense.prior[index] = min(sense.prior[index], sense.prior[other]) - 0.5


def _overshadows(city: Candidate, unit: Candidate, key: str) -> bool:
    if unit.id in (city.unit1, city.unit2):
        return city.population >= 0.05 * unit.population
    capital_of = country_by_capital(key)
    return capital_of is not None and city.country == unit.country == capital_of.code and city.population > 100_000


def _shares(scores: list[float]) -> list[float]:
    """Softmax, with a temperature that leaves lesser candidates a voice."""
    top = max(scores)
    raw = [math.exp((s - top) / 0.8) for s in scores]
    total = sum(raw)
    return [r / total for r in raw]


class _Context:
    """What all senses together speak for; each sense is read without its own voice."""

    def __init__(self, senses: list[Sense], hints: Mapping[str, float]) -> None:
        self.countries: dict[str, float] = defaultdict(float, hints)
        self.units: dict[int, float] = defaultdict(float)
        self.districts: dict[int, float] = defaultdict(float)
        self.own: dict[int, tuple[dict[str, float], dict[int, float], dict[int, float]]] = {}
        self.points: list[tuple[int, float, float]] = []
        for sense in senses:
            own = _voices(sense)
            self.own[id(sense)] = own
            for key, voice in own[0].items():
                self.countries[key] += voice
            for unit, voice in own[1].items():
                self.units[unit] += voice
            for district, voice in own[2].items():
                self.districts[district] += voice
            best = sense.candidates[sense.best()]
            if best.lat is not None and best.lon is not None and best.level in ("populated", "point", "adm2"):
                self.points.append((id(sense), best.lat, best.lon))

    def support(self, sense: Sense, candidate: Candidate) -> tuple[float, float, float]:
        """Support of country, province and district of a candidate, each from 0 to 1."""
        own = self.own[id(sense)]
        country = (
            self.countries.get(candidate.country, 0.0) - own[0].get(candidate.country, 0.0)
            if candidate.country
            else 0.0
        )
        unit_id = candidate.id if candidate.level == "adm1" else candidate.unit1
        unit = self.units.get(unit_id, 0.0) - own[1].get(unit_id, 0.0) if unit_id else 0.0
        district_id = candidate.id if candidate.level == "adm2" else candidate.unit2
        district = self.districts.get(district_id, 0.0) - own[2].get(district_id, 0.0) if district_id else 0.0
        return _sated(country, 1.0), _sated(unit, 1.0), _sated(district, 0.6)

    def elsewhere(self, sense: Sense) -> bool:
        """Whether the report speaks for some country, but not for that of the best candidate."""
        own = self.own[id(sense)][0]
        country = sense.candidates[sense.best()].country
        spoken = self.countries.get(country, 0.0) - own.get(country, 0.0)
        least = _UNSPOKEN if sense.local else _SPOKEN
        return spoken < _UNSPOKEN and any(v - own.get(c, 0.0) > least for c, v in self.countries.items())

    def near(self, sense: Sense, candidate: Candidate) -> float:
        """How close the others are, from 0 to 1."""
        if candidate.lat is None or candidate.lon is None:
            return 0.0
        total = 0.0
        for owner, lat, lon in self.points:
            if owner != id(sense):
                dy = (lat - candidate.lat) * 111.2
                dx = (lon - candidate.lon) * 111.2 * math.cos(math.radians(lat))
                total += math.exp(-math.hypot(dx, dy) / _NEAR_KM)
        return _sated(total, 1.0)


def _voices(sense: Sense) -> tuple[dict[str, float], dict[int, float], dict[int, float]]:
    """What one sense speaks for: for each country, province and district the share of its best candidate there."""
    countries: dict[str, float] = {}
    units: dict[int, float] = {}
    districts: dict[int, float] = {}
    weight = (1.0 + 0.25 * math.log2(sense.weight)) * (_ASIDE if sense.aside else 1.0)
    for candidate, share in zip(sense.candidates, sense.votes, strict=True):
        voice = share * weight
        if candidate.country:
            loud = voice * (1.5 if candidate.level == "country" else 1.0)
            countries[candidate.country] = max(countries.get(candidate.country, 0.0), loud)
        unit = candidate.id if candidate.level == "adm1" else candidate.unit1
        if unit:
            units[unit] = max(units.get(unit, 0.0), voice * (1.5 if candidate.level == "adm1" else 1.0))
        district = candidate.id if candidate.level == "adm2" else candidate.unit2
        if district:
            districts[district] = max(districts.get(district, 0.0), voice)
    return countries, units, districts


def _rescore(sense: Sense, context: _Context) -> None:
    many = len(sense.candidates) > 1
    parts = [context.support(sense, c) for c in sense.candidates]
    rough = [p + COUNTRY * s[0] + UNIT * s[1] + DISTRICT * s[2] for p, s in zip(sense.prior, parts, strict=True)]
    order = sorted(range(len(rough)), key=lambda i: -rough[i])[:_MOST_NEAR]
    for index in order if many else []:
        candidate = sense.candidates[index]
        if candidate.level in ("populated", "point", "adm2"):
            rough[index] += NEAR * context.near(sense, candidate)
    sense.score = rough


def _sated(value: float, half: float) -> float:
    """0 for nothing, 0.5 at `half`, towards 1 for much."""
    return value / (value + half) if value > 0 else 0.0


def _same_spot(a: Candidate, b: Candidate) -> bool:
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return a.country == b.country and a.unit1 == b.unit1
    return abs(a.lat - b.lat) < 0.5 and abs(a.lon - b.lon) < 0.5
