"""Who takes part: the slots of a frame filled from the syntax, and each filler turned into a party.

Rules, in the order in which they are tried for one side of an event:
    1. the slots of the frame, best first; the first slot with a party in it wins;
    2. a filler that is no party itself ("a strike", "the offer", "sanctions") is opened: its possessor, its
       prepositional objects and its modifiers are tried ("an Israeli strike" -> Israeli, "demands from rebels" -> rebels);
    3. for acts of speech the complement clause is searched ("demanded that X leave" -> X).

A town, base or vehicle that is attacked is kept as recipient with the actor that its mention was given, if any: in
PLOVER the target of an attack may be a place, and WikiEvents marks it so. A place in a phrase of place ("in Aleppo")
is no recipient.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar, results
from dateline.events.parties import PEOPLE, Cast, distinct, lists
from dateline.ontology.nouns import noun_class
from dateline.records import Party

_OPENED = (
    ("by",),
    ("from",),
    ("against",),
    ("on", "upon"),
    ("with",),
    ("to",),
    ("between", "among"),
    ("of",),
    ("for",),
)
_TOLD_ABOUT = ("with", "to", "against", "from", "on", "for", "between")
_SPEECH = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "SUPPORT", "COERCE", "SANCTION"})
UNKNOWN_ACTOR = "actor unknown"


@dataclass(slots=True)
class Roles:
    """Fills the two sides of drafts of one document."""

    document: Document
    drafts: list[Draft]
    grammar: Grammar
    cast: Cast

    def fill(self) -> None:
        """Set actors and recipients of every draft; say so where no actor was found."""
        for draft in self.drafts:
            undergone = self._undergone(draft)
            if draft.frame.mutual:
                actors = self._all_sides(draft)
            else:
                actors = self._side(draft, draft.frame.actor, things=False, swap=undergone)
            recipients = self._side(draft, draft.frame.recipient, things=draft.type == "ASSAULT", swap=undergone)
            if draft.outcomes:
                recipients = distinct(recipients + self._parties(self._outcome(draft), things=True))
            if not recipients and draft.type in _SPEECH:
                recipients = self._told(draft, actors)
            recipients = [p for p in recipients if not any(p.span.overlaps(a.span) for a in actors)]
            if draft.frame.mutual:
                actors, recipients = distinct(actors + recipients), []
            draft.actors, draft.recipients = tuple(actors), tuple(recipients)
            if not actors:
                draft.derived.append(UNKNOWN_ACTOR)

    def _undergone(self, draft: Draft) -> bool:
        """Whether the verb above a noun trigger turns its subject into the one who suffers ("faced attacks")."""
        syntax, verb = self.document.syntax, self._verb_above(draft)
        if verb is None or not self._is_noun(draft):
            return False
        return syntax.lemmas[verb] in lists()["undergo"] and not self.grammar.passive(verb)

    def _is_noun(self, draft: Draft) -> bool:
        return not self.grammar.is_verb(draft.token)

    def _verb_above(self, draft: Draft) -> int | None:
        """The light verb of a noun trigger, else the verb whose object it is or stands with ("came under attack")."""
        syntax = self.document.syntax
        if draft.support is not None:
            return draft.support
        head = syntax.heads[draft.token]
        if syntax.deps[draft.token] == "conj":
            head = syntax.heads[head]
        if syntax.deps[head] == "prep" and syntax.lowers[head] in ("under", "to", "from", "in"):
            head = syntax.heads[head]
        return head if head != draft.token and self.grammar.is_verb(head) else None

    def _all_sides(self, draft: Draft) -> list[Party]:
        """Both sides of a mutual act: parties of all slots; weak slots only while there are not two."""
        found: list[Party] = []
        for slot in draft.frame.actor:
            if len(found) < 2 or slot in ("subject", "object", "with", "between"):
                found = distinct(found + self._parties(self.slot(draft, slot), things=False))
        return found or self._side(draft, draft.frame.actor, things=False, swap=False)

    def _side(self, draft: Draft, slots: tuple[str, ...], *, things: bool, swap: bool) -> list[Party]:
        """The parties of the first slot that has any; then those inside the fillers that are none."""
        fillers: list[int] = []
        for slot in slots:
            if slot == "matter":
                fillers += self._matter(draft)
                continue
            found = self.slot(draft, slot, swap=swap)
            parties = self._parties(found, things=things, plain=slot == "modifier")
            if parties:
                return parties
            fillers += found
        for token in fillers:
            if token == draft.token:
                continue
            parties = self._open(token, things=things)
            if parties:
                return parties
        return []

    def _parties(self, tokens: list[int], *, things: bool, plain: bool = False) -> list[Party]:
        found: list[Party] = []
        for token in tokens:
            whole = token if plain else self._partitive(token)
            party = self.cast.party(whole, things=things) or (
                self.cast.party(token, things=things) if whole != token else None
            )
            if party is not None:
                found.append(party)
        return distinct(found)

    def _partitive(self, token: int) -> int:
        """ "dozens of protesters", "two of the men": the noun after "of", unless a mention covers the first word."""
        syntax = self.document.syntax
        for _ in range(2):
            if syntax.lemmas[token] not in lists()["partitives"] and syntax.pos[token] != "NUM":
                return token
            if self.cast.entity(token) is not None and syntax.pos[token] != "NUM":
                return token
            inner = self.grammar.prepositional(token, "of")
            if not inner:
                return token
            token = inner[0]
        return token

    def _open(self, token: int, *, things: bool, depth: int = 0) -> list[Party]:
        """The parties inside a noun phrase that is none itself, nearest relation first."""
        if depth > 2:
            return []
        grammar, syntax = self.grammar, self.document.syntax
        steps = [[c for c in syntax.children[token] if syntax.deps[c] == "poss"]]
        steps += [grammar.prepositional(token, *names) for names in _OPENED]
        steps.append(self._modifiers(token))
        for tokens in steps:
            parties = self._parties(tokens, things=things)
            if parties:
                return parties
        for tokens in steps[1:-1]:
            for inner in tokens:
                parties = self._open(inner, things=things, depth=depth + 1)
                if parties:
                    return parties
        return []

    def _modifiers(self, noun: int) -> list[int]:
        """Compounds and adjectives before a noun, with those coordinated with them."""
        syntax = self.document.syntax
        return [
            t
            for child in syntax.children[noun]
            if syntax.deps[child] in ("compound", "amod", "nmod", "npadvmod", "nsubj") and child < noun
            for t in syntax.conjuncts(child)
            if t < noun and not self.grammar.is_verb(t)
        ]

    def slot(self, draft: Draft, name: str, *, swap: bool = False) -> list[int]:
        """Head tokens that fill a slot of the frame; [] where it is empty."""
        if name in ("subject", "object", "iobject", "complement"):
            return self._clausal(draft, name, swap=swap)
        if name == "poss":
            return self.grammar.row(draft.token) and [
                t
                for child in self.document.syntax.children[draft.token]
                if self.document.syntax.deps[child] == "poss"
                for t in self.grammar.row(child)
            ]
        if name == "modifier":
            return [t for t in self._modifiers(draft.token) if self._may_modify(t)]
        return self._outcome(draft) if name == "outcome" else self._prepositional(draft, name)

    def _outcome(self, draft: Draft) -> list[int]:
        """Those who came to harm: "..., killing three soldiers", "left four dead", "the death of a guard"."""
        grammar, syntax = self.grammar, self.document.syntax
        words = list(draft.outcomes)
        for head in dict.fromkeys(t for t in (draft.support, draft.token, self._verb_above(draft)) if t is not None):
            words += [
                c
                for c in syntax.children[head]
                if syntax.lemmas[c] in results() and syntax.deps[c] in ("advcl", "acl", "conj")
            ]
        found: list[int] = []
        for word in dict.fromkeys(words):
            found += self._harmed(word)
        return [t for t in dict.fromkeys(found) if t != draft.token and t not in words]

    def _harmed(self, word: int) -> list[int]:
        """Who a word of harm is about: the object of a verb (the subject of "die"), "of ..." after a noun."""
        grammar, syntax = self.grammar, self.document.syntax
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
        return grammar.prepositional(word, "of", "among", "to") or owners or self._modifiers(word)

    def _matter(self, draft: Draft) -> list[int]:
        """Whom the content of an act of speech or policy may be about, nearest first."""
        grammar, syntax = self.grammar, self.document.syntax
        heads = [t for t in (draft.matter, draft.token, draft.support) if t is not None]
        found: list[int] = []
        for head in heads:
            if not grammar.is_verb(head):
                found += [head] if head == draft.matter else []
            else:
                found += grammar.surface(head) if head == draft.matter else []
                found += grammar.objects(head)
            for child in syntax.children[head]:
                if syntax.deps[child] == "prep" and child > draft.token:
                    found += grammar.prepositional(head, syntax.lowers[child])
            for clause in grammar.clauses(head):
                found += grammar.surface(clause) + grammar.objects(clause)
        return [t for t in dict.fromkeys(found) if t != draft.token]

    def _may_modify(self, token: int) -> bool:
        """A modifier is a side only where it names someone ("rebel", "Israeli"), not something ("rocket")."""
        index = self.cast.entity(token)
        if index is not None and self.document.entities[index].type in PEOPLE | {"FAC"}:
            return True
        known = noun_class(self.document.syntax.lowers[token])
        return known is not None and known.kind != "place"

    def _clausal(self, draft: Draft, name: str, *, swap: bool) -> list[int]:
        grammar, token = self.grammar, draft.token
        if self._is_noun(draft):
            verb = self._verb_above(draft)
            if verb is None or (draft.support is None and not swap):
                return []
            if swap:
                return grammar.subjects(verb) if name == "object" else []
            token = verb
        if name == "subject":
            return [t for t in grammar.subjects(token) if t != draft.token]
        if name == "object":
            return [t for t in grammar.objects(token) if t != draft.token]
        if name == "iobject":
            return grammar.datives(token)
        return [t for clause in grammar.clauses(token) for t in grammar.surface(clause)]

    def _prepositional(self, draft: Draft, name: str) -> list[int]:
        """Objects of a preposition on the trigger, on its light verb, or on the object of its verb."""
        grammar, syntax = self.grammar, self.document.syntax
        if name == "by" and grammar.is_verb(draft.token):
            return grammar.agents(draft.token)
        heads = [draft.token]
        if draft.support is not None:
            heads.append(draft.support)
        for head in list(heads):
            if grammar.is_verb(head):
                heads += [
                    c for c in syntax.children[head] if syntax.deps[c] in ("dobj", "acomp", "prt") and c != draft.token
                ]
            elif (above := self._verb_above(draft)) is not None and self._lends(above, head, name):
                heads.append(above)
        found: list[int] = []
        for head in dict.fromkeys(heads):
            found += grammar.prepositional(head, name)
            if found:
                break
        return found

    def _lends(self, verb: int, noun: int, preposition: str) -> bool:
        """Whether a phrase of the verb above may belong to its noun: "launched an attack on", "came under attack by"."""
        syntax = self.document.syntax
        if preposition == "by":
            return syntax.lemmas[verb] in lists()["undergo"]
        return syntax.deps[noun] in ("dobj", "nsubjpass") and preposition != "of"

    def _told(self, draft: Draft, actors: list[Party]) -> list[Party]:
        """For acts of speech: the one whose act the complement clause tells, then those it is done to."""
        grammar = self.grammar
        taken = [party.span for party in actors]
        for clause in grammar.clauses(draft.token):
            about = grammar.prepositional(clause, *_TOLD_ABOUT)
            for tokens in (grammar.surface(clause), grammar.objects(clause), about):
                for party in self._parties(tokens, things=False) or [
                    p for t in tokens for p in self._open(t, things=False)
                ]:
                    if not any(party.span.overlaps(span) for span in taken) and not self._same(party, actors):
                        return [party]
        return []

    def _same(self, party: Party, others: list[Party]) -> bool:
        clusters = self.document.clusters
        if not clusters or party.entity is None or clusters[party.entity] is None:
            return False
        return any(o.entity is not None and clusters[o.entity] == clusters[party.entity] for o in others)
