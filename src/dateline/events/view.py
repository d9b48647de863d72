"""The parse seen from a word: who does it, what it is done to, which prepositions hang from it."""

from __future__ import annotations

from collections.abc import Callable

from dateline.events.lexicon import Condition, Words
from dateline.syntax import Syntax

_NP_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "punct", "npadvmod", "quantmod"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "csubjpass"})
_RELATIVES = frozenset({"who", "that", "which", "whom"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_FUNCTION = frozenset({"aux", "auxpass", "det", "punct", "mark", "cc"})


class View:
    """Slots of a document's words, worked out when first asked for."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self._near: dict[int, frozenset[str]] = {}
        self._around: dict[int, frozenset[str]] = {}
        self._reach: dict[int, dict[str, int]] = {}
        self._depth: dict[tuple[int, int], int] = {}
        self._subject: dict[int, list[int]] = {}
        self._object: dict[int, list[int]] = {}

    def forms(self, token: int) -> tuple[str, ...]:
        """Base form, written form and, in "cease-fire", the hyphenated whole."""
        s = self.syntax
        if token > 1 and s.words[token - 1] == "-":
            return s.lemmas[token], s.lowers[token], f"{s.lowers[token - 2]}-{s.lemmas[token]}"
        return s.lemmas[token], s.lowers[token]

    def near(self, token: int) -> frozenset[str]:
        """All words of the token's sentence, base and written forms."""
        number = self.syntax.sentence[token]
        if number not in self._near:
            first, end = self.syntax.sentences[number]
            self._near[number] = frozenset(form for t in range(first, end) for form in self.forms(t))
        return self._near[number]

    def around(self, token: int) -> frozenset[str]:
        """All words of the token's sentence and of the two on either side."""
        number = self.syntax.sentence[token]
        if number not in self._around:
            numbers = range(max(0, number - 2), min(len(self.syntax.sentences), number + 3))
            starts = (self.syntax.sentences[n][0] for n in numbers)
            self._around[number] = frozenset().union(*(self.near(first) for first in starts))
        return self._around[number]

    def reach(self, token: int) -> dict[str, int]:
        """Words that hang from a token at most four steps down and outside clauses of their own, with their token."""
        if token not in self._reach:
            found: dict[str, int] = {}
            self._collect(token, token, 0, found)
            self._reach[token] = found
        return self._reach[token]

    def depth(self, token: int, other: int) -> int:
        """Steps from a token down to one in its reach."""
        return self._depth.get((token, other), 9)

    def _collect(self, top: int, token: int, depth: int, found: dict[str, int]) -> None:
        s = self.syntax
        for child in s.children[token]:
            dep = s.deps[child]
            if (
                (dep in _CLAUSES and s.pos[child] != "ADJ")
                or dep in ("nsubj", "punct")
                or (dep == "conj" and s.pos[child] in ("VERB", "AUX"))
            ):
                continue
            self._depth[top, child] = depth + 1
            for form in self.forms(child):
                found.setdefault(form, child)
            if depth < 3:
                self._collect(top, child, depth + 1, found)

    def _expand(self, tokens: list[int]) -> list[int]:
        s = self.syntax
        found: list[int] = []
        for token in tokens:
            found.extend(t for t in s.conjuncts(token) if t not in found)
            if s.pos[token] in ("NUM", "DET", "PRON") or s.lemmas[token] in _PARTS:
                prep = s.child(token, "prep")
                if prep is not None and s.lemmas[prep] == "of":
                    found.extend(c for c in s.children[prep] if s.deps[c] == "pobj")
        return found

    def objects(self, token: int) -> list[int]:
        """What a verb is done to, active or passive; of a noun, its of-phrase."""
        if token not in self._object:
            self._object[token] = self._expand(self._objects(token))
        return self._object[token]

    def _objects(self, token: int) -> list[int]:
        s = self.syntax
        if s.pos[token] in ("NOUN", "PROPN"):
            return self.prep(token, "of")
        found = [c for c in s.children[token] if s.deps[c] in _OBJECTS]
        head, dep = s.heads[token], s.deps[token]
        found = [head if s.lowers[c] in _RELATIVES and dep == "relcl" else c for c in found]
        if found:
            return found
        if dep == "acl" and s.tags[token] == "VBN":
            return [head]
        if dep == "relcl" and any(s.deps[c] == "nsubj" and s.lowers[c] not in _RELATIVES for c in s.children[token]):
            return [head]
        if dep == "conj" and head != token and s.tags[token] == "VBN" and self.passive(head):
            return self._objects(head)
        return []

    def passive(self, token: int) -> bool:
        """Whether a verb is passive."""
        s = self.syntax
        return any(s.deps[c] in ("nsubjpass", "auxpass") for c in s.children[token])

    def subjects(self, token: int) -> list[int]:
        """Who does it: subject, by-phrase of a passive, shared subject of a coordinated or embedded verb."""
        if token not in self._subject:
            self._subject[token] = self._expand(self._subjects(token, 0))
        return self._subject[token]

    def _subjects(self, token: int, depth: int) -> list[int]:
        s = self.syntax
        if s.pos[token] in ("NOUN", "PROPN"):
            return self.prep(token, "by") + [c for c in s.children[token] if s.deps[c] == "poss"]
        dep, head = s.deps[token], s.heads[token]
        found: list[int] = []
        for child in s.children[token]:
            if s.deps[child] in ("nsubj", "csubj", "expl"):
                found.append(head if s.lowers[child] in _RELATIVES and dep == "relcl" else child)
            elif s.deps[child] == "agent":
                found.extend(c for c in s.children[child] if s.deps[c] == "pobj")
        if found or depth > 3 or self.passive(token):
            return found
        if dep == "acl" and s.tags[token] == "VBG":
            return [head]
        if dep in ("conj", "xcomp", "advcl") and s.pos[head] in ("VERB", "AUX") and s.tags[token] != "VBN":
            return self._subjects(head, depth + 1) or self._objects(head)
        return []

    def prep(self, token: int, word: str) -> list[int]:
        """Objects of one preposition that hangs from a word or from its object."""
        s = self.syntax
        found: list[int] = []
        places = [token, *(c for c in s.children[token] if s.deps[c] in ("dobj", "nsubjpass", "prt", "prep", "acomp"))]
        for place in places:
            for child in s.children[place]:
                if s.lemmas[child] == word and s.deps[child] in ("prep", "dative", "agent", "prt"):
                    found.extend(c for c in s.children[child] if s.deps[c] in ("pobj", "pcomp"))
        return found

    def modifiers(self, token: int) -> list[int]:
        """Words before a noun that belong to it, hyphenated parts included."""
        s = self.syntax
        found = [c for c in s.children[token] if s.deps[c] in _NP_MODIFIERS]
        found += [g for c in found for g in s.children[c] if s.deps[g] in _NP_MODIFIERS]
        before = token - 1
        while before >= 0 and token - before < 5 and (s.words[before] == "-" or s.words[before + 1] == "-"):
            found.append(before)
            before -= 1
        return found

    def complements(self, token: int) -> list[int]:
        """Clauses that say what is asked, promised or refused."""
        s = self.syntax
        deps = ("acl", "ccomp", "relcl") if s.pos[token] in ("NOUN", "PROPN") else ("xcomp", "ccomp")
        found = [c for c in s.children[token] if s.deps[c] in deps]
        if not found and s.pos[token] == "VERB":
            # "ordered the army to attack" is often read as a clause of purpose, or hung on the object
            found = [c for c in s.children[token] if s.deps[c] == "advcl" and self.infinitive(c)]
            found += [g for c in s.children[token] if s.deps[c] == "dobj" for g in s.children[c] if self.infinitive(g)]
        return found

    def infinitive(self, token: int) -> bool:
        """Whether a verb stands with "to"."""
        s = self.syntax
        return s.tags[token] == "VB" and any(s.lowers[c] == "to" for c in s.children[token])

    def governors(self, token: int) -> list[int]:
        """The word above, over prepositions and coordination."""
        s = self.syntax
        found: list[int] = []
        node = token
        if s.deps[token] == "ccomp" and s.tags[token] != "VB" and self.subjects(token):
            return []  # told in a clause of its own: "denied that troops had fired"
        for _ in range(3):
            head = s.heads[node]
            if head == node:
                break
            found.append(head)
            if s.deps[node] not in ("pobj", "conj", "compound", "pcomp") and s.pos[head] != "ADP":
                break
            node = head
        return found

    def slot(self, token: int, name: str) -> list[int]:
        """Tokens that stand in a slot of a word."""
        handler = _SLOTS.get(name)
        if handler is not None:
            return handler(self, token)
        return self._expand(self.prep(token, name))

    def fits(self, token: int, words: Words) -> bool:
        """Whether one word is among `words`, by form, label or part of speech."""
        if words.anything:
            return True
        s = self.syntax
        return (
            any(form in words.lemmas for form in self.forms(token))
            or s.labels[token] in words.labels
            or s.pos[token] in words.pos
        )

    def holds(self, token: int, slot: str, words: Words) -> bool:
        """Whether a condition holds of a word."""
        if slot == "near":
            return not self.near(token).isdisjoint(words.lemmas)
        if slot == "around":
            return not self.around(token).isdisjoint(words.lemmas)
        if slot == "any":
            reach = self.reach(token)
            return (
                not words.lemmas.isdisjoint(reach)
                or any(self.fits(t, words) for t in [token, *self.subjects(token)])
                or (bool(words.labels) and any(self.syntax.labels[t] in words.labels for t in reach.values()))
            )
        if slot == "that":
            return any(self.syntax.deps[c] == "ccomp" for c in self.syntax.children[token])
        return any(self.fits(t, words) for t in self.slot(token, slot))

    def one(self, token: int, condition: Condition) -> bool:
        """Whether one of the conditions holds."""
        return any(self.holds(token, slot, words) for slot, words in condition)

    def every(self, token: int, condition: Condition) -> bool:
        """Whether all conditions hold."""
        return all(self.holds(token, slot, words) for slot, words in condition)


_PARTS = frozenset(
    {
        "number",
        "group",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "member",
        "series",
        "couple",
        "majority",
        "wave",
        "spate",
        "string",
    }
)

_SLOTS: dict[str, Callable[[View, int], list[int]]] = {
    "object": View.objects,
    "subject": View.subjects,
    "modifier": View.modifiers,
    "poss": lambda view, token: [c for c in view.syntax.children[token] if view.syntax.deps[c] == "poss"],
    "complement": View.complements,
    "infinitive": lambda view, token: [c for c in view.complements(token) if view.infinitive(c)],
    "governor": View.governors,
    "label": lambda view, token: [token],
    "by": lambda view, token: view.subjects(token) if view.passive(token) else view.prep(token, "by"),
}
