"""From lines to a record, with the faults that an annotation can have."""

import pytest
from evaluation import contract
from evaluation.corpus import layout, notation, tables
from evaluation.corpus.acts import default_cameo
from evaluation.corpus.compiling import compile_sheet

from dateline.ontology import cameo, plover

WORDS = "Rebels shot three soldiers near Gao on Sunday, the army said. Mali's army denied that the group killed them."
SENTENCES = [(0, 61), (62, len(WORDS))]
LINES = """
E e1 PERSON | | MLI REB | 1:Rebels ; 2:the group/ORG
E e2 PERSON | | MLI MIL | 1:three soldiers ; 2:them
E e3 GPE | Gao | | 1:Gao
E e4 ORG | Malian army | MLI MIL | 1:the army ; 2:Mali's army
E e5 GPE | Mali | MLI GOV | 2:Mali
P e3 | Gao, Gao, MLI | populated
P e5 | Mali, , MLI | country
T t1 | 1:Sunday | 2024-01-28
C c1 | 1:three | 3 | killed | 1:soldiers
S s1 say | e4@1 | 1:said | 1:Rebels ... Sunday
S s2 deny | e4@2 | 2:denied | 2:that ... them
V v1 ASSAULT firearms | trig=1:shot | also=2:killed | by=e1@1 | to=e2@1 | at=near e3@1 \
 | when=t1 | n=c1 | said=s1 | claims=e1 accused
N 2:Mali's army denied | statement
"""


def made(lines=LINES, words=WORDS):
    sheet = notation.parse(notation.sentence_lines(words, SENTENCES) + lines)
    return compile_sheet(layout.Text("x", {}, words), sheet)


def test_a_sheet_becomes_a_legal_record():
    record, faults = made()
    assert faults == []
    assert contract.faults(record, WORDS) == []
    event = record["events"][0]
    assert event["cameo"] == "193"
    assert [party["text"] for party in event["actors"]] == ["Rebels"]
    assert event["recipients"][0]["code"] == "MLI"
    assert event["place"]["relation"] == "near"
    assert record["places"][event["place"]["index"]]["text"] == "Gao"
    assert event["when"] == {
        "earliest": "2024-01-28",
        "latest": "2024-01-28",
        "precision": "day",
        "time": 0,
        "derived": None,
    }
    assert event["claims"] == [{"by": 0, "kind": "accused"}]
    assert record["statements"][1]["content"][0]["text"] == "that the group killed them"


def test_mentions_share_a_cluster_and_values_have_none():
    record, _ = made()
    by_text = {item["text"]: item for item in record["entities"]}
    assert by_text["Rebels"]["cluster"] == by_text["the group"]["cluster"]
    assert by_text["the group"]["type"] == "ORG"
    assert by_text["Sunday"]["cluster"] is None
    assert by_text["three"]["type"] == "COUNT"


def test_a_starred_name_stands_for_a_government():
    record, faults = made(LINES.replace("2:Mali\n", "2:Mali*\n"))
    assert faults == []
    assert [place["literal"] for place in record["places"]] == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("1:Rebels ;", "1:Rebel ;", "is not in"),
        ("ASSAULT firearms", "ASSAULT demo", "is no mode of ASSAULT"),
        ("ASSAULT firearms", "ATTACK", "is no PLOVER type"),
        ("at=near e3@1", "at=near e4@1", "is no place"),
        ("when=t1", "when=t9", "is the name of no T line"),
        ("said=s1", "said=s7", "is the name of no S line"),
        ("e1 accused", "e1 guilty", "is not one of"),
        ("MLI REB", "REB MLI", "no such sector"),
        ("| 3 | killed", "| 3 | dead", "is not one of"),
        ("2024-01-28", "Sunday", "is no TIMEX3 value"),
        ("2024-01-28", "2024-02-31", "day"),
        ("P e3 | Gao, Gao, MLI | populated\n", "", "without a P line"),
        ("trig=1:shot", "trig=1:shot ; 1:near", "one trig"),
        ("by=e1@1", "by=e1@2#2", "1 mentions in sentence 2"),
        ("| n=c1", "| state=actual | n=c1", "the keys are"),
        ("| statement", "| because", "is not one of"),
        ("S s1 say", "S s1 shout", "is not one of"),
        ("V v1", "V v1 |", "is no PLOVER type"),
        ("2:them\n", "2:them ; 1:Rebels\n", "is a mention already"),
    ],
)
def test_a_broken_line_is_named(old, new, complaint):
    assert old in LINES
    _, faults = made(LINES.replace(old, new))
    assert any(complaint in fault for fault in faults), faults
    assert all(fault.startswith("line ") for fault in faults)


def test_days_without_words_need_a_rule():
    _, faults = made(LINES.replace("when=t1", "when=2024-01-27..2024-01-28"))
    assert any("need the rule" in fault for fault in faults)
    record, faults = made(LINES.replace("when=t1", "when=2024-01-27..2024-01-28 the night before"))
    assert faults == []
    assert record["events"][0]["when"]["derived"] == "the night before"


def test_an_earlier_telling_is_the_trigger():
    _, faults = made(LINES.replace("trig=1:shot | also=2:killed", "trig=2:killed | also=1:shot"))
    assert any("first told" in fault for fault in faults)


def test_a_text_needs_its_header(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("no header\n")
    with pytest.raises(layout.CorpusError, match="three dashes"):
        layout.read_text(path)


def test_every_mode_has_a_usual_cameo_code():
    for kind, row in plover.event_types().items():
        for mode in ("", *row.modes):
            assert default_cameo(kind, [mode] if mode else []) in cameo.codes()
    assert default_cameo("ASSAULT", ["firearms", "targeted"]) == "186"
    assert default_cameo("SANCTION", ["convict"]) == "116"


@pytest.mark.parametrize(
    ("key", "found"),
    [
        (("Mosul", "Nineveh", "IRQ", "populated"), True),
        (("Tikrit", "Salah ad Din Governorate", "IRQ", "populated"), True),
        (("Mosul", "", "FRA", "populated"), False),
        (("Nowhere At All", "", "IRQ", "populated"), False),
    ],
)
def test_places_are_found_in_their_country(key, found, monkeypatch):
    monkeypatch.setattr(tables, "frozen_places", dict)
    where = tables.find_place(key)
    assert (where.lat is not None) == found
    assert where.country == key[2]
