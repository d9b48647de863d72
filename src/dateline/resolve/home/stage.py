"""The stage that gives domestic institutions named without a country ("police", "the interior ministry") theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from dateline.document import Document
from dateline.gazetteer.countries import country_by_code
from dateline.gazetteer.peoples import countries_of_people
from dateline.gazetteer.roles import Role, role_of
from dateline.records import Actor, Entity
from dateline.resolve.home.country import Home, home_of
from dateline.resolve.home.words import home_words
from dateline.spans import Span
from dateline.stage import Stage

RULE = "document:home-country"
NAMED_WITH = "place:named-with"
PEOPLE = "people:home-country"
_COMPOSED = "composition:role"
_BESIDE = frozenset({"in", "of", "from", "at", "near", "across", "around", "outside", "throughout"})
_SHARED = frozenset({"GOV", "SPY"})  # sectors in which other countries act in every report
_TROOPS = frozenset({"MIL"})
# Whom a place beside them may give its country, and only a place.
_LOCALS = frozenset({"CVL", "REF", "EDU", "AGR", "MED", "LAB", "JRN", "REL", "OPP"})


class HomeStage(Stage):
    """Where a report is set in one country beyond doubt, its police, courts and ministries are that country's.

    Nothing is given where countries compete, where the sentence speaks of another one, or where another country's
    actor of that sort is in the report.
    """

    name: ClassVar[str] = "home.v1"
    reads: ClassVar[tuple[str, ...]] = ("syntax", "entities", "actors", "clusters", "toponyms", "places")
    makes: ClassVar[tuple[str, ...]] = ("actors",)

    def annotate(self, document: Document) -> None:
        """Set `actors` anew, with a country where one was found."""
        if not document.actors:
            return
        placed = _Placer(document).actors()
        document.actors = tuple(placed)
        home = home_of(document)
        if home is not None:
            document.actors = tuple(_Giver(document, home).actors())


class _Placer:
    """Gives people and bodies the country of the place they are named with: "residents of X"."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.countries = {p.span.start: p.country for p in document.places if p.literal and p.country}

    def actors(self) -> list[Actor | None]:
        """All actors of the report."""
        pairs = zip(self.document.entities, self.document.actors, strict=True)
        return [self._placed(entity, actor) if actor and not actor.code else actor for entity, actor in pairs]

    def _placed(self, entity: Entity, actor: Actor) -> Actor:
        local = bool(set(actor.sectors[:1]) & (_LOCALS | home_words().sectors))
        if actor.derived != _COMPOSED or entity.head is None or not local or _role(actor) is None:
            return actor
        if set(entity_words(self.document, entity.span)) & home_words().other:
            return actor
        code = self._beside(entity.head, of_any=not _is_foreign(actor))
        return _with_code(actor, code, NAMED_WITH) if code else actor

    def _beside(self, head: int, *, of_any: bool) -> str:
        """The country of the place that a preposition ties to a noun; "of" and "from" alone for those who travel."""
        syntax = self.document.syntax
        for prep in syntax.children[head]:
            word = syntax.lowers[prep]
            if syntax.deps[prep] != "prep" or word not in _BESIDE or not (of_any or word in ("of", "from")):
                continue
            for token in range(prep + 1, syntax.right[prep] + 1):
                country = self.countries.get(syntax.starts[token])
                if country and syntax.pos[token] == "PROPN":
                    return _actor_code(country)
        return ""


