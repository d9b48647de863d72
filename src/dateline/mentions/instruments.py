"""What acts are done with: weapons, explosives, tools, and vehicles where they are weapons."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import resources
from typing import Any

import yaml

from dateline.document import Document
from dateline.records import Instrument
from dateline.stage import Stage
from dateline.syntax import Syntax

Phrase = tuple[tuple[str, ...], str]
_NAMES = frozenset(("ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "WORK_OF_ART", "LAW"))
_HYPHENS = frozenset(("-", "–", "‑"))
# How far up the tree a governing verb may stand: "pelted with stones and bricks" is three steps.
_STEPS = 4


class InstrumentsStage(Stage):
    """Finds instruments by their words; everyday words count only where the clause uses them as weapons."""

    name = "instruments.v1"
    reads = ("syntax",)
    makes = ("instruments",)

    def annotate(self, document: Document) -> None:
        """Set `instruments`, in order of the text."""
        document.instruments = tuple(_instruments(document.syntax))


@functools.lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, list[Phrase]], dict[str, Any]]:
    """(first word -> phrases, longest first; the other tables)."""
    source = resources.files("dateline.mentions").joinpath("instruments.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=yaml.CSafeLoader)
    phrases: dict[str, list[Phrase]] = {}
    for kind, entries in data["words"].items():
        for entry in entries:
            for form in sorted({str(entry), str(entry).replace("-", " ")}):
                words = tuple(form.split())
                phrases.setdefault(words[0], []).append((words, kind))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    for table in ("needs", "spoiled_by_before", "spoiled_by_after"):
        data[table] = {word: frozenset(entries) for word, entries in data[table].items()}
    for table in ("driven", "driven_into"):
        data[table] = frozenset(data[table])
    return phrases, data


def _instruments(syntax: Syntax) -> Iterator[Instrument]:
    at = 0
    while at < len(syntax):
        lower = syntax.lowers[at]
        found = _longest(syntax, at, _starting(syntax, at))
        if found is not None:
            last, kind = found
            # "a Kalashnikov rifle" is one
            while last + 1 < len(syntax) and (more := _longest(syntax, last + 1, _starting(syntax, last + 1))):
                if more[1] != kind:
                    break
                last = more[0]
            yield Instrument(syntax.span(at, last), kind)
            at = last
        elif lower == "fire" and _is_arson(syntax, at):
            yield Instrument(syntax.span(at, at), "fire")
        at += 1


def _starting(syntax: Syntax, at: int) -> list[Phrase]:
    """The phrases that may begin at a token."""
    phrases = _tables()[0]
    return phrases.get(syntax.lowers[at]) or phrases.get(syntax.lemmas[at], [])


def _longest(syntax: Syntax, at: int, candidates: list[Phrase]) -> tuple[int, str] | None:
    """(last token, kind) of the longest phrase that stands here and is meant as an instrument."""
    for words, kind in candidates:
        last = _match(syntax, at, words)
        if last is not None:
            return (last, kind) if _is_meant(syntax, at, last, words) else None
    return None


def _match(syntax: Syntax, at: int, words: tuple[str, ...]) -> int | None:
    """The last token of a phrase that begins at a token; hyphens are passed over, the last word may be a plural."""
    token = at
    for number, word in enumerate(words):
        while number and token < len(syntax) and syntax.lowers[token] in _HYPHENS:
            token += 1
        if token >= len(syntax):
            return None
        same = syntax.lowers[token] == word
        if number + 1 == len(words):
            same = same or syntax.lemmas[token] == word or syntax.lowers[token] == f"{word}s"
        if not same:
            return None
        token += 1
    return token - 1


def _is_meant(syntax: Syntax, first: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether a phrase is an instrument here: a noun, no name, not spoiled by its neighbours, governed as needed."""
    tables = _tables()[1]
    word = words[-1]
    if len(words) == 1 and syntax.pos[last] not in ("NOUN", "PROPN", "NUM"):
        return False
    if syntax.labels[first] in _NAMES and syntax.words[first][0].isupper() and syntax.lowers[first].isalpha():
        return False
    if len(words) > 1:
        return True
    if _spoiled(syntax, first - 1, -1, tables["spoiled_by_before"].get(word)):
        return False
    if _spoiled(syntax, last + 1, 1, tables["spoiled_by_after"].get(word)):
        return False
    needs = tables["needs"].get(word)
    plain = syntax.pos[last] == "NOUN"
    return needs is None or (plain and (_governed(syntax, last, needs) or _driven_into(syntax, last, word)))


def _spoiled(syntax: Syntax, at: int, step: int, words: frozenset[str] | None) -> bool:
    """Whether a neighbour, a hyphen passed over, makes something else of a word: "water tank", "bomb squad"."""
    if not words:
        return False
    if 0 <= at < len(syntax) and syntax.lowers[at] in _HYPHENS:
        at += step
    return 0 <= at < len(syntax) and syntax.lowers[at] in words


def _governed(syntax: Syntax, token: int, lemmas: frozenset[str]) -> bool:
    """Whether one of these lemmas stands above a token, or beside it under the same verb."""
    for _ in range(_STEPS):
        head = syntax.heads[token]
        if head == token:
            return False
        if syntax.lemmas[head] in lemmas:
            return True
        token = head
    return False


def _driven_into(syntax: Syntax, token: int, word: str) -> bool:
    """Drove a truck into a crowd."""
    head = syntax.heads[token]
    if word not in _tables()[1]["driven"] or syntax.lemmas[head] not in ("drive", "crash", "steer"):
        return False
    into = syntax.child(head, "prep")
    target = syntax.child(into, "pobj") if into is not None and syntax.lowers[into] == "into" else None
    return target is not None and syntax.lemmas[target] in _tables()[1]["driven_into"]


def _is_arson(syntax: Syntax, at: int) -> bool:
    """Set fire to, set on fire."""
    if syntax.pos[at] != "NOUN":
        return False
    head = syntax.heads[at]
    if syntax.lemmas[head] == "set":
        return True
    return syntax.lowers[head] == "on" and syntax.lemmas[syntax.heads[head]] in ("set", "catch")
