"""Where, how many, with what: values of other layers tied to an act by the syntax (when: dateline.events.dating).

A value belongs to the act whose words govern it, and never jumps over the words of another act.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.document import Document
from dateline.events.dating import Dater, heads
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.ontology.nouns import noun_class
from dateline.records import EventPlace
from dateline.spans import Span

_NEAR = frozenset({"near", "outside", "around", "beside", "close", "off", "by", "along", "beyond", "between"})
_AT = frozenset({"at", "on", "upon", "against"})
_IN = frozenset({"in", "inside", "within", "across", "throughout", "into", "over", "of"})
_PLACING = _NEAR | _AT | _IN
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT", "SANCTION"})
_STATIONED = frozenset({"station", "base", "deploy", "locate", "situate", "house", "camp", "park", "hold", "live"})
_FINE = {"point": 0, "populated": 1, "adm2": 2, "adm1": 3, "area": 4, "country": 5, "continent": 6}
_FAR = 9


@dataclass(slots=True)
class Linker:
    """Ties places, times, counts and instruments of one document to its drafts."""

    document: Document
    drafts: list[Draft]
    grammar: Grammar
    _owned: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, draft in enumerate(self.drafts):
            self._owned.setdefault(draft.token, number)
        for number, draft in enumerate(self.drafts):
            for token in heads(draft)[1:]:
                self._owned.setdefault(token, number)

    def link(self) -> None:
        """Set place, when, counts and instruments of every draft."""
        by_sentence: dict[int, list[Draft]] = {}
        for draft in self.drafts:
            by_sentence.setdefault(self.document.syntax.sentence[draft.token], []).append(draft)
        self._places(by_sentence)
        Dater(self.document, self.grammar, self._owned, self._shared).date(by_sentence)
        self._counts(by_sentence)
        self._instruments(by_sentence)

    # ------------------------------------------------------------------ paths
    def _distance(self, token: int, draft: Draft) -> int | None:
        """Steps from a token up to the act's own words (0-4), or to a clause that the act shares (5-8)."""
        syntax = self.document.syntax
        own, above = heads(draft), self._shared(draft)
        for steps, node in enumerate(self.grammar.ancestors(token)):
            if node in own:
                return min(steps, 4)
            if node in above:
                return 5 + above.index(node) if above.index(node) < 4 else None
            other = self._owned.get(node)
            if other is not None and self.drafts[other] is not draft:
                return None
            if syntax.deps[node] in ("relcl", "ccomp", "acl", "appos") and not self._stationed(node, draft):
                return None
        return None

    def _stationed(self, node: int, draft: Draft) -> bool:
        """Whether a clause only tells where the ones attacked are ("troops stationed in ...")."""
        return draft.type == "ASSAULT" and self.document.syntax.lemmas[node] in _STATIONED

    def _shared(self, draft: Draft) -> list[int]:
        """The words above an act that belong to its clause: the verb it hangs from and the verbs that share it."""
        syntax, found = self.document.syntax, []
        node = draft.support if draft.support is not None else draft.token
        for head in self.grammar.ancestors(node):
            if syntax.deps[node] in ("relcl", "ccomp", "csubj", "parataxis") or self._other_clause(node):
                break
            found.append(head)
            node = head
        return found

    def _other_clause(self, node: int) -> bool:
        """Whether a coordinated verb has a subject of its own: "the two agreed, but fighting has continued"."""
        syntax = self.document.syntax
        return syntax.deps[node] == "conj" and any(
            syntax.deps[c] in ("nsubj", "nsubjpass") for c in syntax.children[node]
        )

    # ------------------------------------------------------------------ where
    def _places(self, by_sentence: dict[int, list[Draft]]) -> None:
        syntax = self.document.syntax
        best: dict[int, tuple[int, int, int]] = {}
        for index, place in enumerate(self.document.places):
            token = syntax.head_of(place.span) if place.literal else None
            if token is None:
                continue
            for draft in by_sentence.get(syntax.sentence[token], []):
                rank = self._place_rank(token, index, draft)
                if rank is not None and (id(draft) not in best or rank < best[id(draft)]):
                    best[id(draft)] = rank
                    draft.place = EventPlace(index, self._relation(token, index))

        for draft in (d for group in by_sentence.values() for d in group):
            if draft.type == "PROTEST" and draft.place is not None:  # where people march is not whom they march against
                where = self.document.places[draft.place.index].span
                draft.recipients = tuple(p for p in draft.recipients if not p.span.overlaps(where))

    def _place_rank(self, token: int, index: int, draft: Draft) -> tuple[int, int, int] | None:
        """How well a place fits an act, lower is better: (syntactic distance, coarseness, position)."""
        level = _FINE.get(self.document.places[index].level, 4)
        if any(p.span.covers(self.document.places[index].span) for p in draft.actors):
            return None
        if not self._is_locative(token, draft):
            return None
        distance = self._distance(token, draft)
        if distance is None or (
            draft.type in _SPOKEN and not self._beside(token, draft) and not self._seat(token, draft)
        ):
            return None
        if distance <= 4 and self._in_subject(token, draft):
            distance = 9
        return (0 if distance <= 4 else distance, level, index)

    def _beside(self, token: int, draft: Draft) -> bool:
        """Whether a place hangs by one preposition from an act of speech: elsewhere it is where the talk is about."""
        syntax = self.document.syntax
        preposition = syntax.heads[self._noun_of(token)[0]]
        return syntax.deps[preposition] == "prep" and syntax.heads[preposition] in heads(draft)

    def _seat(self, token: int, draft: Draft) -> bool:
        """Whether a place is that of the court which sentences ("a court in X sentenced three men")."""
        return "convict" in draft.modes and self._in_subject(token, draft)

    def _in_subject(self, token: int, draft: Draft) -> bool:
        """Whether a place stands in the noun phrase of the one who acts ("gunmen in Mali attacked ...")."""
        syntax = self.document.syntax
        chain = [token, *self.grammar.ancestors(token)]
        return any(syntax.deps[n] == "nsubj" and syntax.heads[n] in heads(draft) for n in chain[:6])

    def _is_locative(self, token: int, draft: Draft) -> bool:
        """Whether a place name stands where an act can be: after a preposition of place, as the thing hit, or as the
        land of a base or town ("a Jordanian base").
        """
        syntax = self.document.syntax
        node, dep = self._noun_of(token)
        if dep == "pobj":
            return self._after_preposition(syntax.heads[node], draft)
        if dep in ("dobj", "nsubjpass"):
            done_there = draft.type in ("ASSAULT", "COERCE") or "visit" in draft.modes  # "visited Lima"
            return syntax.heads[node] in heads(draft) and done_there
        if dep in ("compound", "amod", "nmod", "poss"):
            head = syntax.heads[node]
            return self._is_place_noun(head) and self._is_locative(head, draft)
        return dep in ("npadvmod", "advmod")

    def _after_preposition(self, preposition: int, draft: Draft) -> bool:
        """Whether what follows a preposition is where something was."""
        syntax = self.document.syntax
        name, outer = syntax.lowers[preposition], syntax.heads[preposition]
        if name == "of":
            return draft.token == outer or (self._is_place_noun(outer) and self._is_locative(outer, draft))
        if name == "between":  # "on the road between X and Y", but not "clashes between X and Y"
            return self._is_place_noun(outer)
        if draft.type == "PROTEST" and name in ("to", "onto", "through"):  # "took to the streets of X"
            return outer in heads(draft) and self.grammar.is_verb(outer)
        return name in _PLACING or (name in ("to", "from") and draft.type in ("RETREAT", "MOBILIZE"))

    def _noun_of(self, token: int) -> tuple[int, str]:
        """The first noun of the row or apposition that a name stands in, and its relation."""
        syntax = self.document.syntax
        for _ in range(4):
            if syntax.deps[token] not in ("conj", "appos") or self.grammar.is_verb(syntax.heads[token]):
                break
            token = syntax.heads[token]
        return token, syntax.deps[token]

    def _is_place_noun(self, token: int) -> bool:
        known = noun_class(self.document.syntax.lowers[token])
        return (known is not None and known.kind in ("place", "country")) or self.document.syntax.labels[token] in (
            "GPE",
            "LOC",
            "FAC",
        )

    def _relation(self, token: int, index: int) -> str:
        """near, at or in, from the preposition above the name."""
        syntax = self.document.syntax
        level = self.document.places[index].level
        if syntax.deps[token] in ("amod", "compound", "nmod", "poss"):
            return "in"  # "a Jordanian base"
        for node in [token, *self.grammar.ancestors(token)][:5]:
            name = syntax.lowers[node]
            if syntax.deps[node] != "prep" or name == "of":
                continue
            if name in _NEAR:
                return "near"
            return "at" if name in _AT and level in ("point", "populated") else "in"
        return "at" if level == "point" else "in"

    # ------------------------------------------------------------------ how many
    def _counts(self, by_sentence: dict[int, list[Draft]]) -> None:
        syntax = self.document.syntax
        for index, count in enumerate(self.document.counts):
            token = syntax.head_of(count.span)
            if token is None:
                continue
            fitting = [d for d in by_sentence.get(syntax.sentence[token], []) if _takes(d, count.of)]
            ranked = sorted((min(self._tree(token, t) for t in heads(d)), n) for n, d in enumerate(fitting))
            if not ranked:
                continue
            draft = fitting[ranked[0][1]]
            if count.of in ("present", "other") and not self._is_side(count.span, draft):
                continue
            draft.counts = (*draft.counts, index)

    def _is_side(self, span: Span, draft: Draft) -> bool:
        return any(party.span.overlaps(span) for party in (*draft.actors, *draft.recipients))

    def _tree(self, token: int, other: int) -> int:
        """Steps between two tokens in the tree of the sentence."""
        places = {node: steps for steps, node in enumerate([token, *self.grammar.ancestors(token)])}
        for steps, node in enumerate([other, *self.grammar.ancestors(other)]):
            if node in places:
                return steps + places[node]
        return 99

    # ------------------------------------------------------------------ with what
    def _instruments(self, by_sentence: dict[int, list[Draft]]) -> None:
        syntax = self.document.syntax
        for instrument in self.document.instruments:
            token = syntax.head_of(instrument.span)
            if token is None:
                continue
            ranked = []
            for number, draft in enumerate(by_sentence.get(syntax.sentence[token], [])):
                if draft.type not in ("ASSAULT", "PROTEST", "COERCE") or self._is_side(instrument.span, draft):
                    continue
                distance = 0 if draft.trigger.overlaps(instrument.span) else self._distance(token, draft)
                if distance is not None and distance < 7:
                    ranked.append((distance, number))
            if ranked:
                draft = by_sentence[syntax.sentence[token]][min(ranked)[1]]
                draft.instruments = (*draft.instruments, instrument)


def _takes(draft: Draft, of: str) -> bool:
    """Whether an act of this type can have this kind of count."""
    if of in ("killed", "wounded"):
        return draft.type == "ASSAULT"
    if of in ("captured", "abducted"):
        return draft.type in ("ASSAULT", "COERCE", "RETREAT")
    if of == "displaced":
        return draft.type in ("ASSAULT", "COERCE", "SANCTION")
    return draft.type in ("PROTEST", "MOBILIZE", "AID", "RETREAT", "REQUEST")