class _Giver:
    """Gives the home country to the institutions of one report that have none."""

    def __init__(self, document: Document, home: Home) -> None:
        self.document = document
        self.home = home
        self.code = _actor_code(home.country)
        self.stated = self._stated()
        self.same_sector = self._sector_codes()

    def actors(self) -> list[Actor | None]:
        """All actors of the report; a pronoun follows its cluster."""
        found: list[Actor | None] = []
        given: dict[int, Actor] = {}
        document = self.document
        for index, (entity, actor) in enumerate(zip(document.entities, document.actors, strict=True)):
            if actor is not None and not actor.code and self._is_people(index, entity, actor):
                found.append(_with_code(actor, self.code, PEOPLE))
                continue
            if actor is None or not self._eligible(index, entity, actor):
                found.append(actor)
                continue
            found.append(_with_code(actor, self.code, RULE))
            cluster = document.clusters[index] if document.clusters else None
            if cluster is not None:
                given.setdefault(cluster, _with_code(actor, self.code, RULE))
        return [self._followed(index, actor, given) for index, actor in enumerate(found)]

    def _followed(self, index: int, actor: Actor | None, given: dict[int, Actor]) -> Actor | None:
        cluster = self.document.clusters[index] if self.document.clusters else None
        if cluster not in given or (actor is not None and (actor.code or actor.derived != "coreference")):
            return actor
        if actor is None and self.document.entities[index].kind != "pronoun":
            return None
        return replace(given[cluster], derived="coreference")

    def _stated(self) -> dict[int, set[str]]:
        """Country codes that members of each cluster have of their own, and the primary sectors that they have."""
        found: dict[int, set[str]] = {}
        for cluster, actor in zip(self.document.clusters, self.document.actors, strict=False):
            if cluster is not None and actor is not None and actor.code:
                found.setdefault(cluster, set()).add(actor.code)
        return found

    def _sector_codes(self) -> dict[str, set[str]]:
        """Codes of the actors of each state sector, other than the home country's."""
        found: dict[str, set[str]] = {}
        for actor in self.document.actors:
            if actor is not None and actor.code not in ("", self.code) and not actor.derived.startswith("place:"):
                for sector in actor.sectors[:1]:
                    found.setdefault(sector, set()).add(actor.code)
        return found

    def _eligible(self, index: int, entity: Entity, actor: Actor) -> bool:
        if actor.code or actor.derived != _COMPOSED or not set(actor.sectors[:1]) & home_words().sectors:
            return False
        role = _role(actor)
        if role is None or _is_foreign(actor) or entity.type == "VEHICLE" or self._contradicted(index):
            return False
        if role.title and "MIL" in actor.sectors[:1]:  # ranks: rebels have colonels too
            return self._has_institution(index)
        words = entity_words(self.document, entity.span)
        if set(words) & home_words().other or self._heads_another(entity, role) or self._is_its_own(entity, actor):
            return False
        return not self._competed(actor, role) and not self._elsewhere(entity, actor)

    def _is_people(self, index: int, entity: Entity, actor: Actor) -> bool:
        """Whether a phrase names members of a people that lives in the home country: "Tamil civilians"."""
        if not actor.derived.startswith("composition:") or self._contradicted(index):
            return False
        words = entity_words(self.document, entity.span)
        return any(self.home.country in countries_of_people(word) for word in words)

    def _contradicted(self, index: int) -> bool:
        """Whether another mention of the same one states a country."""
        cluster = self.document.clusters[index] if self.document.clusters else None
        return bool(self.stated.get(cluster, set()) - {self.code}) if cluster is not None else False

    def _has_institution(self, index: int) -> bool:
        """Whether an officer is called a spokesman or member of a state body elsewhere in the cluster."""
        cluster = self.document.clusters[index] if self.document.clusters else None
        if cluster is None:
            return False
        rows = zip(self.document.clusters, self.document.actors, strict=True)
        mine = [actor for number, actor in rows if number == cluster and actor is not None]
        return any("MIL" in actor.sectors and not (_role(actor) or _RANK).title for actor in mine)

    def _is_its_own(self, entity: Entity, actor: Actor) -> bool:
        """Whether other names in the phrase make it a body of its own: "the Free Desert Army", "X's army"."""
        if entity.type == "PERSON" or not {"MIL", "GOV"} & set(actor.sectors[:1]):
            return False
        syntax, known = self.document.syntax, set(actor.name.split()) | home_words().plain
        tokens = self.document.syntax.tokens(entity.span)
        return any(
            syntax.words[token][0].isupper() and token != entity.head and syntax.lowers[token] not in known
            for token in tokens[1:] or tokens
        )

    def _heads_another(self, entity: Entity, role: Role) -> bool:
        """Whether "of" and a noun behind it say that the office is that body's ("the president of the club"), or the
        plural that no one body is meant ("governments").
        """
        if entity.head is None:
            return False
        syntax = self.document.syntax
        many = syntax.tags[entity.head] in ("NNS", "NNPS") and syntax.lowers[entity.head] not in role.lemma.split()
        if many and (role.kind == "office" or (role.type == "ORG" and role.lemma in home_words().one_each)):
            return True
        if role.lemma not in home_words().of_anything:
            return False
        children = [t for t in syntax.children[entity.head] if syntax.lowers[t] in ("of", "at")]
        nouns = (syntax.lowers[noun] for prep in children for noun in syntax.children[prep])
        return any(noun not in home_words().lands for noun in nouns)

    def _competed(self, actor: Actor, role: Role) -> bool:
        """Whether actors of that sort of other countries, or foreign troops, are in the report."""
        sector = actor.sectors[0]
        if "MIL" in actor.sectors and self.code in home_words().no_army:
            return True
        others = set().union(*(self.same_sector.get(one, set()) for one in actor.sectors[:2] if one not in _SHARED))
        if sector in _SHARED:
            return not self.home.clear
        if role.type == "ORG" and sector in _TROOPS:
            others = {code for code in others if country_by_code(code)}
        return bool(others) or (sector in _TROOPS and not self.home.clear)

    def _elsewhere(self, entity: Entity, actor: Actor) -> bool:
        """Whether the sentence speaks of another country and not of this one."""
        if entity.head is None:
            return True
        countries = self.home.sentences.get(self.document.syntax.sentence[entity.head], frozenset())
        return bool(countries) and self.home.country not in countries and actor.sectors[0] != "COP"


_RANK = Role("", (), "PERSON", title=True)


def _role(actor: Actor) -> Role | None:
    """The role that an actor was composed from."""
    return role_of(actor.name)


def _is_foreign(actor: Actor) -> bool:
    return actor.name in home_words().foreign


def _actor_code(code: str) -> str:
    country = country_by_code(code)
    return country.actor_code if country else ""


def _with_code(actor: Actor, code: str, rule: str) -> Actor:
    if not code:
        return actor
    parts = [code.lower(), actor.sectors[0].lower() if actor.sectors else ""]
    return replace(actor, id=".".join(filter(None, parts)), name=f"{actor.name} ({code})", code=code, derived=rule)


def entity_words(document: Document, span: Span) -> list[str]:
    """The lower-case words of a phrase."""
    return [document.syntax.lowers[token] for token in document.syntax.tokens(span)]
