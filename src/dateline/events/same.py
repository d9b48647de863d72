"""The same act told again in one report: headline and lead, "the attack", "killed in the attack", a later toll.

Precision first: two acts made one is the worst error here. Two tellings become one event where something speaks for
it - the syntax joins them, a definite noun points back, the same sides are told again with the same place, day or
number, a headline is taken up by its lead - and nothing speaks against it (dateline.events.likeness). The first
telling is the trigger; the others go to `also`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar, words
from dateline.events.likeness import Likeness
from dateline.events.pointing import Pointing
from dateline.events.union import absorb

_FACT = frozenset({"actual", "ongoing"})
_LEAD = 3  # sentences in which a headline is taken up again
_ACTS_REACH = 200  # kept acts, counted back, that a telling is compared with: it bounds the time of a whole book
_TOLL_REACH = 3  # sentences over which a later toll is about the act told last


@dataclass(slots=True)
class Merger:
    """Merges the drafts of one document that tell the same act."""

    document: Document
    grammar: Grammar
    kept: list[Draft] = field(default_factory=list)
    like: Likeness = field(init=False)
    pointing: Pointing = field(init=False)
    _led: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.like = Likeness(self.document)
        self.pointing = Pointing(self.document, self.grammar, self.like)

    def merge(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts, one for each act, in the order of their first telling."""
        ordered = sorted(drafts, key=lambda d: (d.trigger, d.type))
        ordered = self._joined_by_syntax(ordered)
        for draft in ordered:
            earlier = self._same_as(draft)
            if earlier is None:
                self.kept.append(draft)
                continue
            if self._is_headline(earlier) and id(earlier) not in self._led:
                self._led.add(id(earlier))  # a headline has the source of its lead
                earlier.said_by = earlier.said_by or draft.said_by
            absorb(self.like, earlier, draft)
        return self.kept

    # ------------------------------------------------------------------ joined by the syntax
    def _joined_by_syntax(self, drafts: list[Draft]) -> list[Draft]:
        """As in "the attack killed three", "killed in an attack", "attacked the base, killing three": one act."""
        owner = {draft.token: draft for draft in drafts}
        for draft in drafts:
            for token in (*draft.outcomes, *(() if draft.support is None else (draft.support,))):
                owner.setdefault(token, draft)
        gone: set[int] = set()
        for draft in drafts:
            if draft.type != "ASSAULT":
                continue
            for token in self._tied(draft):
                other = owner.get(token)
                if other is None or other is draft or id(other) in gone or id(draft) in gone:
                    continue
                if (other.status in _FACT) != (draft.status in _FACT) or other.type != "ASSAULT":
                    continue
                if not self.like.contradict(other, draft, joined=True):
                    first, second = sorted((draft, other), key=lambda d: d.trigger)
                    absorb(self.like, first, second)
                    gone.add(id(second))
                    for key in [k for k, v in owner.items() if v is second]:
                        owner[key] = first
        return [draft for draft in drafts if id(draft) not in gone]

    def _tied(self, draft: Draft) -> list[int]:
        """Tokens of acts that a telling is part of: its subject, the clause it results from, "in the attack"."""
        syntax, grammar, token = self.document.syntax, self.grammar, draft.token
        head, dep = syntax.heads[token], syntax.deps[token]
        found: list[int] = []
        if grammar.is_verb(token):
            found += grammar.surface(token)
            found += grammar.prepositional(token, "in", "during", "by", "from")
            if not draft.actors:  # "ten died after a bombing", but not "police shot ten after a bombing"
                found += grammar.prepositional(token, "after")
            if dep in ("advcl", "acl") and syntax.tags[token] == "VBG" and syntax.lemmas[token] in words()["results"]:
                found += [head, *grammar.objects(head)] if grammar.is_verb(head) else [head]
            return found
        found += grammar.prepositional(token, "in", "from")
        for word in draft.outcomes:
            found += grammar.prepositional(word, "in", "during") if grammar.is_verb(word) else []
        if dep == "pobj" and syntax.lowers[head] in ("in", "to", "with"):
            found += self._above_result(syntax.heads[head])
        elif dep in ("dobj", "attr") and grammar.is_verb(head):
            found += self._above_result(head)
        return found

    def _above_result(self, verb: int) -> list[int]:
        """What a result hangs from: "an attack on a base, resulting in deaths", "the raid left ten dead"."""
        syntax, grammar = self.document.syntax, self.grammar
        if syntax.lemmas[verb] not in ("result", "cause", "leave", "lead", "claim", "end"):
            return []
        head = syntax.heads[verb]
        if syntax.deps[verb] == "acl":
            return [head]
        if syntax.deps[verb] == "advcl":
            return [head, *self._nouns_below(head, verb)]
        return grammar.surface(verb)

    def _nouns_below(self, top: int, before: int) -> list[int]:
        """Nouns of a clause that stand before a word, nearest first: "came in the aftermath of an attack, ..."."""
        syntax = self.document.syntax
        return [t for t in range(before - 1, syntax.left[top] - 1, -1) if syntax.pos[t] == "NOUN"]

    # ------------------------------------------------------------------ told again
    def _same_as(self, draft: Draft) -> Draft | None:
        """The kept act that a telling repeats: the one that fits best, of equals the latest."""
        best: tuple[int, int] | None = None
        for number in range(max(len(self.kept) - _ACTS_REACH, 0), len(self.kept)):
            earlier = self.kept[number]
            if earlier.type != draft.type or (earlier.status in _FACT) != (draft.status in _FACT):
                continue
            if self._repeats_at_all(draft, earlier):
                best = max(best or (-1, -1), (self.pointing.fit(draft, earlier), number))
        return self.kept[best[1]] if best else None

    def _repeats_at_all(self, draft: Draft, earlier: Draft) -> bool:
        """Whether something speaks for one act and nothing against it."""
        if draft.historical and not earlier.historical:
            return False  # what lay before is not the news
        if self.pointing.by_attackers(draft, earlier) or self._toll(draft, earlier):
            return not self.like.places_apart(earlier, draft) and not self.like.days_apart(earlier, draft)
        if self.like.contradict(earlier, draft):
            return False
        return (
            self.pointing.points_back(draft, earlier) or self._headline(draft, earlier) or self._repeats(draft, earlier)
        )

    def _toll(self, draft: Draft, earlier: Draft) -> bool:
        """A later number of dead or hurt, told with nothing else: "32 had died", "the toll stood at 14"."""
        if draft.type != "ASSAULT" or draft.actors or draft.place or draft.modes or earlier.historical:
            return False
        reach = self.pointing.reach(draft, earlier)
        told = any(self.document.counts[i].of in ("killed", "wounded") for i in (*earlier.counts, *draft.counts))
        if not told or not 0 <= reach <= _TOLL_REACH or (draft.when is not None and draft.when.time is not None):
            return False
        return self.pointing.is_toll(draft) and self._last_act(draft) is earlier

    def _last_act(self, draft: Draft) -> Draft | None:
        """The act with dead or wounded that was told last before a telling."""
        counts = self.document.counts
        harmful = [
            d
            for d in self.kept
            if d.type == "ASSAULT"
            and d.status in _FACT
            and not d.historical
            and any(counts[i].of in ("killed", "wounded") for i in d.counts)
        ]
        return max(harmful, key=lambda d: self.pointing.last_sentence(d, draft), default=None)

    def _is_headline(self, draft: Draft) -> bool:
        """Whether an act is told in a first line that is no sentence: a paragraph of its own without a full stop."""
        syntax, cut = self.document.syntax, [item.span for item in self.document.furniture]
        number = syntax.sentence[draft.token]
        if number + 1 >= len(syntax.sentences) or number > _LEAD:
            return False
        for earlier in range(number):
            first, end = syntax.sentences[earlier]
            if not any(span.covers(syntax.span(first, end - 1)) for span in cut):
                return False
        _, end = syntax.sentences[number]
        own = syntax.paragraphs[number] != syntax.paragraphs[number + 1]
        return own and syntax.words[end - 1] not in (".", "!", '."', ".”")

    def _headline(self, draft: Draft, earlier: Draft) -> bool:
        """A headline and its lead: one kind of act with one number, one victim, one place or one doer."""
        sentence = self.document.syntax.sentence
        if not 0 < sentence[draft.token] - sentence[earlier.token] <= _LEAD or not self._is_headline(earlier):
            return False
        if not self._alike_words(draft, earlier):
            return False
        return (
            self.like.same_count(draft, earlier)
            or self.like.same_place(draft, earlier)
            or self.like.shares(draft.actors, earlier.actors)
            or self.like.any_alike(draft.recipients, earlier.recipients)
            or draft.type == "PROTEST"
        )

    def _alike_words(self, draft: Draft, earlier: Draft) -> bool:
        """One word or one mode; of acts of speech one word and one doer."""
        if draft.type == "PROTEST":
            return self.pointing.same_word(draft, earlier)
        if draft.type != "ASSAULT":
            return self.pointing.same_word(draft, earlier) and self.like.any_alike(draft.actors, earlier.actors)
        roots = self.pointing.roots(draft) & self.pointing.roots(earlier)
        return bool(roots or set(draft.modes) & set(earlier.modes))

    def _repeats(self, draft: Draft, earlier: Draft) -> bool:
        """Whether the same word is told of the same parties, with the same place, day or number."""
        syntax, like = self.document.syntax, self.like
        if not self.pointing.roots(draft) & self.pointing.roots(earlier) or not self._may_repeat(draft):
            return False
        actors, recipients = (
            like.shares(draft.actors, earlier.actors),
            like.shares(draft.recipients, earlier.recipients),
        )
        if draft.type != "ASSAULT":
            same = recipients or self._same_matter(draft, earlier)
            return actors and same and syntax.lemmas[draft.token] == syntax.lemmas[earlier.token]
        place, day, count = (
            like.same_place(draft, earlier),
            like.same_day(draft, earlier),
            like.same_count(draft, earlier),
        )
        if recipients and (actors or place or day or count):
            return True
        alike = like.any_alike(draft.recipients, earlier.recipients)
        if count and (place or day or (alike and actors)):
            return True
        if place and day and (alike or actors) and not (draft.recipients and earlier.recipients and not alike):
            return True
        near = self.pointing.reach(draft, earlier) <= 1
        words = like.same_words(draft.actors, earlier.actors), like.same_words(draft.recipients, earlier.recipients)
        return near and all(words) and self.grammar.is_verb(draft.token)

    def _same_matter(self, draft: Draft, earlier: Draft) -> bool:
        """Whether two acts of speech have one content: "decided to suspend ..." and "the suspension"."""
        lemmas = self.document.syntax.lemmas
        if draft.matter is None or earlier.matter is None:
            return False
        return lemmas[draft.matter][:5] == lemmas[earlier.matter][:5]

    def _may_repeat(self, draft: Draft) -> bool:
        """A plural or indefinite later telling ("attacks", "an attack") is another act unless it is a verb."""
        return self.grammar.is_verb(draft.token) or (
            not self.pointing.plural(draft.token) and not self.pointing.indefinite(draft.token)
        )
