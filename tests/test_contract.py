"""Hostile texts: whatever comes in, nothing crashes and every record keeps to the contract."""

from __future__ import annotations

import datetime
import json
import os
import pathlib
import subprocess
import sys
import time
from typing import Any

import pytest
from evaluation.contract import faults
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.export.annotate import record
from dateline.pipeline import default_pipeline
from dateline.records import Report

DAY = datetime.date(2024, 3, 5)
GOLDEN = pathlib.Path(__file__).parent / "golden" / "reports"
LEAD = (
    "Gunmen killed three soldiers and wounded 10-15 others near Djibo in Burkina Faso on Monday, the army said. "
    "“We did not do it,” a rebel spokesman told reporters by phone. The group's leader, who was arrested last week, "
    "warned that fighters would attack again unless the United Nations pulled out of Mali by 3 May."
)
SAMPLES = [LEAD, *(path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob("*.txt"))[:4])]
WEIRD = (
    "\u200b", "\u200f", "\u202e", "\ufeff", "\xad", "́", "́́́", "\x00", "\x07", "\x1b[31m", "\x85",
    "\u2028", "\u2029", "\x0b", "\x0c", "\r", "\r\n", "\t", "\xa0", "\u3000", "😀",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467", "مقتل ثلاثة جنود", "武装分子", "𝔸", "٣", "½", "Ⅻ", "²",
    "İ", "ß", "ﬁ", "\"", "“", "”", "'", "«", "(", ")", "[", "]", "<b>", "&nbsp;", "—", "...", "$", "%",
    "-3", "1,000", "10-15", "31 February", "2023-13-45", "99999999999999999999", "http://a.b/c?d=e#f",
    "\n\n", "|", "•", "{}", "\\", "\ud7ff", "\U0010ffff",
)  # fmt: skip


def row_of(text: str, day: datetime.date | None = DAY) -> dict[str, Any]:
    made = record(default_pipeline().read(Report(id="x", text=text, date=day)))
    row: dict[str, Any] = json.loads(json.dumps(made, allow_nan=False))
    return row


def check(text: str, day: datetime.date | None = DAY) -> None:
    assert faults(row_of(text, day), text) == []


