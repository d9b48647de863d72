"""How two tellings of acts compare: what they share, and what keeps them apart.

Three strengths of sharing a party:
    identity  the same cluster of mentions, the same particular actor, or the same name;
    alike     an actor of the same country and kind, or the same noun ("rebels", "three soldiers");
    nothing   and then two parties of one class (people, things) speak against one act.
A composed actor ("gunmen": UAF, "soldiers": MIL) is a kind, not somebody, and never an identity.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.ontology.nouns import noun_class
from dateline.records import Party, Place
from dateline.spans import Span

_COARSE = frozenset({"adm1", "area", "country", "continent"})
_MEANS = frozenset(
    {"aerial", "drone", "explosives", "firearms", "heavy-weapons", "primitive", "unconventional", "sexual", "abduct"}
)
_ANYBODY = frozenset(
    {"people", "person", "man", "woman", "other", "victim", "civilian", "resident", "villager", "child"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(slots=True)
class Likeness:
    """Compares drafts of one document."""

    document: Document
    _heads: dict[Span, int | None] = field(default_factory=dict)

    # ------------------------------------------------------------------ parties
    def head(self, party: Party) -> int | None:
        """The head token of a party."""
        if party.span not in self._heads:
            self._heads[party.span] = self.document.syntax.head_of(party.span)
        return self._heads[party.span]

    def identity(self, party: Party) -> frozenset[str]:
        """Keys of which two mentions of the same party share one."""
        document, syntax = self.document, self.document.syntax
        clusters, keys = document.clusters, []
        if party.entity is not None and clusters and clusters[party.entity] is not None:
            keys.append(f"cluster {clusters[party.entity]}")
        if party.actor is not None and self._particular(party):
            keys.append(f"actor {party.actor.id}")
        words = [t for t in syntax.tokens(party.span) if syntax.lowers[t] not in _DEFINITE]
        named = bool(words) and syntax.pos[words[-1]] == "PROPN"
        definite = len(words) < len(syntax.tokens(party.span))
        if named or definite:
            keys.append("words " + " ".join(syntax.lowers[t] for t in words))
        return frozenset(keys)

    def _particular(self, party: Party) -> bool:
        """Whether an actor is somebody, not a kind made of country and sector."""
        actor = party.actor
        if actor is None or not actor.id:
            return False
        kinds = {sector.lower() for sector in actor.sectors} | {actor.code.lower()}
        return not set(actor.id.split(".")) <= kinds

    def shares(self, some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
        """Whether one party stands in both."""
        return any(self.identity(a) & self.identity(b) for a in some for b in others)

    def alike(self, one: Party, two: Party) -> bool:
        """Whether two mentions may be one party: an identity, one country and kind, or one noun."""
        if self.identity(one) & self.identity(two):
            return True
        a, b = one.actor, two.actor
        if a is not None and b is not None:
            if a.code and b.code and a.code != b.code:
                return False
            if a.id == b.id and a.code:
                return True
        return self.same_noun(one, two)

    def same_noun(self, one: Party, two: Party) -> bool:
        """Whether two mentions share an identity or their head noun."""
        lemmas = self.document.syntax.lemmas
        x, y = self.head(one), self.head(two)
        same = x is not None and y is not None and lemmas[x] == lemmas[y]
        return same or bool(self.identity(one) & self.identity(two))

    def any_alike(self, some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
        """Whether two parties may be one."""
        return any(self.alike(a, b) for a in some for b in others)

    def same_words(self, some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
        """Whether a party is told in the very same words."""
        text = self.document.text
        words = [{text[p.span.start : p.span.end].lower() for p in side} for side in (some, others)]
        return bool(words[0] & words[1])

    def is_thing(self, party: Party) -> bool:
        """A place, base or vehicle, not people."""
        if party.entity is not None and self.document.entities[party.entity].type in ("PERSON", "NORP"):
            return False
        head = self.head(party)
        if head is None:
            return False
        known = noun_class(self.document.syntax.lowers[head])
        return known is None or known.kind not in ("person", "body")

    def _anybody(self, party: Party) -> bool:
        """A pronoun or a word that fits any people: it contradicts nobody."""
        head, syntax = self.head(party), self.document.syntax
        return head is None or syntax.pos[head] in ("PRON", "NUM") or syntax.lemmas[head] in _ANYBODY

    # ------------------------------------------------------------------ facts
    def place(self, draft: Draft) -> Place | None:
        """Where an act was."""
        return self.document.places[draft.place.index] if draft.place else None

    def same_place(self, a: Draft, b: Draft) -> bool:
        """Both in one town or region; a country is too wide to tell."""
        one, two = self.place(a), self.place(b)
        return (
            one is not None
            and two is not None
            and one.level not in ("country", "continent")
            and (one.name, one.country) == (two.name, two.country)
        )

    def same_land(self, a: Draft, b: Draft) -> bool:
        """Both in places, and in one country where both countries are known."""
        one, two = self.place(a), self.place(b)
        return one is not None and two is not None and (not one.country or one.country == two.country)

    def same_day(self, a: Draft, b: Draft) -> bool:
        """Both on one day that words tell."""
        one, two = a.when, b.when
        return (
            one is not None
            and two is not None
            and one.time is not None
            and two.time is not None
            and one.precision == "day"
            and (one.earliest, one.latest) == (two.earliest, two.latest)
        )

    def harmed(self, draft: Draft) -> set[tuple[str, int]]:
        """Numbers of dead and wounded."""
        counts = self.document.counts
        return {(counts[i].of, counts[i].best or 0) for i in draft.counts if counts[i].of in ("killed", "wounded")}

    def same_count(self, a: Draft, b: Draft) -> bool:
        """Both tell one number of dead or wounded."""
        return bool(self.harmed(a) & self.harmed(b))

    # ------------------------------------------------------------------ contradictions
    def contradict(self, a: Draft, b: Draft, *, joined: bool = False) -> bool:
        """Whether two tellings cannot be one act. `joined`: the syntax ties them, so victims, means and numbers may
        be told in parts.
        """
        if self.actors_apart(a, b):
            return True
        if not joined and (self._other_means(a, b) or self._victims_apart(a, b) or self._counts_apart(a, b)):
            return True
        return self.places_apart(a, b) or self.days_apart(a, b)

    def actors_apart(self, a: Draft, b: Draft) -> bool:
        """Both have actors, and none may be the same."""
        one = [p for p in a.actors if not self._anybody(p)]
        two = [p for p in b.actors if not self._anybody(p)]
        return bool(one and two) and not self.any_alike(tuple(one), tuple(two)) and not self._one_kind(one, two)

    def _one_kind(self, some: list[Party], others: list[Party]) -> bool:
        """One side only tells the kind of what the other names ("rebels" and the name of a rebel group)."""
        for a in some:
            for b in others:
                x, y = a.actor, b.actor
                if x is None or y is None or not set(x.sectors) & set(y.sectors):
                    continue
                if x.code and y.code and x.code != y.code:
                    continue
                if self._particular(a) != self._particular(b) or bool(x.code) != bool(y.code):
                    return True
        return False

    def _victims_apart(self, a: Draft, b: Draft) -> bool:
        """Both have victims of one class, people or things, and none may be the same; or of two countries."""
        codes = [{p.actor.code for p in d.recipients if p.actor and p.actor.code} for d in (a, b)]
        if codes[0] and codes[1] and not codes[0] & codes[1]:
            return True
        for things in (False, True):
            one, two = (
                tuple(p for p in d.recipients if self.is_thing(p) == things and not self._anybody(p)) for d in (a, b)
            )
            if one and two and not self.any_alike(one, two) and not self._one_kind([*one], [*two]):
                return True
        return False

    def _other_means(self, a: Draft, b: Draft) -> bool:
        """Both tell the means, and not the same ones; a suicide attack is one with explosives."""
        one, two = (
            {"explosives" if mode == "suicide-attack" else mode for mode in draft.modes} & _MEANS for draft in (a, b)
        )
        return bool(one and two and not one & two)

    def places_apart(self, a: Draft, b: Draft) -> bool:
        """In two countries, or in two towns."""
        one, two = self.place(a), self.place(b)
        if one is None or two is None or one.name == two.name:
            return False
        if one.country and two.country and one.country != two.country:
            return True
        return one.level not in _COARSE and two.level not in _COARSE

    def days_apart(self, a: Draft, b: Draft) -> bool:
        """On days that words tell and that do not meet."""
        one, two = a.when, b.when
        if one is None or two is None or one.time is None or two.time is None:
            return False
        if one.earliest and two.latest and one.earliest > two.latest:
            return True
        return bool(one.latest and two.earliest and one.latest < two.earliest)

    def _counts_apart(self, a: Draft, b: Draft) -> bool:
        """Both tell how many were killed, or hurt, and no number of one fits one of the other."""
        for of in ("killed", "wounded"):
            one, two = self._ranges(a, of), self._ranges(b, of)
            if one and two and not any(x[0] <= y[1] and y[0] <= x[1] for x in one for y in two):
                return True
        return False

    def _ranges(self, draft: Draft, of: str) -> list[tuple[float, float]]:
        counts = [self.document.counts[i] for i in draft.counts]
        return [
            (c.low or 0, float("inf") if c.high is None else c.high)
            for c in counts
            if c.of == of and not (c.low is None and c.high is None)
        ]

    def finer(self, second: Draft, first: Draft) -> bool:
        """Whether the second place tells more than the first."""
        one, two = self.place(first), self.place(second)
        if two is None:
            return False
        return one is None or (one.level in _COARSE and two.level not in _COARSE)
