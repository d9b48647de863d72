"""The stage that collects a report's mentions: names, descriptions, pronouns, and the values of other layers."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterator, Sequence

from dateline.document import Document
from dateline.mentions.entities.names import Name, Namer, without_participle
from dateline.mentions.entities.nominals import nominals, pronouns
from dateline.ontology.instruments import instrument_kinds
from dateline.ontology.nouns import noun_class
from dateline.records import Entity
from dateline.spans import Span
from dateline.stage import Stage
from dateline.syntax import Syntax

_TIME_TYPES = {"DATE": "DATE", "DURATION": "DATE", "SET": "DATE", "TIME": "TIME"}


class EntitiesStage(Stage):
    """Mentions with types, by start and then the longest first, no two with the same span.

    A person's name takes its title and a description its modifiers; names inside ("US" in "US forces") stand
    for themselves as well. PERSON is one person, ORG a body or several people ("the villagers"). "It" is OTHER.
    """

    name = "entities.v1"
    reads = ("syntax", "times", "counts", "instruments")
    makes = ("entities",)

    def annotate(self, document: Document) -> None:
        """Set `entities`."""
        inside = _cover([item.span for item in document.times])
        found: dict[Span, Entity] = {}
        for entity in _candidates(document):
            if entity.kind == "value" or not inside(entity.span):
                found.setdefault(entity.span, entity)
        document.entities = tuple(sorted(found.values(), key=lambda entity: (entity.span.start, -entity.span.end)))


def _named(syntax: Syntax, name: Name) -> Entity:
    """The mention of a name; one that a common noun carries ("the Syrian army") is a description."""
    span = syntax.span(name.first, name.last)
    if name.inner:
        words = syntax.text[span.start : span.end]
        return Entity(Span(span.start, span.start + len(without_participle(words))), name.type, "name", name.head)
    found = noun_class(syntax.lowers[name.head])
    office = found is not None and found.kind == "person" and not syntax.labels[name.head]  # "the Prime Minister"
    common = office or (syntax.pos[name.head] == "NOUN" and syntax.words[name.head].islower())
    return Entity(span, name.type, "nominal" if common else "name", name.head)


def _in_name(syntax: Syntax, nominal: Entity, names: set[int]) -> bool:
    """Whether a description is only a word of a name ("Resistance" in “Resistance of the North”)."""
    return nominal.head in names and not syntax.words[nominal.head].islower()


def _cover(times: Sequence[Span]) -> Callable[[Span], bool]:
    """Whether a span lies inside one of these, asked in logarithmic time."""
    ordered = sorted(times)
    starts = [time.start for time in ordered]
    reach = list(itertools.accumulate((time.end for time in ordered), max))

    def inside(span: Span) -> bool:
        before = bisect.bisect_right(starts, span.start)
        return before > 0 and reach[before - 1] >= span.end

    return inside


def _candidates(document: Document) -> Iterator[Entity]:
    """All mentions, the ones first that win a span which two claim."""
    syntax = document.syntax
    for time in document.times:
        yield Entity(time.span, _TIME_TYPES.get(time.type, "DATE"), "value")
    for item in document.instruments:
        kind = instrument_kinds().get(item.kind)
        if kind is not None and kind.entity:
            yield Entity(item.span, kind.entity, "value")
    namer = Namer(syntax)
    for name in namer.names():
        yield _named(syntax, name)
    yield from (item for item in nominals(syntax) if not _in_name(syntax, item, namer.taken))
    yield from pronouns(syntax)
    for count in document.counts:
        yield Entity(count.span, "COUNT", "value")
    for first, last, label in namer.chunks:
        if namer.cues.labels.get(label) == "COUNT":
            yield Entity(syntax.span(first, last), "COUNT", "value")
