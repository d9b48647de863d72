"""Who takes part: the slots of a frame filled from the syntax, and each filler turned into a party.

Rules, in the order in which they are tried for one side of an event:
    1. the slots of the frame, best first; the first slot with a party in it wins;
    2. a filler that is no party itself ("a strike", "the offer", "sanctions") is opened: its possessor, its
       prepositional objects and its modifiers are tried ("an Israeli strike", "demands from rebels");
    3. for acts of speech the complement clause is searched ("demanded that X leave" -> X).

A town, base or vehicle that is attacked is kept as recipient with the actor that its mention was given, if any: in
PLOVER the target of an attack may be a place, and WikiEvents marks it so. A place in a phrase of place ("in Aleppo")
is no recipient.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.events.parties import Cast, distinct, lists
from dateline.events.slots import Slots
from dateline.records import Party
from dateline.spans import Span

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
_PERSONAL = frozenset({"ASSAULT", "COERCE", "REQUEST", "CONSULT", "ACCUSE", "SANCTION"})
_DUTY = frozenset({"must", "should", "ought", "shall"})
_FORCE = frozenset({"ASSAULT", "COERCE"})
_CONCERNING = frozenset({"AID", "SANCTION", "CONCEDE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "ACCUSE"})
_BODILY = frozenset({"seize", "arrest", "abduct", "convict", "release", "expel"})  # done to someone, whatever the word
UNKNOWN_ACTOR = "actor unknown"


@dataclass(slots=True)
class Roles:
    """Fills the two sides of drafts of one document."""

    document: Document
    drafts: list[Draft]
    grammar: Grammar
    cast: Cast
    slots: Slots = field(init=False)

    def __post_init__(self) -> None:
        self.slots = Slots(self.document, self.grammar, self.cast)

    def fill(self) -> None:
        """Set actors and recipients of every draft; say so where no actor was found."""
        for draft in self.drafts:
            undergone = self.slots.undergone(draft)
            if draft.frame.mutual:
                actors = self._all_sides(draft)
            else:
                actors = self._side(draft, draft.frame.actor, things=False, swap=undergone)
            actors = actors or self._parties(self.slots.doers(draft), things=False, plain=True)
            actors = actors or self._parties(self.slots.behind_weapon(draft), things=False, plain=True)
            things = draft.type == "ASSAULT" or not _BODILY.isdisjoint(draft.modes)
            recipients = self._side(draft, draft.frame.recipient, things=things, swap=undergone, taken=actors)
            if not recipients and draft.type == "ASSAULT":
                recipients = self._without(self._parties(self.slots.aimed(draft), things=True), actors)
            if draft.frame.mutual:
                actors, recipients = distinct(actors + recipients), []
            if draft.outcomes:
                recipients = distinct(recipients + self._parties(self.slots.outcome(draft), things=True))
            actors, recipients = self._last_resorts(draft, actors, recipients)
            draft.actors = tuple(distinct([self.cast.spelled_out(p) for p in actors]))
            spelled = distinct([self.cast.spelled_out(p) for p in recipients])
            draft.recipients = tuple(self._without(spelled, draft.actors))
            if not actors:
                draft.derived.append(UNKNOWN_ACTOR)

    def _last_resorts(
        self, draft: Draft, actors: list[Party], recipients: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """Sides that the slots of the frame do not tell: in the content of what is said, asked or given."""
        if not recipients and draft.type in _SPEECH:
            recipients = self._told(draft, actors)
        recipients = [p for p in recipients if not any(p.span.overlaps(a.span) for a in actors)]
        if draft.type == "REQUEST" and self._duty(draft.token):
            actors, recipients = self._demanded(draft)
        if not recipients and draft.type in _CONCERNING:
            recipients = self._without(self._concerned(draft), actors)
        if draft.type == "MOBILIZE" and not actors:
            actors = self._deployed(draft, recipients)
        return actors, recipients

    def _concerned(self, draft: Draft) -> list[Party]:
        """The country or town that the content is about, where it names nobody ("suspended aid deliveries in X").

        A place right below the act itself is where the act was ("agreed in Geneva"), and stays out.
        """
        syntax, entities = self.document.syntax, self.document.entities
        own = (draft.token, draft.support)
        for token in range(draft.token + 1, syntax.right[draft.token] + 1):
            index = self.cast.entity(token)
            if index is None or entities[index].type != "GPE" or entities[index].kind != "name":
                continue
            above = self.grammar.ancestors(token)
            inside = above[: above.index(draft.token)] if draft.token in above else above
            nouns = [node for node in inside if syntax.pos[node] in ("NOUN", "PROPN", "VERB") and node not in own]
            clauses = [
                node
                for node in inside
                if syntax.deps[node] in ("relcl", "conj", "appos")
                or (syntax.deps[node] in ("advcl", "acl") and syntax.tags[node] != "VB")
            ]
            if nouns and not clauses:
                return [self.cast.of_entity(index)]
        return []

    def _deployed(self, draft: Draft, recipients: list[Party]) -> list[Party]:
        """As in "army units were deployed": where nobody is told to send them, those who move act."""
        if not self.grammar.is_verb(draft.token) or not self.grammar.passive(draft.token):
            return []
        moved = self._parties(self.slots.slot(draft, "object"), things=False)
        return self._without(moved, recipients)

    def _all_sides(self, draft: Draft) -> list[Party]:
        """Both sides of a mutual act: parties of all slots; weak slots only while there are not two."""
        found: list[Party] = []
        for slot in draft.frame.actor:
            if len(found) < 2 or slot in ("subject", "object", "with", "between"):
                found = distinct(found + self._each_side(self.slots.slot(draft, slot)))
        return found or self._side(draft, draft.frame.actor, things=False, swap=False)

    def _each_side(self, tokens: list[int]) -> list[Party]:
        """The party of each filler, or the name before a noun that is none ("army elements"): no side gets lost."""
        found: list[Party] = []
        for token in tokens:
            named = [t for t in self.slots.modifiers(token) if self.slots.may_modify(t)]
            found += self._parties([token], things=False) or self._parties(named, things=False, plain=True)
        return distinct(found)

    def _side(
        self, draft: Draft, slots: tuple[str, ...], *, things: bool, swap: bool, taken: Sequence[Party] = ()
    ) -> list[Party]:
        """The parties of the first slot that has any; then those inside the fillers that are none.

        `taken` are the parties of the other side: nobody stands on both.
        """
        fillers: list[int] = []
        for slot in slots:
            if slot == "matter":
                fillers += self.slots.matter(draft)
                continue
            if slot == "from" and draft.type in _FORCE and self.grammar.is_verb(draft.token) and slots[0] == "subject":
                continue  # "was kidnapped a mile from the town": no one's doing
            found = self.slots.slot(draft, slot, swap=swap)
            if taken and slot == "object":
                found = [t for t in found if not self._own(draft, t)]
            parties = self._without(self._parties(found, things=things, plain=slot == "modifier"), taken)
            if parties:
                return parties
            fillers += found
        for token in dict.fromkeys(fillers):
            if (
                token == draft.token
                or self._is_region(token)
                or any(p.span.start <= self._start(token) < p.span.end for p in taken)
            ):
                continue
            parties = self._without(self._parties([token], things=False), taken)
            parties = self._without(parties or self._open(token, things=things, taken=taken), taken)
            if parties:
                return parties
        return []

    def _is_region(self, token: int) -> bool:
        """As in "marched through the Honduran capital": the country of a place is no party."""
        index = self.cast.entity(token)
        return index is not None and (self.document.entities[index].type, self.document.entities[index].kind) == (
            "LOC",
            "nominal",
        )

    def _duty(self, verb: int) -> bool:
        """Whether a verb is told as a duty ("Kenya must leave")."""
        syntax = self.document.syntax
        return any(syntax.deps[c] == "aux" and syntax.lowers[c] in _DUTY for c in syntax.children[verb])

    def _demanded(self, draft: Draft) -> tuple[list[Party], list[Party]]:
        """As in "X said Y must leave": X asks, Y is asked; nobody asks where the report says so itself."""
        syntax, grammar = self.document.syntax, self.grammar
        verb = draft.token
        asked = self._parties(grammar.surface(verb) or grammar.objects(verb), things=False)
        above = syntax.heads[verb]
        if syntax.deps[verb] == "ccomp" and grammar.is_verb(above):
            return self._without(self._parties(grammar.subjects(above), things=False), asked), asked
        for statement in self.document.statements:
            source = statement.source_entity
            if source is not None and any(part.covers(draft.trigger) for part in statement.content):
                return self._without([self.cast.of_entity(source)], asked), asked
        return [], asked

    def _start(self, token: int) -> int:
        return self.document.syntax.starts[token]

    def _own(self, draft: Draft, token: int) -> bool:
        """Whether what is given or moved belongs to the giver ("offered its troops to ...")."""
        syntax = self.document.syntax
        return draft.type not in _PERSONAL and any(
            syntax.deps[c] == "poss" and syntax.tags[c] == "PRP$" for c in syntax.children[token]
        )

    def _without(self, parties: list[Party], taken: Sequence[Party]) -> list[Party]:
        """The parties that are none of the other side's."""
        return [p for p in parties if not any(p.span.overlaps(t.span) for t in taken) and not self._same(p, taken)]

    def _parties(self, tokens: list[int], *, things: bool, plain: bool = False) -> list[Party]:
        found: list[Party] = []
        for head in tokens:
            token = head if plain else self.cast.named(head)
            whole = token if plain else self._partitive(token)
            party = self.cast.party(whole, things=things) or (
                self.cast.party(token, things=things) if whole != token else None
            )
            if party is not None:
                found.append(self._with_name(party, whole))
        return distinct(found)

    def _partitive(self, token: int) -> int:
        """As in "dozens of protesters", "two of the men": the noun after "of", unless a mention has the first."""
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

    def _with_name(self, party: Party, token: int) -> Party:
        """As in "forces of the Kachin Army", where the mention is only "forces": the name tells which."""
        entities = self.document.entities
        if party.actor is not None and party.actor.code:
            return party
        if self.document.syntax.lemmas[token] not in lists()["troops"]:
            return party
        for inner in self.grammar.prepositional(token, "of")[:1]:
            index = self.cast.entity(inner)
            if index is None or (entities[index].kind, entities[index].type) != ("name", "ORG"):
                continue
            name = self.cast.of_entity(index)
            if not name.span.overlaps(party.span):
                return Party(Span(party.span.start, name.span.end), index, name.actor)
        return party

    def _open(self, token: int, *, things: bool, taken: Sequence[Party] = (), depth: int = 0) -> list[Party]:
        """The parties inside a noun phrase that is none itself, nearest relation first."""
        if depth > 2:
            return []
        grammar, syntax = self.grammar, self.document.syntax
        steps = [[c for c in syntax.children[token] if syntax.deps[c] == "poss"]]
        steps += [grammar.prepositional(token, *names) for names in _OPENED]
        steps.append([t for t in self.slots.modifiers(token) if self.slots.may_modify(t)])
        for tokens in steps:
            parties = self._without(self._parties(tokens, things=things), taken)
            if parties:
                return parties
        for clause in grammar.clauses(token):
            told = grammar.prepositional(clause, *_TOLD_ABOUT) if grammar.passive(clause) else []
            parties = self._without(self._parties(told, things=things), taken)
            if parties:
                return parties
        for tokens in steps[1:-1]:
            for inner in tokens:
                parties = self._open(inner, things=things, taken=taken, depth=depth + 1)
                if parties:
                    return parties
        return []

    def _told(self, draft: Draft, actors: list[Party]) -> list[Party]:
        """For acts of speech: the one whose act the complement clause tells, then those it is done to."""
        grammar = self.grammar
        for clause in grammar.clauses(draft.token):
            about = grammar.prepositional(clause, *_TOLD_ABOUT)
            for tokens in (grammar.surface(clause), grammar.objects(clause), about):
                inner = [p for t in tokens for p in self._open(t, things=False, taken=actors)]
                parties = self._without(self._parties(tokens, things=False) or inner, actors)
                if parties:
                    return parties[:1]
        return []

    def _same(self, party: Party, others: Sequence[Party]) -> bool:
        clusters = self.document.clusters
        if not clusters or party.entity is None or clusters[party.entity] is None:
            return False
        return any(o.entity is not None and clusters[o.entity] == clusters[party.entity] for o in others)
