"""The one country that a report is set in, by its places, its institutions and the countries it names."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

from dateline.document import Document
from dateline.gazetteer.countries import country_by_capital, country_by_code, country_by_demonym, country_by_name
from dateline.records import Actor, Entity
from dateline.resolve.home.words import home_words

# Votes of a literal place or a state body of a country, and of any other word that names one.
_SET_THERE, _NAMED = 1.0, 0.5
# What the first sentences name counts so many times: they say where a report is set.
_LEAD_SENTENCES, _LEAD = 4, 2.0
# Votes of the first country for each vote of the next: to be the home at all, and to be it beyond question.
_MAJORITY, _CLEAR = 2.0, 3.0
# Without any word for the country itself, so many of its places must be named.
_PLACES_ALONE = 4
_ENOUGH = 1.0
_SAME_NAME = 2  # a place counts in full so often, then less: reports repeat one name without saying more by it
_AT_HOME = frozenset({"COP", "JUD", "LEG", "MIL"})
_WORLD = frozenset({"JRN", "SOC", "BUS", "REB", "CRM", "PRM", "UAF"})  # actors at work in many countries


@dataclass(frozen=True, slots=True)
class Home:
    """The home country; `clear` where hardly any other is in the report; `sentences` the countries that each
    sentence speaks of.
    """

    country: str
    clear: bool
    sentences: dict[int, frozenset[str]]


class _Votes:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.votes: defaultdict[str, float] = defaultdict(float)
        self.there: defaultdict[str, float] = defaultdict(float)  # of them, those of more than a bare name
        self.named: set[str] = set()  # countries that a word names as such
        self.places: dict[str, set[str]] = {}
        self.sentences: dict[int, set[str]] = {}
        self.lead: set[str] = set()  # countries that the first sentences name

    def add(self, code: str, start: int, weight: float, *, there: bool = False) -> None:
        """Count a mention at an offset; `there` where a report that has it is set in that country."""
        syntax = self.document.syntax
        token = bisect_right(syntax.starts, start) - 1
        sentence = syntax.sentence[token] if token >= 0 else 0
        leads = sentence < _LEAD_SENTENCES
        weight *= _LEAD if leads else 1.0
        self.votes[code] += weight
        if there:
            self.there[code] += weight
        if leads:
            self.lead.add(code)
        if code:
            self.sentences.setdefault(sentence, set()).add(code)


def home_of(document: Document) -> Home | None:
    """The home country of a report, or None where it is not beyond doubt."""
    votes = _Votes(document)
    spans = _count_places(document, votes)
    _count_actors(document, votes, spans)
    ranked = sorted(votes.votes.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _ENOUGH or ranked[0][0] not in votes.lead:
        return None
    code, most = ranked[0]
    if not votes.there[code] or votes.there[code] < max(votes.there.values()):
        return None
    next_most = ranked[1][1] if len(ranked) > 1 else 0.0
    if most < _MAJORITY * next_most:
        return None
    if code not in votes.named and len(votes.places.get(code, ())) < _PLACES_ALONE:
        return None
    sentences = {number: frozenset(codes) for number, codes in votes.sentences.items()}
    return Home(code, most >= _CLEAR * next_most, sentences)


def _count_places(document: Document, votes: _Votes) -> set[tuple[int, int]]:
    """Literal places; returns the spans of all places."""
    seen: Counter[str] = Counter()
    for place in document.places:
        if not place.country:
            if place.literal and place.level not in ("area", "continent", "country"):
                votes.add("", place.span.start, _NAMED)  # a place nobody knows lies in a country too
            continue
        text = document.quote(place.span)
        hosts = _is_venue(document, place.span.start)
        seen[text.lower()] += 1
        often = seen[text.lower()] > _SAME_NAME
        there = place.literal and not hosts
        votes.add(place.country, place.span.start, _SET_THERE if there and not often else _NAMED, there=there)
        if _names_country(text, place.country):
            votes.named.add(place.country)
        if there:
            votes.places.setdefault(place.country, set()).add(text.lower())
    return {(place.span.start, place.span.end) for place in document.places}


def _is_venue(document: Document, start: int) -> bool:
    """Whether the sentence speaks of talks: where they are held is not what they are about."""
    syntax = document.syntax
    token = bisect_right(syntax.starts, start) - 1
    if token < 0:
        return False
    first, end = syntax.sentences[syntax.sentence[token]]
    return any(word in home_words().talks for word in syntax.lowers[first:end])


def _names_country(text: str, code: str) -> bool:
    country = country_by_name(text) or country_by_capital(text) or country_by_demonym(text)
    return country is not None and country.code == code


def _count_actors(document: Document, votes: _Votes, places: set[tuple[int, int]]) -> None:
    """State bodies and officials with a country, and other words for a country and its people."""
    inside: int = -1  # the end of the last phrase that was counted: what stands within it is no vote of its own
    for entity, actor in zip(document.entities, document.actors, strict=True):
        if actor is None or entity.kind == "pronoun" or entity.span.start < inside:
            continue
        if actor.derived in ("coreference", "place:named-with") or country_by_code(actor.code) is None:
            continue
        if (entity.span.start, entity.span.end) in places:
            continue
        _count_actor(document, votes, entity, actor)
        if entity.type == "NORP" and _within_place(document, entity):  # "the Chadian capital"
            votes.add(actor.code, entity.span.start, _NAMED, there=True)
        if actor.sectors:
            inside = entity.span.end


def _within_place(document: Document, entity: Entity) -> bool:
    around = (other for other in document.entities if other.type in ("LOC", "FAC") and other.kind == "nominal")
    return any(other.span.covers(entity.span) for other in around)


def _count_actor(document: Document, votes: _Votes, entity: Entity, actor: Actor) -> None:
    """Police, courts, parliaments and armies work at home; governments, officials and troops are met abroad as well."""
    primary = set(actor.sectors[:1])
    lemma = actor.name.rpartition(" (")[0]
    if primary & _WORLD or (primary == {"MIL"} and lemma not in home_words().one_each):
        return
    own = bool(primary & _AT_HOME) and lemma not in home_words().foreign
    votes.add(actor.code, entity.span.start, _SET_THERE if own else _NAMED, there=own)
    if actor.derived.startswith(("gazetteer:country", "gazetteer:demonym", "gazetteer:capital", "composition:")):
        votes.named.add(actor.code)