HOSTILE = {
    "nothing": "",
    "white": " \n\t\u00a0\u200b\n ",
    "one letter": "a",
    "upper case": LEAD.upper(),
    "lower case": LEAD.lower(),
    "title case": LEAD.title(),
    "no punctuation": "".join(c for c in LEAD if c.isalnum() or c == " "),
    "backwards": LEAD[::-1],
    "a word a line": LEAD.replace(" ", "\n"),
    "double spaces": LEAD.replace(" ", "  "),
    "carriage returns": LEAD.replace(". ", ".\r").replace(", ", ",\r\n"),
    "tabs": LEAD.replace(" ", "\t"),
    "hard spaces": LEAD.replace(" ", "\u00a0"),
    "thin spaces": LEAD.replace(" ", "\u2009"),
    "zero width": "\u200b".join(LEAD),
    "bidi": "\u202e".join(LEAD.split(" ")),
    "combining marks": "\u0301" * 500 + LEAD + "\u0301" * 500,
    "control characters": "".join(map(chr, range(32))) + LEAD + "\x7f\x80\x9f",
    "full width": "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in LEAD),
    "numbers": " ".join(str(n * n * n) for n in range(300)),
    "huge number": f"Bombs killed {'9' * 5000} people in {'1' * 4000} and {'two hundred ' * 200}soldiers.",
    "dates": " ".join(f"{n}/{n}/{n} on {n} March {n}" for n in range(100)),
    "addresses": "See http://example.org/a?b=c#d and a@b.example at 10.0.0.1:80. " * 20,
    "table": "\n".join("| Kharkiv | 3 killed | 4 wounded | 12 March |" for _ in range(40)),
    "bullets": "\n".join("• Mali: 3 killed\n- Niger: army killed 4\n* 5 wounded" for _ in range(20)),
    "page source": f"<html><body><p class='x'>{LEAD}</p><script>if (a < b) {{ kill(); }}</script></body></html>",
    "json": json.dumps({"killed": 3, "text": LEAD, "list": [1, None, {"a": "b"}]}),
    "quotation marks": '"' * 3000,
    "opening marks": "“He said " * 400,
    "quotations in quotations": "“‘" * 300 + LEAD + "’”" * 300,
    "brackets": "(" * 2000 + LEAD + ")" * 2000,
    "bracketed words": "[Mali (the army [said " * 200,
    "commas": ", ".join(LEAD.split(" ")),
    "ands": " and ".join(LEAD.split(" ")),
    "thats": "The army said that " * 150 + "rebels attacked Mali.",
    "whos": "the man who killed " * 150 + "the man.",
    "killed by": "killed by " * 300,
    "hyphens": "A-" * 3000 + "B/-" * 1000,
    "capitals": "ARMY KILLED REBELS NEAR KIDAL AND GAO PROVINCE, MALI, " * 30,
    "emoji": "😀" * 2000 + LEAD,
    "other scripts": "مقتل ثلاثة جنود في مالي. " * 20 + LEAD + "武装分子袭击了警察。" * 20,
    "beyond the first plane": "𝔸𝔹" * 200 + LEAD + "\U0010ffff",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name: str) -> None:
    check(HOSTILE[name])
    check(HOSTILE[name], None)


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max, datetime.date(2024, 2, 29)])
def test_any_day_of_publication(day: datetime.date) -> None:
    times = (
        "yesterday, last week, next month, two centuries ago, in 500 years, over the weekend, on Monday, this quarter"
    )
    check(f"Rebels killed ten soldiers in Mali {times}. They attacked on 29 February.", day)
    check("Rebels killed ten soldiers in Mali on 3 March 1999. The army left on Monday. It has shelled since May.", day)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A report cut at random places, with strange characters and words between its own, in another case."""
    text = draw(st.sampled_from(SAMPLES))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(1, 600))]
    for at, piece in draw(st.lists(st.tuples(st.integers(0, 600), st.sampled_from(WEIRD)), max_size=12)):
        text = text[:at] + piece + text[at:]
    change = draw(st.sampled_from([str, str.upper, str.lower, str.title, lambda s: s.replace(" ", "\n")]))
    return change(text)


FUZZ = settings(
    max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@FUZZ
@given(damaged(), st.sampled_from([DAY, None]))
def test_damaged_reports(text: str, day: datetime.date | None) -> None:
    check(text, day)


@FUZZ
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check("".join(c for c in text if not "\ud800" <= c <= "\udfff"))


def _seconds(text: str) -> float:
    started = time.perf_counter()
    check(text)
    return time.perf_counter() - started


@pytest.mark.parametrize("piece", ["The army said it shelled rebels in Mali, ", "A-b (12 March). "])
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    # A paragraph is parsed in pieces of at most 8,000 characters: both texts are longer than one.
    short, long = piece * (1 + 8000 // len(piece)), piece * (1 + 48000 // len(piece))
    _seconds(LEAD)
    # Six times the text; a stage that is quadratic in it would need 36 times the time.
    assert _seconds(long) < 20 * max(_seconds(short), 0.1)


def test_the_checker_sees_faults() -> None:
    row = row_of(LEAD)
    event = next(item for item in row["events"] if item["actors"])
    damages: list[tuple[dict[str, Any], str, Any]] = [
        (row["entities"][0], "end", row["entities"][0]["end"] + 1),
        (row["entities"][0], "type", "THING"),
        (row["places"][0], "level", "street"),
        (row["counts"][0], "high", -1),
        (row["statements"][0], "parent", 0),
        (row["statements"][0], "act", "mutter"),
        (event, "type", "FIGHT"),
        (event, "cameo", "1"),
        (event, "modes", ["nuclear"]),
        (event, "said_by", [99]),
        (event["actors"][0], "code", "ZZZ"),
        (event["when"], "earliest", "March"),
        (event, "confidence", 1.5),
    ]
    assert faults(row, LEAD) == []
    for holder, name, value in damages:
        kept, holder[name] = holder[name], value
        assert faults(row, LEAD), f"{name}: {value}"
        holder[name] = kept
    assert faults({key: value for key, value in row.items() if key != "times"}, LEAD) == ["no times"]


def _annotate(path: pathlib.Path, seed: str, *options: str) -> bytes:
    command = [sys.executable, "-m", "dateline", "annotate", str(path), *options]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"}
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout


def test_same_bytes_whatever_the_hash_seed_the_order_and_the_processes(tmp_path: pathlib.Path) -> None:
    reports = [{"id": str(n), "text": text, "date": "2024-03-05"} for n, text in enumerate([*SAMPLES, LEAD.upper()])]
    forth, back = tmp_path / "forth.jsonl", tmp_path / "back.jsonl"
    for path, rows in ((forth, reports), (back, reports[::-1])):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    first = _annotate(forth, "1")
    assert first.count(b"\n") == len(reports)
    assert first.splitlines() == _annotate(back, "2", "--workers", "2").splitlines()[::-1]
