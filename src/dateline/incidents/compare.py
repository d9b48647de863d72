"""Do two events tell the same act? Named comparisons, each with its weight; a contradiction settles it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.document import Document
from dateline.records import Event, Party, Place

_EARTH_KM = 6371.0
_FAR_KM = 60.0
_EXACT_LEVELS = {"point", "populated"}
_LONG_DAYS = 6

# Weights and threshold were set by hand so that type and story alone never suffice; see docs/explanation/incidents.md.
WEIGHTS = {"story": 0.45, "word": 0.30, "parties": 0.20, "place": 0.10, "day": 0.10, "instrument": 0.05}
THRESHOLD = 0.42


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one report, with what its comparison needs: report number, trigger lemmas, words of the parties."""

    report: int
    event: Event
    lemmas: frozenset[str]
    parties: frozenset[str]
    place: Place | None


def telling(number: int, document: Document, event: Event) -> Telling:
    """What is compared of an event."""
    syntax = document.syntax
    spans = (event.trigger, *event.also)
    lemmas = frozenset(
        syntax.lemmas[t] for span in spans for t in syntax.tokens(span) if syntax.pos[t] in ("VERB", "NOUN")
    )
    parties = frozenset(word for p in (*event.actors, *event.recipients) for word in _keys(document, p))
    place = document.places[event.place.index] if event.place else None
    return Telling(number, event, lemmas, parties, place)


def _keys(document: Document, party: Party) -> list[str]:
    """What a party is known by: its actor's id, and its nouns and names."""
    syntax = document.syntax
    words = [syntax.lemmas[t] for t in syntax.tokens(party.span) if syntax.pos[t] in ("NOUN", "PROPN")]
    return ([party.actor.id] if party.actor else []) + words


def _kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance, None where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = math.radians(one.lat), math.radians(other.lat)
    h = math.sin((b - a) / 2) ** 2
    h += math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def _places(one: Telling, other: Telling) -> float:
    """1 the same place, 0.5 one may lie in the other, 0 unknown, -1 elsewhere."""
    a, b = one.place, other.place
    if a is None or b is None:
        return 0.0
    if a.country and b.country and a.country != b.country:
        return -1.0
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return 1.0
    distance = _kilometres(a, b)
    if a.level in _EXACT_LEVELS and b.level in _EXACT_LEVELS and distance is not None:
        return -1.0 if distance > _FAR_KM else 0.5
    return 0.5 if a.country == b.country else 0.0


def _days(one: Event, other: Event) -> float:
    """1 the same short interval, 0 unknown or wide, -1 disjoint by more than a day (time zones differ by one)."""
    a, b = one.when, other.when
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return 0.0
    gap = max((a.earliest - b.latest).days, (b.earliest - a.latest).days)
    if gap > 1:
        return -1.0
    widest = max((a.latest - a.earliest).days, (b.latest - b.earliest).days)
    return 1.0 if widest <= _LONG_DAYS else 0.0


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Overlap coefficient of two sets; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def comparisons(one: Telling, other: Telling, story: float) -> dict[str, float] | None:
    """Each comparison's value by name, or None where the two contradict each other.

    `story`: cosine of the two reports, 1 for the same report.
    """
    same_word = bool(one.lemmas & other.lemmas)
    if one.event.type != other.event.type and not same_word:
        return None
    place, day = _places(one, other), _days(one.event, other.event)
    if place < 0 or day < 0 or (one.event.status == "negated") != (other.event.status == "negated"):
        return None
    kinds_a = frozenset(item.kind for item in one.event.instruments)
    kinds_b = frozenset(item.kind for item in other.event.instruments)
    return {
        "story": min(1.0, 2 * story),
        "word": float(same_word),
        "parties": _shared(one.parties, other.parties),
        "place": place,
        "day": day,
        "instrument": _shared(kinds_a, kinds_b),
    }


def score(values: dict[str, float]) -> float:
    """Weighted sum of the comparisons."""
    return sum(WEIGHTS[name] * value for name, value in values.items())
