"""Toponyms put on the map: candidates, choice, reason and runner-up."""

from __future__ import annotations

import functools
from collections import defaultdict
from importlib import resources
from typing import Any, ClassVar

import yaml

from dateline.document import Document
from dateline.gazetteer.countries import Country, country_by_capital, country_by_demonym
from dateline.gazetteer.places import Candidate, lookup
from dateline.records import Place, Toponym
from dateline.resolve.places.around import border_of, is_aside, is_local
from dateline.resolve.places.capitals import capital_of, country_of, is_described
from dateline.resolve.places.choose import Sense, choose
from dateline.resolve.places.names import container_after, wanted_of
from dateline.stage import Stage
from dateline.syntax import Syntax

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Below this many people, a town that nothing in the report speaks for is not worth a guess ...
_KNOWN_BY_ITSELF = 15_000
# ... nor one in a country that the report does not speak of, unless it is known to the world, ...
_KNOWN_ABROAD = 300_000
# ... nor a hamlet that happens to be the only one by its name.
_KNOWN_ALONE = 1_000
# Above these, its score must lead: by about six times the people of the next town by this name; twice for a big city.
_CLEAR, _CLEAR_BIG = 0.8, 0.3
# The score that context must add for a choice to rest on it.
_SPOKEN_FOR = 1.0
_AROUND = 90
_PLAIN = {"country": "country", "continent": "continent", "adm1": "province", "area": "region", "point": "site"}
_NOTHING = "nothing in the report speaks for any place by this name"
_NAMESAKE = "a place where the report is at home, which the gazetteer does not have there"
_UNLISTED = "not in the gazetteer"
_LIST_GAPS = (", ", " and ", ", and ", " or ", ", or ", " & ")


class PlacesStage(Stage):
    """Chooses the place of each toponym by all that the report says; leaves the coordinates open rather than guess."""

    name: ClassVar[str] = "places.v1"
    reads: ClassVar[tuple[str, ...]] = ("syntax", "toponyms", "actors", "entities")
    makes: ClassVar[tuple[str, ...]] = ("places",)

    def annotate(self, document: Document) -> None:
        """Sets `places`, one for each toponym and in the same order."""
        senses = _Senses(document)
        chosen = [senses.of(index) for index in range(len(document.toponyms))]
        named = [sense for sense in senses.all if sense.candidates]
        choose(named, _hints(document))
        senses.add_capitals(named)
        document.places = tuple(
            _place(document, toponym, sense) for toponym, sense in zip(document.toponyms, chosen, strict=True)
        )


