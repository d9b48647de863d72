"""Whether the act happened: the words above and around a trigger, read from the inside out.

Each word that embeds a clause or a noun of an act says what follows for that act ("failed to", "plans to", "fear of");
the lists are in embedding.yaml. The content of sayings and accusations stays as it is told: who says it is kept in
`said_by`, not in the status.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.events.draft import THREAT, Draft
from dateline.events.grammar import Grammar
from dateline.syntax import Syntax

ATTEMPT = "attempt counts as the act"
ANNOUNCED = "announced concession"
_STEPS = 12
_WOULD = frozenset({"would", "'d", "’d"})


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    raw = resources.files("dateline.events").joinpath("embedding.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(raw, Loader=yaml.CSafeLoader)
    return {name: frozenset(items) for name, items in data.items()}


def word_list(name: str) -> frozenset[str]:
    """A list of embedding.yaml."""
    return _lists()[name]


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    """Word -> its class; the first list that names it wins."""
    found: dict[str, str] = {}
    for name in ("fact", "factive", "not", "tried", "planned", "maybe"):
        for word in sorted(_lists()[name]):
            found.setdefault(word, name)
    return found


@dataclass(slots=True)
class _Reading:
    """Status while climbing: what it is so far, and whether a negation has been met."""

    status: str = "actual"
    tried: bool = False

    def apply(self, operator: str, *, negated: bool) -> None:
        """Put what lies inside under a word of this class, itself negated or not."""
        if operator in ("fact", ""):
            if negated:
                self._flip()
        elif operator == "not":
            if not negated:
                self._flip()
        elif operator == "planned":
            self.status = "hypothetical" if negated or self.status in ("hypothetical", "negated") else "planned"
        elif operator == "maybe":
            self.status = "hypothetical"
        elif operator == "tried":
            self.tried = True
            if negated:
                self._flip()

    def _flip(self) -> None:
        self.status = {"actual": "negated", "ongoing": "negated", "negated": "actual"}.get(self.status, "hypothetical")


@dataclass(slots=True)
class StatusReader:
    """Reads the status of acts in one parse."""

    syntax: Syntax
    grammar: Grammar

    def read(self, draft: Draft) -> str:
        """actual, ongoing, planned, hypothetical or negated; notes an attempt in `draft.derived`."""
        reading = _Reading()
        node = draft.token
        if self.grammar.is_verb(node):
            self._clause(node, reading)
        else:
            self._noun(node, reading)
            self._lasting(node, reading)
        if draft.support is not None and draft.support != node:
            self._clause(draft.support, reading, node)
            node = draft.support
        self._climb(node, reading, draft)
        if draft.type == "REQUEST" and reading.status == "hypothetical" and self._is_duty(draft.token):
            return "actual"  # "Kenya must leave" is the request itself
        if THREAT in draft.derived and reading.status in ("planned", "hypothetical"):
            return "actual"  # what is threatened is to come, under a condition or not; the threat has been made
        if draft.type == "CONCEDE" and reading.status == "planned":
            # To announce a concession is to make it: PLOVER keeps CONCEDE for what is declared, not carried out.
            draft.derived.append(ANNOUNCED)
            return "actual"
        if reading.status in ("actual", "planned", "ongoing") and self._is_question(draft.token):
            reading.status = "hypothetical"
        if reading.tried and reading.status == "actual":
            if draft.type != "ASSAULT":
                return "hypothetical"
            draft.derived.append(ATTEMPT)
        return reading.status

    def _lasting(self, noun: int, reading: _Reading) -> None:
        """As in "workers are on strike", "the town has been under siege since May": it goes on."""
        syntax = self.syntax
        preposition = syntax.heads[noun]
        verb = syntax.heads[preposition]
        if syntax.lowers[preposition] not in ("on", "under") or syntax.lemmas[verb] != "be":
            return
        below = {syntax.lowers[c] for c in syntax.children[verb]}
        perfect = bool(below & {"has", "have", "'ve", "’ve"}) and bool(below & {"since", "for"})
        if reading.status == "actual" and (syntax.tags[verb] in ("VBZ", "VBP") or perfect):
            reading.status = "ongoing"

    def _is_duty(self, verb: int) -> bool:
        syntax = self.syntax
        own = [syntax.lowers[c] for c in syntax.children[verb] if syntax.deps[c] == "aux"]
        return bool({"must", "should", "ought"} & set(own)) and not self._is_question(verb)

    def _is_question(self, token: int) -> bool:
        syntax = self.syntax
        _, end = syntax.sentences[syntax.sentence[token]]
        return any(syntax.words[t] == "?" for t in range(max(token, end - 2), end))

    def negated(self, verb: int, noun: int | None = None) -> bool:
        """Whether a word of negation hangs from a verb, or from its subject ("no group attacked").

        `noun` is the noun of an act whose own "no" has been counted already.
        """
        syntax, no = self.syntax, _lists()["negations"]
        for child in syntax.children[verb]:
            dep = syntax.deps[child]
            if dep == "neg" or (syntax.lowers[child] in no and dep in ("advmod", "preconj", "nsubj", "nsubjpass")):
                return True
            subject = dep in ("nsubj", "nsubjpass") and child != noun
            if subject and any(syntax.lowers[c] == "no" for c in syntax.children[child]):
                return True
        return False

    def _noun(self, noun: int, reading: _Reading) -> None:
        """What the words before a noun say: "no attack", "a planned attack", "a foiled attack"."""
        syntax, lists = self.syntax, _lists()
        for child in syntax.children[noun]:
            if child > noun and syntax.deps[child] != "amod":
                continue
            word = syntax.lowers[child]
            if syntax.deps[child] == "neg" or word == "no":
                reading.apply("", negated=True)
            elif word in lists["adjective_planned"]:
                reading.apply("planned", negated=False)
            elif word in lists["adjective_maybe"]:
                reading.apply("maybe", negated=False)
            elif word in lists["adjective_not"]:
                reading.apply("not", negated=False)
            elif word in ("attempted", "failed"):
                reading.tried = True

    def _clause(self, verb: int, reading: _Reading, noun: int | None = None) -> None:
        """What a clause says of its own verb: mood, negation, aspect."""
        syntax, lists = self.syntax, _lists()
        future = maybe = be = False
        for child in syntax.children[verb]:
            word, dep = syntax.lowers[child], syntax.deps[child]
            if dep == "aux":
                future = future or word in lists["modal_planned"]
                later = word in _WOULD and self._future_in_past(verb)
                future = future or later
                maybe = maybe or (word in lists["modal_maybe"] and not later)
                be = be or word in ("is", "are", "been", "'s", "’s", "'re", "’re", "am")
            elif dep in ("mark", "advmod") and word in lists["marks_maybe"]:
                maybe = True
        if be and syntax.tags[verb] == "VBG" and reading.status == "actual":
            reading.status = "ongoing"
        if self.negated(verb, noun):
            reading.apply("", negated=True)
        elif maybe or self._imperative(verb):
            reading.apply("maybe", negated=False)
        elif future:
            reading.apply("planned", negated=False)

    def _future_in_past(self, verb: int) -> bool:
        """As in "said it would send troops": a plan in reported words, where no condition is set."""
        syntax = self.syntax
        node = verb
        if syntax.deps[node] == "conj":
            node = syntax.heads[node]
        if syntax.deps[node] != "ccomp" or syntax.tags[syntax.heads[node]] not in ("VBD", "VBN"):
            return False
        clauses = [c for c in syntax.children[verb] if syntax.deps[c] == "advcl"]
        marks = {syntax.lowers[m] for c in clauses for m in syntax.children[c] if syntax.deps[m] in ("mark", "advmod")}
        return not marks & _lists()["marks_maybe"]

    def _imperative(self, verb: int) -> bool:
        """As in "Stop the attacks": a bare verb without a subject at the root."""
        syntax = self.syntax
        if syntax.tags[verb] != "VB" or syntax.deps[verb] != "ROOT":
            return False
        return not any(
            syntax.deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass", "csubj") for c in syntax.children[verb]
        )

    def _climb(self, node: int, reading: _Reading, draft: Draft) -> None:
        """Apply the embedding words above, until a clause that is told for itself."""
        for _ in range(_STEPS):
            step = self._step(node, reading, draft)
            if step is None:
                return
            node = step

    def _step(self, node: int, reading: _Reading, draft: Draft) -> int | None:
        syntax = self.syntax
        head, dep = syntax.heads[node], syntax.deps[node]
        if head == node or dep == "relcl":
            return None
        if dep in ("conj", "xcomp", "acl", "ccomp", "advcl"):
            join = dep == "conj"
            return self._coordinated(node, head, reading) if join else self._below_clause(node, head, dep, reading)
        if dep in ("pobj", "pcomp"):
            return self._below_preposition(node, head, reading, draft)
        if dep in ("dobj", "nsubjpass", "attr", "oprd") and self.grammar.is_verb(head):
            return self._below_verb(node, head, reading, draft)
        if dep == "nsubj" and self.grammar.is_verb(head) and not self._definite(node):
            self._clause(head, reading, node)
        elif dep in ("compound", "nmod", "appos", "amod") and self._governs(head, reading):
            return head
        return None

    def _governs(self, noun: int, reading: _Reading) -> bool:
        """As in "attack threat", "withdrawal plan": a noun after the noun of the act may leave it open."""
        if self.syntax.lemmas[noun] in _lists()["governors_maybe"]:
            reading.apply("maybe", negated=False)
            return True
        return False

    def _coordinated(self, node: int, head: int, reading: _Reading) -> int | None:
        """The second of two verbs shares the mood of the first where it has no auxiliary of its own."""
        syntax = self.syntax
        if syntax.tags[node] in ("VBD", "VBZ") and syntax.tags[head] == "VB":
            return None  # a finite verb is no partner of an infinitive, whatever the parser says
        bare = not any(syntax.deps[c] in ("aux", "auxpass", "nsubj", "nsubjpass") for c in syntax.children[node])
        if (
            self.grammar.is_verb(head)
            and self.grammar.is_verb(node)
            and bare
            and syntax.tags[node] == syntax.tags[head]
        ):
            self._clause(head, reading)
        elif not self.grammar.is_verb(node) and not self.grammar.is_verb(head):
            self._noun(head, reading)
        return head

    def _definite(self, noun: int) -> bool:
        syntax = self.syntax
        return any(
            syntax.lowers[c] in ("the", "this", "that", "these", "those") or syntax.deps[c] == "poss"
            for c in syntax.children[noun]
        )

    def _below_preposition(self, node: int, prep: int, reading: _Reading, draft: Draft) -> int | None:
        syntax = self.syntax
        if syntax.lowers[prep] == "without" and self.grammar.is_verb(node):
            reading.apply("", negated=True)
            return None
        if syntax.lowers[prep] in ("after", "following", "since", "during", "amid"):
            return None
        governor = syntax.heads[prep]
        if governor == prep:
            return None
        if syntax.deps[prep] == "prep" and syntax.deps[governor] == "prep":
            governor = syntax.heads[governor]
        if self.grammar.is_verb(governor) or syntax.pos[governor] == "ADJ":
            if syntax.lowers[prep] not in ("for", "of", "to", "on", "from", "in", "about", "against", "with"):
                return None
            return self._below_verb(node, governor, reading, draft, prep=syntax.lowers[prep])
        return self._below_noun(node, governor, prep, reading, draft)

    def _below_noun(self, node: int, governor: int, prep: int, reading: _Reading, draft: Draft) -> int | None:
        """As in "the threat of attacks", "a call for withdrawal", "the end of the raids"."""
        lemma = self.syntax.lemmas[governor]
        if self.syntax.lowers[prep] in ("including", "like", "unlike"):
            return None  # "events including the raid"
        told = draft.type == "ASSAULT" and self._definite(node)
        operator = _classes().get(lemma, "")
        if lemma in _lists()["governors_maybe"] and not told:
            reading.apply("maybe", negated=False)
        elif (
            operator in ("planned", "maybe", "not")
            and not told
            and self.syntax.lowers[prep] in ("for", "of", "to", "on", "against")
        ):
            reading.apply(operator, negated=False)
        elif self.syntax.lowers[prep] != "of":
            return None
        return governor

    def _below_verb(self, node: int, verb: int, reading: _Reading, draft: Draft, prep: str = "") -> int | None:
        """An act as the object of a verb: "prevented an attack", "called for a withdrawal", "condemned the attack"."""
        operator = _classes().get(self.syntax.lemmas[verb], "")
        told = draft.type == "ASSAULT" and self._definite(node)
        negated = self.negated(verb, node)
        if operator == "factive" or (told and (operator != "not" or prep)):
            return None
        if operator in ("", "fact") and prep and self._definite(node):
            return None
        if operator == "not" and prep and prep != "from":
            return None
        if operator in ("", "fact"):
            self._clause(verb, reading, node)
        else:
            reading.apply(operator, negated=negated)
        return verb

    def _below_clause(self, node: int, head: int, dep: str, reading: _Reading) -> int | None:
        """A clause under a verb, adjective or noun."""
        syntax = self.syntax
        infinitive = any(syntax.lowers[c] == "to" and syntax.deps[c] == "aux" for c in syntax.children[node])
        perfect = any(syntax.lemmas[c] == "have" and syntax.deps[c] == "aux" for c in syntax.children[node])
        if dep == "advcl" and not infinitive:
            return self._below_adverbial(node, head, reading)
        operator = _classes().get(syntax.lemmas[head], "")
        if dep == "acl" and not infinitive and syntax.tags[node] != "VB":
            return None
        if dep == "ccomp" and (operator not in ("planned", "maybe", "not") or self._told_as_past(node, head)):
            return None
        if perfect and operator in ("", "maybe", "planned"):
            return None
        if not operator and infinitive and (dep in ("advcl", "acl")):
            operator = "planned"
        reading.apply(operator, negated=self.negated(head))
        if operator in ("", "fact") and self.grammar.is_verb(head):
            self._mood(head, reading)
        return head if operator in ("", "fact", "tried") else None

    def _told_as_past(self, node: int, head: int) -> bool:
        """Whether a clause tells what was ("told reporters that rebels attacked"), doubt and fear aside."""
        if self.syntax.lemmas[head] in _lists()["doubting"]:
            return False
        return self.syntax.tags[node] == "VBD" or self.syntax.lemmas[head] == "tell"

    def _mood(self, verb: int, reading: _Reading) -> None:
        """The modal verbs of a matrix clause; its negation has been read already."""
        lists = _lists()
        for child in self.syntax.children[verb]:
            word = self.syntax.lowers[child]
            if self.syntax.deps[child] == "aux" and word in lists["modal_maybe"]:
                reading.apply("maybe", negated=False)
            elif self.syntax.deps[child] == "aux" and word in lists["modal_planned"]:
                reading.apply("planned", negated=False)

    def _below_adverbial(self, node: int, head: int, reading: _Reading) -> int | None:
        """A participle shares the mood of its main clause; a finite clause is told for itself."""
        syntax = self.syntax
        if syntax.tags[node] not in ("VBG", "VBN") or any(syntax.deps[c] == "mark" for c in syntax.children[node]):
            return None
        if not self.grammar.is_verb(head) or node < head:
            return None
        self._mood(head, reading)
        return head
