"""Kinds and modes of instruments."""

from __future__ import annotations

from collections.abc import Callable

from dateline.document import Document
from dateline.mentions.instruments import InstrumentsStage, _tables
from dateline.ontology.instruments import instrument_kinds

# The modes of ASSAULT in PLOVER 1.0 that an instrument can mean.
MODES = {
    "beat",
    "primitive",
    "firearms",
    "explosives",
    "suicide-attack",
    "aerial",
    "drone",
    "heavy-weapons",
    "crowd-control",
    "unconventional",
}


def test_every_kind_of_the_words_is_in_the_ontology() -> None:
    phrases, _ = _tables()
    used = {kind for entries in phrases.values() for _, kind in entries}
    assert used | {"fire"} == set(instrument_kinds())


def test_modes_and_entity_types() -> None:
    for kind in instrument_kinds().values():
        assert set(kind.modes) <= MODES
        assert kind.entity in ("WEAPON", "VEHICLE", "")
    assert instrument_kinds()["drone"].modes == ("drone",)
    assert instrument_kinds()["rocket"].modes == ("heavy-weapons",)


def test_no_word_has_two_kinds() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for entries in _tables()[0].values():
        for words, kind in entries:
            assert seen.setdefault(words, kind) == kind, words


def test_spans_are_exact(parse: Callable[..., Document]) -> None:
    document = parse("Rebels fired rockets at a tank; a roadside bomb hit the convoy. Police used tear gas.")
    InstrumentsStage().annotate(document)
    assert [document.text[i.span.start : i.span.end] for i in document.instruments] == [
        "rockets",
        "tank",
        "roadside bomb",
        "tear gas",
    ]
