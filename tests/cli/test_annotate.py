"""`dateline annotate`: order in is order out, a bad line costs only itself, the same input gives the same bytes."""

from __future__ import annotations

import json
import pathlib

import pytest

MONDAY = "2024-03-05"
AMBUSH = "Gunmen killed three soldiers near Djibo in Burkina Faso on Monday, the army said."
AGAIN = "Three soldiers were killed near Djibo on Monday when gunmen attacked them, Burkina Faso's army said."
REPORTS = [
    {"id": "a", "text": AMBUSH, "date": MONDAY},
    {"id": "b", "text": AGAIN, "date": MONDAY},
    {"id": "c", "text": "Talks between Kenya and Somalia will resume in May, officials said.", "date": None},
    {"id": "d", "text": "😀 Police arrested “two” teachers in Lima.\r\nMore soon.", "date": MONDAY, "title": "Lima"},
]


@pytest.fixture
def written(tmp_path: pathlib.Path):
    def write(rows: list[object], name: str = "in.jsonl") -> str:
        path = tmp_path / name
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    return write


def test_order_in_is_order_out_and_ids_are_kept(run, written) -> None:
    done = run("annotate", written(REPORTS))
    assert done.status == 0
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a", "b", "c", "d"]


def test_other_order_and_other_workers_give_the_same_lines(run, written) -> None:
    forth = run("annotate", written(REPORTS)).out.splitlines()
    back = run("annotate", written(REPORTS[::-1], "back.jsonl")).out.splitlines()
    assert forth == back[::-1]


def test_a_bad_line_is_named_and_the_run_goes_on(run, written) -> None:
    rows: list[object] = ["no json", REPORTS[0], '["a list"]', {"text": "no id"}, {"id": "x"}, "", REPORTS[2]]
    done = run("annotate", written(rows))
    assert done.status == 1
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a", "c"]
    for line in (1, 3, 4, 5):
        assert f"line {line}:" in done.err


def test_another_language_is_said_and_not_coded(run, written) -> None:
    arabic = "أعلنت الجماعة مسؤوليتها عن الهجوم الذي أسفر عن مقتل ثلاثة جنود في شمال البلاد أمس. " * 3
    done = run("annotate", written([{"id": "ar", "text": arabic, "date": None}, REPORTS[0]]))
    first = json.loads(done.out.splitlines()[0])
    assert done.status == 1
    assert "Arabic" in done.err
    assert first["events"] == []
    assert "not read" in first["not_coded"][0]["reason"]


def test_without_a_date_nothing_relative_is_resolved(run, written) -> None:
    row = json.loads(run("annotate", written([{**REPORTS[0], "date": None}])).out)
    assert all(time["earliest"] is None for time in row["times"])
    assert all(event["when"]["earliest"] is None for event in row["events"])


def test_merge_gives_one_act_one_incident(run, written) -> None:
    rows = [json.loads(line) for line in run("annotate", "--merge", written(REPORTS)).out.splitlines()]
    a, b = ({e["incident"] for e in row["events"] if e["type"] == "ASSAULT"} for row in rows[:2])
    assert a & b
    assert all("incident" in event for row in rows for event in row["events"])


def test_an_empty_text_is_an_empty_document(run, written) -> None:
    row = json.loads(run("annotate", written([{"id": "e", "text": "", "date": None}])).out)
    assert row["events"] == []
    assert row["sentences"] == []


def test_half_a_character_costs_only_its_line(run, written) -> None:
    done = run("annotate", written(['{"id": "s", "text": "Rebels \\ud83d shelled it.", "date": null}', REPORTS[0]]))
    assert done.status == 1
    assert "line 1:" in done.err
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a"]
