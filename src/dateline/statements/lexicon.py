"""The cue words, read from the YAML files beside this module."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

ACTS = frozenset(
    ("say", "claim", "deny", "accuse", "warn", "demand", "promise", "order", "ask", "announce", "other"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue word. `frames` say where its content stands (see verbs.yaml); `phrases` are the prepositions that
    bring it, `with_object` those that bring it after an object; `speakers` the frames that need a source that can
    speak; `needs` words one of which must hang from the cue; `not_objects` objects that make it no cue; `acts` the
    frames with another act.
    """

    act: str
    frames: frozenset[str]
    phrases: frozenset[str]
    with_object: frozenset[str]
    speakers: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    acts: tuple[tuple[str, str], ...] = ()

    def act_in(self, frame: str) -> str:
        """The act in one frame: "called him a thief" says, "called for help" asks."""
        return dict(self.acts).get(frame, self.act)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Cues that are neither verbs nor nouns of saying; see phrases.yaml."""

    hearsay_adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    forms: Mapping[str, str]
    not_sources: frozenset[str]
    not_sources_bare: frozenset[str]
    viewpoints: frozenset[str]
    light_verbs: frozenset[str]
    speakers: frozenset[str]
    occasions: frozenset[str]
    empty_objects: frozenset[str]
    undone_by_negation: frozenset[str]
    nobodies: frozenset[str]


def _load(name: str) -> dict[str, Any]:
    path = resources.files("dateline.statements") / name
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def _entry(row: Mapping[str, Any]) -> Entry:
    frames = frozenset(row["frames"])
    bare = [frame.removesuffix("-phrase") for frame in sorted(frames) if frame.endswith("-phrase")]
    return Entry(
        act=row["act"],
        frames=frames,
        phrases=frozenset(frame for frame in bare if "+" not in frame),
        with_object=frozenset(frame.removeprefix("object+") for frame in bare if "+" in frame),
        speakers=frozenset(row.get("speakers", ())),
        needs=frozenset(row.get("with", ())),
        not_objects=frozenset(row.get("not_objects", ())),
        acts=tuple(row.get("acts", {}).items()),
    )


@functools.lru_cache(maxsize=1)
def verbs() -> Mapping[str, Entry]:
    """Verbs of saying by lemma."""
    return {lemma: _entry(row) for lemma, row in _load("verbs.yaml").items()}


@functools.lru_cache(maxsize=1)
def nouns() -> Mapping[str, Entry]:
    """Nouns of saying by lemma."""
    return {lemma: _entry(row) for lemma, row in _load("nouns.yaml").items()}


@functools.lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The other cues."""
    rows = _load("phrases.yaml")
    return Phrases(
        hearsay_adverbs=rows["hearsay_adverbs"],
        adjectives=rows["adjectives"],
        forms=rows["forms"],
        not_sources=frozenset(rows["not_sources"]),
        not_sources_bare=frozenset(rows["not_sources_bare"]),
        viewpoints=frozenset(rows["viewpoints"]),
        light_verbs=frozenset(rows["light_verbs"]),
        speakers=frozenset(rows["speakers"]),
        occasions=frozenset(rows["occasions"]),
        empty_objects=frozenset(rows["empty_objects"]),
        undone_by_negation=frozenset(rows["undone_by_negation"]),
        nobodies=frozenset(rows["nobodies"]),
    )
