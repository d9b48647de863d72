"""Counts of persons and things: how many, of whom, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.document import Document
from dateline.mentions.counts.kind import HARM, is_force, is_person, kind_of
from dateline.mentions.counts.numbers import Number, number_at, words
from dateline.mentions.counts.one import another, named, none, single
from dateline.records import Count
from dateline.spans import Span
from dateline.stage import Stage
from dateline.syntax import Syntax

_SINGLE = frozenset(("a", "an", "another"))
# The places in a clause where "another" stands for a person by itself.
_ALONE = frozenset(("nsubjpass", "dobj", "nsubj", "conj"))
_MODIFIERS = frozenset(("nummod", "amod", "quantmod", "compound", "nmod", "det", "predet"))
_COUNTED = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))
_DETERMINERS = frozenset(("the", "a", "an", "these", "those", "their", "his", "her", "its", "our"))


class CountsStage(Stage):
    """Finds number expressions of persons and things; times, money, measures and ages are left out."""

    name = "counts.v1"
    reads = ("syntax", "times")
    makes = ("counts",)

    def annotate(self, document: Document) -> None:
        """Set `counts`, in order of the text."""
        document.counts = tuple(_counts(document))


def _counts(document: Document) -> Iterator[Count]:
    syntax = document.syntax
    taken = {token for time in document.times for token in syntax.tokens(time.span)}
    starts, at = words()["starts"], 0
    ones: set[tuple[str, str]] = set()
    places: set[tuple[str, int]] = set()
    while at < len(syntax):
        lower, found = syntax.lowers[at], None
        if at in taken:
            at += 1
            continue
        if lower[0].isdigit() or lower in starts:
            number = number_at(syntax, at)
            if number is not None:
                at = number.last
                found = _counted(syntax, number, taken)
        elif lower in _SINGLE:
            found = another(syntax, at) if syntax.deps[at] in _ALONE else single(syntax, at)
        elif lower == "no":
            found = none(syntax, at)
        elif syntax.deps[at] in ("dobj", "nsubjpass", "pobj"):
            found = named(syntax, at)
        if found is not None and not _is_known(syntax, found, ones, places):
            yield found
        at += 1


def _is_known(syntax: Syntax, count: Count, ones: set[tuple[str, str]], places: set[tuple[str, int]]) -> bool:
    """Whether "the commander" is the "a commander" that was counted before, or an apposed one the one just named.

    `ones` and `places` keep who has been counted, by kind: the nouns and their places.
    """
    if count.best != 1 or count.who is None:
        return False
    noun = syntax.tokens(count.who)[-1]
    key = (count.of, syntax.lemmas[noun])
    again = count.span == count.who and syntax.tags[noun] == "NN" and key in ones
    # "killed Ali Dar, a mayor"
    apposed = syntax.deps[noun] == "appos" and not any(syntax.deps[t] == "conj" for t in syntax.children[noun])
    again = again or (apposed and (count.of, syntax.heads[noun]) in places)
    ones.add(key)
    places.add((count.of, noun))
    return again


def _counted(syntax: Syntax, number: Number, taken: set[int]) -> Count | None:
    """The count that a number expression makes, None where it counts nothing that we know."""
    if _is_whole(syntax, number) or (syntax.lowers[number.core] == "one" and syntax.tags[number.core] == "NN"):
        return None
    tables = words()
    noun = _noun(syntax, number)
    if noun is None and _is_age(syntax, number):
        return None
    out = syntax.labels[number.core] in tables["labels_out"] and not number.vague
    if out and not _are_persons(syntax, noun) and not _are_harmed(syntax, number, noun):
        return None
    if _follows_measure(syntax, number) or (noun is not None and (_is_measure(syntax, noun) or noun in taken)):
        return None
    target = _target(syntax, number, noun)
    kind = kind_of(syntax, target, noun) or _verb_before(syntax, number, noun)
    if kind is None and noun is None and _of_crowd(syntax, number):
        kind = "present"
    if kind is None:
        if noun is None or _says_little(syntax, number, noun):
            return None
        kind = _unharmed(syntax, target, noun)
    span = syntax.span(number.first, number.last)
    return Count(span, number.low, number.best, number.high, kind, _who(syntax, number, noun))


def _is_whole(syntax: Syntax, number: Number) -> bool:
    """Whether a number is what a share is of, by the parse: the 14 in "three of 14 men"."""
    before = number.first - 1
    return before > 0 and syntax.lowers[before] == "of" and syntax.deps[before] == "quantmod"


def _verb_before(syntax: Syntax, number: Number, noun: int | None) -> str | None:
    """What the verb right before a number says, where the parser tied it elsewhere: ", killing at least five"."""
    if number.first == 0 or (noun is not None and syntax.lemmas[noun] in words()["things"]):
        return None
    verb = number.first - 1
    if syntax.pos[verb] not in ("VERB", "AUX") or syntax.lemmas[verb] in words()["loose"] or syntax.tags[verb] == "VBN":
        return None
    found: str | None = words()["verbs"].get(syntax.lemmas[verb])
    return found


def _of_crowd(syntax: Syntax, number: Number) -> bool:
    """A crowd of about 3,000, an audience of 200: persons, though no word says so."""
    of = syntax.heads[number.core]
    return syntax.lowers[of] == "of" and syntax.lemmas[syntax.heads[of]] in words()["crowds"]


def _are_persons(syntax: Syntax, noun: int | None) -> bool:
    """Whether persons are counted; then the parser's "14 days 3" for a date is not believed."""
    return noun is not None and syntax.tags[noun] == "NNS" and is_person(syntax, noun)


