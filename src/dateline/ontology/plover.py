"""The PLOVER ontology: types, quad classes, modes, contexts, sectors. The data are in `plover.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import DatelineError


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER event type. `score` is the manual's value of conflict (below 0) or cooperation; `modes` the same for
    each mode, None where the manual has none; `recipient` whether the manual requires a recipient.
    """

    name: str
    covers: str
    quad: int
    score: float
    recipient: bool
    modes: Mapping[str, float | None]


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    text = resources.files("dateline.ontology").joinpath("plover.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def event_types() -> Mapping[str, EventType]:
    """The 16 event types by name, in the order of the manual."""
    return {name: EventType(name=name, **fields) for name, fields in _data()["types"].items()}


@lru_cache(maxsize=1)
def contexts() -> tuple[str, ...]:
    """The 37 contexts, in the order of the manual."""
    return tuple(_data()["contexts"])


@lru_cache(maxsize=1)
def sectors() -> Mapping[str, str]:
    """What each sector code stands for."""
    return dict(_data()["sectors"])


@lru_cache(maxsize=1)
def international() -> Mapping[str, str]:
    """Codes that stand in the country slot for actors of no country."""
    return dict(_data()["international"])


def quad_name(quad: int) -> str:
    """Name of a quad class, 1 to 4."""
    name: str = _data()["quads"][quad]
    return name


def score(type_: str, modes: tuple[str, ...] = ()) -> float:
    """Score of an event: that of its most extreme mode, else its type's.

    Raises:
        DatelineError: the type is none of the 16.
    """
    try:
        kind = event_types()[type_]
    except KeyError:
        raise DatelineError(type_) from None
    values = [value for mode in modes if (value := kind.modes.get(mode)) is not None]
    return max(values, key=abs) if values else kind.score
