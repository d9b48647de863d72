import datetime
import io
import json
import time
from pathlib import Path

import pytest

from dateline.errors import (
    BadDate,
    BadRecord,
    BinaryInput,
    EmptyInput,
    InputError,
    NoText,
    TooLarge,
    UnsupportedLanguage,
)
from dateline.records import Report
from dateline.reports.intake import from_text, read_many, read_source

REPORT = "Rebel fighters attacked the town of Sadah on Monday and killed four soldiers, the governor said."
SECOND = "The army sent reinforcements on Tuesday after a night of shelling near the old bridge."


def put(folder: Path, data: bytes | str, name: str = "report.txt") -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def test_a_plain_page_comes_in_without_its_furniture(tmp_path: Path) -> None:
    page = "\r\n\r\n".join(["Tue. Mar 5th, 2024", REPORT, "ADVERTISEMENT", SECOND, "Leave a Reply", "Name *", ""])
    found = read_source(put(tmp_path, page))
    assert found.report.text == f"{REPORT}\n\n{SECOND}"
    assert found.report.date == datetime.date(2024, 3, 5)
    assert found.published is not None
    assert (found.published.rule, found.published.evidence) == ("date-line", "Tue. Mar 5th, 2024")
    assert [item.reason for item in found.removed] == ["date line", "advertisement marker", "comment form"]
    assert found.notes == ()


def test_a_given_date_comes_before_a_found_one(tmp_path: Path) -> None:
    path = put(tmp_path, f"Tue. Mar 5th, 2024\n\n{REPORT}")
    assert read_source(path, date="2024-03-07").report.date == datetime.date(2024, 3, 7)


def test_characters_stay_as_they_are() -> None:
    text = "Fighters\u00a0left\x00 the \u200btown \u202eof\u202c Sad\u0301ah 🙂 on Monday\ufeff, the army said."
    assert from_text(text).report.text == text


def test_line_ends_become_line_feeds() -> None:
    assert from_text(f"{REPORT}\r\n\r\n{SECOND}\r{REPORT}").report.text == f"{REPORT}\n\n{SECOND}\n{REPORT}"


def test_the_same_text_has_the_same_id() -> None:
    assert from_text(REPORT).report.id == from_text(f"\n{REPORT}\n").report.id != from_text(SECOND).report.id


def test_standard_input() -> None:
    assert read_source("-", stdin=io.BytesIO(REPORT.encode())).report.text == REPORT


def test_a_json_record(tmp_path: Path) -> None:
    line = json.dumps({"id": "r7", "text": f"{REPORT}\n\nShare this", "date": "2024-03-05", "publisher": "Post"})
    found = read_source(put(tmp_path, line, "r.jsonl"))
    assert found.report == Report(id="r7", text=REPORT, date=datetime.date(2024, 3, 5), publisher="Post")
    assert [item.text for item in found.removed] == ["Share this"]
    pretty = json.dumps(json.loads(line), indent=2)
    assert read_source(put(tmp_path, pretty, "r.json")).report == found.report


def test_many_records_are_read_one_by_one(tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, "text": REPORT}) for name in "ab"]
    with pytest.raises(BadRecord, match="2 JSON lines") as caught:
        read_source(put(tmp_path, "\n".join(lines)))
    assert "annotate" in caught.value.hint
    found = list(read_many(io.BytesIO("\n".join([lines[0], "nonsense", lines[1]]).encode())))
    assert [number for number, _ in found] == [1, 2, 3]
    assert isinstance(found[1][1], BadRecord)


def test_markdown_and_html_are_known_by_their_content(tmp_path: Path) -> None:
    markdown = put(tmp_path, f"---\ntitle: Town attacked\ndate: 2024-03-05\n---\n{REPORT}\n")
    assert read_source(markdown).report.title == "Town attacked"
    assert read_source(markdown).report.date == datetime.date(2024, 3, 5)
    html = put(tmp_path, f"<!doctype html><html><body><article><p>{REPORT}</p><p>{SECOND}</p></article></body></html>")
    assert read_source(html).report.text == f"{REPORT}\n{SECOND}"


