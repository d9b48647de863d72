"""Names that nothing marks as a place, but that the gazetteer has in a country that the report is about."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.gazetteer.countries import countries_by_demonym, country_by_capital
from dateline.gazetteer.places import Candidate
from dateline.mentions.toponyms.names import OUR_KINDS, Run, Words
from dateline.mentions.toponyms.words import word_lists
from dateline.spans import Span

# Countries whose towns share their names with the persons and firms that English reports are full of.
_NAMED_LIKE_PEOPLE = frozenset(
    {"USA", "GBR", "CAN", "AUS", "IRL", "NZL", "JAM", "ZAF", "BHS", "BRB", "FRA", "DEU", "ESP", "ITA"}
)
_NO_NAMES = frozenset({"NORP", "DATE", "LANGUAGE", "TIME", "EVENT"})
_LEAST_PEOPLE = 2_000
_PLACES = ("GPE", "LOC")


def countries_of(words: Words, found: Iterable[tuple[int, int]]) -> set[str]:
    """The countries that the places found so far most likely lie in, and those of the peoples named."""
    home = set()
    for first, last in found:
        best = max(words.candidates(first, last), key=_fame, default=None)
        if best is not None and best.country:
            home.add(best.country)
    for index, label in enumerate(words.syntax.labels):
        if label == "NORP":
            home.update(country.code for country in countries_by_demonym(words.words[index])[:1])
    return home


def fits(words: Words, match: tuple[int, int], run: Run | None, home: set[str], surnames: set[str]) -> bool:
    """Whether a name is a place of a country that the report is about. A name that the parser takes for a person or
    an organisation must be in our own list, or be what is seized, shelled or left, or stand in a list of places.
    """
    if words.runs_on(*match) or (run is not None and run.type in _NO_NAMES):
        return False
    least = 0 if _is_shelled(words, match) else _LEAST_PEOPLE
    found = [c for c in words.candidates(*match) if _is_home(c, home, least)]
    if not found:
        return False
    if run is None or run.type not in ("PERSON", "ORG"):
        return words.syntax.pos[match[0]] == "PROPN" and not words.begins_sentence(match[0])
    capital_of = country_by_capital(words.text(*match))
    ours = any(c.kind in OUR_KINDS for c in found) or (capital_of is not None and capital_of.code in home)
    if ours and (run.type == "ORG" or words.lowers[match[1]] not in surnames):
        return True
    return _is_shelled(words, match) or _is_goal(words, match) or _beside_place(words, match)


def _is_home(candidate: Candidate, home: set[str], least: int) -> bool:
    if candidate.country not in home or candidate.country in _NAMED_LIKE_PEOPLE or candidate.quality > 1:
        return False
    return candidate.population >= least or candidate.kind in OUR_KINDS


def _beside_place(words: Words, match: tuple[int, int]) -> bool:
    """Whether the name follows a place over a comma or "and"."""
    first = match[0]
    return first > 1 and words.lowers[first - 1] in (",", "and") and words.syntax.labels[first - 2] in _PLACES


def _is_shelled(words: Words, match: tuple[int, int]) -> bool:
    """Whether the name, or the one that it is joined to, is the object of what is done to towns only."""
    head, deps, heads = match[1], words.syntax.deps, words.syntax.heads
    while deps[head] == "conj" and heads[head] != head:
        head = heads[head]
    return deps[head] == "dobj" and words.syntax.lemmas[heads[head]] in word_lists()["town_verbs"]


def _is_goal(words: Words, match: tuple[int, int]) -> bool:
    """Whether the name is what is seized, shelled or left, or hangs on a word of place."""
    syntax = words.syntax
    head = syntax.head_of(Span(syntax.starts[match[0]], syntax.ends[match[1]]))
    if head is None:
        return False
    dep, above = syntax.deps[head], syntax.heads[head]
    if dep == "dobj":
        return syntax.lemmas[above] in word_lists()["goal_verbs"]
    if dep == "pobj":
        return words.lowers[above] in word_lists()["locative"] or words.lowers[above] in (
            "of",
            "from",
            "to",
            "on",
            "between",
        )
    return dep == "conj" and syntax.labels[above] in _PLACES


def _fame(candidate: Candidate) -> tuple[bool, bool, int]:
    return candidate.quality <= 1, candidate.level in ("country", "area", "adm1"), candidate.population
