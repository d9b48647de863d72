"""The stage that finds which mentions are one entity, and gives the actor of a name to what points back to it.

A deterministic sieve, sure rules first, after Raghunathan et al. (2010), "A Multi-Pass Sieve for Coreference
Resolution": names, grammar, then descriptions and pronouns by salience.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.document import Document
from dateline.gazetteer.countries import country_by_name
from dateline.gazetteer.normalise import normalise
from dateline.records import Actor
from dateline.resolve.coreference.anaphora import join_anaphora
from dateline.resolve.coreference.clusters import Clusters, is_particular
from dateline.resolve.coreference.links import join_links
from dateline.resolve.coreference.mentions import Mention, mentions
from dateline.resolve.coreference.names import join_names
from dateline.stage import Stage


class CoreferenceStage(Stage):
    """A cluster number for every mention, and the actor of its cluster for a pronoun or bare description.

    Numbers count up in the order of the text; a mention alone has a number of its own; times, numbers, instruments
    and pronouns without an antecedent have None.
    """

    name = "coreference.v1"
    reads = ("syntax", "entities", "actors", "quotations")
    makes = ("clusters", "actors")

    def annotate(self, document: Document) -> None:
        """Set `clusters`, and `actors` where a mention got one from its cluster."""
        items = mentions(document)
        clusters = Clusters(items)
        join_names(document.syntax, items, clusters)
        join_links(document.syntax, items, clusters)
        join_anaphora(document.syntax, items, clusters, document.quotations)
        document.clusters = _numbers(len(document.entities), items, clusters)
        document.actors = _actors(document, items, clusters)


def _numbers(size: int, items: Sequence[Mention], clusters: Clusters) -> tuple[int | None, ...]:
    numbers: list[int | None] = [None] * size
    known: dict[int, int] = {}
    for number, mention in enumerate(items):
        if mention.kind == "pronoun" and clusters.alone(number):
            continue
        root = clusters.root(number)
        numbers[mention.index] = known.setdefault(root, len(known))
    return tuple(numbers)


def _actors(document: Document, items: Sequence[Mention], clusters: Clusters) -> tuple[Actor | None, ...]:
    """The actors, with that of the cluster's best mention for those that have none or one without a country."""
    actors: list[Actor | None] = list(document.actors or (None,) * len(document.entities))
    for number, mention in enumerate(items):
        own, members = actors[mention.index], clusters.members(number)
        if mention.kind == "name" and not _is_epithet(mention):
            told = _told(members) if own is None else None
            if told is not None:
                actors[mention.index] = replace(told, derived="coreference")
            continue
        if own is not None and own.code:
            continue
        best = _best(members) or (_told(members) or _first(members) if mention.kind == "pronoun" else None)
        if best is not None and (own is None or best.code):
            actors[mention.index] = replace(best, derived="coreference")
    return tuple(actors)


def _told(members: Sequence[Mention]) -> Actor | None:
    """What a description beside the name says of one whom no list has: "X, a teacher," or "X is the mayor of Y"."""
    sentences = {mention.sentence for mention in members if mention.kind == "name"}
    said = (m for m in sorted(members, key=lambda item: item.index) if m.kind == "nominal" and m.sentence in sentences)
    return next((m.actor for m in said if m.actor and m.actor.sectors), None)


def _first(members: Sequence[Mention]) -> Actor | None:
    """The actor of the first description, where no name is in the cluster."""
    if any(mention.kind == "name" for mention in members):
        return None
    said = (m.actor for m in sorted(members, key=lambda item: item.index) if m.kind == "nominal")
    return next((actor for actor in said if actor is not None and actor.sectors), None)


def _is_epithet(mention: Mention) -> bool:
    """Whether a name calls a country by what sort of state it is: "the Islamic Republic" is not its short name."""
    country = country_by_name(mention.bare) if mention.noun == "country" else None
    return country is not None and normalise(country.name) != mention.bare


def _best(members: Sequence[Mention]) -> Actor | None:
    """The actor of the first name that the gazetteer or a country tells, else of such a description."""
    for kind in ("name", "nominal"):
        for mention in sorted(members, key=lambda item: item.index):
            if mention.kind == kind and mention.actor and (mention.actor.code or is_particular(mention.actor)):
                return mention.actor
    return None
