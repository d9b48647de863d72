"""Toponyms put on the map: candidates, choice, reason and runner-up."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from dateline.document import Document
from dateline.gazetteer.countries import country_by_demonym
from dateline.gazetteer.places import Candidate
from dateline.records import Place, Toponym
from dateline.resolve.places_choose import Sense, choose
from dateline.resolve.places_names import container_after, wanted_of
from dateline.stage import Stage

# Below this many people, a town that nothing in the report speaks for is not worth a guess.
_KNOWN_BY_ITSELF = 15_000
# ... and by how much its score must lead: ten times the people of the next town by this name.
_CLEAR = 0.8
_AROUND = 90
_PLAIN = {"country": "country", "continent": "continent", "adm1": "province", "area": "region", "point": "site"}


class PlacesStage(Stage):
    """Chooses the place of each toponym by all that the report says; leaves the coordinates open rather than guess."""

    name: ClassVar[str] = "places.v1"
    reads: ClassVar[tuple[str, ...]] = ("syntax", "toponyms", "actors", "entities")
    makes: ClassVar[tuple[str, ...]] = ("places",)

    def annotate(self, document: Document) -> None:
        """Sets `places`, one for each toponym and in the same order."""
        senses: list[Sense] = []
        by_name: dict[tuple[object, ...], Sense] = {}
        chosen = [_sense(document, toponym, senses, by_name) for toponym in document.toponyms]
        choose([sense for sense in senses if sense.candidates], _hints(document))
        document.places = tuple(
            _place(document, toponym, sense) for toponym, sense in zip(document.toponyms, chosen, strict=True)
        )


def _sense(
    document: Document, toponym: Toponym, senses: list[Sense], by_name: dict[tuple[object, ...], Sense]
) -> Sense:
    """The sense of a toponym: one for each name of a report, but for a name that is said to lie in two places."""
    text, (start, end) = document.text, toponym.span
    wanted = wanted_of(text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
    inside, candidates = _inside(wanted.candidates, container_after(text[end : end + _AROUND]))
    same = by_name.get((wanted.key, wanted.levels))
    if same is not None and (not inside or inside == same.inside):
        same.weight += 1
        return same
    if same is not None and not same.inside and inside:
        same.candidates, same.inside = candidates, inside
        same.weight += 1
        return same
    sense = Sense(wanted.key, candidates, inside=inside, acts=not toponym.literal)
    senses.append(sense)
    by_name.setdefault((wanted.key, wanted.levels), sense)
    return sense


def _inside(
    candidates: tuple[Candidate, ...], containers: tuple[Candidate, ...]
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """The containers that hold a candidate, and the candidates held; all candidates where none is."""
    for container in containers:
        if any(c.level == container.level and c.quality == 0 and c.country == container.country for c in candidates):
            continue  # a list of states: "Illinois, Missouri and Iowa"
        held = tuple(c for c in candidates if _holds(container, c))
        if held:
            return (container,), held
    return (), candidates


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


def _hints(document: Document) -> Counter[str]:
    """Countries that demonyms and actors speak for."""
    hints: Counter[str] = Counter()
    syntax = document.syntax
    for index, label in enumerate(syntax.labels):
        if label == "NORP" and (country := country_by_demonym(syntax.words[index])):
            hints[country.code] = hints[country.code] + 0.4
    for actor in document.actors:
        if actor is not None and len(actor.code) == 3:
            hints[actor.code] += 0.2
    return Counter({code: min(weight, 1.5) for code, weight in hints.items()})


def _place(document: Document, toponym: Toponym, sense: Sense) -> Place:
    if not sense.candidates:
        text = document.text[toponym.span.start : toponym.span.end]
        return Place(toponym.span, text, None, None, "", "", None, "point", toponym.literal, "not in the gazetteer")
    best, second = sense.best(), sense.second()
    place = sense.candidates[best]
    runner_up = _describe(sense.candidates[second]) if second is not None else ""
    reason, sure = _reason(sense, best)
    if not sure:
        text = document.text[toponym.span.start : toponym.span.end]
        return Place(
            toponym.span, text, None, None, "", "", None, place.level, toponym.literal, reason, _describe(place)
        )  # fmt: skip
    admin1 = place.name if place.level == "adm1" else place.admin1
    return Place(
        toponym.span, place.name, place.lat, place.lon, place.country, admin1, place.geonames_id, place.level,
        toponym.literal, reason, runner_up,
    )  # fmt: skip


def _reason(sense: Sense, best: int) -> tuple[str, bool]:
    """Why this candidate, and whether that is enough to put it on the map."""
    place = sense.candidates[best]
    if sense.inside:
        return f"named with {sense.inside[0].name}", True
    gain = sense.score[best] - sense.prior[best]
    if gain >= 1.0:
        return "the places and peoples around it", True
    if place.level not in ("populated", "adm2"):
        return f"known as a {_PLAIN[place.level]}", True
    if len(sense.candidates) == 1 and place.quality <= 1:
        return "the only place by this name", True
    second = sense.second()
    clear = second is None or sense.score[best] - sense.score[second] >= _CLEAR
    if place.level == "populated" and place.population >= _KNOWN_BY_ITSELF and clear:
        return "the best known of this name; nothing else speaks for it", True
    return "nothing in the report speaks for any place by this name", False


def _describe(candidate: Candidate) -> str:
    parts = [candidate.name, candidate.admin1 if candidate.level != "adm1" else "", candidate.country]
    return ", ".join(part for part in parts if part)
