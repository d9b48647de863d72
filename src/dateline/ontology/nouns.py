"""What a common noun stands for: a person, a body, a country or a place, and of which class. Data in nouns.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class NounClass:
    """A noun's class (combatant, group, ministry ...), its kind (see nouns.yaml) and its singular."""

    name: str
    kind: str
    singular: str


@dataclass(frozen=True, slots=True)
class _Table:
    nouns: dict[str, NounClass]
    plurals: dict[str, str]
    needs: dict[str, frozenset[str]]
    risky: frozenset[str]
    plural_only: frozenset[str]
    collective: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    raw = yaml.load(
        resources.files("dateline.ontology").joinpath("nouns.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    nouns: dict[str, NounClass] = {}
    for name, entry in raw["classes"].items():
        for noun in entry["nouns"].split():
            nouns.setdefault(noun, NounClass(name, entry["kind"], noun))
    sets = [frozenset(raw[key].split()) for key in ("risky", "plural_only", "collective", "male", "female")]
    needs = {noun: frozenset(words.split()) for noun, words in raw["needs"].items()}
    return _Table(nouns, raw["plurals"], needs, *sets)


@lru_cache(maxsize=8192)
def noun_class(word: str) -> NounClass | None:
    """The class of a noun, singular or plural, in lower case; None for any other word."""
    table = _table()
    found = table.nouns.get(table.plurals.get(word, word))
    if found is None:
        found = next((table.nouns[form] for form in _singulars(word) if form in table.nouns), None)
    return found


def _singulars(word: str) -> list[str]:
    """The singulars that a regular plural, or one in -men, may have."""
    if word.endswith(("men", "women")):
        return [word[:-2] + "an"]
    if not word.endswith("s") or word.endswith("ss"):
        return []
    forms = [word[:-1]]
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    return forms


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a noun of the table, in lower case, means several by its form ("gunmen", "troops", "groups")."""
    table = _table()
    if word in table.plural_only or word in table.plurals:
        return True
    return word.endswith(("s", "men")) and word not in table.nouns and noun_class(word) is not None


def needed_before(word: str) -> frozenset[str] | None:
    """The words of which one must stand before a noun for it to mean people or a body; None for most nouns."""
    return _table().needs.get(word)


def is_risky(singular: str) -> bool:
    """Whether a bare singular noun is as often something else ("at home", "in general")."""
    return singular in _table().risky


def is_collective(singular: str) -> bool:
    """Whether a body named in the singular may be "they" ("the army said they ...")."""
    return singular in _table().collective


def gender(singular: str) -> str:
    """'m' or 'f' where the noun itself tells a person's sex, '' elsewhere."""
    table = _table()
    return "m" if singular in table.male else "f" if singular in table.female else ""
