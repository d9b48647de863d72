"""Whole reports: the annotation is the one reviewed, and holds the facts that careful readers wrote down."""

from __future__ import annotations

import functools
import json
from typing import Any

import pytest
from evaluation.contract import faults
from evaluation.facts import FOLDER, Fact, facts, holds, known_misses

import dateline
from dateline.export.annotate import record

REPORTS = list(facts())
FACTS = [fact for _, _, items in REPORTS for fact in items]
DATES = {report: date for report, date, _ in REPORTS}
KNOWN = known_misses()


@functools.cache
def annotated(report: str) -> tuple[str, dict[str, Any]]:
    text = (FOLDER / f"{report}.txt").read_text(encoding="utf-8")
    row = record(dateline.read(text, date=DATES[report], identifier=report))
    return text, json.loads(json.dumps(row))


@pytest.mark.parametrize("report", sorted(DATES))
def test_annotation_is_the_reviewed_one(report: str) -> None:
    expected = json.loads((FOLDER / f"{report}.json").read_text(encoding="utf-8"))
    assert annotated(report)[1] == expected, "if the change is meant: make golden, and review the diff"


@pytest.mark.parametrize("report", sorted(DATES))
def test_annotation_keeps_the_contract(report: str) -> None:
    text, row = annotated(report)
    assert faults(row, text) == []


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_fact(fact: Fact) -> None:
    held = holds(fact, *annotated(fact.report))
    if fact.name in KNOWN:
        assert not held, f"{fact.name} holds now: take it off {FOLDER / 'known_misses.txt'}"
    else:
        assert held, fact.body


def test_known_misses_are_few_and_real() -> None:
    assert {fact.name for fact in FACTS} >= KNOWN
    assert len(KNOWN) <= len(FACTS) * 0.1
