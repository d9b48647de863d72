"""The same act told again in one report: headline and lead, "the attack", "killed in the attack".

Precision first: two tellings become one event where the syntax joins them, or where a definite noun points back, or
where the parties repeat, and nothing contradicts: types, sides, places, days, counts and modes have to be compatible.
The first telling is the trigger; the others go to `also`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar, words
from dateline.events.roles import UNKNOWN_ACTOR
from dateline.records import Party, Place

_STRONGEST = ("actual", "ongoing", "planned", "hypothetical", "negated")
_FACT = frozenset({"actual", "ongoing"})
_COARSE = frozenset({"adm1", "area", "country", "continent"})
_REACH = 12  # sentences that a definite noun may point back over
_MEANS = frozenset(
    {"aerial", "drone", "explosives", "firearms", "heavy-weapons", "primitive", "unconventional", "sexual", "abduct"}
)
_ATTACKERS = frozenset(
    {"attackers", "attacker", "assailants", "assailant", "assassins", "assassin", "shooter", "bomber"}
)
_RANKS = frozenset({"first", "second", "third", "latest", "deadliest", "worst", "bloodiest", "biggest", "last"})
_EQUATING = frozenset({"be", "mark", "become", "represent", "constitute"})
_LASTING = frozenset(
    {"war", "conflict", "fighting", "violence", "campaign", "offensive", "insurgency", "battle", "clash", "invasion"}
)
_LEAD = 3  # sentences in which a headline is taken up again
_RANK_REACH = 4  # sentences that "it was the first attack since ..." may stand after the act
_GENERIC = frozenset(
    {"attack", "strike", "incident", "assault", "killing", "death", "raid", "blast", "explosion", "bombing", "shooting"}
    | {"massacre", "murder", "ambush", "assassination", "attacks", "atrocity"}
)


@dataclass(slots=True)
class Merger:
    """Merges the drafts of one document that tell the same act."""

    document: Document
    grammar: Grammar
    kept: list[Draft] = field(default_factory=list)

    def merge(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts, one for each act, in the order of their first telling."""
        ordered = sorted(drafts, key=lambda d: (d.trigger, d.type))
        ordered = self._joined_by_syntax(ordered)
        for draft in ordered:
            earlier = self._same_as(draft)
            if earlier is None:
                self.kept.append(draft)
            else:
                self._absorb(earlier, draft)
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
                if (other.status in _FACT) != (draft.status in _FACT):
                    continue
                if other.type == "ASSAULT" and not self._contradict(other, draft, joined=True):
                    first, second = sorted((draft, other), key=lambda d: d.trigger)
                    self._absorb(first, second)
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
            found += grammar.prepositional(token, "in", "during", "by", "from", "after")
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
        for number, earlier in enumerate(self.kept):
            if earlier.type != draft.type or (earlier.status in _FACT) != (draft.status in _FACT):
                continue
            by_them = self._by_attackers(draft, earlier)
            if self._contradict(earlier, draft, joined=by_them):
                continue
            if by_them or self._points_back(draft, earlier) or self._repeats(draft, earlier):
                best = max(best or (-1, -1), (self._fit(draft, earlier), number))
        return self.kept[best[1]] if best else None

    def _by_attackers(self, draft: Draft, earlier: Draft) -> bool:
        """Whether "the attackers" of the act told just before do more of it ("The attackers opened fire on ...")."""
        syntax = self.document.syntax
        if draft.type != "ASSAULT" or earlier.historical or len(draft.actors) != 1:
            return False
        words = [syntax.lowers[t] for t in syntax.tokens(draft.actors[0].span)]
        reach = syntax.sentence[draft.token] - self._last_sentence(earlier)
        return len(words) == 2 and words[0] == "the" and words[1] in _ATTACKERS and 0 < reach <= 2

    def _fit(self, draft: Draft, earlier: Draft) -> int:
        """How much speaks for one act: shared mode, word, side, place; news before background."""
        score = 2 * bool(set(draft.modes) & set(earlier.modes)) + 2 * self._same_word(draft, earlier)
        score += 2 * (self._shares_actor(draft, earlier) or self._shares(draft.recipients, earlier.recipients))
        score += 2 * self._same_place(draft, earlier)
        if self._demonstrative(draft.token):
            reach = self.document.syntax.sentence[draft.token] - self._last_sentence(earlier)
            score += 5 * (reach <= 1)
        return score + (not earlier.historical)

    def _same_word(self, draft: Draft, earlier: Draft) -> bool:
        syntax = self.document.syntax
        return syntax.lemmas[draft.token] == syntax.lemmas[earlier.token] or self._root(draft) == self._root(earlier)

    def _points_back(self, draft: Draft, earlier: Draft) -> bool:
        """Whether a definite noun can stand for the earlier act."""
        syntax = self.document.syntax
        reach = syntax.sentence[draft.token] - self._last_sentence(earlier)
        if self.grammar.is_verb(draft.token) or reach > _REACH:
            return False
        if draft.type == "ASSAULT" and self._ranks(draft):
            return reach <= _RANK_REACH and not earlier.historical
        other_number = self._plural(draft.token) != self._plural(earlier.token)
        if not self._definite(draft.token) or (other_number and not self.grammar.is_verb(earlier.token)):
            return False
        if draft.type != "ASSAULT":
            return self._same_word(draft, earlier) and self._shares_actor(draft, earlier)
        told_last = self._demonstrative(draft.token) and reach <= 1
        if told_last or self._same_word(draft, earlier) or set(draft.modes) & set(earlier.modes):
            return True
        lasting = syntax.lemmas[earlier.token] in _LASTING
        return syntax.lemmas[draft.token] in _GENERIC and not lasting and not earlier.historical

    def _ranks(self, draft: Draft) -> bool:
        """Whether a telling only ranks an act told before: "it was the first attack since ..."."""
        syntax = self.document.syntax
        for token in (draft.token, *draft.outcomes):
            head = syntax.heads[token]
            ranked = any(syntax.lowers[c] in _RANKS for c in syntax.children[token])
            if ranked and syntax.deps[token] in ("dobj", "attr") and syntax.lemmas[head] in _EQUATING:
                return True
        return False

    def _roots(self, draft: Draft) -> set[str]:
        """The first letters of the trigger and, of violence, of the words for harm that belong to it."""
        lemmas = self.document.syntax.lemmas
        return (
            {lemmas[t][:5] for t in (draft.token, *draft.outcomes)} if draft.type == "ASSAULT" else {self._root(draft)}
        )

    def _root(self, draft: Draft) -> str:
        """The first letters of a word, for "suspend" and "suspension"."""
        return self.document.syntax.lemmas[draft.token][:5]

    def _last_sentence(self, draft: Draft) -> int:
        syntax = self.document.syntax
        last = max([draft.trigger, *draft.also])
        return syntax.sentence[syntax.tokens(last).start]

    def _definite(self, noun: int) -> bool:
        syntax = self.document.syntax
        return any(
            (child < noun and syntax.lowers[child] in ("the", "this", "that", "these", "those", "its", "their"))
            or (syntax.deps[child] == "poss" and syntax.labels[child] in ("DATE", "TIME"))
            for child in syntax.children[noun]
        )

    def _demonstrative(self, noun: int) -> bool:
        """As in "that assault": the act told last."""
        syntax = self.document.syntax
        return any(syntax.lowers[c] in ("this", "that", "these", "those") for c in syntax.children[noun])

    def _plural(self, token: int) -> bool:
        return self.document.syntax.tags[token] in ("NNS", "NNPS")

    def _repeats(self, draft: Draft, earlier: Draft) -> bool:
        """Whether the same word is told of the same parties: both sides, or one side and the place, day or count."""
        syntax = self.document.syntax
        if not self._roots(draft) & self._roots(earlier) or not self._near_words(draft, earlier):
            return False
        actors, recipients = self._shares_actor(draft, earlier), self._shares(draft.recipients, earlier.recipients)
        facts = self._same_place(draft, earlier) + self._same_day(draft, earlier) + self._same_count(draft, earlier)
        if draft.type != "ASSAULT":
            same = recipients or self._same_matter(draft, earlier)
            return actors and same and syntax.lemmas[draft.token] == syntax.lemmas[earlier.token]
        return (
            (actors and recipients)
            or (facts >= 1 and (actors or recipients))
            or (facts >= 2 and not draft.actors)
            or self._headline(draft, earlier)
        )

    def _headline(self, draft: Draft, earlier: Draft) -> bool:
        """A headline and its lead: the first lines of the report give the same number of dead in the same country."""
        syntax = self.document.syntax
        one, two = self._place(draft), self._place(earlier)
        same_land = one is not None and two is not None and (not one.country or one.country == two.country)
        near = syntax.sentence[draft.token] <= _LEAD and syntax.sentence[draft.token] > syntax.sentence[earlier.token]
        return near and same_land and self._same_count(draft, earlier)

    def _same_matter(self, draft: Draft, earlier: Draft) -> bool:
        """Whether two acts of speech have one content: "decided to suspend ..." and "the suspension"."""
        lemmas = self.document.syntax.lemmas
        if draft.matter is None or earlier.matter is None:
            return False
        return lemmas[draft.matter][:5] == lemmas[earlier.matter][:5]

    def _near_words(self, draft: Draft, earlier: Draft) -> bool:
        """A plural or indefinite later telling ("attacks", "an attack") is another act unless it is a verb."""
        return self.grammar.is_verb(draft.token) or (
            not self._plural(draft.token) and not self._indefinite(draft.token)
        )

    def _indefinite(self, noun: int) -> bool:
        syntax = self.document.syntax
        return any(
            syntax.lowers[c] in ("a", "an", "another", "other", "any", "no", "each") for c in syntax.children[noun]
        )

    def _key(self, party: Party) -> set[str]:
        clusters = self.document.clusters
        keys: set[str] = set()
        if party.entity is not None and clusters and clusters[party.entity] is not None:
            keys.add(f"cluster {clusters[party.entity]}")
        if party.actor is not None and party.actor.id:
            keys.add(f"actor {party.actor.id}")
        keys.add("words " + self.document.text[party.span.start : party.span.end].lower())
        return keys

    def _shares(self, some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
        return any(self._key(a) & self._key(b) for a in some for b in others)

    def _shares_actor(self, draft: Draft, earlier: Draft) -> bool:
        return self._shares(draft.actors, earlier.actors)

    def _place(self, draft: Draft) -> Place | None:
        return self.document.places[draft.place.index] if draft.place else None

    def _same_place(self, a: Draft, b: Draft) -> bool:
        one, two = self._place(a), self._place(b)
        return (
            one is not None
            and two is not None
            and one.level not in ("country", "continent")
            and (one.name, one.country) == (two.name, two.country)
        )

    def _same_day(self, a: Draft, b: Draft) -> bool:
        one, two = a.when, b.when
        return (
            one is not None
            and two is not None
            and one.time is not None
            and two.time is not None
            and one.precision == "day"
            and (one.earliest, one.latest) == (two.earliest, two.latest)
        )

    def _killed(self, draft: Draft) -> set[tuple[str, int]]:
        counts = self.document.counts
        return {(counts[i].of, counts[i].best or 0) for i in draft.counts if counts[i].of in ("killed", "wounded")}

    def _same_count(self, a: Draft, b: Draft) -> bool:
        return bool(self._killed(a) & self._killed(b))

    # ------------------------------------------------------------------ contradictions
    def _contradict(self, a: Draft, b: Draft, *, joined: bool = False) -> bool:
        """Whether two tellings cannot be one act. `joined`: the syntax ties them, so only hard facts count."""
        if self._other_means(a, b) and not joined:
            return True
        if a.actors and b.actors and not self._shares(a.actors, b.actors) and not joined:
            return True
        if not joined and self._other_victims(a, b):
            return True
        return self._places_apart(a, b) or self._days_apart(a, b) or self._counts_apart(a, b, joined=joined)

    def _other_means(self, a: Draft, b: Draft) -> bool:
        """Both tell the means, and not the same ones; a suicide attack is one with explosives."""
        one, two = (
            {"explosives" if mode == "suicide-attack" else mode for mode in draft.modes} & _MEANS for draft in (a, b)
        )
        return bool(one and two and not one & two)

    def _other_victims(self, a: Draft, b: Draft) -> bool:
        """Both have victims of known and different countries or kinds."""
        codes = [{p.actor.code for p in d.recipients if p.actor and p.actor.code} for d in (a, b)]
        return bool(codes[0] and codes[1] and not codes[0] & codes[1])

    def _places_apart(self, a: Draft, b: Draft) -> bool:
        one, two = self._place(a), self._place(b)
        if one is None or two is None or one.name == two.name:
            return False
        if one.country and two.country and one.country != two.country:
            return True
        return one.level not in _COARSE and two.level not in _COARSE

    def _days_apart(self, a: Draft, b: Draft) -> bool:
        one, two = a.when, b.when
        if one is None or two is None or one.time is None or two.time is None:
            return False
        if one.earliest and two.latest and one.earliest > two.latest:
            return True
        return bool(one.latest and two.earliest and one.latest < two.earliest)

    def _counts_apart(self, a: Draft, b: Draft, *, joined: bool) -> bool:
        if joined:
            return False
        one, two = dict(sorted(self._killed(a))), dict(sorted(self._killed(b)))
        return any(one[of] != two[of] for of in one if of in two)

    # ------------------------------------------------------------------ one out of two
    def _absorb(self, first: Draft, second: Draft) -> None:
        """Put all that the second telling adds into the first."""
        first.also += [second.trigger, *second.also]
        first.modes = tuple(dict.fromkeys((*first.modes, *second.modes)))
        first.contexts = tuple(dict.fromkeys((*first.contexts, *second.contexts)))
        if len(second.cameo) > len(first.cameo):
            first.cameo = second.cameo
        first.actors = first.actors or second.actors
        first.recipients = self._united(first.recipients, second.recipients)
        first.instruments = tuple(dict.fromkeys((*first.instruments, *second.instruments)))
        first.counts = tuple(dict.fromkeys((*first.counts, *second.counts)))
        first.claims = tuple(dict.fromkeys((*first.claims, *second.claims)))
        first.status = min(first.status, second.status, key=_STRONGEST.index)
        dated = second.when is not None and second.when.time is not None
        first.historical = first.historical and (second.historical or not dated)
        first.confidence = max(first.confidence, second.confidence)
        if self._finer(second, first):
            first.place = second.place
        if second.when and second.when.time is not None and (first.when is None or first.when.time is None):
            first.when = second.when
        notes = [n for n in (*first.derived, *second.derived) if n != UNKNOWN_ACTOR or not first.actors]
        first.derived = list(dict.fromkeys(notes))

    def _finer(self, second: Draft, first: Draft) -> bool:
        one, two = self._place(first), self._place(second)
        if two is None:
            return False
        return one is None or (one.level in _COARSE and two.level not in _COARSE)

    def _united(self, one: tuple[Party, ...], two: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties of both, a party that both have once."""
        fresh = [p for p in two if not any(self._key(p) & self._key(q) or p.span.overlaps(q.span) for q in one)]
        return (*one, *fresh)
