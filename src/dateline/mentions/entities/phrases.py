"""Noun phrases: from a head to the base phrase around it, with what stands before it and a short "of" behind."""

from __future__ import annotations

from dateline.gazetteer.countries import countries_by_demonym
from dateline.ontology.nouns import noun_class
from dateline.syntax import Syntax

# What may stand before a head and belong to its phrase.
_DIRECT = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "predet", "npadvmod"})
_BELOW = _DIRECT | {"advmod", "case", "neg", "dep", "acl", "punct", "conj", "cc", "pobj"}
# Relations by which a word only modifies the noun to its right.
MODIFIES = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "det", "advmod", "quantmod"})
_EDGE = frozenset("\"'“”‘’«»„`´.,;:-–—()[]*/")
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_NATION_ACRONYMS = frozenset({"US", "UK", "UN", "EU", "UAE", "NATO"})  # nouns that are adjectives as well
_LONGEST_OF = 6  # tokens of an "of" complement that still reads as part of the name of a thing


def first_of_base(syntax: Syntax, head: int) -> int:
    """The first token of the base noun phrase of a head: determiners, possessors and modifiers are in."""
    first = head
    for child in syntax.children[head]:
        if child >= head:
            break
        if syntax.deps[child] in _DIRECT:
            first = min(first, _left_edge(syntax, child))
    for token in range(head - 1, first, -1):
        if _is_spaced_dash(syntax, token):  # "CITY, Country - The army said": what stands before is another phrase
            first = token + 1
            break
    while first < head and syntax.words[first][0] in _EDGE:
        first += 1
    return first


def _is_spaced_dash(syntax: Syntax, token: int) -> bool:
    if syntax.words[token] not in ("-", "–", "—", "--"):
        return False
    return syntax.ends[token - 1] < syntax.starts[token] and syntax.ends[token] < syntax.starts[token + 1]


def before_and(syntax: Syntax, first: int, head: int) -> int:
    """The first token with an adjective of nation before "and" that the parse left out: "US and allied troops".

    Only where the phrase is plural and has no determiner, and the word cannot be a party of its own.
    """
    word = first - 2
    if word < 0 or syntax.lowers[first - 1] not in ("and", "or") or syntax.sentence[word] != syntax.sentence[first]:
        return first
    plural = syntax.tags[head] in ("NNS", "NNPS") or syntax.lowers[head] in ("police", "troops")
    if not plural or syntax.pos[first] in ("DET", "PRON", "NUM"):
        return first
    adjective = syntax.tags[word] in ("JJ", "NNP") and bool(countries_by_demonym(syntax.words[word]))
    return word if adjective or syntax.words[word].replace(".", "") in _NATION_ACRONYMS else first


def _left_edge(syntax: Syntax, child: int) -> int:
    """The left edge of a modifier; a clause that hangs from it ("what he calls ...") is not followed."""
    edge = child
    for other in syntax.children[child]:
        if other < child and syntax.deps[other] in _BELOW:
            edge = min(edge, _left_edge(syntax, other))
    return edge


def last_of_base(syntax: Syntax, head: int) -> int:
    """The last token of the base phrase: the head, or the end of a short complement right behind it.

    "of" goes with people and bodies ("members of the group") and with places before a name ("the city of X"),
    "for" with offices before a name ("minister for X").
    """
    after = head + 1
    if after >= len(syntax) or syntax.heads[after] != head or syntax.lowers[after] not in ("of", "for"):
        return head
    noun, found = syntax.child(after, "pobj"), noun_class(syntax.lowers[head])
    if noun is None or noun - head > _LONGEST_OF or first_of_base(syntax, noun) != after + 1:
        return head
    named = syntax.pos[noun] == "PROPN"
    if found is None:
        return noun if named and syntax.pos[head] == "PROPN" and syntax.lowers[after] == "of" else head
    if syntax.lowers[after] == "for":
        return noun if named and found.name in ("official", "ministry") else head
    if found.kind in ("person", "body") or named:
        return max(noun, last_of_base(syntax, noun))
    return head


def is_inner(syntax: Syntax, first: int, last: int, head: int) -> bool:
    """Whether the words only modify a noun behind them: "US" in "US forces"; a possessor stands for itself."""
    above = syntax.heads[head]
    return syntax.deps[head] in MODIFIES and above > last and first <= head


def trim_edges(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """The token range without quotation marks, commas and a possessive at its ends; may become empty (first > last)."""
    while first <= last and _is_edge(syntax.words[first]):
        first += 1
    while last >= first and (_is_edge(syntax.words[last]) or syntax.lowers[last] in _POSSESSIVE):
        last -= 1
    return first, last


def _is_edge(word: str) -> bool:
    return len(word) <= 2 and all(sign in _EDGE for sign in word)
