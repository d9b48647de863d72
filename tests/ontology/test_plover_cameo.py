"""PLOVER and CAMEO data: whole, and consistent with each other."""

from __future__ import annotations

import pytest

from dateline.errors import DatelineError
from dateline.ontology import cameo, plover


def test_plover_is_whole() -> None:
    types = plover.event_types()
    assert len(types) == 16
    assert len(plover.contexts()) == 37
    assert len(plover.sectors()) == 25
    assert len(plover.international()) == 7
    assert sum(len(kind.modes) for kind in types.values()) == 67


@pytest.mark.parametrize(("type_", "quad"), [("AGREE", 1), ("AID", 2), ("REJECT", 3), ("ASSAULT", 4)])
def test_quads(type_: str, quad: int) -> None:
    assert plover.event_types()[type_].quad == quad


def test_quad_names() -> None:
    assert [plover.quad_name(n) for n in range(1, 5)] == [
        "verbal cooperation",
        "material cooperation",
        "verbal conflict",
        "material conflict",
    ]


def test_scores() -> None:
    assert plover.score("ASSAULT", ("drone",)) == -9.5
    assert plover.score("ASSAULT") == -9.0
    assert plover.score("PROTEST", ("vandalize",)) == -5.0
    with pytest.raises(DatelineError):
        plover.score("FIGHT")


def test_cameo_is_whole() -> None:
    assert len(cameo.codes()) == 317
    assert cameo.codes()["0356"].label.startswith("Express intent to de-escalate")
    assert cameo.codes()["1952"].root == "19"


def test_mapping_is_legal() -> None:
    types = plover.event_types()
    for code in cameo.codes().values():
        if code.type is not None:
            assert code.type in types
            assert code.mode is None or code.mode in types[code.type].modes, code


@pytest.mark.parametrize(
    ("code", "type_"), [("1056", "REQUEST"), ("1952", "ASSAULT"), ("0874", "RETREAT"), ("015", None), ("163", "COERCE")]
)
def test_plover_type(code: str, type_: str | None) -> None:
    assert cameo.plover_type(code) == type_


def test_goldstein_falls_back_to_the_parent() -> None:
    assert cameo.goldstein("1952") == cameo.goldstein("195") == -10.0
    assert cameo.goldstein("99") is None
