"""The CAMEO 1.1b3 code list and its mapping to PLOVER. The data are in `cameo.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Code:
    """One CAMEO code. `goldstein` is None for the codes that are new in 1.1b3; `type` and `mode` are its PLOVER
    counterpart, None where the mapping has none (statements, appeals).
    """

    code: str
    label: str
    quad: int
    goldstein: float | None
    type: str | None
    mode: str | None

    @property
    def root(self) -> str:
        """The two-digit root code."""
        return self.code[:2]


@lru_cache(maxsize=1)
def codes() -> Mapping[str, Code]:
    """All codes, in the order of the manual."""
    text = resources.files("dateline.ontology").joinpath("cameo.yaml").read_text(encoding="utf-8")
    return {code: Code(code, *fields) for code, fields in yaml.load(text, yaml.CSafeLoader).items()}


def goldstein(code: str) -> float | None:
    """Goldstein score of a code, its parent's where it has none of its own; None for an unknown code."""
    while code:
        found = codes().get(code)
        if found is not None and found.goldstein is not None:
            return found.goldstein
        code = code[:-1]
    return None


def plover_type(code: str) -> str | None:
    """PLOVER type of a code, its parent's where the mapping has no row for it."""
    while len(code) > 1:
        found = codes().get(code)
        if found is not None and found.type is not None:
            return found.type
        code = code[:-1]
    return None