def _are_harmed(syntax: Syntax, number: Number, noun: int | None) -> bool:
    """Whether a bare number is the subject or object of harm: "This month 14 died" is no date."""
    if noun is not None or syntax.labels[number.core] not in ("DATE", "TIME"):
        return False
    return syntax.deps[number.core] in ("nsubj", "nsubjpass", "dobj") and kind_of(syntax, number.core, None) in HARM


def _says_little(syntax: Syntax, number: Number, noun: int) -> bool:
    """Whether a reader of events learns nothing: "one of its aims", "several issues", "the two sides"."""
    if (syntax.lemmas[noun] in words()["parties"] and _is_definite(syntax, number)) or _in_name(syntax, number, noun):
        return True
    if _is_name_of_one(syntax, number, noun):
        return True
    if number.best == 0 or (syntax.pos[noun] == "PROPN" and not is_person(syntax, noun)):
        return True
    if syntax.lowers[number.core] == "one":
        return not is_person(syntax, noun) or syntax.lowers[number.last + 1] == "of"
    return number.vague and not is_person(syntax, noun) and syntax.lemmas[noun] not in words()["things"]


def _is_name_of_one(syntax: Syntax, number: Number, noun: int) -> bool:
    """Whether a number names one thing and counts none: "the 800 block", "Precinct 4 Constable"."""
    if not syntax.lowers[noun][0].isalpha():
        return True
    singular = syntax.tags[noun] in ("NN", "NNP") and syntax.lemmas[noun] == syntax.lowers[noun]
    return singular and number.best != 1 and syntax.lemmas[noun] not in words()["plurals"]


def _in_name(syntax: Syntax, number: Number, noun: int) -> bool:
    """Whether a number is part of a name: the Seven Sisters road, Boeing 737 planes."""
    before = number.first - 1
    inside = number.first == number.core > syntax.sentences[syntax.sentence[number.core]][0]
    capital = syntax.words[number.core][0].isupper() and inside
    if capital and syntax.pos[noun] == "PROPN":
        return True
    beside = before >= 0 and syntax.pos[before] == "PROPN" and syntax.deps[before] in ("compound", "nmod")
    return beside and syntax.heads[before] in (noun, number.core)


