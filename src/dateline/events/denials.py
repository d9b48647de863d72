"""What becomes of acts that somebody denies.

    "X denied that its forces had shelled a market"     X denies responsibility; the shelling stays denied, unless
                                                        the same sentence tells its dead or wounded as fact
    "Armenia denied it", "denied shelling homes"        of an act of its forces told right before: a claim on that act
    "the military had not carried out any air strike"   said after an air strike was told: the military denies
                                                        responsibility for that one, and there is no second event

A denial never makes the denier an actor. One who was told as the doer elsewhere stays so: the report keeps both.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.events.likeness import Likeness
from dateline.events.parties import Cast
from dateline.events.pointing import Pointing
from dateline.events.roles import UNKNOWN_ACTOR
from dateline.events.union import absorb
from dateline.records import Claim, Party

_ACTS = frozenset({"ASSAULT", "COERCE"})
_FACT = frozenset({"actual", "ongoing"})
_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "dispute"})
_REACH = 10  # sentences that a denial may stand after the act
_DENIES = "denies_responsibility"


@dataclass(slots=True)
class Denials:
    """Settles the denied acts of one document."""

    document: Document
    grammar: Grammar
    cast: Cast
    like: Likeness = field(init=False)
    pointing: Pointing = field(init=False)

    def __post_init__(self) -> None:
        self.like = Likeness(self.document)
        self.pointing = Pointing(self.document, self.grammar, self.like)

    def settle(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts that remain, with the claims of those who deny."""
        gone: set[int] = set()
        for draft in drafts:
            if draft.type not in _ACTS or draft.status != "negated" or id(draft) in gone:
                continue
            verb = self._denying(draft)
            denier = self._own_denier(draft, verb) if verb is not None else self._speaker(draft)
            if denier is None or denier.entity is None:
                continue
            earlier = self._told(draft, drafts, gone)
            if earlier is not None:
                self._claim(earlier, denier)
                earlier.also.append(draft.trigger)
                gone.add(id(draft))
            elif verb is not None:
                self._claim(draft, denier)
                self._keep_denied(draft, denier, drafts, gone)
        left = [draft for draft in drafts if id(draft) not in gone]
        self._bare(left)
        return left

    def _bare(self, drafts: list[Draft]) -> None:
        """Denials that are no act of their own: of "it", or in a clause with the word of the act told before."""
        syntax, own = self.document.syntax, {draft.token for draft in drafts if draft.type in _ACTS}
        for verb in range(len(syntax)):
            if syntax.lemmas[verb] != "deny" or not self.grammar.is_verb(verb) or self.grammar.passive(verb):
                continue
            objects = self.grammar.objects(verb)
            parsed_as_noun = [verb + 1] if any(syntax.left[t] == verb + 1 for t in objects) else []
            clauses = [c for c in (*self.grammar.clauses(verb), *parsed_as_noun) if c not in own]
            it = any(syntax.lowers[t] in ("it", "this", "that") for t in objects)
            deniers = [p for t in self.grammar.subjects(verb) if (p := self.cast.party(t, things=False)) is not None]
            for draft in self._just_told(verb, drafts):
                said = any(syntax.lemmas[c][:5] == syntax.lemmas[draft.token][:5] for c in clauses)
                if (it or said) and any(self._answers_for(p, draft) for p in deniers[:1]):
                    self._claim(draft, deniers[0])
                    break

    def _just_told(self, verb: int, drafts: list[Draft]) -> list[Draft]:
        """What somebody says, last telling first, in this sentence or the one before."""
        sentence = self.document.syntax.sentence
        return [
            d
            for d in reversed(drafts)
            if d.type in _ACTS and d.said_by and d.token < verb and sentence[verb] - sentence[d.token] <= 1
        ]

    def _answers_for(self, denier: Party, draft: Draft) -> bool:
        """Whether an act is told as that of the denier, or of the forces of its own state."""
        accused = [self.cast.of_entity(c.by) for c in draft.claims if c.kind in ("accused", "suspected")]
        for party in (*draft.actors, *accused):
            if self.like.identity(denier) & self.like.identity(party):
                return True
            one, two = denier.actor, party.actor
            if one is None or two is None or not one.code or one.code != two.code:
                continue
            if two.sectors and _STATE.issuperset({*one.sectors, *two.sectors}):
                return True
        return False

    def _denying(self, draft: Draft) -> int | None:
        """The verb of denial right above the clause of an act."""
        syntax = self.document.syntax
        node = draft.support if draft.support is not None else draft.token
        for _ in range(3):
            head = syntax.heads[node]
            if syntax.deps[node] in ("ccomp", "xcomp", "acl") and syntax.lemmas[head] in _DENYING:
                return head
            if syntax.deps[node] == "acl" and syntax.lemmas[syntax.heads[head]] in _DENYING:
                return syntax.heads[head]
            if syntax.deps[node] != "conj" or head == node:
                return None
            node = head
        return None

    def _own_denier(self, draft: Draft, verb: int) -> Party | None:
        """Who denies, where the denied act is their own or that of their people."""
        deniers = [p for t in self.grammar.subjects(verb) if (p := self.cast.party(t, things=False)) is not None]
        if not deniers:
            return None
        syntax, clause = self.document.syntax, draft.support if draft.support is not None else draft.token
        if not draft.actors:
            return deniers[0]
        for token in self.grammar.subjects(clause):
            owners = [c for c in syntax.children[token] if syntax.tags[c] == "PRP$"]
            if owners or syntax.tags[token] == "PRP":
                return deniers[0]
        return deniers[0] if self.like.any_alike((deniers[0],), draft.actors) else None

    def _speaker(self, draft: Draft) -> Party | None:
        """Of whom someone says that they did not do it."""
        named = [p for p in draft.actors if p.entity is not None]
        return named[0] if draft.said_by and named else None

    def _told(self, draft: Draft, drafts: list[Draft], gone: set[int]) -> Draft | None:
        """The act told before that is denied here: of the same word or means, and of nobody else."""
        sentence = self.document.syntax.sentence
        found = [
            d
            for d in drafts
            if d.type == draft.type
            and d.status in _FACT
            and not d.historical
            and id(d) not in gone
            and d.token < draft.token
            and sentence[draft.token] - sentence[d.token] <= _REACH
            and (self.pointing.same_word(draft, d) or set(draft.modes) & set(d.modes))
            and not self.like.contradict(d, draft)
        ]
        return found[-1] if found else None

    def _keep_denied(self, draft: Draft, denier: Party, drafts: list[Draft], gone: set[int]) -> None:
        """The act without the denier as its doer; a fact where its harm is told as one."""
        if draft.actors:
            draft.actors = ()
            draft.derived.append(UNKNOWN_ACTOR)
        syntax = self.document.syntax
        for other in drafts:
            inside = syntax.left[draft.token] <= other.token <= syntax.right[draft.token]
            if other is draft or not inside or other.type != "ASSAULT" or other.status not in _FACT:
                continue
            if not other.actors and not self.like.contradict(draft, other, joined=True):
                draft.status = "actual"
                absorb(self.like, draft, other)
                gone.add(id(other))
        if any(self._told_beside(outcome, draft) for outcome in draft.outcomes):
            draft.status = "actual"
        if draft.status == "actual":
            draft.said_by = self._sayers(draft, denier)

    def _sayers(self, draft: Draft, denier: Party) -> tuple[int, ...]:
        """Those whose words tell the harm, the denier left out."""
        syntax, found = self.document.syntax, []
        spans = [syntax.span(t, t) for t in draft.outcomes] + draft.also
        for index, statement in enumerate(self.document.statements):
            if statement.source_entity != denier.entity and any(
                part.covers(span) for part in statement.content for span in spans
            ):
                found.append(index)
        return tuple(found)

    def _told_beside(self, outcome: int, draft: Draft) -> bool:
        """Whether harm is told in a relative clause of the denied one ("..., where doctors said 14 people died")."""
        for node in [outcome, *self.grammar.ancestors(outcome)]:
            if node == draft.token:
                return False
            if self.document.syntax.deps[node] == "relcl":
                return True
        return False

    def _claim(self, draft: Draft, denier: Party) -> None:
        if denier.entity is not None and Claim(denier.entity, _DENIES) not in draft.claims:
            draft.claims = (*draft.claims, Claim(denier.entity, _DENIES))
