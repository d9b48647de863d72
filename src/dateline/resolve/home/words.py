"""The words that the rule of the home country goes by; data in home.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class HomeWords:
    """The data of home.yaml, see there."""

    sectors: frozenset[str]
    foreign: frozenset[str]
    other: frozenset[str]
    no_army: frozenset[str]
    of_anything: frozenset[str]
    plain: frozenset[str]
    one_each: frozenset[str]
    lands: frozenset[str]
    talks: frozenset[str]


@lru_cache(maxsize=1)
def home_words() -> HomeWords:
    """The data, read once."""
    text = resources.files("dateline.resolve.home").joinpath("home.yaml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return HomeWords(
        frozenset(raw["state_sectors"]),
        _phrases(raw["foreign"]),
        frozenset(raw["other"].split()),
        frozenset(raw["no_army"]),
        _phrases(raw["of_anything"]),
        frozenset(raw["plain"].split()),
        frozenset(raw["one_each"].split()),
        frozenset(raw["lands"].split()),
        frozenset(raw["talks"].split()),
    )


def _phrases(text: str) -> frozenset[str]:
    """Phrases between commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))
