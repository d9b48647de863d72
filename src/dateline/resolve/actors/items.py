"""A noun phrase read as items: named actors, countries, roles, and the words between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.gazetteer.actors import Known
from dateline.gazetteer.countries import Country
from dateline.gazetteer.folding import fold
from dateline.gazetteer.fuzzy import nearest
from dateline.gazetteer.lexicon import Entry, Lexicon, lexicon
from dateline.gazetteer.normalise import normalise
from dateline.gazetteer.places import lookup
from dateline.gazetteer.roles import Role, singular
from dateline.syntax import Syntax

# "Iran-backed", "rebel-held": what stands before the participle is not the one that the phrase is about.
_NOT_ITS_OWN = frozenset(
    [
        "backed",
        "allied",
        "aligned",
        "sponsored",
        "supported",
        "supplied",
        "made",
        "funded",
        "financed",
        "armed",
        "trained",
        "built",
        "occupied",
        "controlled",
        "held",
        "ruled",
        "administered",
        "brokered",
        "mediated",
        "imposed",
        "friendly",
        "linked",
        "inspired",
        "born",
        "style",
        "dominated",
        "affiliated",
        "designated",
        "besieged",
        "speaking",
        "bound",
        "majority",
        "populated",
        "mandated",
    ]
)
_OWN = frozenset({"led", "based", "run", "owned", "registered", "flagged", "commanded"})
_AGAINST_OR_FOR = frozenset({"pro", "anti", "counter", "non"})
_FORMER = frozenset(
    {"former", "ex", "late", "ousted", "deposed", "toppled", "erstwhile", "onetime", "disgraced", "retired"}
)
_PREFIXES = frozenset({"deputy", "vice", "acting", "assistant", "interim", "caretaker", "senior", "first", "associate"})
_HYPHENS = frozenset({"-", "‑", "–", "‐"})
_SMALL = frozenset(
    {"al", "el", "de", "of", "the", "e", "i", "ul", "bin", "ibn", "an", "ash", "and", "wa", "la", "du", "del"}
)
_ENDINGS = frozenset({"'s", "’s", "'", "’"})  # possessives that are tokens of their own
# Small words that a name may begin with although it is a name.
_OPENINGS = frozenset({"al", "el", "anti", "ex", "an", "ash", "bin", "de", "von", "so"})
# Ranks and roles that are mostly adjectives.
_ADJECTIVES = frozenset(
    {"major", "general", "private", "premier", "public", "local", "adult", "conservative", "executive", "moderate"}
    | {"foreign", "national", "elderly", "minor", "communist", "socialist", "republican", "native"}
)
_ENOUGH, _FEW = 20, 0.005  # words of a text, and share of capitalised ones, to call it caseless
_LONGEST_FOLDED = 6
_LONGEST_MISSPELT = 3
_LAND_LABELS = frozenset({"", "GPE", "NORP", "LOC"})
_LONGEST_ROLE = 6


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a phrase, tokens `first` to `last`. `kind` is actor, country, people, role, former, break, skip,
    name or word; `lends` is False where its country and sector are not those of the phrase ("Iran-backed").
    """

    kind: str
    first: int
    last: int
    lends: bool = True
    known: tuple[Known, ...] = ()
    country: Country | None = None
    unsure: tuple[Country, ...] = ()
    capital: bool = False
    role: Role | None = None
    word: str = ""


_BREAKS = frozenset(
    [
        "of",
        "in",
        "from",
        "for",
        "to",
        "by",
        "with",
        "at",
        "near",
        "against",
        "on",
        "over",
        "under",
        "inside",
        "outside",
        "across",
        "around",
        "along",
        "between",
        "among",
        "within",
        "based",
        "backed",
        "led",
        "loyal",
        "operating",
        "fighting",
        "linked",
        "allied",
        "who",
        "which",
        "that",
        "whose",
        "where",
        "(",
        "[",
        ",",
        ":",
        ";",
        "—",
        "–",
    ]
)
_SKIPS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "'s",
        "’s",
        "'",
        "’",
        "-",
        "‑",
        ")",
        "]",
        '"',
        "“",
        "”",
        "its",
        "their",
        "his",
        "her",
        "our",
    ]
)


