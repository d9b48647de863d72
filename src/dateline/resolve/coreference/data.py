"""The words that coreference goes by; data in coreference.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Words:
    """The data of coreference.yaml, see there."""

    fits: Mapping[str, frozenset[str]]
    general: frozenset[str]
    neutral: frozenset[str]
    definite: frozenset[str]
    different: frozenset[str]
    saying: frozenset[str]
    loose: frozenset[str]
    ranks: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The data, read once."""
    text = resources.files("dateline.resolve.coreference").joinpath("coreference.yaml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    keys = (
        "general",
        "neutral",
        "definite",
        "different",
        "saying",
        "loose",
        "ranks",
        "male_titles",
        "female_titles",
        "male_names",
        "female_names",
    )
    return Words(
        {name: frozenset(classes.split()) for name, classes in raw["fits"].items()},
        *(frozenset(raw[key].split()) for key in keys),
    )