class _Senses:
    """The senses of a report's toponyms: one for each name, but for names that are said to lie in two places."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.all: list[Sense] = []
        self.by_name: dict[tuple[object, ...], Sense] = {}
        self.containers: dict[int, Candidate] = {}

    def of(self, index: int) -> Sense:
        """The sense of a toponym, shared with the others of its name."""
        text, toponym = self.document.text, self.document.toponyms[index]
        start, end = toponym.span
        if is_described(text[start:end]):
            return self._described(text[start:end])
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        wanted = wanted_of(text[start:end], before, after)
        if start in self.containers:
            return self._add((start,), Sense(wanted.key, (self.containers[start],)))
        offset, containers = container_after(after)
        known = self._within_city(index, wanted.candidates)
        inside, candidates = _inside(known, containers)
        if inside:
            self.containers[end + offset] = inside[0]
        listed = self._listed(index)
        name = (wanted.key, wanted.levels, listed)
        same = self.by_name.get(name)
        aside, local = is_aside(before, after), is_local(before, after)
        if same is None:
            acts = self._acts(index)
            return self._add(
                name,
                Sense(
                    wanted.key,
                    candidates,
                    inside=inside,
                    listed=listed,
                    acts=acts,
                    aside=aside,
                    local=local,
                    beyond=border_of(after),
                ),
            )
        same.beyond = same.beyond or border_of(after)
        same.aside, same.local = same.aside and aside, same.local or local
        if inside and same.inside and inside != same.inside:
            return self._add((*name, inside[0].id), Sense(wanted.key, candidates, inside=inside, listed=listed))
        if inside and not same.inside:
            same.candidates, same.inside = candidates, inside
        same.weight += 1
        return same

    def _described(self, text: str) -> Sense:
        """The sense of "Afghan capital"; that of "capital" stays without a candidate until the rest is chosen."""
        sense = self._add((text, "capital"), Sense(text))
        country = country_of(text, ())
        if country is not None:
            _set_capital(sense, country)
        return sense

    def add_capitals(self, named: list[Sense]) -> None:
        """Puts "the capital" in the one country that all places chosen lie in and all peoples named belong to."""
        bare = self.by_name.get(("capital", "capital"))
        codes = {country.code for country in _peoples(self.document.syntax)}
        codes.update(sense.candidates[sense.best()].country for sense in named)
        country = country_of("capital", codes - {""})
        if bare is not None and country is not None:
            _set_capital(bare, country)

    def _acts(self, index: int) -> bool:
        """Whether a name stands for a government by itself, and not in the name of an office ("Xtown Police")."""
        toponym = self.document.toponyms[index]
        after = self.document.text[toponym.span.end : toponym.span.end + 2]
        return not toponym.literal and not after[1:].isupper()

    def _add(self, name: tuple[object, ...], sense: Sense) -> Sense:
        if name not in self.by_name:
            self.by_name[name] = sense
            self.all.append(sense)
        return self.by_name[name]

    def _within_city(self, index: int, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """After "Cairo's", only what lies in or near Cairo; nothing rather than a homonym far away."""
        if index == 0:
            return candidates
        before, start = self.document.toponyms[index - 1].span, self.document.toponyms[index].span.start
        if self.document.text[before.end : start] not in ("'s ", "’s "):
            return candidates
        city = next(iter(lookup(self.document.text[before.start : before.end])), None)
        if city is None or city.lat is None or city.lon is None or city.level != "populated":
            return candidates
        return tuple(
            c for c in candidates
            if c.lat is not None and c.lon is not None and abs(c.lat - city.lat) < 0.6 and abs(c.lon - city.lon) < 0.8
        )  # fmt: skip

    def _listed(self, index: int) -> bool:
        """Whether a neighbour in a list is a province or state and nothing larger: "Utah, Washington and Ohio"."""
        toponyms = self.document.toponyms
        for first, other in ((index - 1, index - 1), (index, index + 1)):
            if first < 0 or other >= len(toponyms):
                continue
            gap = self.document.text[toponyms[first].span.end : toponyms[first + 1].span.start]
            span = toponyms[other].span
            if gap in _LIST_GAPS and _is_unit(wanted_of(self.document.text[span.start : span.end], "", "").candidates):
                return True
        return False


def _set_capital(sense: Sense, country: Country) -> None:
    """The capital of a country as the one candidate of a sense; none where it is in dispute which city that is."""
    if country.code in _policy()["capital_in_dispute"]:
        sense.said = f"which city is the capital of {country.name} is in dispute"
    elif (city := capital_of(country)) is not None:
        sense.candidates, sense.said = (city,), f"the capital of {country.name}"
        sense.prior, sense.score = [0.0], [0.0]


def _is_unit(candidates: tuple[Candidate, ...]) -> bool:
    if not any(c.level == "adm1" and c.quality == 0 and c.population > 100_000 for c in candidates):
        return False
    return not any(c.level == "country" or (c.level == "populated" and c.population > 200_000) for c in candidates)


def _inside(
    candidates: tuple[Candidate, ...], containers: tuple[Candidate, ...]
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """The container that holds a candidate, and the candidates held; all candidates where none is."""
    for container in containers:
        if _side_by_side(candidates, container):
            continue
        held = tuple(c for c in candidates if _holds(container, c))
        if held:
            return (container,), held
    return (), candidates


def _side_by_side(candidates: tuple[Candidate, ...], container: Candidate) -> bool:
    """Whether a name and the one after it are a list: "Illinois, Missouri", "Niger, Nigeria"."""
    if any(c.level == container.level and c.quality == 0 and c.country == container.country for c in candidates):
        return True
    if container.level != "country" or not any(c.level == "country" and c.quality == 0 for c in candidates):
        return False
    return not any(c.level == "adm1" and c.quality == 0 and c.country == container.country == "USA" for c in candidates)


def _holds(container: Candidate, candidate: Candidate) -> bool:
    if container.id == candidate.id:
        return False
    if container.level == "country":
        return candidate.country == container.country and candidate.level != "country"
    if container.level == "adm1":
        return candidate.unit1 == container.id
    if container.level == "adm2":
        return candidate.unit2 == container.id
    if container.level == "area" and container.country:
        return candidate.country == container.country and candidate.level in ("populated", "point", "adm1", "adm2")
    return False


@functools.lru_cache(maxsize=1)
def _policy() -> dict[str, Any]:
    """The lists of `places.yaml`."""
    text = resources.files("dateline.resolve.places").joinpath("places.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 -- the safe loader, or its C twin
    return data


@functools.lru_cache(maxsize=1)
def _country_words() -> dict[str, tuple[str, ...]]:
    """Word -> the countries that it speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for country, words in _policy()["country_words"].items():
        for word in words:
            found[str(word)] = (*found.get(str(word), ()), country)
    return found


