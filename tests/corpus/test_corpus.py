"""The corpus itself: legal, complete, divided without leaks, with a source and a licence for every text."""

import json
import re
from pathlib import Path

import pytest
from evaluation.corpus import coverage, figures, layout, release
from evaluation.corpus.compiling import compile_one
from evaluation.corpus.layout import load
from evaluation.corpus.splits import SPLITS, split_all

from dateline.ontology import plover

SHARED = layout.ROOT.parent.parent / "shared"
IDS = layout.annotated_ids(layout.FIRST)
READERS = sorted(path.name for path in layout.ANNOTATIONS.iterdir() if path.is_dir())
LICENCES = (
    "CC BY 4.0",
    "CC BY 3.0 AU",
    "Open Government Licence v3.0",
    "Public domain in the United States",
    "MIT License, Copyright (c) 2016, University of Texas at Austin; the texts are US government military records",
)


@pytest.fixture(scope="module")
def lines() -> list[tuple[str, dict]]:
    """(split, record) of the whole release."""
    return [(split, json.loads(line)) for split, line in release.lines()]


@pytest.mark.parametrize("reader", READERS)
def test_every_annotation_is_legal(reader):
    faults = [fault for identifier in layout.annotated_ids(reader) for fault in compile_one(reader, identifier)[1]]
    assert faults == []


def test_every_text_names_its_source_and_an_open_licence():
    for identifier in layout.text_ids():
        header = load(identifier).header
        assert header["id"] == identifier
        assert header["origin"], identifier
        assert header["kind"], identifier
        assert header["licence"].startswith(LICENCES), (identifier, header["licence"])


def test_the_release_is_what_the_annotations_compile_to():
    assert release.stale() == [], "python -m evaluation.corpus release"


def test_no_story_stands_on_two_sides(lines):
    sides: dict[str, set[str]] = {}
    for split, record in lines:
        sides.setdefault(record["story"] or record["id"], set()).add(split)
    assert [story for story, found in sides.items() if len(found) > 1] == []


def test_no_sentence_stands_on_two_sides(lines):
    sides: dict[str, set[str]] = {}
    for split, record in lines:
        for start, end in record["sentences"]:
            words = re.findall(r"\w+", record["text"][start:end].lower())
            if len(words) > 7:
                sides.setdefault(" ".join(words), set()).add(split)
    assert [words for words, found in sides.items() if len(found) > 1] == []


def test_the_splits_have_their_shares():
    sides = list(split_all(load(identifier) for identifier in IDS).values())
    shares = {split: sides.count(split) / len(sides) for split in SPLITS}
    assert 0.62 <= shares["train"] <= 0.78
    assert 0.05 <= shares["dev"] <= 0.15
    assert 0.15 <= shares["test"] <= 0.27


def test_nothing_that_scores_elsewhere_is_trained_on(lines):
    assert not [record["id"] for split, record in lines if split == "train" and record["id"].startswith("re3d-")]


def test_what_was_asked_is_there(lines):
    assert coverage.short(coverage.count(record for _, record in lines)) == []


def test_known_gaps_are_still_gaps(lines):
    """A gap that has closed leaves the list, so that it cannot open again."""
    counts = coverage.count(record for _, record in lines)
    asked = coverage.wanted()
    assert [name for name in coverage.not_yet() if counts.get(name, 0) >= asked[name]] == []


def test_the_page_of_figures_is_true():
    assert figures.PAGE.read_text(encoding="utf-8") == figures.page(), "python -m evaluation.corpus figures"


def test_samples_name_every_second_reading_once():
    named = [identifier for found in figures.samples().values() for identifier in found]
    assert sorted(named) == layout.annotated_ids("second")


def test_a_fifth_is_read_twice():
    again = [identifier for identifier in IDS if layout.annotation_path("second", identifier).exists()]
    assert len(again) >= coverage.second_readings() * len(IDS)


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "train").exists(), reason="the sources of the real texts are not at hand")
def test_real_texts_are_as_their_source_has_them():
    rows: dict[str, str] = {}
    for file in ("human_rights_reports/passages", "centcom_strikes/releases", "wotr/test"):
        for line in (SHARED / "train" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows[row["doc_id"]] = row["text"]
    checked = 0
    for identifier in layout.text_ids():
        text = load(identifier)
        if identifier.startswith("crhrp-"):
            names = re.findall(r"crhrp-[\w-]+-\d+", text.header["origin"])
            assert text.text == "\n\n".join(rows[name].strip() for name in names), identifier
            checked += 1
        elif identifier in rows:
            assert text.text == rows[identifier].strip(), identifier
            checked += 1
    assert checked > 100


def test_pages_can_be_made(tmp_path: Path):
    from evaluation.corpus.view import write

    chosen = IDS[:3]
    assert write(tmp_path, ((load(identifier), release.record_of(identifier)) for identifier in chosen)) == 3
    assert (tmp_path / "index.html").read_text().count("<a href=") == 3


def test_every_link_of_the_guidelines_leads_somewhere():
    broken = []
    for path in (layout.ROOT).rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)[^)]*\)", path.read_text(encoding="utf-8")):
            if not (path.parent / target).exists():
                broken.append((path.name, target))
    assert broken == []


def test_there_is_a_page_for_every_type_and_layer():
    types = {path.stem.upper() for path in (layout.ROOT / "guidelines" / "types").glob("*.md")}
    assert types == set(plover.event_types())
    layers = {path.stem for path in (layout.ROOT / "guidelines" / "layers").glob("*.md")}
    assert layers >= {"entities", "coreference", "actors", "places", "times", "counts", "statements", "claims"}
