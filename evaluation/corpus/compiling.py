"""From a text and a reader's annotation file to a record of the annotate format."""

from __future__ import annotations

from typing import Any

from dateline.export.annotate import SCHEMA
from dateline.ontology import plover
from evaluation import contract
from evaluation.corpus import acts, entities, layout, notation, values
from evaluation.corpus.builder import Builder
from evaluation.corpus.pointing import Pointer

Record = dict[str, Any]


def compile_sheet(text: layout.Text, sheet: notation.Sheet) -> tuple[Record, list[str]]:
    """The record and what is wrong with it; a record with faults is not complete."""
    faults = list(sheet.faults)
    if not sheet.sentences:
        faults.append("no sentence lines: python -m evaluation.corpus new READER ID makes them")
        return {}, faults
    if not sheet.lines:
        faults.append("sentences only: nothing is annotated yet")
    builder = Builder(text, sheet, Pointer(text.text, sheet.sentences), faults)
    values.values(builder)
    literal = entities.entities(builder, frozenset(plover.sectors()))
    entities.places(builder, literal)
    acts.statements(builder)
    acts.events(builder)
    acts.not_coded(builder)
    head = {"schema": SCHEMA, "id": text.id, "sentences": [list(span) for span in sheet.sentences]}
    record = {**head, **{layer: builder.record[layer] for layer in contract.LAYERS}}
    if not faults:
        faults.extend(contract.faults(record, text.text))
    return record, faults


def compile_one(reader: str, identifier: str) -> tuple[Record, list[str]]:
    """The record of one annotation and its faults.

    Raises:
        CorpusError: text or annotation is missing.
    """
    sheet = notation.read(layout.annotation_path(reader, identifier))
    return compile_sheet(layout.load(identifier), sheet)
