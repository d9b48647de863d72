"""Deep grammar over the parse: who does it and to whom, whatever the voice and however far the verb stands off.

Everything here works on token indices of one `Syntax` and knows nothing of events.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.syntax import Syntax

_DEPTH = 7  # how many clauses a subject may be inherited through; keeps a cyclic parse from looping
_RELATIVE = frozenset({"who", "whom", "which", "that", "whoever"})
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_SENSING = frozenset({"hear", "see", "watch", "witness", "notice", "film", "smell", "sense", "spot"})
_TEXTS = frozenset({"statement", "letter", "resolution", "communique", "communiqué", "note", "declaration", "petition"})
_OPENING = frozenset({"when", "as", "after", "while", "before"})
_BETWEEN = frozenset({"CCONJ", "PUNCT", "ADV"})
_HARM = frozenset({"kill", "martyr", "injure", "wound", "hurt", "murder", "arrest", "detain", "abduct", "kidnap"})
_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSE = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj", "ROOT", "conj", "parataxis"})


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The word lists of grammar.yaml by name."""
    raw = resources.files("dateline.events").joinpath("grammar.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(raw, Loader=yaml.CSafeLoader)
    return {name: frozenset(items) for name, items in data.items()}


def results() -> frozenset[str]:
    """Verbs that tell what an act led to ("killing", "leaving")."""
    return words()["results"]


@dataclass(slots=True)
class Grammar:
    """Reads deep subjects, objects and prepositional objects of one parse; answers are head tokens, in order."""

    syntax: Syntax
    _subjects: dict[int, list[int]] = field(default_factory=dict)

    def is_verb(self, token: int) -> bool:
        """Whether a token heads a clause: a verb, or a participle used as one."""
        return self.syntax.pos[token] in _VERBAL or (
            self.syntax.tags[token].startswith("VB") and self.syntax.deps[token] in _CLAUSE
        )

    def passive(self, verb: int, depth: int = 0) -> bool:
        """Whether the clause is passive: by its own marks, as a bare participle, or as one of a passive row."""
        s = self.syntax
        deps = {s.deps[child] for child in s.children[verb]}
        if deps & {"nsubjpass", "auxpass", "csubjpass", "agent"}:
            return True
        if self._headline(verb, deps):
            return True
        if s.tags[verb] not in ("VBN", "VBD") or deps & {"aux", "nsubj", "dobj"}:
            return False
        if s.deps[verb] in ("acl", "amod") or s.tags[verb] != "VBN":
            return s.deps[verb] in ("acl", "amod")
        head = s.heads[verb]
        if s.deps[verb] != "conj" or head == verb or depth > _DEPTH:
            return s.deps[verb] == "advcl"
        return s.deps[head] == "amod" or (self.is_verb(head) and self.passive(head, depth + 1))

    def _headline(self, verb: int, deps: set[str]) -> bool:
        """As in "Three soldiers killed as rebels attack base": a headline leaves out "were"."""
        s = self.syntax
        if s.deps[verb] != "ROOT" or s.tags[verb] not in ("VBN", "VBD") or s.lemmas[verb] not in _HARM:
            return False
        told = deps & {"aux", "dobj", "ccomp", "xcomp", "conj", "attr", "cc"}
        return "nsubj" in deps and not told and s.words[s.sentences[s.sentence[verb]][1] - 1] != "."

    def _stormers(self, noun: int, verb: int) -> int | None:
        """As in "Two officers killed as rebels storm base": those after "as", where the parser takes the dead."""
        s = self.syntax
        if noun > verb or s.right[noun] != verb - 1 or s.pos[verb - 1] not in ("NOUN", "PROPN"):
            return None
        preposition = s.heads[verb - 1]
        harm = s.heads[preposition]
        if s.deps[verb - 1] != "pobj" or s.lowers[preposition] not in ("as", "after") or s.heads[harm] != noun:
            return None
        return verb - 1 if s.deps[harm] == "acl" and s.lemmas[harm] in _HARM else None

    def row(self, token: int) -> list[int]:
        """A noun and the nouns coordinated with it, those in apposition left out."""
        return [t for t in self.syntax.conjuncts(token) if self.syntax.pos[t] not in ("VERB", "AUX", "ADV")]

    def antecedent(self, token: int) -> int:
        """The noun that a relative pronoun stands for; any other token stands for itself."""
        s = self.syntax
        if s.lowers[token] not in _RELATIVE or s.tags[token] not in ("WP", "WDT", "IN", "DT"):
            return token
        node = token
        for _ in range(_DEPTH):
            if s.deps[node] == "relcl":
                return s.heads[node]
            if s.heads[node] == node:
                break
            node = s.heads[node]
        return token

    def _nouns(self, verb: int, *deps: str) -> list[int]:
        s = self.syntax
        found: list[int] = []
        for child in s.children[verb]:
            if s.deps[child] not in deps:
                continue
            stormers = self._stormers(child, verb) if s.deps[child] == "nsubj" else None
            if stormers is not None:
                found.append(stormers)
                continue
            line = self._dateline(child, verb)
            if line is not None:
                found += [t for noun in line for t in self.row(noun) if t not in found]
                continue
            noun = self.antecedent(child)
            found += [noun] if noun != child and s.deps[noun] == "conj" else self.row(noun)
        return list(dict.fromkeys(found))

    def _dateline(self, noun: int, verb: int) -> list[int] | None:
        """As in "ADEN, Yemen -- Rebels attacked": the parser takes the line's place for a subject; the nouns after
        the dash or colon are. None where a subject is no dateline.
        """
        s = self.syntax
        first = s.sentences[s.sentence[noun]][0]
        if noun - first > 6 or noun > verb or not s.words[noun].isupper() or not s.deps[noun].startswith("nsubj"):
            return None
        dash = next((t for t in range(noun + 1, min(verb, noun + 8)) if s.words[t] in _DASHES), None)
        if dash is None:
            return None
        after = range(dash + 1, verb)
        return [t for t in after if s.pos[t] in ("NOUN", "PROPN", "PRON") and s.heads[t] not in after][:1]

    def agents(self, verb: int, depth: int = 0) -> list[int]:
        """Objects of the by-phrase of a passive, also of one that a later verb of the row has."""
        s = self.syntax
        found: list[int] = []
        for child in s.children[verb]:
            if s.deps[child] == "agent" or (s.deps[child] == "prep" and s.lowers[child] == "by"):
                found += self._nouns(child, "pobj")
        if not found and depth < _DEPTH:
            for child in s.children[verb]:
                if s.deps[child] == "conj" and self.is_verb(child) and self.passive(child):
                    found = found or self.agents(child, depth + 1)
        return found

    def subjects(self, verb: int, depth: int = 0) -> list[int]:
        """Those who do what the verb says; [] where the words do not tell."""
        if depth > _DEPTH:
            return []
        if self.passive(verb):
            return self.agents(verb)
        return self.surface(verb, depth)

    def surface(self, verb: int, depth: int = 0) -> list[int]:
        """The grammatical subjects, own or taken over from a higher clause."""
        if depth > _DEPTH:
            return []
        own = self._nouns(verb, "nsubj", "nsubjpass")
        return own or self._lost(verb) or self._controllers(verb, depth + 1)

    def _lost(self, verb: int) -> list[int]:
        """As in "two were hurt when men armed with knives stormed a shop": the parser takes "armed" for the verb of
        the clause and makes "stormed" one of a row, though neither "and" nor a comma stands before it.
        """
        s = self.syntax
        if s.deps[verb] != "conj" or s.tags[verb] != "VBD" or s.heads[verb] > verb - 2 or s.pos[verb - 1] in _BETWEEN:
            return []
        for node in self.ancestors(verb - 1):
            if node <= s.heads[verb] or s.right[node] != verb - 1:
                break
            if s.deps[node] == "advcl" and s.tags[node] in ("VBN", "VBD") and self._bare_clause(node):
                return self._nouns(node, "nsubj", "nsubjpass")
        return []

    def _bare_clause(self, verb: int) -> bool:
        """Whether a clause opens with "when" or the like and has no auxiliary."""
        s = self.syntax
        deps = {s.deps[child] for child in s.children[verb]}
        opened = any(s.lowers[child] in _OPENING for child in s.children[verb])
        return opened and not deps & {"aux", "auxpass", "dobj"}

    def _controllers(self, verb: int, depth: int) -> list[int]:
        s = self.syntax
        dep, head = s.deps[verb], s.heads[verb]
        if head == verb:
            return []
        if dep in ("acl", "relcl", "amod"):
            return self._of_noun(verb, head, depth)
        if dep in ("xcomp", "ccomp"):
            return self._of_complement(verb, head, depth)
        if dep in ("advcl", "conj", "dep"):
            return self._of_clause(verb, head, depth)
        if dep in ("pcomp", "prep"):
            return self._of_gerund(head, depth)
        return []

    def _of_noun(self, verb: int, noun: int, depth: int) -> list[int]:
        """Subject of a verb that hangs from a noun: the noun ("men attacking"), or its owner ("a plan to attack")."""
        if not self.is_verb(verb) or self.is_verb(noun):
            return self.surface(noun, depth) if self.is_verb(noun) else []
        text = self.syntax.tags[verb] == "VBG" and self.syntax.lemmas[noun] in _TEXTS
        if text or (self.syntax.tags[verb] == "VB" and self._is_infinitive(verb)):
            return self.owners(noun, depth)
        return self.row_left(noun)

    def row_left(self, noun: int) -> list[int]:
        """The noun alone: a modifier that follows a row of nouns is read with the last of them."""
        return [self.antecedent(noun)]

    def _is_infinitive(self, verb: int) -> bool:
        s = self.syntax
        return any(s.lowers[child] == "to" and s.deps[child] == "aux" for child in s.children[verb])

    def owners(self, noun: int, depth: int = 0) -> list[int]:
        """Whose plan, decision or offer it is: the possessor, the by-phrase, or the subject of the verb that has it."""
        s = self.syntax
        found = self._nouns(noun, "poss") or self.prepositional(noun, "by")
        if found or depth > _DEPTH:
            return found
        found = self.prepositional(noun, "of", "from") if s.lemmas[noun] in words()["owned_by_of"] else []
        if found:
            return found
        found = [
            t for t in s.children[noun] if s.labels[t] in ("GPE", "NORP", "ORG", "PERSON") and s.deps[t] != "appos"
        ]
        head = s.heads[noun]
        if not found and s.deps[noun] in ("dobj", "attr", "oprd") and self.is_verb(head):
            found = self.subjects(head, depth + 1)
        elif not found and s.deps[noun] == "pobj" and self.is_verb(s.heads[head]):
            found = self.surface(s.heads[head], depth + 1)
        return found

    def _of_complement(self, verb: int, head: int, depth: int) -> list[int]:
        """Control and raising: "urged X to leave", "X was told to leave", "X agreed to leave", "X is ready"."""
        s = self.syntax
        if not self.is_verb(head):
            if s.pos[head] == "ADJ":
                return self.surface(s.heads[head], depth) if s.heads[head] != head else []
            return self.owners(head, depth)
        if s.deps[verb] == "ccomp" and not self._is_infinitive(verb) and s.tags[verb] not in ("VBG", "VB"):
            return []
        if s.tags[verb] == "VBG" and s.lemmas[head] in _SENSING:
            return self._nouns(head, "dobj")  # "we heard shooting": not ours
        if not self.passive(head) and s.lemmas[head] not in words()["subject_control"]:
            told = self._nouns(head, "dobj", "dative")
            if told:
                return told
        return self.surface(head, depth)

    def _of_clause(self, verb: int, head: int, depth: int) -> list[int]:
        """Participles, purpose clauses and coordinated verbs take the subject of the clause they hang from."""
        s = self.syntax
        if not self.is_verb(head):
            if s.deps[verb] == "advcl" and s.tags[verb] == "VBG" and s.pos[head] in ("NOUN", "PROPN"):
                return [head]
            return self.surface(s.heads[head], depth) if s.pos[head] == "ADJ" and s.heads[head] != head else []
        if (
            s.deps[verb] == "advcl"
            and any(s.deps[c] == "mark" for c in s.children[verb])
            and s.tags[verb] in ("VBD", "VBZ", "VBP")
        ):
            return []
        told = self._fronted(head, verb)
        if told is not None:
            head = told
        if self.passive(head) and s.tags[verb] == "VBG" and s.lemmas[verb] in words()["results"]:
            return self.agents(head)
        return self.surface(head, depth)

    def _fronted(self, head: int, verb: int) -> int | None:
        """As in "Rebels overran a base, police said, killing ten": the participle is about what is said."""
        s = self.syntax
        if s.deps[verb] != "advcl" or s.tags[verb] != "VBG" or verb < head:
            return None
        return next((c for c in s.children[head] if s.deps[c] == "ccomp" and c < head and self.is_verb(c)), None)

    def _of_gerund(self, prep: int, depth: int) -> list[int]:
        """As in "accused X of killing": X; "X was accused of killing", "X responded by attacking": X."""
        s = self.syntax
        governor = s.heads[prep]
        if not self.is_verb(governor):
            if s.pos[governor] == "ADJ" and s.heads[governor] != governor:
                return self.surface(s.heads[governor], depth)
            return self.owners(governor, depth) if s.pos[governor] == "NOUN" else []
        if s.lowers[prep] in ("of", "for", "with", "from", "into") and not self.passive(governor):
            told = self._nouns(governor, "dobj")
            if told:
                return told
        return self.surface(governor, depth)

    def objects(self, verb: int) -> list[int]:
        """Those to whom it is done."""
        s = self.syntax
        if self.passive(verb):
            own = self._nouns(verb, "nsubjpass") or self._nouns(verb, "nsubj")
            if own:
                return own
            if s.deps[verb] in ("acl", "amod"):
                return self.row_left(s.heads[verb])
            return self._controllers(verb, 1)
        own = self._nouns(verb, "dobj")
        return own or self._gap(verb) or self._shared_object(verb)

    def _gap(self, verb: int) -> list[int]:
        """As in "the base rebels shelled": a clause with a subject and no object lacks the noun above."""
        s = self.syntax
        if s.deps[verb] != "relcl":
            return []
        children = s.children[verb]
        own = [c for c in children if s.deps[c] == "nsubj"]
        if not own or any(s.lowers[c] in _RELATIVE for c in own) or any(s.tags[c] == "WRB" for c in children):
            return []
        return [] if any(s.deps[c] in ("ccomp", "xcomp", "prep") for c in children) else [s.heads[verb]]

    def _shared_object(self, verb: int) -> list[int]:
        """As in "shelled and bombed the town": the first verb shares the object of the one right after it."""
        s = self.syntax
        following = [c for c in s.children[verb] if s.deps[c] == "conj" and self.is_verb(c)]
        others = [
            c for c in s.children[verb] if c > verb and s.deps[c] in ("prep", "ccomp", "xcomp", "advcl", "dative")
        ]
        if not following or others or following[0] - verb > 3:
            return []
        return self._nouns(following[0], "dobj")

    def datives(self, verb: int) -> list[int]:
        """Those to whom something is given or said."""
        return self._nouns(verb, "dative", "iobj") or [
            noun
            for child in self.syntax.children[verb]
            if self.syntax.deps[child] == "dative"
            for noun in self._nouns(child, "pobj")
        ]

    def prepositional(self, head: int, *names: str) -> list[int]:
        """Objects of these prepositions on a verb or noun, those of a coordinated preposition included."""
        s = self.syntax
        found: list[int] = []
        for child in s.children[head]:
            if s.deps[child] in ("prep", "agent", "dative") and s.lowers[child] in names:
                found += self._nouns(child, "pobj")
                for other in s.children[child]:
                    if s.deps[other] in ("conj", "prep") and s.lowers[other] in names:
                        found += self._nouns(other, "pobj")
        return found

    def clauses(self, verb: int) -> list[int]:
        """Heads of the complement clauses of a verb or noun ("demanded that X leave": leave)."""
        s = self.syntax
        found = [c for c in s.children[verb] if s.deps[c] in ("ccomp", "xcomp", "acl") and self.is_verb(c)]
        for child in s.children[verb]:
            if s.deps[child] == "prep":
                found += [c for c in s.children[child] if s.deps[c] == "pcomp"]
        return found

    def ancestors(self, token: int) -> list[int]:
        """The tokens above this one, nearest first, up to the root of the sentence."""
        s = self.syntax
        found: list[int] = []
        while s.heads[token] != token and len(found) < 100:
            token = s.heads[token]
            found.append(token)
        return found