class Reader:
    """Reads the phrases of one parsed report."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.lexicon: Lexicon = lexicon()
        # A text without capitals: names are known by their letters alone, abbreviations not at all.
        capitals = sum(word[0].isupper() for word in syntax.words)
        self.caseless = len(syntax.words) >= _ENOUGH and capitals <= _FEW * len(syntax.words)
        self.norms = ["" if word in _ENDINGS else normalise(word) for word in syntax.words]

    def items(self, first: int, end: int) -> list[Item]:
        """The items of tokens `first` to `end` (exclusive), longest match first, left to right."""
        found: list[Item] = []
        at = first
        while at < end:
            item = self._hedged(self._item(at, end), end, found)
            found.append(item)
            at = item.last + 1
        return found

    def _hedged(self, item: Item, end: int, before: list[Item]) -> Item:
        """The item with the participle behind it or the "pro-" before it taken into account."""
        if item.kind not in ("actor", "country", "people", "role"):
            return item
        words, last = self.syntax.lowers, item.last
        after = last + 2 if last + 2 < end and words[last + 1] in _HYPHENS else last + 1
        if after < end and words[after] in _NOT_ITS_OWN:
            return _changed(item, last=after, lends=False)
        if after == last + 2 and words[after] in _OWN:
            return _changed(item, last=after, lends=True)
        if len(before) > 1 and before[-1].word in _HYPHENS and before[-2].word in _AGAINST_OR_FOR:
            return _changed(item, last=last, lends=False)
        return item

    def _item(self, at: int, end: int) -> Item:
        """The longest item that begins at a token."""
        lower = self.syntax.lowers[at]
        found = self._entry(at, end) or self._folded(at, end) or self._misspelt(at, end)
        if found:
            return found
        kind = "word"
        if lower in _FORMER:
            kind = "former"
        elif lower in _BREAKS:
            kind = "break"
        elif lower in _SKIPS or not self.norms[at]:
            kind = "skip"
        elif self.syntax.words[at][0].isupper():
            kind = "name"
        return Item(kind, at, at, word=lower)

    def _entry(self, at: int, end: int) -> Item | None:
        norms, entries = self.norms, self.lexicon.entries
        if not norms[at]:
            return None
        opening = norms[at].partition(" ")[0]
        reach = max(self.lexicon.reach.get(opening, 0), self.lexicon.reach.get(singular(opening), 0))
        for last in range(min(at + 2 * reach, end) - 1, at - 1, -1):
            if not norms[last]:
                continue
            key = " ".join(filter(None, norms[at : last + 1]))
            entry = entries.get(key)
            item = (self._read(entry, at, last) if entry else None) or self._role(key, at, last)
            if item:
                return self._prefixed(item, at, end)
        return None

    def _prefixed(self, item: Item, at: int, end: int) -> Item:
        """In "deputy foreign minister" the office reaches as far as the one after the prefix does."""
        if self.norms[at] in _PREFIXES and at + 1 < end:
            longer = self._entry(at + 1, end)
            if longer and longer.kind == "role" and longer.last > item.last:
                return _changed(longer, first=at, last=longer.last, lends=True)
        return item

    def _role(self, key: str, at: int, last: int) -> Item | None:
        """A role in the plural."""
        if last - at >= _LONGEST_ROLE:
            return None
        entry = self.lexicon.entries.get(singular(key))
        return self._role_item(entry.role, at, last) if entry and entry.role else None

    def _read(self, entry: Entry, at: int, last: int) -> Item | None:
        """What an entry stands for in the writing that the text has."""
        word = self.syntax.words[at]
        capital = self.caseless or any(c.isupper() for c in word) or word[0].isdigit()
        if capital or (self.syntax.lowers[at] in _OPENINGS and self.syntax.words[last][0].isupper()):
            found = self._capital_read(entry, at, last)
            if found:
                return found
        return self._role_item(entry.role, at, last) if entry.role else None

    def _role_item(self, role: Role, at: int, last: int) -> Item | None:
        """A role word, unless it is an adjective here ("major parties") or part of a person's name."""
        syntax = self.syntax
        if at == last and role.lemma in _ADJECTIVES and syntax.pos[at] == "ADJ":
            return None
        if syntax.labels[at] == "PERSON" and syntax.words[at][0].isupper() and not role.title and role.kind != "office":
            return None
        return Item("role", at, last, role=role, word=syntax.lowers[at])

    def _capital_read(self, entry: Entry, at: int, last: int) -> Item | None:
        words = self.syntax.words[at : last + 1]
        shouted = all(word.upper() == word for word in words)
        if entry.acronyms and shouted:
            return Item("actor", at, last, known=entry.acronyms + entry.actors)
        if entry.short and shouted:
            return Item("country", at, last, country=entry.short)
        if entry.actors:
            return Item("actor", at, last, known=entry.actors)
        return None if self._is_surname(at, last) else _country_read(entry, at, last)

    def _is_surname(self, at: int, last: int) -> bool:
        """Whether a word for a country or people ends a person's name: "Michael Jordan"."""
        syntax = self.syntax
        inside = at == last and syntax.labels[at] == "PERSON" and not syntax.begins[at]
        return inside and at > 0 and syntax.words[at - 1][0].isupper()

    def _folded(self, at: int, end: int) -> Item | None:
        """A group under another transliteration; all words but particles must be capitalised."""
        words = self.syntax.words
        if not words[at][0].isupper() and not (at + 1 < end and self.norms[at] in ("al", "el")):
            return None
        for last in self._capitalised(at, min(end, at + _LONGEST_FOLDED)):
            text = " ".join(self.norms[at : last + 1])
            known = self.lexicon.folded.get(fold(text))
            if known:
                return Item("actor", at, last, known=known)
        return None

    def _misspelt(self, at: int, end: int) -> Item | None:
        """A country, or a person by full name, that is one letter off; no place or person of that very name."""
        words, last = self.syntax.words, at
        if not words[at][0].isupper() or not self.norms[at]:
            return None
        while last + 1 < end and last - at < _LONGEST_MISSPELT and words[last + 1][0].isupper():
            last += 1
        for stop in range(last, at - 1, -1):
            key = " ".join(filter(None, self.norms[at : stop + 1]))
            near = nearest(key)
            if near is None or (stop == at and (self.syntax.labels[at] not in _LAND_LABELS or lookup(words[at]))):
                continue
            return self._capital_read(self.lexicon.entries[near], at, stop)
        return None

    def _capitalised(self, at: int, end: int) -> Iterator[int]:
        """Ends of the runs of capitalised words from a token, the longest first."""
        words, last = self.syntax.words, at
        while last + 1 < end and self._name_like(last + 1):
            last += 1
        for stop in range(last, at - 1, -1):
            if words[stop][0].isupper():
                yield stop

    def _name_like(self, token: int) -> bool:
        word = self.syntax.words[token]
        return word[0].isupper() or word in _HYPHENS or self.syntax.lowers[token] in _SMALL or word[0] in "'’ʿʼ`"


def _country_read(entry: Entry, at: int, last: int) -> Item | None:
    if entry.country:
        return Item("country", at, last, country=entry.country, unsure=entry.unsure)
    if entry.demonym or (entry.unsure and not entry.capital):
        return Item("people", at, last, country=entry.demonym, unsure=entry.unsure)
    return Item("country", at, last, country=entry.capital, capital=True) if entry.capital else None


def _changed(item: Item, *, last: int, lends: bool, first: int | None = None) -> Item:
    start = item.first if first is None else first
    return Item(
        item.kind, start, last, lends, item.known, item.country, item.unsure, item.capital, item.role, item.word
    )
