"""The stage that says which actor each mention stands for."""

from __future__ import annotations

from dataclasses import replace

from dateline.document import Document
from dateline.gazetteer.countries import Country, country_by_code
from dateline.records import Actor, Entity, Toponym
from dateline.resolve.actors.compose import Composer
from dateline.resolve.actors.items import Item, Reader
from dateline.resolve.actors.phrase import Phrase, head, split
from dateline.resolve.actors.places import PlaceCountries
from dateline.spans import Span
from dateline.stage import Stage

_NO_ACTORS = frozenset({"DATE", "TIME", "COUNT", "WEAPON", "EVENT"})
_PLACE_RELATIONS = frozenset({"pobj", "pcomp", "npadvmod", "advmod"})
_PLACE_WORDS = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "into",
        "across",
        "around",
        "outside",
        "inside",
        "through",
        "over",
        "throughout",
        "within",
        "toward",
        "towards",
        "on",
        "off",
        "beyond",
        "between",
        "along",
        "around",
        "of",
    ]
)
_DONE_TO = frozenset({"dobj", "nsubjpass", "ROOT"})
_SUBJECTS = frozenset({"nsubj", "agent"})
_COMPLEMENTS = frozenset({"of", "in", "from"})
_LONGEST_COMPLEMENT = 8  # tokens


class ActorsStage(Stage):
    """Names from the gazetteer, descriptions by composition; what is not known stays None."""

    name = "actors.v1"
    reads = ("syntax", "entities", "toponyms")
    makes = ("actors",)

    def annotate(self, document: Document) -> None:
        """Set `actors`, parallel to `entities`."""
        document.actors = tuple(_Resolver(document).actors())