def _is_age(syntax: Syntax, number: Number) -> bool:
    """His son, 5, was killed; Ali Dar (34)."""
    before, after = number.first - 1, number.last + 1
    if before < 1 or after >= len(syntax) or syntax.words[before] not in (",", "(") or (number.best or 0) > 110:
        return False
    one = syntax.tags[before - 1] in ("NN", "NNP") and is_person(syntax, before - 1)
    return one and syntax.words[after] in (",", ")", ".", ";")


def _is_definite(syntax: Syntax, number: Number) -> bool:
    """The two sides, both countries: those spoken of already, which nobody counts."""
    if syntax.lowers[number.core] == "both":
        return True
    return number.first > 0 and syntax.lowers[number.first - 1] in _DETERMINERS


def _noun(syntax: Syntax, number: Number) -> int | None:
    """The noun that a number counts: its head ("three US soldiers"), or behind "of" ("dozens of civilians")."""
    following = number.last + 1
    if following < len(syntax) and syntax.lowers[following] == "of" and syntax.deps[following] == "quantmod":
        # "three of 14 men", the whole parsed as one number
        return syntax.heads[syntax.heads[following]]
    if following < len(syntax) and syntax.lowers[following] == "of":
        inner = syntax.child(following, "pobj")
        if inner is not None:
            return inner if syntax.pos[inner] in ("NOUN", "PROPN", "ADJ") else None
    for token in range(number.last, number.first - 1, -1):
        head = syntax.heads[token]
        if head > number.last and syntax.deps[token] in _MODIFIERS and syntax.pos[head] in _COUNTED:
            return _true_noun(syntax, number, head)
    # Where the parser went astray, as in "between 10 and 15 men", the plural that follows is what is counted.
    return following if following < len(syntax) and syntax.tags[following] == "NNS" else None


def _is_measure(syntax: Syntax, noun: int) -> bool:
    """Whether a noun is measured and not counted."""
    return syntax.lemmas[noun] in words()["measures"] or syntax.lowers[noun] in words()["measures"]


def _true_noun(syntax: Syntax, number: Number, head: int) -> int | None:
    """The head where it stands in the same phrase, close behind the number."""
    if head - number.last > 9 or syntax.sentence[head] != syntax.sentence[number.last]:
        return None
    if syntax.pos[head] == "VERB":
        return head if syntax.lowers[head] in words()["states"] else None
    return head


def _target(syntax: Syntax, number: Number, noun: int | None) -> int:
    """The token whose place in the clause tells the fate: the noun, or the number where it heads the phrase."""
    if noun is None:
        return number.core
    if noun in range(syntax.left[number.core], syntax.right[number.core] + 1) and syntax.heads[noun] != number.core:
        return number.core
    return noun


def _follows_measure(syntax: Syntax, number: Number) -> bool:
    """Whether a currency sign or a measure stands beside the bare number."""
    following = number.last + 1
    if following < len(syntax) and syntax.lowers[following] in words()["measures"]:
        return True
    return number.first > 0 and syntax.words[number.first - 1] in (
        "$",
        "€",
        "£",
        "¥",
        "No",
        "no.",
        "No.",
        "Rs",
        "rs",
        "Rs.",
        "x",
        "page",
        "pages",
    )


def _unharmed(syntax: Syntax, target: int, noun: int) -> str:
    """Present for forces and crowds, and for persons who gather or are sent; other for the rest."""
    tables = words()
    if is_force(syntax, noun):
        return "present"
    if not is_person(syntax, noun):
        return "other"
    token = target
    for _ in range(4):
        if syntax.lemmas[token] in tables["presence"]:
            return "present"
        token = syntax.heads[token]
    return "other"


def _who(syntax: Syntax, number: Number, noun: int | None) -> Span | None:
    """The counted without the number: "US soldiers" of "three US soldiers"."""
    if noun is None or noun <= number.last or syntax.lowers[noun] in words()["states"]:
        return None
    first = number.last + 1
    while first < noun and (syntax.lowers[first] in _DETERMINERS or syntax.lowers[first] == "of"):
        first += 1
    return syntax.span(first, noun)
