"""The trigger lexicon: which word tells which act, and under what conditions. The words live in `data/*.yaml`.

A group of the lexicon has these fields:
    verbs, nouns, adjectives: base forms, comma-separated; "air strike" wants the modifier before its head noun,
        "act of violence" the complement after it.
    phrases: a verb first, then the words that must hang from it ("open fire", "carry out").
    type, modes, cameo, contexts: what the words tell; `type: NONE` with a `reason` marks a sense that is no event.
    if: slot -> words; one slot that fits is enough. all: every slot must fit. not: no slot may fit.
    content: family of `data/content.yaml` that decides type, mode and code by what is asked, promised or threatened.
    frame: name in `data/frames.yaml`; the type's default where missing.
    flags: outcome (harm done by an act that may have its own word), only_outcome (no act by itself), governs (acts
        named inside its content are not told as done), eats (acts named by its object are part of it), needs_matter
        (no act where its content is of no known matter), negated (only with "will not"), modal (only by a duty).
    confidence: of a plain use with a party; see `triggers.py`.
Words of a condition: base forms, "@class" of `data/classes.yaml`, "#LABEL" entity label, "%TAG" part of speech,
"*" anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.events.draft import Frame

FILES = [
    "assault",
    "coerce",
    "sanction",
    "protest",
    "mobilize",
    "speech",
    "consult",
    "support_type",
    "cooperate",
    "concede",
    "accuse",
    "none",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, entity labels and parts of speech that a condition accepts."""

    lemmas: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    pos: frozenset[str] = frozenset()
    anything: bool = False


Condition = tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of the lexicon with what it tells. `rest` are the words besides the head."""

    id: str
    head: str
    part: str
    type: str
    modes: tuple[str, ...]
    cameo: str
    frame: Frame
    confidence: float
    rest: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    one_of: Condition = ()
    all_of: Condition = ()
    none_of: Condition = ()
    content: str = ""
    reason: str = ""
    flags: frozenset[str] = frozenset()
    also: tuple[str, tuple[str, ...], str, Condition] | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by part of speech ("verb", "noun", "adjective") and head word, best first."""

    entries: dict[str, dict[str, tuple[Entry, ...]]] = field(default_factory=dict)
    content_verbs: frozenset[str] = frozenset()

    def all(self) -> Iterator[Entry]:
        """Every entry, in the order of part and head."""
        for part in sorted(self.entries):
            for head in sorted(self.entries[part]):
                yield from self.entries[part][head]


def split(value: str | None) -> tuple[str, ...]:
    """The items of a comma-separated field, in order and without repeats."""
    return tuple(dict.fromkeys(item.strip() for item in (value or "").split(",") if item.strip()))


def read_data(name: str) -> dict[str, Any]:
    """One YAML file of `data/` as a dictionary."""
    text = resources.files("dateline.events").joinpath(f"data/{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def classes() -> Mapping[str, Words]:
    """The word classes of `data/classes.yaml`, by name."""
    return {name: _words(value, {}) for name, value in read_data("classes").items()}


@lru_cache(maxsize=1)
def frames() -> tuple[Mapping[str, Frame], Mapping[str, str]]:
    """Frames by name, and the name of each type's default frame."""
    data = read_data("frames")
    defaults: dict[str, str] = data.pop("by_type")
    found = {
        name: Frame(tuple(f["actor"]), tuple(f["recipient"]), bool(f.get("mutual", False))) for name, f in data.items()
    }
    return found, defaults


def _words(value: str, known: Mapping[str, Words]) -> Words:
    lemmas: set[str] = set()
    labels: set[str] = set()
    pos: set[str] = set()
    anything = False
    for item in split(value):
        if item == "*":
            anything = True
        elif item[0] == "@":
            other = known[item[1:]]
            lemmas |= other.lemmas
            labels |= other.labels
            pos |= other.pos
        elif item[0] == "#":
            labels.add(item[1:])
        elif item[0] == "%":
            pos.add(item[1:])
        else:
            lemmas.add(item)
    return Words(frozenset(lemmas), frozenset(labels), frozenset(pos), anything)


def condition(value: Mapping[str, str] | None, known: Mapping[str, Words]) -> Condition:
    """A condition of a group, compiled; slots in the order of the file."""
    return tuple((slot, _words(str(words), known)) for slot, words in (value or {}).items())


def _heads(part: str, phrase: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Head word, the other words and the hyphenated prefix of one item of a group."""
    pieces = phrase.split()
    if part == "noun" and "of" in pieces[1:]:
        head, rest = pieces[0], [p for p in pieces[1:] if p not in ("of", "the")]
    elif part == "noun":
        head, rest = pieces[-1], pieces[:-1]
    else:
        head, rest = pieces[0], pieces[1:]
    prefix = head.split("-")
    flat = tuple(p for word in rest for p in word.split("-") if p)
    return prefix[-1], flat, tuple(prefix[:-1])


def _group(name: str, kind: str, group: Mapping[str, Any], known: Mapping[str, Words]) -> Iterator[Entry]:
    named, defaults = frames()
    type_ = group.get("type", kind)
    one_of = condition(group.get("if"), known)
    if any(words.anything and slot == "any" for slot, words in one_of):
        one_of = ()
    all_of, none_of = condition(group.get("all"), known), condition(group.get("not"), known)
    flags = frozenset(split(group.get("flags")))
    also = group.get("also")
    extra = also and (also["type"], split(also["modes"]), also["cameo"], condition(also["when"], known))
    reason = group.get("reason", "")
    for field_, part in (("verbs", "verb"), ("phrases", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
        for phrase in split(group.get(field_)):
            head, rest, prefix = _heads(part, phrase)
            weight = (
                len(rest)
                + len(prefix)
                + 0.5 * bool(one_of)
                + 0.5 * len(all_of)
                + 2.0 * bool(reason)
                + 3.0 * ("negated" in flags)
            )
            yield Entry(
                id=name,
                head=head,
                part=part,
                type=type_,
                modes=split(group.get("modes")),
                cameo=group.get("cameo", ""),
                frame=named[group.get("frame", defaults[type_])],
                confidence=float(group["confidence"]),
                rest=rest,
                prefix=prefix,
                contexts=split(group.get("contexts")),
                one_of=one_of,
                all_of=all_of,
                none_of=none_of,
                content=group.get("content", ""),
                reason=reason,
                flags=flags,
                also=extra or None,
                weight=weight + float(group["confidence"]) / 10,
            )


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the package, read once."""
    known = dict(classes())
    files = {name: read_data(name) for name in FILES}
    speakers = {
        phrase.split()[0]
        for data in files.values()
        for group in data["groups"].values()
        if group.get("content") in ("agree", "request", "reject")
        for phrase in split(group.get("verbs"))
    }
    known["content"] = Words(frozenset(speakers))
    found: dict[str, dict[str, list[Entry]]] = {"verb": {}, "noun": {}, "adjective": {}}
    for name, data in files.items():
        for id_, group in data["groups"].items():
            for entry in _group(f"{name}.{id_}", data["type"], group, known):
                found[entry.part].setdefault(entry.head, []).append(entry)
    ordered = {
        part: {head: tuple(sorted(entries, key=lambda e: -e.weight)) for head, entries in heads.items()}
        for part, heads in found.items()
    }
    return Lexicon(ordered, frozenset(speakers))


@lru_cache(maxsize=1)
def support_verbs() -> Mapping[str, frozenset[str]]:
    """Light verbs by what their subject is to the act: doer, bearer, happen."""
    return {name: frozenset(split(value)) for name, value in read_data("support").items()}
