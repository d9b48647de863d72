"""Names: what the parser marks, repaired by cues and by how the same report uses the name elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.mentions.entities_phrases import first_of_base, is_inner, last_of_base, trim_edges
from dateline.ontology.nouns import noun_class
from dateline.syntax import Syntax

TYPE_OF_KIND = {"person": "PERSON", "body": "ORG", "country": "GPE", "place": "LOC"}
ACTOR_TYPES = frozenset({"PERSON", "ORG", "NORP"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The data of entities.yaml."""

    labels: Mapping[str, str]
    pronouns: Mapping[str, str]
    last: Mapping[str, str]
    first: Mapping[str, str]
    titles: frozenset[str]
    not_names: frozenset[str]


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    """{type: "words"} as {word: type}."""
    return {word: kind for kind, words in table.items() for word in words.split()}


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cues, read once."""
    text = resources.files("dateline.mentions").joinpath("entities.yaml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return Cues(
        raw["labels"],
        _turned(raw["pronouns"]),
        _turned(raw["last"]),
        _turned(raw["first"]),
        frozenset(raw["titles"].split()),
        frozenset(raw["not_names"].split()),
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a token range (both inclusive) with its head and type. `inner`: it modifies a noun behind it."""

    first: int
    last: int
    head: int
    type: str
    inner: bool


def marked(syntax: Syntax) -> Iterator[tuple[int, int, str]]:
    """The parser's named entities as (first, last, label), cut at line breaks and trimmed at the edges."""
    size, at = len(syntax), 0
    while at < size:
        label = syntax.labels[at]
        end = at + 1
        if not label:
            at = end
            continue
        while end < size and syntax.labels[end] and not syntax.begins[end] and not _break(syntax, end):
            end += 1
        first, last = trim_edges(syntax, at, end - 1)
        if first <= last:
            yield first, last, label
        at = end


def _break(syntax: Syntax, token: int) -> bool:
    return (
        syntax.sentence[token] != syntax.sentence[token - 1]
        or "\n" in syntax.text[syntax.ends[token - 1] : syntax.starts[token]]
    )


def head_in(syntax: Syntax, first: int, last: int) -> int:
    """The token of the range that carries it: the last one whose head lies outside, or the last token."""
    for token in range(last, first - 1, -1):
        above = syntax.heads[token]
        if (above == token or not first <= above <= last) and syntax.pos[token] != "PUNCT":
            return token
    return last


def _bare(syntax: Syntax, first: int, last: int) -> str:
    """The name in lower case without "the"."""
    if first < last and syntax.lowers[first] in ("the", "a", "an"):
        first += 1
    return syntax.text[syntax.starts[first] : syntax.ends[last]].lower()


class Namer:
    """Decides the types of one report's names."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.cues = cues()
        self.chunks = list(marked(syntax))
        self.votes: dict[str, Counter[str]] = {}
        for first, last, label in self.chunks:
            kind = self.cues.labels.get(label)
            if kind and kind != "COUNT":
                kind = self.by_cue(first, last) or kind
                self.votes.setdefault(_bare(syntax, first, last), Counter())[kind] += 1
                if kind == "PERSON" and last > first:
                    self.votes.setdefault(syntax.lowers[last], Counter())[kind] += 1

    def by_cue(self, first: int, last: int) -> str | None:
        """The type that a telling first or last word gives a name; None without one."""
        syntax = self.syntax
        if first < last and syntax.lowers[first] in ("the", "a", "an"):
            first += 1
        start = syntax.lowers[first]
        if first < last and start in self.cues.titles and start not in ("he", "prime", "father", "general"):
            return "PERSON"
        if syntax.words[last][0].isupper() and first < last:
            kind = self.cues.last.get(syntax.lowers[last])
            if kind:
                return kind
        if not syntax.words[first][0].isupper():
            return None
        kind = self.cues.first.get(start)
        if kind is None and first + 2 <= last and syntax.words[first + 1] == "-":
            kind = self.cues.first.get(start + "-" + syntax.lowers[first + 2])
        return kind if kind == "ORG" or first < last else None

    def type_of(self, first: int, last: int, kind: str) -> str:
        """The type of a marked name: by cue, else by what most of its mentions in this report are marked as."""
        cue = self.by_cue(first, last)
        if cue:
            return cue
        votes = self.votes.get(_bare(self.syntax, first, last))
        if votes:
            best = max(votes.values())
            if votes[kind] < best:
                kind = sorted(name for name, n in votes.items() if n == best)[0]
        if kind == "NORP" and self._is_acronym(first, last):
            return "ORG"
        return kind

    def _is_acronym(self, first: int, last: int) -> bool:
        word = self.syntax.words[last]
        return first == last and word.isupper() and word.isalpha() and len(word) > 2

    def names(self) -> Iterator[Name]:
        """All names of the report, marked ones first."""
        taken: set[int] = set()
        for first, last, label in self.chunks:
            kind = self.cues.labels.get(label)
            if kind is None or kind == "COUNT" or not self._is_name(first, last):
                continue
            taken.update(range(first, last + 1))
            yield self._name(first, last, self.type_of(first, last, kind))
        for token in range(len(self.syntax)):
            if token not in taken:
                found = self._unmarked(token, taken)
                if found:
                    taken.update(range(found.first, found.last + 1))
                    yield found

    def _is_name(self, first: int, last: int) -> bool:
        """Whether a marked stretch has a capital or digit, and is no bare word of the page or the calendar."""
        words = self.syntax.words[first : last + 1]
        if first == last and (self.syntax.lowers[first] in self.cues.not_names or self.syntax.pos[first] == "AUX"):
            return False
        return any(not word.islower() for word in words) or self.syntax.pos[last] == "PROPN"

    def _name(self, first: int, last: int, kind: str) -> Name:
        """The name with the title and modifiers around it, unless it is itself a modifier."""
        syntax = self.syntax
        head = head_in(syntax, first, last)
        if is_inner(syntax, first, last, head):
            if syntax.lowers[first] in ("the", "a", "an") and first < last:
                first += 1
            return Name(first, last, head, kind, inner=True)
        start = min(first, first_of_base(syntax, head))
        if kind in ACTOR_TYPES:
            last = max(last, last_of_base(syntax, head) if head == last else last)
        return Name(start, last, head, kind, inner=False)

    def _unmarked(self, token: int, taken: set[int]) -> Name | None:
        """A proper noun that the parser did not mark, as the head of a phrase or as a name seen elsewhere."""
        syntax = self.syntax
        if syntax.pos[token] != "PROPN" or not syntax.words[token][0].isupper() or len(syntax.words[token]) < 2:
            return None
        if syntax.lowers[token] in self.cues.not_names:
            return None
        votes = self.votes.get(syntax.lowers[token])
        inner = is_inner(syntax, token, token, token)
        if inner:
            if votes is None:
                return None
            return Name(token, token, token, votes.most_common(1)[0][0], inner=True)
        first = first_of_base(syntax, token)
        if any(other in taken for other in range(first, token + 1)):
            first = token
        kind = self.by_cue(first, token) or (votes.most_common(1)[0][0] if votes else None) or self._by_noun(token)
        return Name(first, last_of_base(syntax, token), token, kind, inner=False)

    def _by_noun(self, token: int) -> str:
        found = noun_class(self.syntax.lowers[token])
        return TYPE_OF_KIND[found.kind] if found else "OTHER"
