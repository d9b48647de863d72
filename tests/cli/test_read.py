"""`dateline read`: every format, every source, and what a person is told when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import pathlib

import pytest

TEXT = (
    "Gunmen killed three soldiers near Djibo in Burkina Faso on Monday, the army said.\n\n"
    "Police arrested two suspects, according to a local official.\n\nLeave a Reply\n"
)


@pytest.fixture
def report(tmp_path: pathlib.Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_terminal_shows_events_evidence_and_what_was_cut(run, report: str) -> None:
    done = run("read", report, "--date", "2024-03-05")
    assert done.status == 0
    for words in ("ASSAULT", "according to", "the army", "“three soldiers”", "2024-03-04", "Leave a Reply"):
        assert words in done.out, words


def test_json_and_jsonl_are_the_contract(run, report: str) -> None:
    line = run("read", report, "--date", "2024-03-05", "-f", "jsonl").out
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(run("read", report, "--date", "2024-03-05", "-f", "json").out)
    assert json.loads(line)["schema"] == 1


def test_csv_reads_back(run, report: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", report, "--date", "2024-03-05", "-f", "csv").out, newline="")))
    assert {row["type"] for row in rows} >= {"ASSAULT", "COERCE"}
    killing = next(row for row in rows if row["type"] == "ASSAULT")
    assert (killing["killed_best"], killing["country"]) == ("3", "BFA")


def test_html_goes_to_a_file(run, report: str, tmp_path: pathlib.Path) -> None:
    page = tmp_path / "page.html"
    done = run("read", report, "-f", "html", "-o", str(page))
    assert done.status == 0
    assert done.out == ""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_standard_input_is_read(run) -> None:
    done = run("read", "-", "-f", "jsonl", stdin=TEXT.encode())
    assert json.loads(done.out)["events"]


def test_the_same_report_gives_the_same_bytes(run, report: str) -> None:
    assert run("read", report, "-f", "jsonl").out == run("read", report, "-f", "jsonl").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "xml"), "terminal, html, csv, json, jsonl"),
        (("--date", "1st of May"), "2024-03-01"),
        (("--date", "2124-03-01"), "future"),
        (("--output", "/nowhere/at/all.html", "--format", "html"), "cannot be written"),
    ],
)
def test_a_wrong_option_is_told_with_what_to_try(run, report: str, words: tuple[str, ...], told: str) -> None:
    done = run("read", report, *words)
    assert done.status != 0
    assert done.out == ""
    assert told in done.err


BAD = {
    "empty": (b"", "empty"),
    "white": (b" \n\t\n ", "empty"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "PNG"),
    "zip": (b"PK\x03\x04" + b"\x00\x01\x02" * 400, "zip"),
    "html without text": (
        b"<!doctype html><html><head><title>x</title></head><body><nav>a</nav></body></html>",
        "text",
    ),
    "one endless line": (b"The army said so. " * 120_000, "characters"),
    "arabic": (
        "أعلنت الجماعة مسؤوليتها عن الهجوم الذي أسفر عن مقتل ثلاثة جنود في شمال البلاد أمس. ".encode() * 4,
        "Arabic",
    ),
    "chinese": ("周二,武装分子在该市附近袭击了一支警察巡逻队,造成五名警察死亡,三人受伤。".encode() * 6, "Chinese"),
    "french": (
        "Des hommes armés ont attaqué mardi une patrouille de police près de la ville, tuant cinq policiers et en "
        "blessant trois autres, a déclaré le ministère de l'Intérieur dans un communiqué.".encode(),
        "French",
    ),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_told_not_read(run, tmp_path: pathlib.Path, name: str) -> None:
    content, told = BAD[name]
    path = tmp_path / "report"
    path.write_bytes(content)
    done = run("read", str(path))
    assert done.status == 1
    assert done.out == ""
    assert told.lower() in done.err.lower()
    assert "try" in done.err or "expected" in done.err


def test_fifty_megabytes_are_refused_unread(run, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    done = run("read", str(path))
    assert done.status == 1
    assert "MB" in done.err


def test_latin_1_bytes_are_read_and_said(run, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Gunmen killed three soldiers in Cúcuta on Monday, the Colombian army said.".encode("latin-1"))
    done = run("read", str(path))
    assert done.status == 0
    assert "Cúcuta" in done.out
    assert "�" not in done.out


@pytest.mark.parametrize(
    "source", ["http://127.0.0.1:9/x", "http://localhost/x", "http://[::1]/", "ftp://example.org/x"]
)
def test_private_addresses_and_other_schemes_are_refused(run, source: str) -> None:
    done = run("read", source)
    assert done.status == 1
    assert "D108" in done.err


def test_a_missing_file_is_named(run) -> None:
    done = run("read", "no/such/file.txt")
    assert done.status == 1
    assert "no/such/file.txt" in done.err
