import json
from pathlib import Path

import pytest

from dateline.cli.text import run

REPORT = "Rebel fighters attacked the town of Sadah on Monday 🙂, the governor said."


def test_one_line_of_json_on_standard_output(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"5 March 2024\n\n{REPORT}\n\nShare this\n", encoding="utf-8")
    assert run(str(path)) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    assert out.count(b"\n") == 1
    assert "🙂".encode() in out
    found = json.loads(out)
    assert list(found) == ["text", "title", "date", "publisher", "url", "removed"]
    assert (found["text"], found["date"]) == (REPORT, "2024-03-05")
    assert found["removed"] == [
        {"text": "5 March 2024", "reason": "date line"},
        {"text": "Share this", "reason": "share bar"},
    ]


def test_notes_and_errors_go_to_standard_error(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"5 March 2999\n\n{REPORT}", encoding="utf-8")
    assert run(str(path)) == 0
    assert b"note: the date 2999-03-05" in capfdbinary.readouterr().err
    assert run(str(tmp_path / "missing.txt")) == 1
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert b"there is no file" in err
