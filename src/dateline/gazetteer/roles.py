"""Words for persons and bodies ("soldier", "ministry", "rebel group") with their PLOVER sectors; `data/roles.yaml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from dateline.gazetteer.data_files import read_yaml


@dataclass(frozen=True, slots=True)
class Role:
    """One word or phrase for persons or bodies.

    Attributes:
        lemma: the phrase in lower case, its last word in the singular where it has one.
        sectors: PLOVER sectors, the primary one first; empty for a neutral word ("group", "member").
        type: PERSON or ORG.
        kind: role, body, people, group, member or office.
        title: it may stand before a name ("Colonel").
        weak: words beside it decide before its own sectors do ("spokesman", "forces").
        many: it names more than one without a plural ending ("police").
        noun: it counts as a head only, not as a modifier.
        other: it names someone else than its possessor ("X's ally").
        shown: the neutral name for it, where the word is one party's label for another ("terrorist").
    """

    lemma: str
    sectors: tuple[str, ...]
    type: str
    kind: str = "role"
    title: bool = False
    weak: bool = False
    many: bool = False
    noun: bool = False
    other: bool = False
    shown: str = ""

    @property
    def name(self) -> str:
        """What an actor made of this role is called."""
        return self.shown or self.lemma


@functools.lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """All roles by lemma. A phrase given twice keeps its first group, and is a title if either says so."""
    found: dict[str, Role] = {}
    for group in read_yaml("roles.yaml"):
        fields = {k: group[k] for k in ("kind", "title", "weak", "many", "noun", "other", "shown") if k in group}
        for word in group["words"]:
            role = Role(word, tuple(group["sectors"]), group["type"], **fields)
            found.setdefault(word, role)
    return found


@functools.lru_cache(maxsize=1)
def longest_role() -> int:
    """The number of words in the longest role phrase."""
    return max(len(lemma.split()) for lemma in roles())


def role_of(lemma: str) -> Role | None:
    """The role of a word or phrase: a lemma in lower case ("gunman", "rebel group"), or its regular plural."""
    known = roles()
    return known.get(lemma) or known.get(singular(lemma))


_IRREGULAR = {"children": "child", "people": "people", "wives": "wife", "thieves": "thief", "militiae": "militia"}


@functools.lru_cache(maxsize=16384)
def singular(phrase: str) -> str:
    """A phrase with its last word in the singular, by the regular endings and -men.

    >>> singular("armed groups"), singular("gunmen"), singular("parties"), singular("air forces")
    ('armed group', 'gunman', 'party', 'air force')
    """
    head, gap, word = phrase.rpartition(" ")
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    elif word.endswith("men"):
        word = word[:-3] + "man"
    elif word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "sis")):
        word = word[:-1]
    return head + gap + word
