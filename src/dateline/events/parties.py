"""Who can be a party: the mention, or the bare noun phrase, that a token heads."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.document import Document
from dateline.events.grammar import Grammar
from dateline.ontology.nouns import noun_class
from dateline.records import Party
from dateline.spans import Span
from dateline.syntax import Syntax

SOMEBODY = frozenset({"person", "body", "country"})  # kinds of dateline.ontology.nouns
PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_THINGS = frozenset({"FAC", "LOC", "VEHICLE", "OTHER"})
_BASE = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "case", "advmod", "npadvmod"}
)


@lru_cache(maxsize=1)
def lists() -> dict[str, Any]:
    """The word lists of parties.yaml; suffixes stay a tuple for str.endswith."""
    raw = resources.files("dateline.events").joinpath("parties.yaml").read_text(encoding="utf-8")
    data: dict[str, list[str]] = yaml.load(raw, Loader=yaml.CSafeLoader)
    return {name: tuple(items) if name == "suffixes" else frozenset(items) for name, items in data.items()}


@dataclass(slots=True)
class Cast:
    """The possible parties of one document: finds the mention, or the bare noun phrase, that a token heads."""

    document: Document
    grammar: Grammar
    triggers: frozenset[int]
    _at_head: dict[int, int] = field(default_factory=dict)
    _over: dict[int, int] = field(default_factory=dict)
    _times: frozenset[int] = frozenset()
    _other: frozenset[int] = frozenset()
    _somebodies: frozenset[int | None] = frozenset()

    def __post_init__(self) -> None:
        syntax = self.document.syntax
        entities = self.document.entities
        for index in sorted(range(len(entities)), key=lambda i: -entities[i].span.width):
            entity = entities[index]
            if entity.kind == "value" and entity.type not in _THINGS:
                continue
            head = syntax.head_of(entity.span) if entity.head is None else entity.head
            if head is None:
                continue
            self._at_head.setdefault(head, index)
            for token in syntax.tokens(entity.span):
                self._over[token] = index
        clusters = self.document.clusters
        self._somebodies = frozenset(
            clusters[i] for i in range(len(clusters)) if clusters[i] is not None and entities[i].type in PEOPLE
        )
        self._times = frozenset(t for time in self.document.times for t in syntax.tokens(time.span))
        means = (t for instrument in self.document.instruments for t in syntax.tokens(instrument.span))
        self._other = self._times.union(means)

    def entity(self, token: int) -> int | None:
        """The mention that a token heads, else the smallest one that it stands in."""
        found = self._at_head.get(token)
        return self._over.get(token) if found is None else found

    def party(self, token: int, *, things: bool) -> Party | None:
        """The party that a noun heads, None where it is none. `things`: places, bases and vehicles count too."""
        token = self._not_time(token)
        index = self.entity(token)
        if self._of_state(token):
            return None
        if index is not None and self.document.entities[index].type in (PEOPLE | _THINGS if things else PEOPLE):
            return self.of_entity(index)
        if index is not None and self._is_somebody(index):
            return self.of_entity(index)
        if index is not None and self.document.entities[index].type in ("DATE", "TIME", "COUNT", "EVENT", "WEAPON"):
            return None
        return self._bare(token, things=things)

    def _not_time(self, token: int) -> int:
        """As in "pardoned Prince Rano Thursday": the parser makes the day the head of the name before it."""
        syntax = self.document.syntax
        before = token - 1
        if token not in self._times or before < 0 or syntax.heads[before] != token or before in self._times:
            return token
        return before if syntax.pos[before] in ("NOUN", "PROPN") and before in self._over else token

    def _is_somebody(self, index: int) -> bool:
        """Whether a thing or an "it" stands for an actor: by its own actor, or by another mention of its cluster."""
        actors, clusters = self.document.actors, self.document.clusters
        if self.document.entities[index].type not in _THINGS:
            return False
        if actors and actors[index] is not None:
            return True
        return bool(clusters) and clusters[index] in self._somebodies

    def of_entity(self, index: int) -> Party:
        """The party that a mention is; words of time before it are none of it ("last month rebels")."""
        document = self.document
        span, syntax, actors = document.entities[index].span, document.syntax, document.actors
        tokens = syntax.tokens(span)
        first = next((t for t in tokens if t not in self._times), tokens.start)
        if first > tokens.start:
            span = Span(syntax.starts[first], span.end)
        return Party(span, index, actors[index] if actors else None)

    def spelled_out(self, party: Party) -> Party:
        """The noun of the same sentence that a pronoun stands for, so that a row can be read by itself."""
        entities, clusters, syntax = self.document.entities, self.document.clusters, self.document.syntax
        index = party.entity
        if index is None or entities[index].kind != "pronoun" or not clusters or clusters[index] is None:
            return party
        sentence = syntax.sentence[syntax.tokens(entities[index].span).start]
        found = [
            i
            for i, entity in enumerate(entities)
            if clusters[i] == clusters[index]
            and entity.kind in ("name", "nominal")
            and syntax.sentence[syntax.tokens(entity.span).start] == sentence
        ]
        if not found:
            return party
        named = [i for i in found if entities[i].kind == "name"] or found
        return self.of_entity(max(named, key=lambda i: (entities[i].span < entities[index].span, entities[i].span)))

    def named(self, token: int) -> int:
        """The name that stands beside a noun for the same one ("his rival, Ana Paz", "the bloc ECOWAS")."""
        syntax, entities = self.document.syntax, self.document.entities
        own = self._at_head.get(token)
        if syntax.tags[token] in ("NNS", "NNPS") or (own is not None and entities[own].kind == "name"):
            return token
        for child in syntax.children[token]:
            index = self._at_head.get(child) if syntax.deps[child] == "appos" and child > token else None
            if index is None or entities[index].kind != "name" or entities[index].type not in ("PERSON", "ORG"):
                continue
            if own is None or (entities[index].type == "ORG" and not entities[own].span.overlaps(entities[index].span)):
                return child
        return token

    def _of_state(self, token: int) -> bool:
        """Whether "state" is a condition ("a state of siege")."""
        syntax = self.document.syntax
        return syntax.lemmas[token] == "state" and any(syntax.lowers[c] == "of" for c in syntax.children[token])

    def _bare(self, token: int, *, things: bool) -> Party | None:
        """A party that no mention covers: a base noun phrase whose head may be someone."""
        syntax, named = self.document.syntax, lists()
        lemma = syntax.lemmas[token]
        if token in self.triggers or token in self._other or lemma in named["partitives"] or self._of_state(token):
            return None
        if things and syntax.pos[token] == "NUM" and syntax.deps[token] in ("dobj", "nsubjpass", "pobj"):
            return Party(base_phrase(syntax, token))  # "wounded another 15"
        if syntax.pos[token] not in ("NOUN", "PROPN") or syntax.words[min(token + 1, len(syntax) - 1)] == "-":
            return None
        known = noun_class(syntax.lowers[token])
        if lemma in named["people"]:
            return Party(base_phrase(syntax, token))
        if known is None or (known.kind not in SOMEBODY and not things):
            unfit = not things or lemma in named["never"] or lemma.endswith(named["suffixes"])
            if syntax.pos[token] == "NOUN" and unfit:
                return None
        return Party(base_phrase(syntax, token))


def base_phrase(syntax: Syntax, token: int) -> Span:
    """A noun with what stands before it and belongs to it, without the article: "three armed men"."""
    first = token
    for child in syntax.children[token]:
        if child < first and syntax.deps[child] in _BASE:
            first = min(first, syntax.left[child])
    while first < token and syntax.deps[first] in ("det", "predet", "punct", "case"):
        first += 1
    return syntax.span(first, token)


def distinct(parties: list[Party]) -> list[Party]:
    """Of parties that overlap, the widest; the others in their order."""
    widest = sorted(range(len(parties)), key=lambda i: (-parties[i].span.width, i))
    kept: list[int] = []
    for index in widest:
        if not any(parties[other].span.overlaps(parties[index].span) for other in kept):
            kept.append(index)
    return [parties[index] for index in sorted(kept)]
