"""Kinds of instruments, and what each means in PLOVER."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class InstrumentKind:
    """One kind: its modes of ASSAULT (none where the verb must say) and the entity type of a mention, '' for none."""

    name: str
    modes: tuple[str, ...]
    entity: str


@functools.lru_cache(maxsize=1)
def instrument_kinds() -> dict[str, InstrumentKind]:
    """All kinds by name, in the order of the table instruments.yaml."""
    source = resources.files("dateline.ontology").joinpath("instruments.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=yaml.CSafeLoader)
    return {name: InstrumentKind(name, tuple(row["modes"]), row["entity"]) for name, row in data.items()}
