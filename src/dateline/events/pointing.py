"""Whether words point back to an act that has been told: "the attack", "that assault", "the attackers", "the toll"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.events.likeness import Likeness

_REACH = 12  # sentences that a definite noun may point back over
_RANK_REACH = 4  # sentences that "it was the first attack since ..." may stand after the act
_ATTACKERS = frozenset(
    {"attackers", "attacker", "assailants", "assailant", "assassins", "assassin", "shooter", "bomber"}
)
_RANKS = frozenset({"first", "second", "third", "latest", "deadliest", "worst", "bloodiest", "biggest", "last"})
_EQUATING = frozenset({"be", "mark", "become", "represent", "constitute"})
_LASTING = frozenset(
    {"war", "conflict", "fighting", "violence", "campaign", "offensive", "insurgency", "battle", "clash", "invasion"}
)
_GENERIC = frozenset(
    {"attack", "strike", "incident", "assault", "killing", "death", "raid", "blast", "explosion", "bombing", "shooting"}
    | {"massacre", "murder", "ambush", "assassination", "attacks", "atrocity"}
)
_OTHER = frozenset(
    {"similar", "earlier", "previous", "past", "former", "other", "prior", "separate", "subsequent", "new", "next"}
    | {"another", "second", "alleged", "recent", "different", "same-day", "repeated", "frequent"}
)
_MOTIVES = frozenset({"revenge", "retaliation", "reprisal", "response", "vengeance", "payback", "retribution", "reply"})
_AVENGING = frozenset({"avenge", "retaliate", "respond", "revenge", "answer", "recall", "remember", "commemorate"})
_CROWDS = frozenset({"demonstration", "protest", "march", "rally", "strike", "sit-in", "walkout", "vigil"})
_TOLLS = frozenset({"toll", "dead", "casualty", "fatality", "deceased"})
_HARM = frozenset({"die", "kill", "wound", "injure", "hurt", "dead"})


@dataclass(slots=True)
class Pointing:
    """Reads how the words of a telling look back, in one document."""

    document: Document
    grammar: Grammar
    like: Likeness

    def by_attackers(self, draft: Draft, earlier: Draft) -> bool:
        """Whether "the attackers" of the act told just before do more of it ("The attackers opened fire on ...")."""
        syntax = self.document.syntax
        if draft.type != "ASSAULT" or earlier.historical or len(draft.actors) != 1:
            return False
        words = [syntax.lowers[t] for t in syntax.tokens(draft.actors[0].span)]
        reach = self.reach(draft, earlier)
        return len(words) == 2 and words[0] == "the" and words[1] in _ATTACKERS and 0 < reach <= 2

    def fit(self, draft: Draft, earlier: Draft) -> int:
        """How much speaks for one act: shared mode, word, side, place; news before background."""
        like = self.like
        score = 2 * bool(set(draft.modes) & set(earlier.modes)) + 2 * self.same_word(draft, earlier)
        score += 2 * (like.shares(draft.actors, earlier.actors) or like.any_alike(draft.recipients, earlier.recipients))
        score += 2 * like.same_place(draft, earlier)
        if self.demonstrative(draft.token):
            score += 5 * (self.reach(draft, earlier) <= 1)
        else:  # "the attack" is the one that the report is about, more than a shot somebody heard
            score += bool(earlier.counts) + bool(earlier.recipients)
        return score + (not earlier.historical)

    def points_back(self, draft: Draft, earlier: Draft) -> bool:
        """Whether a definite noun can stand for the earlier act."""
        token = draft.token
        reach = self.reach(draft, earlier)
        if self.grammar.is_verb(token) or reach > _REACH or self._is_other(draft):
            return False
        if draft.type == "ASSAULT" and self._ranks(draft):
            return reach <= _RANK_REACH and not earlier.historical
        other_number = self.plural(token) != self.plural(earlier.token)
        if not self.definite(token) or (other_number and not self.grammar.is_verb(earlier.token)):
            return False
        if draft.type == "PROTEST" and not draft.actors:
            crowd = self.document.syntax.lemmas[token] in _CROWDS and bool(set(draft.modes) & set(earlier.modes))
            return crowd and reach <= 2 and not earlier.historical
        if draft.type != "ASSAULT":
            return self.same_word(draft, earlier) and self.like.shares(draft.actors, earlier.actors)
        return not self._own_target_apart(draft, earlier) and self._names(draft, earlier, reach)

    def _names(self, draft: Draft, earlier: Draft, reach: int) -> bool:
        """Whether a definite noun fits the earlier act: "that assault" the last one, else one word, mode or kind."""
        told_last = self.demonstrative(draft.token) and reach <= 1
        if told_last or self.same_word(draft, earlier) or set(draft.modes) & set(earlier.modes):
            return True
        lemmas = self.document.syntax.lemmas
        lasting = lemmas[earlier.token] in _LASTING
        return lemmas[draft.token] in _GENERIC and not lasting and not earlier.historical

    def _is_other(self, draft: Draft) -> bool:
        """A noun that says itself that it is another act ("a similar attack"), or that is told as a motive."""
        syntax, token = self.document.syntax, draft.token
        if any(syntax.lowers[c] in _OTHER for c in syntax.children[token] if c < token):
            return True
        above = self.grammar.ancestors(token)[:3]
        return any(
            syntax.lemmas[node] in _MOTIVES or (place < 2 and syntax.lemmas[node] in _AVENGING)
            for place, node in enumerate(above)
        )

    def _own_target_apart(self, draft: Draft, earlier: Draft) -> bool:
        """The noun names its own target ("the bombing of X"), and the earlier act has others of that class.

        Words that fit anybody ("the killing of the men") do not tell whom, so they decide nothing.
        """
        syntax, like = self.document.syntax, self.like
        left, right = syntax.left[draft.token], syntax.right[draft.token]
        inside = syntax.span(left, right)
        own = tuple(p for p in draft.recipients if inside.covers(p.span))
        if not own or not earlier.recipients or like.any_alike(own, earlier.recipients):
            return False
        things = {like.is_thing(p) for p in own}
        return bool(things & {like.is_thing(p) for p in earlier.recipients})

    def _ranks(self, draft: Draft) -> bool:
        """Whether a telling only ranks an act told before: "it was the first attack since ..."."""
        syntax = self.document.syntax
        for token in (draft.token, *draft.outcomes):
            head = syntax.heads[token]
            ranked = any(syntax.lowers[c] in _RANKS for c in syntax.children[token])
            if ranked and syntax.deps[token] in ("dobj", "attr") and syntax.lemmas[head] in _EQUATING:
                return True
        return False

    def is_toll(self, draft: Draft) -> bool:
        """Whether a telling is only a later number of the same dead or wounded."""
        syntax, token = self.document.syntax, draft.token
        if syntax.lemmas[token] in _TOLLS and not self.grammar.is_verb(token):
            return self.definite(token) or any(syntax.lemmas[c] == "death" for c in syntax.children[token])
        if syntax.lemmas[token] not in _HARM or not self.grammar.is_verb(token):
            return False
        children = syntax.children[token]
        if any(syntax.lowers[c] in ("also", "separately", "later", "meanwhile") for c in children):
            return False
        bare = any(
            syntax.deps[c] in ("nsubj", "nsubjpass")
            and (syntax.pos[c] == "NUM" or syntax.lemmas[c] in ("other", "dead"))
            for c in children
        )
        past = any(syntax.lowers[c] == "had" and syntax.deps[c] in ("aux", "auxpass") for c in children)
        return bare or past

    def same_word(self, draft: Draft, earlier: Draft) -> bool:
        """Whether the triggers are one word, or two forms of one."""
        return self._root(draft.token) == self._root(earlier.token)

    def roots(self, draft: Draft) -> set[str]:
        """The first letters of the trigger and, of violence, of the words for harm that belong to it."""
        tokens = (draft.token, *draft.outcomes) if draft.type == "ASSAULT" else (draft.token,)
        return {self._root(token) for token in tokens}

    def _root(self, token: int) -> str:
        """The first letters of a word, for "suspend" and "suspension"."""
        return self.document.syntax.lemmas[token][:5]

    def last_sentence(self, earlier: Draft, draft: Draft) -> int:
        """The sentence of the last telling of an act before another telling."""
        syntax = self.document.syntax
        before = [span for span in (earlier.trigger, *earlier.also) if span < draft.trigger]
        return syntax.sentence[syntax.tokens(max(before, default=earlier.trigger)).start]

    def reach(self, draft: Draft, earlier: Draft) -> int:
        """Sentences from the last telling of an act to another telling."""
        return self.document.syntax.sentence[draft.token] - self.last_sentence(earlier, draft)

    def definite(self, noun: int) -> bool:
        """As in "the attack", "its raid", "Monday's attack"."""
        syntax = self.document.syntax
        return any(
            (child < noun and syntax.lowers[child] in ("the", "this", "that", "these", "those", "its", "their"))
            or (syntax.deps[child] == "poss" and syntax.labels[child] in ("DATE", "TIME"))
            for child in syntax.children[noun]
        )

    def demonstrative(self, noun: int) -> bool:
        """As in "that assault": the act told last."""
        syntax = self.document.syntax
        return any(syntax.lowers[c] in ("this", "that", "these", "those") for c in syntax.children[noun])

    def plural(self, token: int) -> bool:
        """Several acts."""
        return self.document.syntax.tags[token] in ("NNS", "NNPS")

    def indefinite(self, noun: int) -> bool:
        """As in "an attack", "another attack"."""
        syntax = self.document.syntax
        return any(
            syntax.lowers[c] in ("a", "an", "another", "other", "any", "no", "each") for c in syntax.children[noun]
        )
