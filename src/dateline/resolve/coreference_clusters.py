"""Clusters that grow: mentions put together, unless what is known of them contradicts."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Actor
from dateline.resolve.coreference_mentions import Mention

_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Clusters:
    """A partition of mentions; `join` refuses what contradicts. Mentions are given by their place in the list."""

    def __init__(self, items: Sequence[Mention]) -> None:
        self.items = items
        self._parent = list(range(len(items)))
        self._members = [[number] for number in range(len(items))]

    def root(self, number: int) -> int:
        """The number that stands for the cluster of a mention."""
        while self._parent[number] != number:
            number = self._parent[number]
        return number

    def members(self, number: int) -> list[Mention]:
        """All mentions in the cluster of a mention, in the order they joined."""
        return [self.items[other] for other in self._members[self.root(number)]]

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
        return True

    def agree(self, one: int, other: int, *, metonym: bool = False) -> bool:
        """Whether no country, actor, sex or type of one cluster contradicts the other."""
        mine, yours = self.members(one), self.members(other)
        if any(_clash(_facts(mine, key), _facts(yours, key)) for key in _KEYS):
            return False
        return metonym or _types_agree(mine, yours)


_KEYS = ("country", "actor", "sex", "given")


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


def _facts(members: Sequence[Mention], key: str) -> set[str]:
    if key == "actor":
        return {m.actor.id for m in members if m.actor and is_particular(m.actor)}
    if key == "given":
        return {m.bare.split()[0][0] for m in members if m.kind == "name" and m.type == "PERSON" and " " in m.bare}
    if key == "country":
        return {code for m in members if (code := _country(m))}
    return {value for m in members if (value := getattr(m, key))}


def _clash(mine: set[str], yours: set[str]) -> bool:
    return bool(mine) and bool(yours) and not mine & yours


def _types_agree(mine: Sequence[Mention], yours: Sequence[Mention]) -> bool:
    """One person is never a body or a place; a government may be named by its country."""
    a, b = _sorts(mine), _sorts(yours)
    return not a or not b or bool(a & b) or "free" in a | b


def _sorts(members: Sequence[Mention]) -> set[str]:
    found = set()
    for mention in members:
        if mention.kind == "pronoun":
            continue
        kind = mention.type
        found.add(
            "person" if kind == "PERSON" else "place" if kind in _PLACES else "free" if kind == "OTHER" else "body"
        )
    return found