def test_another_encoding_is_said(tmp_path: Path) -> None:
    found = read_source(put(tmp_path, "The minister’s men left São Tomé on Monday.".encode("cp1252")))
    assert "São Tomé" in found.report.text
    assert any("cp1252" in note for note in found.notes)


def test_a_found_date_that_cannot_be_is_noted(tmp_path: Path) -> None:
    for line in ("March 5, 2999", "5 March 1801"):
        found = read_source(put(tmp_path, f"{line}\n\n{REPORT}"))
        late = "2999" in line
        assert (found.report.date is None) is late
        assert bool(found.notes) is late


@pytest.mark.parametrize("date", ["2999-01-01", "1799-12-31", "2024-02-30", "5 March 2024", "20240305", "", "2024-3-5"])
def test_a_given_date_that_cannot_be_is_refused(date: str, tmp_path: Path) -> None:
    with pytest.raises(BadDate) as caught:
        read_source(put(tmp_path, REPORT), date=date)
    assert "1800" in caught.value.expected


def test_tomorrow_is_possible_and_the_day_after_is_not() -> None:
    today = datetime.datetime.now(datetime.UTC).date()
    assert from_text(REPORT, date=today + datetime.timedelta(days=1)).report.date
    with pytest.raises(BadDate, match="future"):
        from_text(REPORT, date=today + datetime.timedelta(days=3))


BAD = {
    "empty": (b"", EmptyInput, "is empty"),
    "white": (b" \n\t\r\n", EmptyInput, "is empty"),
    "white, wide": ("\u00a0\u2003\n".encode(), EmptyInput, "is empty"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", BinaryInput, "a PNG picture"),
    "archive": (b"PK\x03\x04\x14\x00\x00", BinaryInput, "a ZIP archive"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", BinaryInput, "a PDF document"),
    "broken": ("Fighters — five — left S".encode() + b"\xe2\x80 town", BinaryInput, "neither UTF-8"),
    "one long line": (b"Fighters left the town. " * 90_000, TooLarge, "2,160,000 characters"),
    "furniture only": (b"Share this\n\nADVERTISEMENT\n", NoText, "nothing but page furniture"),
    "marks only": (b"--- *** ---\n...\n", NoText, "no words"),
    "page without text": (b"<!doctype html><html><body></body></html>", NoText, "without"),
    "french": ("L'armée a attaqué la ville dans le nord et tué cinq soldats.".encode(), UnsupportedLanguage, "French"),
    "arabic": ("هاجم الجيش المدينة في الشمال وقتل خمسة جنود".encode(), UnsupportedLanguage, "Arabic"),
    "no text field": (b'{"id": "a", "body": "x"}', BadRecord, "no `text`"),
    "empty record": (b'{"id": "a", "text": " "}', EmptyInput, "record 'a' is empty"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_says_what_was_seen_and_what_was_expected(case: str, tmp_path: Path) -> None:
    data, error, seen = BAD[case]
    with pytest.raises(error, match=seen) as caught:
        read_source(put(tmp_path, data))
    assert isinstance(caught.value, InputError)
    assert caught.value.expected
    with pytest.raises(error, match=seen):
        read_source("-", stdin=io.BytesIO(data))


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    start = time.perf_counter()
    with pytest.raises(TooLarge, match="50,000,000 bytes"):
        read_source(str(path))
    assert time.perf_counter() - start < 0.5


def test_standard_input_is_read_no_further_than_the_limit() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0
            self.asked += size
            return b"x" * size

    stream = Endless()
    with pytest.raises(TooLarge):
        read_source("-", stdin=stream)
    assert stream.asked < 11_000_000


def test_files_that_are_not_there_or_not_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file") as caught:
        read_source(str(tmp_path / "missing.txt"))
    assert caught.value.hint
    with pytest.raises(InputError, match="is a directory"):
        read_source(str(tmp_path))
    for odd in ("a\x00b", "x" * 5000):
        with pytest.raises(InputError, match="cannot be read"):
            read_source(odd)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path, REPORT)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="permission denied"):
        read_source(path)
