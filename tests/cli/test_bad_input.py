"""Every input that is no report ends in a line that says what was seen, what was expected and what to try."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest
import yaml

CASES = yaml.safe_load(
    (pathlib.Path(__file__).parents[1] / "golden" / "bad_input" / "cases.yaml").read_text(encoding="utf-8")
)


def made(case: dict[str, Any]) -> bytes:
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    text, times = case.get("repeat", (case.get("text", ""), 1))
    before, after = case.get("around", ("", ""))
    return f"{before}{str(text) * int(times)}{after}".encode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_bad_input(case: dict[str, Any], run, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / case.get("name", "input.txt")
    path.write_bytes(made(case))
    words = [str(path) if word == "IN" else word for word in case["command"]]
    done = run(*words, stdin=made(case) if case.get("stdin") else b"")
    assert done.status == case["status"], done.err
    assert case["status"] == 0 or done.out == ""
    for said in case["says"]:
        assert said.lower() in done.err.lower()
