"""The corpus as others use it: one record a document in corpus/release/{train,dev,test}.jsonl, with text and source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from evaluation.corpus import layout, tables
from evaluation.corpus.compiling import compile_sheet
from evaluation.corpus.layout import CorpusError
from evaluation.corpus.notation import items, read
from evaluation.corpus.splits import SPLITS, split_all

Record = dict[str, Any]
_SOURCE = ("date", "year", "publisher", "kind", "region", "story", "origin", "licence", "language")


def reader_of(identifier: str) -> str:
    """Whose annotation of a text counts: the adjudicated one where there is one, else the first reader's."""
    adjudicated = layout.annotation_path("adjudicated", identifier)
    return "adjudicated" if adjudicated.exists() else layout.FIRST


def record_of(identifier: str) -> Record:
    """The record of a text that counts, without the text.

    Raises:
        CorpusError: the annotation has faults.
    """
    record, faults = compile_sheet(
        layout.load(identifier), read(layout.annotation_path(reader_of(identifier), identifier))
    )
    if faults:
        raise CorpusError(f"{identifier}: {len(faults)} faults, the first: {faults[0]}")
    return record


def full_record(identifier: str) -> Record:
    """A line of the release: the source's fields and the text, then the layers."""
    text = layout.load(identifier)
    record = record_of(identifier)
    source = {name: text.header.get(name) or None for name in _SOURCE}
    return {"schema": record.pop("schema"), "id": record.pop("id"), **source, "text": text.text, **record}


def lines() -> Iterator[tuple[str, str]]:
    """(split, JSON line) of every annotated text, in the order of ids.

    Raises:
        CorpusError: an annotation has faults.
    """
    identifiers = layout.annotated_ids(layout.FIRST)
    splits = split_all(layout.load(identifier) for identifier in identifiers)
    for identifier in identifiers:
        yield splits[identifier], json.dumps(full_record(identifier), ensure_ascii=False, separators=(",", ":"))


def _files() -> dict[str, list[str]]:
    """The lines of each split's file."""
    sides: dict[str, list[str]] = {split: [] for split in SPLITS}
    for split, line in lines():
        sides[split].append(line + "\n")
    return sides


def write() -> dict[str, int]:
    """Write the release; gives the number of documents of each split."""
    layout.RELEASE.mkdir(exist_ok=True)
    sides = _files()
    for split, kept in sides.items():
        (layout.RELEASE / f"{split}.jsonl").write_text("".join(kept), encoding="utf-8")
    return {split: len(kept) for split, kept in sides.items()}


def stale() -> list[str]:
    """The splits whose file is not what the annotations compile to."""
    paths = {split: layout.RELEASE / f"{split}.jsonl" for split in SPLITS}
    return [
        split
        for split, kept in _files().items()
        if not paths[split].exists() or paths[split].read_text(encoding="utf-8") != "".join(kept)
    ]


def freeze() -> None:
    """Write down every place and actor that annotations of all readers mean, so that records stay the same."""
    places: set[tables.Key] = set()
    actors: set[tuple[str, str, str]] = set()
    for folder in sorted(path for path in layout.ANNOTATIONS.iterdir() if path.is_dir()):
        for identifier in layout.annotated_ids(folder.name):
            sheet = read(layout.annotation_path(folder.name, identifier))
            for line in sheet.of("P"):
                parts = [part.strip() for part in line.field(0).split(",")]
                if len(parts) == 3 and not line.field(2):
                    places.add((parts[0], parts[1], parts[2], line.field(1)))
            record, _ = compile_sheet(layout.load(identifier), sheet)
            named = {line.field(0) for line in sheet.of("E") if line.field(0) and items(line.field(2))}
            for item in record.get("entities", ()):
                actor = item["actor"]
                if actor and actor["name"] in named:
                    actors.add((actor["name"], actor["code"], actor["id"]))
    tables.freeze(places, actors)