def _hints(document: Document) -> dict[str, float]:
    """Countries that demonyms, actors and words at home in one country speak for."""
    hints: dict[str, float] = defaultdict(float)
    syntax = document.syntax
    known = _country_words()
    for word in sorted(known.keys() & set(syntax.lowers)):
        for country in known[word]:
            hints[country] += 0.3
    for people in _peoples(syntax):
        hints[people.code] += 0.4
    for actor in document.actors:
        if actor is not None and len(actor.code) == 3:
            hints[actor.code] += 0.2
    return {code: min(weight, 1.5) for code, weight in hints.items()}


def _peoples(syntax: Syntax) -> list[Country]:
    """The countries of the peoples named, once for each mention; not of one that only tells a border."""
    found: list[Country] = []
    for index, label in enumerate(syntax.labels):
        country = country_by_demonym(syntax.words[index]) if label == "NORP" else None
        if country is not None and syntax.lowers[index + 1 : index + 2] not in (["border"], ["frontier"]):
            found.append(country)
    return found


def _place(document: Document, toponym: Toponym, sense: Sense) -> Place:
    text = document.text[toponym.span.start : toponym.span.end]
    if not sense.candidates:
        return Place(toponym.span, text, None, None, "", "", None, "point", toponym.literal, sense.said or _UNLISTED)
    best, second = sense.best(), sense.second()
    place = sense.candidates[best]
    reason, sure = _reason(sense, best, second)
    if not sure:
        return Place(
            toponym.span, text, None, None, "", "", None, place.level, toponym.literal, reason, _describe(place)
        )  # fmt: skip
    admin1 = place.name if place.level == "adm1" else place.admin1
    return Place(
        toponym.span, place.name, place.lat, place.lon, place.country, admin1, place.geonames_id, place.level,
        toponym.literal, reason, _describe(sense.candidates[second]) if second is not None else "",
    )  # fmt: skip


def _reason(sense: Sense, best: int, second: int | None) -> tuple[str, bool]:
    """Why this candidate, and whether that is enough to put it on the map."""
    place = sense.candidates[best]
    lead = _CLEAR_BIG if place.population >= _KNOWN_ABROAD else _CLEAR
    clear = second is None or sense.score[best] - sense.score[second] >= lead
    if sense.said:
        return sense.said, True
    if sense.inside:
        return f"named with {sense.inside[0].name}", True
    if sense.score[best] - sense.prior[best] >= _SPOKEN_FOR:
        return "the places and peoples around it", True
    if sense.elsewhere and sense.local:
        return _NAMESAKE, False
    return _by_itself(sense, place, clear=clear) or (_NOTHING, False)


def _by_itself(sense: Sense, place: Candidate, *, clear: bool) -> tuple[str, bool] | None:
    """The reason for a place that the rest of the report does not speak for; None where there is none."""
    least = _KNOWN_ABROAD if sense.elsewhere else _KNOWN_BY_ITSELF
    alone = len(sense.candidates) == 1 and place.quality <= 1 and not sense.elsewhere
    if _is_capital(sense.key, place) and (sense.acts or clear):
        return "a capital", True
    if place.kind == "known_town":
        return "known from reports of conflict", True
    if place.level not in ("populated", "adm1", "adm2") or (place.level == "adm1" and _large(place)):
        return f"known as a {_PLAIN[place.level]}", True
    if alone and place.population >= _KNOWN_ALONE:
        return "the only place by this name", True
    if place.level == "populated" and place.population >= least and clear:
        return "the best known of this name; nothing else speaks for it", True
    return None


def _is_capital(key: str, place: Candidate) -> bool:
    country = country_by_capital(key)
    return country is not None and country.code == place.country and place.level == "populated" and place.quality <= 1


def _large(place: Candidate) -> bool:
    return place.quality <= 1 and (place.population > 100_000 or place.geonames_id is None)


def _describe(candidate: Candidate) -> str:
    parts = [candidate.name, candidate.admin1 if candidate.level != "adm1" else "", candidate.country]
    return ", ".join(part for part in parts if part)
