"""Coreference on invented passages; the expected clusters are in tests/cases/coreference.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dateline.document import Document
from dateline.mentions.entities.stage import EntitiesStage
from dateline.records import Actor
from dateline.resolve.actors.stage import ActorsStage
from dateline.resolve.coreference.stage import CoreferenceStage

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "coreference.yaml").read_text(encoding="utf-8"))
_MARK = re.compile(r"\[|\](\d+)")


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The text without its marks, and (start, end, number) of each marked mention."""
    text, open_at, found, last = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group() == "[":
            open_at.append(len(text))
        else:
            found.append((open_at.pop(), len(text), int(mark.group(1))))
    return text + marked[last:], found


def cluster_of(document: Document, start: int, end: int) -> int | None:
    """The cluster of the mention that shares most with a stretch."""
    best = max(
        (n for n, e in enumerate(document.entities) if e.span.start < end and e.span.end > start and e.kind != "value"),
        key=lambda n: -abs(document.entities[n].span.start - start) - abs(document.entities[n].span.end - end),
        default=None,
    )
    assert best is not None, f"no mention at {document.text[start:end]!r}"
    return document.clusters[best]


@pytest.fixture(scope="module")
def linked(parse: Callable[..., Document]) -> Callable[[str], Document]:
    def make(text: str) -> Document:
        document = parse(text)
        for stage in (EntitiesStage(), ActorsStage(), CoreferenceStage()):
            stage.annotate(document)
        return document

    return make


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_passage(case: dict[str, str], linked: Callable[[str], Document]) -> None:
    text, expected = unmarked(case["text"])
    document = linked(text)
    groups: dict[int, set[int | None]] = {}
    for start, end, number in expected:
        cluster = cluster_of(document, start, end)
        if number == 0:
            assert cluster is None or document.clusters.count(cluster) == 1, text[start:end]
        else:
            groups.setdefault(number, set()).add(cluster)
    for number, clusters in groups.items():
        assert len(clusters) == 1, f"entity {number} is split: {clusters}"
        assert None not in clusters, f"entity {number} has no cluster"
    assert len({next(iter(clusters)) for clusters in groups.values()}) == len(groups), "two entities in one cluster"


def test_the_page_of_cases_tells_enough() -> None:
    assert len(CASES) >= 30


def test_values_have_no_cluster_and_numbers_count_up(linked: Callable[[str], Document]) -> None:
    document = linked("Three soldiers died in Mali. France sent 200 troops to Mali.")
    numbers = [cluster for cluster in document.clusters if cluster is not None]
    assert len(document.clusters) == len(document.entities)
    assert all(c is None for e, c in zip(document.entities, document.clusters, strict=True) if e.kind == "value")
    assert sorted(set(numbers)) == list(range(len(set(numbers))))
    assert numbers[0] == 0


def test_a_pronoun_gets_the_actor_of_its_name(linked: Callable[[str], Document]) -> None:
    document = linked("Hezbollah fired rockets on Monday. The group said it would go on.")
    found = {
        document.text[e.span.start : e.span.end]: a for e, a in zip(document.entities, document.actors, strict=True)
    }
    name, group, it = found["Hezbollah"], found["The group"], found["it"]
    assert isinstance(name, Actor)
    assert isinstance(group, Actor)
    assert isinstance(it, Actor)
    assert group.id == it.id == name.id
    assert group.derived == it.derived == "coreference"
    assert name.derived != "coreference"


def test_a_description_with_a_country_keeps_its_own_actor(linked: Callable[[str], Document]) -> None:
    document = linked("Hezbollah attacked on Monday. The Israeli army said it had killed ten men.")
    found = {
        document.text[e.span.start : e.span.end]: a for e, a in zip(document.entities, document.actors, strict=True)
    }
    assert found["The Israeli army"].code == "ISR"
    assert found["it"].code == "ISR"


def test_same_input_same_clusters(linked: Callable[[str], Document]) -> None:
    text = unmarked(" ".join(case["text"] for case in CASES[:8]))[0]
    assert linked(text).clusters == linked(text).clusters
