"""Who ties an act to whom by words alone: claims of responsibility, denials, accusations, suspicion.

An accusation never makes the accused an actor: the party goes to `claims` and leaves `actors`. A hedge on the actor
itself ("suspected rebels attacked") keeps the actor, for the report tells the act as his, and adds a claim `suspected`.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.events.parties import Cast
from dateline.events.roles import UNKNOWN_ACTOR
from dateline.records import Claim, Party

_ACTS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"})
_SPOKEN = frozenset({"ACCUSE", "REJECT", "CONCEDE", "AGREE"})
HEDGED = "actor hedged"


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    """claims.yaml, its plain lists as sets."""
    raw = resources.files("dateline.events").joinpath("claims.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(raw, Loader=yaml.CSafeLoader)
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in data.items()}


@dataclass(slots=True)
class ClaimReader:
    """Finds claims in one document and attaches them to the drafts of the acts they are about."""

    document: Document
    drafts: list[Draft]
    grammar: Grammar
    cast: Cast
    _by_token: dict[int, Draft] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_token = {draft.token: draft for draft in reversed(self.drafts) if draft.type in _ACTS}

    def read(self) -> None:
        """Set `claims` of the drafts, and take the accused out of `actors`."""
        syntax, suspecting = self.document.syntax, _lists()["suspecting"]
        verbs, copula = _lists()["verbs"], _lists()["copula"]
        for token in range(len(syntax)):
            lemma = syntax.lemmas[token]
            if lemma in verbs and self.grammar.is_verb(token):
                self._verb(token, verbs[lemma])
            elif lemma in copula:
                self._copula(token, copula[lemma])
            if lemma in suspecting and self.grammar.is_verb(token) and self.grammar.passive(token):
                self._thought(token)
        for draft in self.drafts:
            if draft.type in _ACTS:
                self._hedged(draft)

    def _verb(self, verb: int, readings: list[dict[str, Any]]) -> None:
        """The first reading whose party and act are both there."""
        for reading in readings:
            holder = self._holder(verb, reading)
            if holder is None:
                continue
            parties = [p for p in self._parties(verb, holder, reading) if p.entity is not None]
            if not parties:
                continue
            draft = self._act(verb, holder, reading)
            if draft is not None and reading["act"] == "clause" and not self._own_act(verb, draft, parties):
                continue
            if draft is not None:
                kind = reading["kind"]
                if kind == "claims_responsibility" and self._negated(verb):
                    kind = "denies_responsibility"
                elif "denied" in reading and self._denied(verb):
                    kind = reading["denied"]
                self._attach(draft, parties, kind)
                if reading["act"] == "object":  # "that assault was claimed by X" does not say that X did it
                    draft.actors = tuple(
                        a for a in draft.actors if not any(self._same(p.entity or 0, a) for p in parties)
                    )
                return

    def _own_act(self, verb: int, draft: Draft, parties: list[Party]) -> bool:
        """Whether the act of a clause is that of the one who admits or denies it, and is told as one that was."""
        clauses = self.grammar.clauses(verb)
        if draft.status in ("hypothetical", "planned") or not clauses:
            return False
        doers = [self.cast.party(t, things=False) for t in self.grammar.subjects(clauses[0])]
        return any(p.entity is not None and self._same(p.entity, d) for p in parties for d in doers if d is not None)

    def _denied(self, verb: int) -> bool:
        """Under "not", or below a verb of denial ("denied being involved")."""
        syntax = self.document.syntax
        return self._negated(verb) or syntax.lemmas[syntax.heads[verb]] in ("deny", "reject", "dispute", "refute")

    def _negated(self, verb: int) -> bool:
        syntax = self.document.syntax
        return any(syntax.deps[c] == "neg" for c in syntax.children[verb])

    def _holder(self, verb: int, reading: dict[str, Any]) -> int | None:
        """The token that the act hangs from: the verb, or the object noun that the reading asks for."""
        syntax = self.document.syntax
        if "complement" in reading:
            found = [c for c in syntax.children[verb] if syntax.lemmas[c] == reading["complement"]]
            return found[0] if found else None
        if "object" not in reading:
            return verb
        nouns = _lists()["nouns"][reading["object"]]
        for token in self.grammar.objects(verb):
            if syntax.lemmas[token] in nouns:
                return token
        return None

    def _parties(self, verb: int, holder: int, reading: dict[str, Any]) -> list[Party]:
        grammar, where = self.grammar, reading["by"]
        if where == "subject":
            tokens = grammar.subjects(verb)
        elif where == "object":
            tokens = grammar.objects(verb)
        else:
            names = where.split()
            tokens = grammar.prepositional(holder, *names) or grammar.prepositional(verb, *names)
            if not tokens and reading["act"] == "object":
                tokens = [t for noun in grammar.objects(verb) for t in grammar.prepositional(noun, *names)]
        if "through" in reading:
            nouns, syntax = _lists()["nouns"][reading["through"]], self.document.syntax
            tokens = [
                owner
                for token in tokens
                if syntax.lemmas[token] in nouns
                for owner in [c for c in syntax.children[token] if syntax.deps[c] == "poss"]
                + grammar.prepositional(token, "of", "by")
            ]
        tokens = [token for token in tokens if not self._nobody(token)]
        return [party for token in tokens if (party := self.cast.party(token, things=False)) is not None]

    def _nobody(self, token: int) -> bool:
        """As in "no group has claimed the attack": nobody did."""
        syntax = self.document.syntax
        words = {syntax.lowers[token], *(syntax.lowers[c] for c in syntax.children[token])}
        return bool(words & {"no", "nobody", "none", "neither", "nor", "no-one"})

    def _act(self, verb: int, holder: int, reading: dict[str, Any]) -> Draft | None:
        """The draft that a reading is about."""
        grammar, where = self.grammar, reading["act"]
        if where == "before":
            return self._told_below(verb) or self._before(verb)
        if where in ("object", "subject", "subject_noun"):
            tokens = grammar.objects(verb) if where == "object" else grammar.surface(verb)
        elif where == "clause":
            tokens = grammar.clauses(verb)
        else:
            tokens = self._below(verb, holder, where.split())
        for token in tokens:
            draft = self._named(token, verb)
            if draft is not None:
                return draft
        if tokens or where in ("object", "subject", "subject_noun", "clause"):
            return None
        return self._before(verb) if "object" in reading and reading["object"] != "charge" else None

    def _told_below(self, verb: int) -> Draft | None:
        """An act told in a clause of the verb: "pointed to X, saying that the attack ..."."""
        syntax = self.document.syntax
        inside = [self._by_token[t] for t in range(verb + 1, syntax.right[verb] + 1) if t in self._by_token]
        return next((d for d in inside if d.type == "ASSAULT" and d.status in ("actual", "ongoing")), None)

    def _below(self, verb: int, holder: int, names: list[str]) -> list[int]:
        """Objects and gerunds of a preposition on the holder or on the verb."""
        syntax = self.document.syntax
        for head in dict.fromkeys((holder, verb)):
            found = self.grammar.prepositional(head, *names)
            for child in syntax.children[head]:
                if syntax.deps[child] == "prep" and syntax.lowers[child] in names:
                    found += [c for c in syntax.children[child] if syntax.deps[c] == "pcomp"]
            if found:
                return found
        return []

    def _named(self, token: int, verb: int) -> Draft | None:
        """The act that a phrase names: a draft in the phrase, else the last act that it points back to."""
        syntax = self.document.syntax
        if token in self._by_token:
            return self._by_token[token]
        inside = [self._by_token[t] for t in range(syntax.left[token], syntax.right[token] + 1) if t in self._by_token]
        inside = [d for d in inside if d.token != verb]
        direct = [d for d in inside if syntax.deps[d.token] != "relcl"]
        if direct:
            return direct[0]
        if inside and self._tells(inside[0]):
            return inside[0]
        if syntax.lemmas[token] in _lists()["pointing"] and (syntax.pos[token] != "NOUN" or self._definite(token)):
            return self._before(token)
        return None

    def _tells(self, draft: Draft) -> bool:
        """Whether a relative clause tells what an act did ("a car bombing that killed eight")."""
        syntax = self.document.syntax
        noun = syntax.heads[draft.token]
        return syntax.lemmas[noun] in _lists()["pointing"] and self.grammar.antecedent(noun) == noun

    def _definite(self, noun: int) -> bool:
        """Whether a noun points to what was told: "the attack", "the majority", but not "various acts"."""
        syntax = self.document.syntax
        return any(syntax.lowers[c] in ("the", "this", "that", "these", "those") for c in syntax.children[noun])

    def _before(self, token: int) -> Draft | None:
        """The violent act of the same sentence, else the news: of the last sentence, else the first of the report."""
        syntax = self.document.syntax
        told = [d for d in self.drafts if d.type == "ASSAULT" and d.token < token and d.status in ("actual", "ongoing")]
        beside = [d for d in told if syntax.sentence[d.token] == syntax.sentence[token]]
        if beside:
            return beside[-1]
        earlier = [d for d in told if not d.historical]
        if not earlier:
            return None
        near = syntax.sentence[token] - syntax.sentence[earlier[-1].token] <= 1
        return earlier[-1] if near else earlier[0]

    def _thought(self, verb: int) -> None:
        """As in "The attack is thought to have been carried out by X": the one in the by-phrase is suspected."""
        syntax, grammar = self.document.syntax, self.grammar
        for child in syntax.children[verb]:
            agents = grammar.agents(child) if syntax.deps[child] in ("xcomp", "ccomp") else []
            parties = [p for t in agents if (p := self.cast.party(t, things=False)) and p.entity is not None]
            acts = [d for t in grammar.surface(verb) if (d := self._named(t, verb)) is not None]
            if parties and acts:
                self._attach(acts[0], parties, "suspected")

    def _copula(self, token: int, preposition: str) -> None:
        """As in "X is responsible for the attack": a claim where X says it, an accusation where another does."""
        syntax, grammar = self.document.syntax, self.grammar
        verb = syntax.heads[token]
        if syntax.lemmas[verb] not in ("be", "seem", "appear") or not grammar.is_verb(verb):
            return
        acts = self._below(token, verb, [preposition]) or [
            c for c in syntax.children[token] if syntax.deps[c] == "pobj" and syntax.lowers[token] == preposition
        ]
        parties = [p for t in grammar.surface(verb) if (p := self.cast.party(t, things=False)) and p.entity is not None]
        draft = next((d for act in acts if (d := self._named(act, verb)) is not None), None)
        if draft is None or not parties:
            return
        kind = self._kind_of_saying(verb, parties)
        if kind:
            self._attach(draft, parties, kind)

    def _kind_of_saying(self, verb: int, parties: list[Party]) -> str:
        """What saying that a party did it makes of it: its own claim or denial, an accusation, or suspicion."""
        syntax = self.document.syntax
        negated = self._negated(verb)
        matrix = syntax.heads[verb]
        if matrix != verb and syntax.lemmas[matrix] in _lists()["suspecting"]:
            return "" if negated else "suspected"
        span = syntax.span(verb, verb)
        for statement in self.document.statements:
            if any(part.covers(span) for part in statement.content):
                own = statement.source_entity is not None and any(
                    self._same(statement.source_entity, p) for p in parties
                )
                if own:
                    return "denies_responsibility" if negated else "claims_responsibility"
                return "" if negated else "accused"
        return ""

    def _same(self, entity: int, party: Party) -> bool:
        clusters = self.document.clusters
        if party.entity is None:
            return False
        if entity == party.entity:
            return True
        return bool(clusters) and clusters[entity] is not None and clusters[entity] == clusters[party.entity]

    def _hedged(self, draft: Draft) -> None:
        """As in "is believed to have attacked", "suspected rebels", "allegedly attacked"."""
        syntax, lists = self.document.syntax, _lists()
        named = [p for p in draft.actors if p.entity is not None]
        if not named:
            return
        for node in self._matrix(draft):
            if syntax.lemmas[node] in lists["suspecting"] and self.grammar.passive(node):
                self._attach(draft, named, "accused" if syntax.lemmas[node] == "accuse" else "suspected")
                return
        kind = self._thought_by_another(draft, named)
        if kind:
            self._attach(draft, named, kind)
            return
        adverbs = {syntax.lowers[c] for c in syntax.children[draft.token]}
        for party in named:
            words = {syntax.lowers[t] for t in self._around(party)}
            if words & lists["hedges_adjective"] or adverbs & lists["hedges_adverb"]:
                draft.claims = _with(draft.claims, party, "suspected")
                draft.derived.append(HEDGED)

    def _thought_by_another(self, draft: Draft, named: list[Party]) -> str:
        """As in "police suspect that X carried out the attack": suspicion, or an accusation, of another's."""
        syntax = self.document.syntax
        node = draft.support if draft.support is not None else draft.token
        head = syntax.heads[node]
        if syntax.deps[node] != "ccomp" or syntax.lemmas[head] not in _lists()["thinking"]:
            return ""
        holders = [self.cast.party(t, things=False) for t in self.grammar.subjects(head)]
        own = any(p.entity is not None and self._same(p.entity, h) for p in named for h in holders if h is not None)
        return "" if own or not holders else "accused" if syntax.lemmas[head] == "allege" else "suspected"

    def _matrix(self, draft: Draft) -> Iterator[int]:
        """The verbs right above an act that is told of its subject as an infinitive or a gerund."""
        syntax = self.document.syntax
        node = draft.support if draft.support is not None else draft.token
        for _ in range(3):
            head = syntax.heads[node]
            if syntax.deps[node] not in ("xcomp", "pcomp", "prep", "conj") or head == node:
                return
            yield head
            node = head

    def _around(self, party: Party) -> range:
        """Tokens of a party and the word before it."""
        tokens = self.document.syntax.tokens(party.span)
        return range(max(0, tokens.start - 1), tokens.stop)

    def _attach(self, draft: Draft, parties: list[Party], kind: str) -> None:
        for party in parties:
            draft.claims = _with(draft.claims, party, kind)
            if kind in ("accused", "suspected", "denies_responsibility"):
                index = party.entity
                left = tuple(a for a in draft.actors if index is None or not self._same(index, a))
                if left != draft.actors and not left:
                    draft.derived.append(UNKNOWN_ACTOR)
                draft.actors = left
                draft.recipients = tuple(r for r in draft.recipients if index is None or not self._same(index, r))


