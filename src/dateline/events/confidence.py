"""How sure an event is: of all events given 0.8, about eight in ten should be right.

The lexicon's confidence of the words is adjusted for what was found around them, then brought to a frequency by two
numbers (Platt scaling; Platt 1999, "Probabilistic outputs for support vector machines"). All numbers stand in
`data/confidence.yaml`; `training/calibration.py` fits the two.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, log
from typing import Any

from dateline.events.claims import HEDGED
from dateline.events.draft import Draft
from dateline.events.lexicon import read_data
from dateline.events.status import ATTEMPT

_OPEN = frozenset({"planned", "hypothetical", "negated"})


@lru_cache(maxsize=1)
def numbers() -> dict[str, Any]:
    """The numbers of `data/confidence.yaml`."""
    return read_data("confidence")


def confidence(draft: Draft) -> float:
    """The chance that an event is of the type that it is given, between 0 and 1."""
    scale = numbers()["scale"]
    return round(scaled(raw(draft), float(scale["shift"]), float(scale["slope"])), 3)


def raw(draft: Draft) -> float:
    """The lexicon's confidence, adjusted for parties, status, background, hedges and further tellings."""
    n = numbers()
    value = draft.confidence
    value += n["actors"] if draft.actors else n["no_actors"]
    value += n["recipients"] if draft.recipients else 0.0
    value += n["open"] if draft.status in _OPEN else 0.0
    value += n["historical"] if draft.historical else 0.0
    value += n["hedged"] if HEDGED in draft.derived or ATTEMPT in draft.derived else 0.0
    value += min(n["retold_most"], n["retold"] * len(draft.also))
    return float(min(n["highest"], max(n["lowest"], value)))


def scaled(value: float, shift: float, slope: float) -> float:
    """A sum between 0 and 1, both excluded, as a frequency."""
    return 1 / (1 + exp(-(shift + slope * log(value / (1 - value)))))
