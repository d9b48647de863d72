"""The furniture rules of furniture.yaml, read and compiled once."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dateline.errors import ResourceError

REACHES = ("line", "list", "rest", "tail", "phrase")
PLACES = ("any", "head", "tail", "edge")
_FIELDS = {"reason", "reach", "where", "case", "chars", "weak", "tolerate", "patterns"}
_CHARS = 160


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it looks for, where, and how far it reaches (the words are explained in furniture.yaml)."""

    reason: str
    pattern: re.Pattern[str]
    reach: str
    where: str
    chars: int
    weak: bool
    tolerate: int

    def matches(self, core: str) -> bool:
        """Whether a line, bare of marks at its ends, is this furniture as a whole."""
        return len(core) <= self.chars and self.pattern.match(core) is not None


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules by what they do; `longest` is the longest line that a line rule looks at, in code points."""

    lines: tuple[Rule, ...]
    weak: tuple[Rule, ...]
    tails: tuple[Rule, ...]
    phrases: tuple[Rule, ...]
    longest: int


def _rule(row: dict[str, Any]) -> Rule:
    reach, where = row.get("reach", "line"), row.get("where", "any")
    if set(row) - _FIELDS or reach not in REACHES or where not in PLACES:
        raise ResourceError(f"furniture rule {row}", expected=f"fields {sorted(_FIELDS)}, a known reach and place")
    whole = "" if reach in {"tail", "phrase"} else r"\Z"
    flags = re.NOFLAG if row.get("case") == "exact" else re.IGNORECASE
    pattern = re.compile(rf"(?:{'|'.join(row['patterns'])}){whole}", flags)
    return Rule(
        row["reason"], pattern, reach, where, row.get("chars", _CHARS), row.get("weak", False), row.get("tolerate", 0)
    )


@functools.lru_cache(maxsize=1)
def rules() -> Rules:
    """Read the rules.

    Raises:
        ResourceError: a rule has a field or word that furniture.yaml does not explain.
    """
    text = resources.files("dateline.reports").joinpath("furniture.yaml").read_text(encoding="utf-8")
    found = [_rule(row) for row in yaml.load(text, Loader=yaml.CSafeLoader)["rules"]]
    whole = [rule for rule in found if rule.reach not in {"tail", "phrase"}]
    return Rules(
        lines=tuple(rule for rule in whole if not rule.weak),
        weak=tuple(rule for rule in whole if rule.weak),
        tails=tuple(rule for rule in found if rule.reach == "tail"),
        phrases=tuple(rule for rule in found if rule.reach == "phrase"),
        longest=max(rule.chars for rule in whole),
    )
