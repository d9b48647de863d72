"""Clusters that grow: mentions put together, unless what is known of them contradicts."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Actor
from dateline.resolve.coreference.mentions import Mention

_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Clusters:
    """A partition of mentions; `join` refuses what contradicts. Mentions are given by their place in the list."""

    def __init__(self, items: Sequence[Mention]) -> None:
        self.items = items
        self._parent = list(range(len(items)))
        self._members = [[number] for number in range(len(items))]
        self._facts = [{key: _facts_of(item, key) for key in (*_KEYS, _SORTS)} for item in items]

    def root(self, number: int) -> int:
        """The number that stands for the cluster of a mention."""
        while self._parent[number] != number:
            number = self._parent[number]
        return number

    def members(self, number: int) -> list[Mention]:
        """All mentions in the cluster of a mention, in the order they joined."""
        return [self.items[other] for other in self._members[self.root(number)]]

    def alone(self, number: int) -> bool:
        """Whether a mention is the only one of its cluster."""
        return len(self._members[self.root(number)]) == 1

    def told(self, number: int) -> bool:
        """Whether a cluster holds a mention that is no pronoun."""
        return bool(self._facts[self.root(number)][_SORTS])

    def join(self, one: int, other: int, *, metonym: bool = False) -> bool:
        """Put two clusters together; False, and nothing done, where a fact about one rules out the other.

        `metonym`: a place may stand for a body ("Washington" for a government).
        """
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if not self.agree(a, b, metonym=metonym):
            return False
        self._parent[b] = a
        self._members[a] += self._members[b]
        for key, values in self._facts[b].items():
            self._facts[a][key] |= values
        return True

    def agree(self, one: int, other: int, *, metonym: bool = False) -> bool:
        """Whether no country, actor, sex or type of one cluster contradicts the other."""
        mine, yours = self._facts[self.root(one)], self._facts[self.root(other)]
        if any(_clash(mine[key], yours[key]) for key in _KEYS):
            return False
        return metonym or _sorts_agree(mine[_SORTS], yours[_SORTS])


_KEYS = ("country", "actor", "sex", "given")
_SORTS = "sorts"


def is_particular(actor: Actor | None) -> bool:
    """Whether an actor is one that the gazetteer names, not a country and not made up of a role and a country."""
    if actor is None or actor.derived in _STATES:
        return False
    return actor.derived.startswith(("gazetteer:", "office:"))


_STATES = frozenset({"gazetteer:country", "gazetteer:capital", "gazetteer:demonym"})


def _country(mention: Mention) -> str:
    """The country that a mention tells by a name of it, or that the gazetteer gives its actor."""
    actor = mention.actor
    guessed = actor is None or actor.derived == "composition:role"  # from a place in the phrase
    return mention.country if guessed or actor is None else actor.code or mention.country


def _facts_of(mention: Mention, key: str) -> set[str]:
    """What one mention says of its cluster: one value, or none."""
    if key == _SORTS:
        value = _sort(mention)
    elif key == "actor":
        value = mention.actor.id if mention.actor and is_particular(mention.actor) else ""
    elif key == "given":
        full = mention.kind == "name" and mention.type == "PERSON" and " " in mention.bare
        value = mention.bare.split()[0][0] if full else ""
    elif key == "country":
        value = _country(mention)
    else:
        value = getattr(mention, key)
    return {value} if value else set()


def _clash(mine: set[str], yours: set[str]) -> bool:
    return bool(mine) and bool(yours) and not mine & yours


def _sorts_agree(mine: set[str], yours: set[str]) -> bool:
    """One person is never a body or a place; a government may be named by its country."""
    return not mine or not yours or bool(mine & yours) or "free" in mine | yours


def _sort(mention: Mention) -> str:
    """Person, place, body or free (may be any of them); '' for a pronoun."""
    if mention.kind == "pronoun":
        return ""
    if mention.type == "PERSON":
        return "person"
    return "place" if mention.type in _PLACES else "free" if mention.type == "OTHER" else "body"
