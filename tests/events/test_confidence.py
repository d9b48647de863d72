"""Confidence: more is found, more is sure; and the two numbers of the scale keep the order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.events.confidence import confidence, raw, scaled
from dateline.events.draft import Draft
from dateline.records import Party
from dateline.spans import Span


def _draft(**fields: object) -> Draft:
    base = Draft(0, Span(0, 8), "ASSAULT", (), "190", "assault.attack", confidence=0.7)
    return replace(base, **fields)  # type: ignore[arg-type]


def _party() -> Party:
    return Party(span=Span(0, 5))


def test_a_doer_makes_sure() -> None:
    assert confidence(_draft(actors=(_party(),))) > confidence(_draft())


def test_what_is_open_is_less_sure() -> None:
    assert confidence(_draft(status="planned")) < confidence(_draft())


def test_further_tellings_count_to_a_limit() -> None:
    tellings = [confidence(_draft(also=[Span(i, i + 1) for i in range(n)])) for n in (0, 1, 2, 3)]
    assert tellings[0] < tellings[1] < tellings[2] == tellings[3]


def test_never_certain() -> None:
    assert 0 < confidence(_draft(confidence=-1.0)) < confidence(_draft(confidence=2.0)) < 1


@pytest.mark.parametrize("slope", [0.5, 1.0, 2.0])
def test_scale_keeps_the_order(slope: float) -> None:
    values = [scaled(value / 20, -0.1, slope) for value in range(1, 20)]
    assert values == sorted(values)


def test_scale_of_one_changes_nothing() -> None:
    assert scaled(raw(_draft()), 0.0, 1.0) == pytest.approx(raw(_draft()))
