"""The parts of a noun phrase that decide whom it stands for: its head, what modifies it, and what follows."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from dateline.resolve.actors.items import Item

_QUANTITY = frozenset({"word", "skip"})


@dataclass(slots=True)
class Phrase:
    """`core` are the items before the first preposition, comma or clause; `tails` the stretches behind, each with
    the word that opens it ("of", "in", ",").
    """

    core: list[Item]
    tails: list[tuple[str, list[Item]]] = field(default_factory=list)

    def following(self, *openers: str) -> list[Item]:
        """Items of the tails right behind the core that one of these words opens; another opener ends them."""
        run = itertools.takewhile(lambda tail: tail[0] in openers, self.tails)
        return [item for _, items in run for item in items]


def split(items: list[Item]) -> Phrase:
    """Cut a phrase at its prepositions. "Dozens of Iraqi police": what only counts is left out."""
    stretches: list[tuple[str, list[Item]]] = [("", [])]
    for item in items:
        if item.kind == "break":
            stretches.append((item.word, []))
        elif item.kind != "skip":
            stretches[-1][1].append(item)
    while len(stretches) > 1 and _only_counts(stretches[0][1]) and stretches[1][0] in ("of", ""):
        del stretches[0]
    while len(stretches) > 1 and not stretches[0][1]:
        del stretches[0]
    return Phrase(stretches[0][1], stretches[1:])


def _only_counts(items: list[Item]) -> bool:
    return all(item.kind in _QUANTITY for item in items)


def head(core: list[Item]) -> int | None:
    """Index of the item that a core is about: its last role, actor or people; for a name behind a title
    ("Colonel X", "police spokesman X") the title. None where an unknown noun is last.
    """
    at = len(core) - 1
    while at >= 0 and core[at].kind == "name":
        at -= 1
    if at < 0:
        return None
    item = core[at]
    if item.kind in ("word", "former") or not item.lends:
        return None
    named = at < len(core) - 1
    if item.kind == "role" and item.role is not None:
        return None if named and item.role.kind in ("group", "people", "ethnic") else at
    return None if named and item.kind in ("country", "people") else at
