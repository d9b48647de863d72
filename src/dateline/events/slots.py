"""Fills the slots of a frame with tokens: where the subject, the object and the phrases of an act stand."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar, results
from dateline.events.parties import PEOPLE, SOMEBODY, Cast, lists
from dateline.ontology.nouns import noun_class
from dateline.syntax import Syntax

_CIRCUMSTANCE = frozenset(
    {"at", "near", "during", "after", "before", "since", "until", "amid", "following", "by", "as", "despite"}
)
_FOES = frozenset({"fight", "target", "hit", "kill", "attack", "defeat", "crush", "oust", "punish"})


@dataclass(slots=True)
class Slots:
    """Reads the slots of drafts of one document; answers are head tokens, in order."""

    document: Document
    grammar: Grammar
    cast: Cast

    @property
    def syntax(self) -> Syntax:
        """The parse."""
        return self.document.syntax

    def undergone(self, draft: Draft) -> bool:
        """Whether the verb above a noun trigger turns its subject into the one who suffers ("faced attacks")."""
        verb = self.verb_above(draft)
        if verb is None or not self._is_noun(draft):
            return False
        return self.syntax.lemmas[verb] in lists()["undergo"] and not self.grammar.passive(verb)

    def _is_noun(self, draft: Draft) -> bool:
        return not self.grammar.is_verb(draft.token)

    def verb_above(self, draft: Draft) -> int | None:
        """The light verb of a noun trigger, else the verb whose object it is or stands with ("came under attack")."""
        syntax = self.syntax
        if draft.support is not None:
            return draft.support
        head = syntax.heads[draft.token]
        if syntax.deps[draft.token] == "conj":
            head = syntax.heads[head]
        if syntax.deps[head] == "prep" and syntax.lowers[head] in ("under", "to", "from", "in"):
            head = syntax.heads[head]
        return head if head != draft.token and self.grammar.is_verb(head) else None

    def _support(self, draft: Draft) -> int | None:
        """The verb whose subject does what a noun names: the light verb, or one of doing ("staged a strike")."""
        if draft.support is not None:
            return draft.support
        syntax, verb = self.syntax, self.verb_above(draft)
        if verb is None or syntax.heads[draft.token] != verb:
            return None
        inside = draft.trigger.start <= syntax.starts[verb] < draft.trigger.end
        return verb if inside or syntax.lemmas[verb] in lists()["doing"] else None

    def slot(self, draft: Draft, name: str, *, swap: bool = False) -> list[int]:
        """Head tokens that fill a slot of the frame; [] where it is empty."""
        if name in ("subject", "object", "iobject", "complement"):
            return self._clausal(draft, name, swap=swap)
        if name == "poss":
            return self.grammar.row(draft.token) and [
                t
                for child in self.syntax.children[draft.token]
                if self.syntax.deps[child] == "poss"
                for t in self.grammar.row(child)
            ]
        if name == "modifier":
            return [t for t in self.modifiers(draft.token) if self.may_modify(t)]
        return self.outcome(draft) if name == "outcome" else self._prepositional(draft, name)

    def _clausal(self, draft: Draft, name: str, *, swap: bool) -> list[int]:
        grammar, token = self.grammar, draft.token
        if self._is_noun(draft):
            verb = self.verb_above(draft) if swap else self._support(draft)
            if verb is None:
                return self._without_verb(token) if name == "subject" else self._described(token, name)
            if swap:
                return grammar.subjects(verb) if name == "object" else []
            token = verb
        if name == "subject":
            return [t for t in grammar.subjects(token) if t != draft.token]
        if name == "object":
            heads = [h for h in self._heads(draft) if grammar.is_verb(h) and h not in draft.outcomes]
            return [t for head in heads for t in grammar.objects(head)]
        if name == "iobject":
            return [t for head in self._heads(draft) if grammar.is_verb(head) for t in grammar.datives(head)]
        return [t for clause in grammar.clauses(token) for t in grammar.surface(clause)]

    def _described(self, token: int, name: str) -> list[int]:
        """The noun that an adjective of harm describes: "wounded soldiers"."""
        syntax = self.syntax
        if name != "object" or syntax.pos[token] != "ADJ":
            return []
        if syntax.deps[token] == "conj":
            token = syntax.heads[token]
        return [syntax.heads[token]] if syntax.deps[token] == "amod" else []

    def _heads(self, draft: Draft) -> list[int]:
        """The words of a trigger that something may hang from: its head, its light verb, its other verbs and nouns."""
        syntax = self.syntax
        found = [draft.token] if draft.support is None else [draft.token, draft.support]
        inside = syntax.tokens(draft.trigger)
        return found + [t for t in inside if t not in found and syntax.pos[t] in ("VERB", "NOUN")]

    def _without_verb(self, token: int) -> list[int]:
        """As in "X is ready to help": X; in a sentence parsed without a verb, the noun at its root."""
        syntax = self.syntax
        head = syntax.heads[token]
        if syntax.pos[token] == "ADJ" and self.grammar.is_verb(head):
            return self.grammar.surface(head)
        if syntax.tags[token] == "NNS" and syntax.deps[token] in ("conj", "appos") and syntax.deps[head] == "ROOT":
            return [head] if head < token and not self.grammar.is_verb(head) else []
        return []

    def _prepositional(self, draft: Draft, name: str) -> list[int]:
        """Objects of a preposition on the words of the trigger, on their objects, or on the verb above."""
        grammar, syntax = self.grammar, self.syntax
        if name == "by" and grammar.is_verb(draft.token):
            return grammar.agents(draft.token)
        heads = self._heads(draft)
        for head in list(heads):
            if grammar.is_verb(head):
                heads += [c for c in syntax.children[head] if syntax.deps[c] in ("dobj", "acomp", "prt")]
            elif (above := self.verb_above(draft)) is not None and self._lends(above, head, name):
                heads.append(above)
        found: list[int] = []
        for head in dict.fromkeys(heads):
            found += grammar.prepositional(head, name)
            if found:
                return found
        far = name == "against" or (name == "by" and self._is_noun(draft))
        return self._anywhere(draft, name) if far else []

    def _anywhere(self, draft: Draft, name: str) -> list[int]:
        """Objects of a preposition that says nothing else, wherever it hangs below the trigger, clauses aside."""
        syntax, top = self.syntax, draft.token if draft.support is None else draft.support
        for token in range(draft.token + 1, syntax.right[top] + 1):
            if syntax.lowers[token] != name or syntax.deps[token] != "prep":
                continue
            between = self.grammar.ancestors(token)
            between = between[: between.index(top)] if top in between else between
            if not any(self.grammar.is_verb(node) for node in between):
                return self.grammar.prepositional(syntax.heads[token], name)
        return []

    def _lends(self, verb: int, noun: int, preposition: str) -> bool:
        """Whether a phrase of the verb above may belong to its noun: "launched an attack on"."""
        syntax = self.syntax
        if preposition == "by":
            return syntax.lemmas[verb] in lists()["undergo"]
        return syntax.deps[noun] in ("dobj", "nsubjpass") and preposition != "of"

    def modifiers(self, noun: int) -> list[int]:
        """Compounds and adjectives before a noun, with those coordinated with them."""
        syntax = self.syntax
        if self.grammar.is_verb(noun) and self.grammar.passive(noun):
            return []  # "Three soldiers killed": no modifier of a noun
        return [
            t
            for child in syntax.children[noun]
            if syntax.deps[child] in ("compound", "amod", "nmod", "npadvmod", "nsubj") and child < noun
            for t in syntax.conjuncts(child)
            if t < noun and not self.grammar.is_verb(t)
        ]

    def may_modify(self, token: int) -> bool:
        """A modifier is a side only where it names someone ("rebel", "Israeli"), not something ("rocket")."""
        index = self.cast.entity(token)
        if index is not None and self.document.entities[index].type in PEOPLE | {"FAC"}:
            return True
        if self.syntax.pos[token] not in ("NOUN", "PROPN") or self.syntax.lemmas[token] in lists()["no_modifier"]:
            return False
        known = noun_class(self.syntax.lowers[token])
        return known is not None and known.kind in SOMEBODY

    def outcome(self, draft: Draft) -> list[int]:
        """Those who came to harm: "..., killing three soldiers", "left four dead", "the death of a guard"."""
        syntax = self.syntax
        words = list(draft.outcomes)
        for head in dict.fromkeys(t for t in (draft.support, draft.token, self.verb_above(draft)) if t is not None):
            words += [
                c
                for c in syntax.children[head]
                if syntax.lemmas[c] in results() and syntax.deps[c] in ("advcl", "acl", "conj")
            ]
        found: list[int] = []
        for word in dict.fromkeys(words):
            found += self._harmed(word)
        return [t for t in dict.fromkeys(found) if t != draft.token and t not in words]

    def aimed(self, draft: Draft) -> list[int]:
        """Whom a noun of violence is about by other words: "bombings targeting X", "the shelling of X"."""
        grammar, syntax = self.grammar, self.syntax
        if grammar.is_verb(draft.token):
            return []
        found: list[int] = []
        for child in syntax.children[draft.token]:
            if syntax.deps[child] in ("acl", "relcl") and syntax.lemmas[child] in lists()["aiming"]:
                found += grammar.prepositional(child, "at", "against", "on") or grammar.objects(child)
            if syntax.deps[child] in ("acl", "advcl") and syntax.tags[child] == "VB" and syntax.lemmas[child] in _FOES:
                found += grammar.objects(child)  # "an assault to fight the militia"
        if not found and syntax.lemmas[draft.token].endswith("ing"):
            found = grammar.prepositional(draft.token, "of")
        return [t for t in found if t != draft.token]

    def doers(self, draft: Draft) -> list[int]:
        """Who did it where the noun of another act tells: "killed in police firing", "in a raid by rebels"."""
        grammar, syntax = self.grammar, self.syntax
        if draft.type != "ASSAULT" or not grammar.is_verb(draft.token):
            return []
        found: list[int] = []
        for noun in grammar.prepositional(draft.token, "in", "during", "by", "under", "from"):
            if syntax.lemmas[noun] in lists()["acts"]:
                found += [c for c in syntax.children[noun] if syntax.deps[c] == "poss"]
                found += grammar.prepositional(noun, "by")
                found += [t for t in self.modifiers(noun) if self.may_modify(t)]
            elif noun + 1 < len(syntax) and syntax.heads[noun + 1] == noun and syntax.tags[noun + 1] == "VBG":
                found += [noun] if syntax.lemmas[noun + 1] in lists()["acts"] else []  # "in police firing"
        return found

    def behind_weapon(self, draft: Draft) -> list[int]:
        """Whose weapon it is that hits something: "a Kenyan shell hit the hut", "the army's drones struck"."""
        grammar, syntax = self.grammar, self.syntax
        if draft.type != "ASSAULT" or not grammar.is_verb(draft.token):
            return []
        weapons = {t for instrument in self.document.instruments for t in syntax.tokens(instrument.span)}
        found: list[int] = []
        for noun in grammar.subjects(draft.token):
            if noun not in weapons:
                continue
            found += [c for c in syntax.children[noun] if syntax.deps[c] == "poss"]
            found += [t for t in self.modifiers(noun) if self.may_modify(t)]
        return found

    def _harmed(self, word: int) -> list[int]:
        """Who a word of harm is about: the object of a verb (the subject of "die"), "of ..." after a noun."""
        grammar, syntax = self.grammar, self.syntax
        if grammar.is_verb(word):
            if syntax.lemmas[word] in lists()["dying"]:
                return grammar.surface(word)
            told = [t for clause in grammar.clauses(word) for t in grammar.surface(clause)]
            return grammar.objects(word) or told
        if syntax.pos[word] == "ADJ":
            head = syntax.heads[word]
            return [c for c in syntax.children[word] if syntax.deps[c] == "nsubj"] or (
                grammar.objects(head) or grammar.surface(head) if grammar.is_verb(head) else []
            )
        owners = [c for c in syntax.children[word] if syntax.deps[c] == "poss"]
        return grammar.prepositional(word, "of", "among", "to") or owners or self.modifiers(word)

    def matter(self, draft: Draft) -> list[int]:
        """Whom the content of an act of speech or policy may be about, nearest first."""
        grammar, syntax = self.grammar, self.syntax
        heads = [t for t in (draft.matter, draft.token, draft.support) if t is not None]
        found: list[int] = []
        for head in heads:
            if not grammar.is_verb(head):
                found += [head] if head == draft.matter else []
            else:
                found += grammar.surface(head) if head == draft.matter else []
                found += grammar.objects(head)
            for child in syntax.children[head]:
                if syntax.deps[child] == "prep" and child > draft.token and syntax.lowers[child] not in _CIRCUMSTANCE:
                    found += grammar.prepositional(head, syntax.lowers[child])
            for clause in grammar.clauses(head):
                found += grammar.surface(clause) + grammar.objects(clause)
        return [t for t in dict.fromkeys(found) if t != draft.token]
