"""Runs the pages of tests/cases/furniture: line by line, what is furniture and what is not."""

import re
from pathlib import Path

import pytest

from dateline.reports.furniture import furniture
from dateline.spans import Span

PAGES = sorted((Path(__file__).parents[1] / "cases" / "furniture").glob("*.md"))
BLOCK = re.compile(r"^## (?P<name>[^\n]+)\n\n```text\n(?P<body>.*?)\n```", re.MULTILINE | re.DOTALL)
CASES = [
    pytest.param(match["body"], id=f"{page.stem}: {match['name']}")
    for page in PAGES
    for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
]


def read(body: str) -> tuple[str, list[tuple[Span, str | None]]]:
    """The page without its marks, and the reason (or None) that is expected of each line."""
    lines, expected, start = [], [], 0
    for line in body.split("\n"):
        words, _, reason = line.partition(" <- ")
        lines.append(words)
        if words.strip():
            expected.append((Span(start, start + len(words)), reason or None))
        start += len(words) + 1
    return "\n".join(lines), expected


@pytest.mark.parametrize("body", CASES)
def test_each_line_is_judged_as_the_page_says(body: str) -> None:
    text, expected = read(body)
    found = furniture(text)
    judged = [
        (text[line.start : line.end], next((item.reason for item in found if item.span.covers(line)), None))
        for line, _ in expected
    ]
    assert judged == [(text[line.start : line.end], reason) for line, reason in expected]
    touched = [line for line, reason in expected if reason is None and any(item.span.overlaps(line) for item in found)]
    assert touched == []


def test_there_are_pages_with_near_misses() -> None:
    assert len(PAGES) > 10
    stems = {
        page.stem
        for page in PAGES
        if any(None in {r for _, r in read(m["body"])[1]} for m in BLOCK.finditer(page.read_text(encoding="utf-8")))
    }
    assert {page.stem for page in PAGES} - {"README"} == stems
