"""Sentences of the corpus as a tagger sees them: what is told where, and who stands on which side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RELEASE = Path(__file__).resolve().parent.parent.parent / "corpus" / "release"
ROLES = ("actors", "recipients")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell an act, in code points of the sentence. `parties` is None where the act is told again and the
    record names its sides elsewhere; else (role, span) of those that stand in the same sentence.
    """

    span: Span
    type: str
    parties: tuple[tuple[str, Span], ...] | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence by itself, with the acts that it tells."""

    document: str
    text: str
    tellings: tuple[Telling, ...]


def _inside(item: Mapping[str, Any], start: int, end: int) -> bool:
    return bool(start <= item["start"] and item["end"] <= end)


def _telling(event: Mapping[str, Any], told: Mapping[str, Any], start: int, end: int) -> Telling:
    parties = None
    if told is event["trigger"]:
        parties = tuple(
            (role, (party["start"] - start, party["end"] - start))
            for role in ROLES
            for party in event[role]
            if _inside(party, start, end)
        )
    return Telling((told["start"] - start, told["end"] - start), event["type"], parties)


def sentences(record: Mapping[str, Any]) -> Iterator[Sentence]:
    """The sentences of a record of the release."""
    for start, end in record["sentences"]:
        tellings = [
            _telling(event, told, start, end)
            for event in record["events"]
            for told in (event["trigger"], *event["also"])
            if _inside(told, start, end)
        ]
        ordered = tuple(sorted(tellings, key=lambda telling: (telling.span, telling.type)))
        yield Sentence(record["id"], record["text"][start:end], ordered)


def load(split: str) -> list[dict[str, Any]]:
    """The records of a split of corpus/release.

    Raises:
        FileNotFoundError: the corpus has not been released.
    """
    lines = (RELEASE / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def flat(records: Iterable[Mapping[str, Any]]) -> list[Sentence]:
    """All sentences of some records."""
    return [sentence for record in records for sentence in sentences(record)]