class _Resolver:
    """Resolves the mentions of one report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.syntax = document.syntax
        self.reader = Reader(document.syntax)
        self.toponyms = {toponym.span: toponym for toponym in document.toponyms}
        self.phrases = [self._phrase(entity) for entity in document.entities]
        named = self._named_countries()
        self.places = PlaceCountries(document.syntax, named)
        self.composer = Composer(document.report.date, named, self.places.of)

    def actors(self) -> list[Actor | None]:
        """One actor or None for each entity, in order."""
        pairs = zip(self.document.entities, self.phrases, strict=True)
        return [self._actor(entity, phrase) if phrase else None for entity, phrase in pairs]

    def _phrase(self, entity: Entity) -> Phrase | None:
        if entity.type in _NO_ACTORS or entity.kind in ("pronoun", "value"):
            return None
        tokens = self.syntax.tokens(entity.span)
        if not tokens:
            return None
        items = self.reader.items(tokens.start, tokens.stop)
        return split(items + self._complement(tokens))

    def _complement(self, tokens: range) -> list[Item]:
        """What follows a phrase with "in", "of" or "from" and belongs to it: "trade unions | in X"."""
        syntax, after = self.syntax, tokens.stop
        if after >= len(syntax) or syntax.lowers[after] not in _COMPLEMENTS or syntax.heads[after] not in tokens:
            return []
        return self.reader.items(after, min(syntax.right[after] + 1, after + _LONGEST_COMPLEMENT))

    def _named_countries(self) -> frozenset[str]:
        """Codes of the countries that the report names for sure."""
        items = (item for phrase in self.phrases if phrase for item in phrase.core)
        return frozenset(item.country.code for item in items if item.country and not item.unsure)

    def _actor(self, entity: Entity, phrase: Phrase) -> Actor | None:
        only = phrase.core[0] if len(phrase.core) == 1 else None
        if only and only.kind == "country":
            return self._bare(entity, only)
        if only and only.kind == "people" and not phrase.tails:
            return self._bare(entity, only)
        actor = self.composer.actor(phrase, entity.type)
        if actor and actor.code and not actor.sectors and self._are_people(entity, phrase):
            return replace(actor, id=f"{actor.id}.cvl", sectors=("CVL",), derived="gazetteer:demonym")
        return actor or self._town(entity, phrase)

    def _are_people(self, entity: Entity, phrase: Phrase) -> bool:
        """Whether a phrase counts or describes people by their country: "168 Liberians", "young Algerians"."""
        token, at = self._head(entity), head(phrase.core)
        plural = token is not None and self.syntax.tags[token] in ("NNS", "NNPS")
        return plural and at is not None and at == len(phrase.core) - 1 and phrase.core[at].kind == "people"

    def _bare(self, entity: Entity, item: Item) -> Actor | None:
        """A country, a capital or a people with nothing beside it."""
        country = self.composer.country_of(item)
        if country is None:
            return None
        if country.as_modifier and item.kind == "country" and self._modifies(entity):
            country = country_by_code(country.as_modifier) or country
        if item.kind == "people":
            return self._people(entity, country)
        literal = self._literal(entity)
        if item.capital:
            return self._capital(entity, country, literal=literal)
        sectors = ("GOV",) if not literal and self._acts(entity) else ()
        return _country_actor(country, sectors, "gazetteer:country")

    def _capital(self, entity: Entity, country: Country, *, literal: bool) -> Actor:
        """The government that sits there; its people where things are done to the town itself."""
        if not literal or self._alone(entity):
            return _country_actor(country, ("GOV",), "gazetteer:capital")
        return self._place(entity, country)

    def _town(self, entity: Entity, phrase: Phrase) -> Actor | None:
        """The country of a town; a name that is all of the text may be one whatever its type looks like."""
        town = entity.type == "GPE" or len(self.syntax.tokens(entity.span)) == len(self.syntax)
        country = self.places.of(phrase.core) if town else None
        return self._place(entity, country) if country else None

    def _place(self, entity: Entity, country: Country) -> Actor:
        """A town that something is done to stands for its people; else only its country is known."""
        token = self._head(entity)
        done_to = token is not None and self.syntax.deps[token] in _DONE_TO
        return _country_actor(country, ("CVL",) if done_to else (), "place:people" if done_to else "place:country")

    def _literal(self, entity: Entity) -> bool:
        toponym = self._toponym(entity.span)
        if toponym:
            return toponym.literal
        token = self._head(entity)
        done_to = token is not None and self.syntax.deps[token] in ("dobj", "nsubjpass")
        return done_to or self._stands_in_place(entity)

    def _modifies(self, entity: Entity) -> bool:
        """Whether a name stands bare before the noun that it modifies."""
        token = self._head(entity)
        return (
            token is not None and self.syntax.deps[token] in ("compound", "nmod") and self.syntax.heads[token] > token
        )

    def _alone(self, entity: Entity) -> bool:
        """A name that is a sentence of its own, as in a list or a query."""
        token = self._head(entity)
        return token is not None and self.syntax.deps[token] == "ROOT"

    def _people(self, entity: Entity, country: Country) -> Actor:
        """An adjective has no sector; the plural noun is the people, unless they act as one."""
        token = self._head(entity)
        noun = token is not None and self.syntax.tags[token] in ("NNS", "NNPS")
        sectors = ("CVL",) if noun else ()
        return _country_actor(country, sectors, "gazetteer:demonym")

    def _head(self, entity: Entity) -> int | None:
        return entity.head if entity.head is not None else self.syntax.head_of(entity.span)

    def _toponym(self, span: Span) -> Toponym | None:
        found = self.toponyms.get(span)
        return found or next((t for s, t in self.toponyms.items() if span.covers(s)), None)

    def _stands_in_place(self, entity: Entity) -> bool:
        """Without a word from the toponyms: whether a preposition of place leads to it."""
        syntax, token = self.syntax, self._head(entity)
        if token is None or syntax.deps[token] not in _PLACE_RELATIONS:
            return False
        return syntax.deps[token] != "pobj" or syntax.lowers[syntax.heads[token]] in _PLACE_WORDS

    def _acts(self, entity: Entity) -> bool:
        token = self._head(entity)
        return token is not None and self.syntax.deps[token] in _SUBJECTS


def _country_actor(country: Country, sectors: tuple[str, ...], derived: str) -> Actor:
    parts = [country.actor_code.lower(), *(sector.lower() for sector in sectors)]
    return Actor(".".join(parts), country.name, country.actor_code, sectors, derived)
