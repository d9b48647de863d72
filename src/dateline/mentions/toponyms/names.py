"""Names in a report as runs of tokens, and the questions about their surroundings that tell places from others."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.document import Document
from dateline.gazetteer.countries import countries_by_demonym, country_by_name
from dateline.gazetteer.places import Candidate, abbreviated, find, lookup, place_key
from dateline.gazetteer.places_normalise import ARTICLES
from dateline.mentions.toponyms.words import word_lists
from dateline.spans import Span
from dateline.syntax import Syntax

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "all", "both", "every", "some"})
_JOINTS = frozenset(
    [
        "-",
        "‑",
        "–",
        "'",
        "’",
        "al",
        "el",
        "ez",
        "de",
        "del",
        "la",
        "las",
        "los",
        "du",
        "des",
        "le",
        "e",
        "of",
        "and",
        "the",
        "upon",
        "on",
        "sur",
        "au",
        "aux",
        "sous",
        "am",
        "y",
        "da",
        "do",
        "dos",
        "den",
        "ar",
        "as",
        "ash",
        "es",
        "i",
        "d'",
    ]
)
_COMPOUND = re.compile(r"(.+?)[-–][a-z]+$")
_DASHES = ("—", "–", "-", "--", "―")
# Kinds of places in our own list (`places.yaml`).
OUR_KINDS = frozenset({"known_town", "base", "camp", "crossing", "region", "disputed"})
_SITES = frozenset(
    {"camp", "crossing", "base", "airbase", "airport", "prison", "bridge", "garrison", "plant", "hospital", "dam"}
)
# Our own towns: no people are counted for some, yet they are looked for.
_OURS = "known_town"
_GENERIC_LAST = frozenset(
    {"county", "province", "district", "governorate", "region", "state", "city", "oblast", "township", "prefecture"}
)
_DIRECTIONS = frozenset({"the", "northern", "southern", "eastern", "western", "central", "nearby"})


class Run(NamedTuple):
    """A name: first and last token (both inclusive) and its type."""

    first: int
    last: int
    type: str


def runs_of(document: Document) -> list[Run]:
    """The names of a report: what the parser labelled, with the type that the entities give to the same words, and
    the names that only the entities have. A description ("an Ohio man") leaves the names in it alone.
    """
    syntax = document.syntax
    runs = _label_runs(syntax)
    if not document.entities:
        return runs
    types = {}
    for entity in document.entities:
        inside = syntax.tokens(entity.span)
        if inside:
            types[_core(syntax, inside[0], inside[-1])] = entity.type
    runs = [run._replace(type=types.get(_core(syntax, run.first, run.last), run.type)) for run in runs]
    taken = {i for run in runs for i in range(run.first, run.last + 1)}
    for (first, last), kind in types.items():
        words = range(first, last + 1)
        if not taken.intersection(words) and all(syntax.words[i][:1].isupper() for i in words):
            runs.append(Run(first, last, kind))
    return sorted(runs)


def _core(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """The tokens without a leading article and a possessive ending."""
    while first < last and syntax.lowers[first] in _DETERMINERS:
        first += 1
    while last > first and syntax.lowers[last] in ("'s", "’s"):
        last -= 1
    return first, last


def _label_runs(syntax: Syntax) -> list[Run]:
    runs: list[Run] = []
    for index, label in enumerate(syntax.labels):
        if not label or syntax.words[index] == "," or (syntax.lowers[index] == "and" and label in ("PERSON", "ORG")):
            continue  # these part two names, whatever the parser says
        if runs and not syntax.begins[index] and runs[-1].last == index - 1 and runs[-1].type == label:
            runs[-1] = runs[-1]._replace(last=index)
        else:
            runs.append(Run(index, index, label))
    return runs


def tidy(syntax: Syntax, first: int, last: int) -> Span | None:
    """The text span of a name without possessive ending, dash or party prefix ("D-N.J."); None when nothing is left."""
    start, end = syntax.starts[first], syntax.ends[last]
    text = syntax.text[start:end]
    if text[:2] in ("D-", "R-") and len(text) > 3:
        start, text = start + 2, text[2:]
    if (match := _COMPOUND.match(text)) and (find(place_key(match[1])) or abbreviated(match[1])):
        end, text = start + match.end(1), match[1]
    for ending in ("'s", "’s"):
        if text.endswith(ending):
            end, text = end - 2, text[:-2]
    while text and not (text[-1].isalnum() or text[-1] in ".’'ʿ"):
        end, text = end - 1, text[:-1]
    while text and not text[0].isalnum() and text[0] not in "‘'’ʿ":
        start, text = start + 1, text[1:]
    return Span(start, end) if text and any(c.isalpha() for c in text) else None


class Words:
    """A report's tokens with the questions that toponym rules ask."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.words, self.lowers = syntax.words, syntax.lowers
        self.capital = [word[:1].isupper() for word in syntax.words]

    def __len__(self) -> int:
        return len(self.words)

    def text(self, first: int, last: int) -> str:
        """The words of tokens `first` to `last`, as written."""
        return self.syntax.text[self.syntax.starts[first] : self.syntax.ends[last]]

    def trim(self, first: int, last: int) -> tuple[int, int] | None:
        """Without determiners, lower-case words and possessive at the edges; None when no name is left."""
        while first <= last and (self.lowers[first] in _DETERMINERS or not self._name_like(first)):
            first += 1
        while last >= first and (self.lowers[last] in ("'s", "’s", "'", "’") or not self._name_like(last)):
            last -= 1
        return (first, last) if first <= last else None

    def _name_like(self, index: int) -> bool:
        digit = self.words[index][:1].isdigit() and index + 1 < len(self)
        return self.capital[index] or digit or self.is_article(index)

    def is_article(self, index: int) -> bool:
        """Whether a token is a small Arabic article at the head of a name: "al-Hol"."""
        if self.lowers[index] not in ARTICLES or index + 2 >= len(self):
            return False
        return self.words[index + 1] in ("-", "‑", "–") and self.capital[index + 2]

    def split(self, first: int, last: int) -> list[tuple[int, int]]:
        """Two places that were taken for one: "Paris, Texas", "State of Ohio", "Iran's Kerman"."""
        for index in range(first + 1, last) if not self.candidates(first, last) else ():
            keeps_left = self._parts(index)
            if keeps_left is None:
                continue
            left = self.trim(first, index - 1) if keeps_left else None
            rest = self.trim(index + 1, last)
            return [*(self.split(*left) if left else []), *(self.split(*rest) if rest else [])]
        return [(first, last)]

    def _parts(self, index: int) -> bool | None:
        """Whether a token parts two places, and the left one stays: a comma, "in", a free dash, "'s"; "state of"."""
        word = self.lowers[index]
        if word in (",", "in") or (word in _DASHES and self._stands_free(index)):
            return True
        if word in ("'s", "’s"):
            return True if self.is_place(index - 1, index - 1) else None
        if word == "of" and self.lowers[index - 1] in ("state", "province", "city", "republic", "county"):
            return False if not find(place_key(self.text(index - 1, index + 1))) else None
        return None

    def _stands_free(self, index: int) -> bool:
        starts, ends = self.syntax.starts, self.syntax.ends
        return ends[index - 1] < starts[index] and index + 1 < len(self) and ends[index] < starts[index + 1]

    def shortened(self, first: int, last: int) -> tuple[int, int] | None:
        """The place that a building or office is named after, where the gazetteer has no such building:
        "[Kerr County] Jail"; None where there is none, or the name is known as a whole.
        """
        if last == first or self.candidates(first, last):
            return None
        for end in range(last - 1, first - 1, -1):
            if self.is_place(first, end):
                return (first, end) if self.lowers[end + 1] in word_lists()["institutions"] else None
        return None

    def candidates(self, first: int, last: int) -> tuple[Candidate, ...]:
        """What the gazetteer knows under these words."""
        text = self.text(first, last)
        return lookup(text)

    def is_place(self, first: int, last: int) -> bool:
        """Whether the words are a name of the gazetteer good enough to be looked for in running text."""
        text = self.text(first, last)
        if (
            last < first
            or not (self.capital[first] or self.is_article(first))
            or (len(text) < 3 and not text.isupper())
        ):
            return False
        if self.is_never(text) or (first == last and self.lowers[first] in word_lists()["institutions"]):
            return False
        if text.replace(".", "").isupper() and len(text) <= 5:
            return bool(abbreviated(text)) or (self.is_dateline(first, last) and self.is_known_well(text))
        if self.lowers[last] in _GENERIC_LAST and last > first and find(place_key(self.text(first, last - 1))):
            return True
        return any(_looked_for(c) for c in lookup(text))

    def extended(self, first: int, last: int) -> tuple[int, int]:
        """The longer name of the gazetteer that begins here: "San Vicente [del Caguán]", "Jenin [refugee camp]"."""
        stop = self.end_of_name(first, last - first + 5, set())
        for end in range(stop, last, -1):
            if self.capital[end] and self.is_place(first, end):
                return first, end
        limit = self.syntax.sentences[self.syntax.sentence[first]][1]
        for end in range(min(last + 4, limit - 1), last, -1):
            if self.lowers[end] in _SITES and any(c.level == "point" for c in find(place_key(self.text(first, end)))):
                return first, end
        return first, last

    def opens(self, span: Span) -> bool:
        """Whether a place name is a dateline, which is literal whatever the parser makes of it."""
        inside = self.syntax.tokens(span)
        return bool(inside) and self.is_dateline(inside[0], inside[-1])

    def is_never(self, text: str) -> bool:
        """Whether the words are known to be no place."""
        return text.lower() in word_lists()["never"]

    def is_people(self, text: str) -> bool:
        """Whether the words are an adjective or a people ("Emirati"), not a name of a country."""
        return bool(countries_by_demonym(text)) and country_by_name(text) is None and not abbreviated(text)

    def is_known_well(self, text: str) -> bool:
        """A country, a unit, a place of our own list, or a town of some size by its main name."""
        return any(
            c.quality <= 1 and (c.level != "populated" or c.population >= 3000 or c.kind == _OURS)
            for c in find(place_key(text))
        )

    def is_ours(self, text: str) -> bool:
        """A name of two words and more in our own list: "Nagorno-Karabakh"."""
        key = place_key(text)
        return " " in key and any(c.quality <= 1 and (c.kind in OUR_KINDS) for c in find(key))

    def is_shelled(self, last: int) -> bool:
        """Whether the name is the subject of what is done to towns, not to persons: "Xtown was shelled"."""
        verb = self.syntax.heads[last]
        return self.syntax.deps[last] == "nsubjpass" and self.syntax.lemmas[verb] in word_lists()["town_verbs"]

    def is_country_or_unit(self, text: str) -> bool:
        """A country, province, sea or region by its main name or as an abbreviation."""
        if abbreviated(text):
            return True
        if any(c.level == "point" and not c.geonames_id for c in find(place_key(text))) and len(text) > 6:
            return True
        return any(
            c.quality == 0 and (c.level in ("country", "adm1", "area", "continent") or c.population > 300_000)
            for c in find(place_key(text))
        )

    def may_begin(self, index: int) -> bool:
        """Whether a token can begin a name: a capital, and a proper noun or part of a name by the parser."""
        if not self.capital[index]:
            return self.is_article(index)
        return self.syntax.pos[index] == "PROPN" or bool(self.syntax.labels[index]) or self.words[index].isupper()

    def lends_name(self, first: int, last: int) -> bool:
        """Whether an organisation is named after the place that its name begins with: before a word for an
        institution, or where the place is a state or province.
        """
        follower = self.lowers[last + 1]
        if follower in word_lists()["institutions"] or follower in ("'s", "’s"):
            return True
        return self.is_state(self.text(first, last))

    def is_state(self, text: str) -> bool:
        """A country or first-order unit by its main name or an abbreviation."""
        if abbreviated(text):
            return True
        return any(c.quality == 0 and c.level in ("country", "adm1") for c in find(place_key(text)))

    def surnames(self, runs: list[Run]) -> set[str]:
        """Last words of the persons of two words and more, in lower case."""
        return {self.lowers[run.last] for run in runs if run.type == "PERSON" and run.last > run.first}

    def before(self, index: int) -> str:
        """The word before a token, over an article; '' at the start of a sentence."""
        start = self.syntax.sentences[self.syntax.sentence[index]][0]
        index -= 1
        while index >= start and self.lowers[index] in _DIRECTIONS:
            index -= 1
        return self.lowers[index] if index >= start else ""

    def after_locative(self, index: int) -> bool:
        """Whether a word of place comes before: "in", "near"."""
        return self.before(index) in word_lists()["locative"]

    def after_title(self, index: int) -> bool:
        """Whether a person's title comes before, or the name goes on from a first name."""
        return index > 0 and self.lowers[index - 1] in word_lists()["titles"]

    def begins_sentence(self, index: int) -> bool:
        """Whether a token is the first of its sentence."""
        return self.syntax.sentences[self.syntax.sentence[index]][0] == index

    def runs_on(self, first: int, last: int) -> bool:
        """Whether the name goes on before or after the words: "[Paris] Hilton", "St. [Paul]"."""
        words = word_lists()
        after, before = last + 1, first - 1
        if after < len(self) and self.is_name(after) and self.syntax.sentence[after] == self.syntax.sentence[last]:
            return self.lowers[after] not in words["place_nouns"]
        return before >= 0 and self.is_name(before) and not self.begins_sentence(before)

    def is_name(self, index: int) -> bool:
        """Whether a token is a proper noun in capitals."""
        return self.capital[index] and self.syntax.pos[index] == "PROPN"

    def before_unit(self, last: int) -> bool:
        """Whether a comma and a country or unit follow: "Xtown, Texas", "Xtown, Ont."."""
        after = last + 2
        if after >= len(self) or self.words[last + 1] != "," or not self.capital[after]:
            return False
        for end in range(min(after + 2, len(self) - 1), after - 1, -1):
            if any(c.level in ("country", "adm1") and c.quality <= 1 for c in self.candidates(after, end)):
                return True
        return False

    def place_noun_near(self, first: int, last: int) -> bool:
        """Whether a noun makes it a place: "the town of X", "X province"."""
        nouns = word_lists()["place_nouns"]
        if last + 1 < len(self) and self.lowers[last + 1] in nouns and self.lowers[last + 1] != "state":
            return True
        if last > first and self.lowers[last] in _GENERIC_LAST:
            return True
        return first >= 2 and self.lowers[first - 1] == "of" and self.lowers[first - 2] in nouns

    def is_dateline(self, first: int, last: int) -> bool:
        """Whether a paragraph opens with the name in capitals and a dash, bracket or colon: "BAGHDAD, Jan 30 —"."""
        number = self.syntax.sentence[first]
        start = self.syntax.sentences[number][0]
        if first != start or not self.text(first, last).isupper() or len(self.text(first, last)) < 4:
            return False
        if number and self.syntax.paragraphs[number - 1] == self.syntax.paragraphs[number]:
            return False
        ahead = self.words[last + 1 : last + 9]
        if any(word in _DASHES or word == "(" for word in ahead):
            return True
        return ":" in ahead[:4] and self.is_known_well(self.text(first, last))

    def end_of_name(self, first: int, longest: int, covered: set[int]) -> int:
        """The last token that a name beginning at `first` could reach: capitals and small joining words."""
        last = index = first
        limit = min(first + longest, len(self), self.syntax.sentences[self.syntax.sentence[first]][1])
        while index + 1 < limit and index + 1 not in covered:
            index += 1
            if self.capital[index]:
                last = index
            elif self.lowers[index] not in _JOINTS:
                break
        return last


def _looked_for(candidate: Candidate) -> bool:
    """Alternate names of small towns are too many and too odd to be looked for in running text."""
    if candidate.quality <= 1:
        return True
    return (candidate.quality == 2 and candidate.population >= 5000) or (
        candidate.quality == 3 and candidate.population >= 20000
    )
