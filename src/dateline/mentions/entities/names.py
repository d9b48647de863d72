"""Names: what the parser marks, repaired by cues and by how the same report uses the name elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.gazetteer.countries import countries_by_demonym, country_by_name
from dateline.mentions.entities.known import in_capitals, known_names
from dateline.mentions.entities.phrases import first_of_base, is_inner, last_of_base, trim_edges
from dateline.ontology.nouns import is_plural, noun_class
from dateline.spans import Span
from dateline.syntax import Syntax

TYPE_OF_KIND = {"person": "PERSON", "body": "ORG", "country": "GPE", "place": "LOC", "vehicle": "VEHICLE"}
_ARTICLES = frozenset({"the", "a", "an"})
Chunk = tuple[int, int, str]  # first and last token, the parser's label
_NAMES = frozenset({"ORG", "PERSON", "FAC", "EVENT", "WORK_OF_ART", "LAW"})
_PREFIXES = frozenset({"pro", "anti", "non", "ex", "mid", "pan"})
_INSIDE_NAMES = frozenset({"of", "for", "in"})
_FULL_NAME = 3  # votes that a person's full name gives to a bare last name
_LEAST_ACRONYM = 3  # letters: "US" and "UK" are countries


@dataclass(frozen=True, slots=True)
class Cues:
    """The data of entities.yaml."""

    labels: Mapping[str, str]
    pronouns: Mapping[str, str]
    last: Mapping[str, str]
    first: Mapping[str, str]
    titles: frozenset[str]
    not_names: frozenset[str]
    quantities: frozenset[str]
    people_adjectives: frozenset[str]
    empty_it: frozenset[str]
    it_is: frozenset[str]
    acts: frozenset[str]


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    """{type: "words"} as {word: type}."""
    return {word: kind for kind, words in table.items() for word in words.split()}


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cues, read once."""
    text = resources.files("dateline.mentions.entities").joinpath("entities.yaml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    words = ("titles", "not_names", "quantities", "people_adjectives", "empty_it", "it_is", "acts")
    return Cues(
        raw["labels"],
        _turned(raw["pronouns"]),
        _turned(raw["last"]),
        _turned(raw["first"]),
        *(frozenset(raw[key].split()) for key in words),
    )


@lru_cache(maxsize=8192)
def known_type(name: str) -> str | None:
    """GPE for a country's name, NORP for a word for its people; None for any other name."""
    if country_by_name(name):
        return "GPE"
    return "NORP" if countries_by_demonym(name) else None


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
    labels, begins = syntax.labels, syntax.begins
    while at < size:
        if not labels[at]:
            at += 1
            continue
        end = at + 1
        while end < size and labels[end] and not begins[end] and not _breaks(syntax, end):
            end += 1
        if end - at > 2 and syntax.words[at + 1] == "-" and syntax.lowers[at] in _PREFIXES:
            at += 2  # "pro-Iranian" names Iran, not those who are for it
        first, last = trim_edges(syntax, at, end - 1)
        if first <= last:
            yield first, last, labels[at]
        at = end


_QUOTED = re.compile(r"[“\"]([A-Z][\w'’-]+(?: (?:(?:of|in|for|and|de|la|the) ){0,2}[A-Z][\w'’-]+){1,5})[,.]?[”\"]")


def quoted(syntax: Syntax) -> list[tuple[int, int, str]]:
    """Names between quotation marks, all in capitals but for small words: “Army of the South”."""
    found = []
    for match in _QUOTED.finditer(syntax.text):
        inside = syntax.tokens(Span(*match.span(1)))
        if len(inside) > 1 and not any(syntax.pos[token] in ("VERB", "AUX", "PRON") for token in inside):
            found.append((inside[0], inside[-1], "WORK_OF_ART"))
    return found


def _joined(chunks: list[Chunk], sure: list[Chunk]) -> list[Chunk]:
    """Chunks with surer ones among them, which replace those that they overlap; a longer chunk stays whole."""
    found = list(sure)
    for first, last, label in chunks:
        over = [(a, b) for a, b, _ in sure if a <= last and first <= b]
        if not over or (label in _NAMES and all(first <= a and b <= last and (a, b) != (first, last) for a, b in over)):
            found.append((first, last, label))
            found = [chunk for chunk in found if chunk[:2] not in over] if over else found
    return sorted(found, key=lambda chunk: (chunk[0], -chunk[1]))


def _breaks(syntax: Syntax, token: int) -> bool:
    gap = syntax.text[syntax.ends[token - 1] : syntax.starts[token]]
    return syntax.sentence[token] != syntax.sentence[token - 1] or "\n" in gap


def head_in(syntax: Syntax, first: int, last: int) -> int:
    """The token of the range that carries it: the last one whose head lies outside, or the last token."""
    for token in range(last, first - 1, -1):
        above = syntax.heads[token]
        if (above == token or not first <= above <= last) and syntax.pos[token] != "PUNCT":
            return token
    return last


class Namer:
    """Decides the types of one report's names."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.cues = cues()
        self.known = known_names(syntax)
        self.capitals = in_capitals(syntax)
        sure = [(first, last, kind) for (first, last), kind in self.known.items()]
        self.chunks = _joined(_joined(list(marked(syntax)), quoted(syntax)), sure)
        self.taken: set[int] = set()
        self.votes: dict[str, Counter[str]] = {}
        for first, last, label in self.chunks:
            kind = self.cues.labels.get(label)
            if kind and kind != "COUNT":
                self._vote(first, last, self.certain(first, last) or self._placed(first, kind))

    def _placed(self, first: int, kind: str) -> str:
        """A "person" behind "in" is a place."""
        return "GPE" if kind == "PERSON" and first and self.syntax.lowers[first - 1] == "in" else kind

    def _vote(self, first: int, last: int, kind: str) -> None:
        """Count what a name is marked as; a person's count for its last name and for its parts as well."""
        self.votes.setdefault(self.bare(first, last), Counter())[kind] += 1
        for end in range(first + 1, last + 1) if kind == "PERSON" else ():
            self.votes.setdefault(self.syntax.lowers[end], Counter())[kind] += _FULL_NAME
            if end < last:
                self.votes.setdefault(self.bare(first, end), Counter())[kind] += 1
        if kind in ("ORG", "PERSON") and last + 2 < len(self.syntax) and self.syntax.words[last + 1] == "(":
            short = self.syntax.words[last + 2]
            if short.isupper() and len(short) >= _LEAST_ACRONYM:  # "Free People's Army (FPA)"
                self.votes.setdefault(short.lower(), Counter())["ORG"] += 2

    def bare(self, first: int, last: int) -> str:
        """The name in lower case without an article."""
        if first < last and self.syntax.lowers[first] in _ARTICLES:
            first += 1
        return self.syntax.text[self.syntax.starts[first] : self.syntax.ends[last]].lower()

    def certain(self, first: int, last: int) -> str | None:
        """The type that the gazetteers or a telling word give a name; None without one."""
        syntax = self.syntax
        if (first, last) in self.known:
            return self.known[first, last]
        if first < last and syntax.lowers[first] in _ARTICLES:
            first += 1
        return known_type(syntax.text[syntax.starts[first] : syntax.ends[last]]) or self._by_words(first, last)

    def _by_words(self, first: int, last: int) -> str | None:
        syntax, start = self.syntax, self.syntax.lowers[first]
        if first < last and start in self.cues.titles and start not in ("he", "prime", "father", "general"):
            return "PERSON"
        if not syntax.words[first][0].isupper():
            return None
        last = self._core(first, last)
        if first < last and syntax.words[last][0].isupper():
            kind = self.cues.last.get(syntax.lowers[last])
            found = None if kind else noun_class(syntax.lowers[last])
            if found and found.kind == "person" and is_plural(syntax.lowers[last]):
                kind = "ORG"
            if kind:
                return kind
        kind = self.cues.first.get(start)
        if kind is None and first + 2 <= last and syntax.words[first + 1] == "-":
            kind = self.cues.first.get(start + "-" + syntax.lowers[first + 2])
        return kind if kind == "ORG" or first < last else None

    def _core(self, first: int, last: int) -> int:
        """The word that says what a name is of: the last one before a preposition ("Army of the South")."""
        for token in range(first + 1, last):
            if self.syntax.lowers[token] in _INSIDE_NAMES:
                return token - 1
        return last

    def type_of(self, first: int, last: int, kind: str) -> str:
        """The type of a marked name: a certain one, else what most of its mentions in this report are marked as."""
        sure = self.certain(first, last)
        if sure:
            return sure
        votes = self.votes.get(self.bare(first, last))
        if votes:
            best = max(votes.values())
            if votes[kind] < best:
                kind = min(name for name, n in votes.items() if n == best)
        return "ORG" if kind == "NORP" and first == last and self._is_acronym(last) else kind

    def _is_acronym(self, token: int) -> bool:
        word = self.syntax.words[token]
        return word.isupper() and word.isalpha() and len(word) >= _LEAST_ACRONYM

    def names(self) -> Iterator[Name]:
        """All names of the report, marked ones first."""
        taken = self.taken
        for first, last, label in self.chunks:
            kind = self.cues.labels.get(label)
            if kind is None or kind == "COUNT" or not self._is_name(first, last):
                continue
            taken.update(range(first, last + 1))
            if not self._begins_name(first, last):
                yield self._name(first, last, self.type_of(first, last, kind))
        for token, tag in enumerate(self.syntax.pos):
            if tag in ("PROPN", "ADJ", "NOUN") and token not in taken and self.syntax.words[token][0].isupper():
                found = self._unmarked(token, taken)
                if found:
                    taken.update(range(found.first, found.last + 1))
                    yield found

    def _is_name(self, first: int, last: int) -> bool:
        """Whether a marked stretch has a capital or digit, and is no bare word of the page or the calendar."""
        if first == last:
            lower = self.syntax.lowers[first]
            if lower in self.cues.not_names or self.syntax.pos[first] == "AUX":
                return False
            if first == self.syntax.sentences[self.syntax.sentence[first]][0] and noun_class(lower):
                return False  # a description that a sentence begins with
        return self.syntax.pos[last] == "PROPN" or not all(map(str.islower, self.syntax.words[first : last + 1]))

    def _begins_name(self, first: int, last: int) -> bool:
        """Whether a marked stretch is but the first half of a name that goes on behind it."""
        syntax, above = self.syntax, self.syntax.heads[last]
        if above != last + 1 or syntax.deps[last] != "compound" or syntax.pos[above] != "PROPN":
            return False
        return noun_class(syntax.lowers[above]) is None and known_type(self.bare(first, last)) is None

    def _name(self, first: int, last: int, kind: str) -> Name:
        """The name with the title and modifiers around it, unless it is itself a modifier."""
        syntax = self.syntax
        head = head_in(syntax, first, last)
        if is_inner(syntax, first, last, head):
            if syntax.lowers[first] in _ARTICLES and first < last:
                first, last = trim_edges(syntax, first + 1, last)
            return Name(first, last, head, kind, inner=True)
        start = min(first, first_of_base(syntax, head))
        if kind in ("PERSON", "ORG") and head == last:
            last = last_of_base(syntax, head)
        return Name(start, last, head, kind, inner=False)

    def _unmarked(self, token: int, taken: set[int]) -> Name | None:
        """A proper noun that the parser did not mark: a country, a name seen elsewhere, or the head of a phrase."""
        syntax, lower = self.syntax, self.syntax.lowers[token]
        sure = known_type(syntax.words[token])
        plain = syntax.pos[token] == "NOUN" or syntax.sentence[token] in self.capitals
        if plain and not sure and (noun_class(lower) or lower not in self.votes):
            return None
        if is_inner(syntax, token, token, token):
            votes = self.votes.get(lower)
            kind = sure or (votes.most_common(1)[0][0] if votes else None)
            return Name(token, token, token, kind, inner=True) if kind else None
        if syntax.pos[token] == "ADJ" or len(lower) < 2 or lower in self.cues.not_names:
            return None
        first = first_of_base(syntax, token)
        return Name(first, last_of_base(syntax, token), token, sure or self._guess(first, token), inner=False)

    def _guess(self, first: int, token: int) -> str:
        """The type of an unmarked name by its words, its other mentions, its noun, or its being an acronym."""
        kind = self._by_words(first, token)
        if kind:
            return kind
        votes = self.votes.get(self.bare(first, token)) or self.votes.get(self.syntax.lowers[token])
        if votes:
            return votes.most_common(1)[0][0]
        found = noun_class(self.syntax.lowers[token])
        if found:
            return (
                "ORG" if found.kind == "person" and is_plural(self.syntax.lowers[token]) else TYPE_OF_KIND[found.kind]
            )
        return (
            "ORG" if self._is_acronym(token) and self.syntax.deps[token] in ("nsubj", "nsubjpass", "agent") else "OTHER"
        )


_COMPOUNDED = re.compile(r"[-‐‑–](?:\w+ed|led|held|run|born|made|wide|style|based|\w+ing)$", re.IGNORECASE)


def without_participle(text: str) -> str:
    """A name without the participle that a hyphen ties to it: "U.S.-led" is "U.S."."""
    return _COMPOUNDED.sub("", text)