def _with(claims: tuple[Claim, ...], party: Party, kind: str) -> tuple[Claim, ...]:
    """The claims with one more, unless it is there."""
    if party.entity is None:
        return claims
    claim = Claim(party.entity, kind)
    return claims if claim in claims else (*claims, claim)


def fill_said_by(document: Document, drafts: list[Draft]) -> None:
    """Set `said_by`: the statements whose content holds the trigger, outermost first."""
    ordered = sorted(drafts, key=lambda draft: draft.trigger)
    starts = [draft.trigger.start for draft in ordered]
    found: list[list[tuple[int, int]]] = [[] for _ in ordered]
    for index, statement in enumerate(document.statements):
        cue = statement.cue
        first, last = min(part.start for part in statement.content), max(part.end for part in statement.content)
        for number in range(bisect.bisect_left(starts, first), bisect.bisect_left(starts, last)):
            trigger = ordered[number].trigger
            widths = [part.width for part in statement.content if part.covers(trigger)]
            if widths and not (cue is not None and cue.overlaps(trigger)):
                found[number].append((-max(widths), index))
    for draft, holders in zip(ordered, found, strict=True):
        draft.said_by = tuple(index for _, index in _outermost_first(document, sorted(holders)))


def _outermost_first(document: Document, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Widest content first; of equals, the one that the other names as its parent."""
    inside = {index for _, index in found}

    def depth(index: int) -> int:
        steps, parent = 0, document.statements[index].parent
        while parent is not None and parent in inside and steps < len(inside):
            steps, parent = steps + 1, document.statements[parent].parent
        return steps

    return sorted(found, key=lambda item: (depth(item[1]), item[0], item[1]))
