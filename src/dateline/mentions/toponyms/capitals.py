"""Capitals that are described and not named: "the Afghan capital", "in the capital"."""

from __future__ import annotations

from dateline.gazetteer.countries import country_by_demonym, country_by_name
from dateline.mentions.toponyms.names import Words
from dateline.mentions.toponyms.words import word_lists

_LEADS = frozenset({"to", "from", "of", "on", "through"})
# Behind these the words go on: "the capital of X", "the capital city", "the capital market".
_GO_ON = frozenset({"of", "city", "-"})


def described_capitals(words: Words, home: set[str]) -> list[tuple[int, int]]:
    """Token spans of capitals that only a people, or nothing, tells: "[Afghan capital]", "in the [capital]".

    `home`: the countries that the places and peoples of the report speak for. "The capital" alone is given only where
    there is exactly one, and the report says its name or its people's. Where the city's name stands beside the
    words, the name is the place.
    """
    bare = len(home) == 1 and _says_country(words, next(iter(home)))
    found = []
    for index in range(1, len(words)):
        if words.lowers[index] != "capital" or words.syntax.pos[index] != "NOUN" or _goes_on(words, index):
            continue
        first = _people_before(words, index)
        if first is None and bare and words.lowers[index - 1] == "the" and _located(words, index - 1):
            first = index
        if first is not None and first > 0 and words.lowers[first - 1] == "the" and not _named(words, first, index):
            found.append((first, index))
    return found


def _people_before(words: Words, index: int) -> int | None:
    """Where the people right before a token begins: "Afghan", "South Sudanese"."""
    for first in (index - 2, index - 1):
        if first >= 0 and words.capital[first] and country_by_demonym(words.text(first, index - 1)):
            return first
    return None


def _located(words: Words, article: int) -> bool:
    """Whether a word of place or direction comes right before an article."""
    before = words.lowers[article - 1] if article else ""
    return before in word_lists()["locative"] or before in _LEADS


def _goes_on(words: Words, index: int) -> bool:
    if index + 1 >= len(words):
        return False
    follower = words.lowers[index + 1]
    return follower in _GO_ON or words.syntax.pos[index + 1] in ("NOUN", "PROPN")


def _named(words: Words, first: int, last: int) -> bool:
    """Whether the city's name stands before or behind: "Kabul, the Afghan capital", "the Afghan capital, Kabul"."""
    behind = last + 2
    if behind < len(words) and words.lowers[last + 1] in (",", "(", "—", "–") and words.is_name(behind):
        return True
    comma = first - 2
    return comma > 0 and words.lowers[comma] in (",", "—", "–") and words.is_name(comma - 1)


def _says_country(words: Words, code: str) -> bool:
    """Whether the report names a country or its people."""
    for index, label in enumerate(words.syntax.labels):
        if label not in ("NORP", "GPE"):
            continue
        country = country_by_demonym(words.words[index]) or country_by_name(words.words[index])
        if country is not None and country.code == code:
            return True
    return False
