"""Runs the pages of tests/cases/published: on which day a report was published, and what says so."""

import datetime
import re
from pathlib import Path

import pytest

from dateline.reports.published import find_published

PAGES = sorted((Path(__file__).parents[1] / "cases" / "published").glob("*.md"))
CASE = re.compile(r"^```text(?P<info>[^\n]*)\n(?P<body>.*?)\n```\n-> (?P<result>[^\n]+)", re.MULTILINE | re.DOTALL)
TODAY = datetime.date(2024, 6, 1)
CASES = [
    pytest.param(match["body"], match["info"], match["result"], id=f"{page.stem}-{number}")
    for page in PAGES
    for number, match in enumerate(CASE.finditer(page.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("body", "info", "result"), CASES)
def test_the_day_is_found_as_the_page_says(body: str, info: str, result: str) -> None:
    hints = dict(part.split("=", 1) for part in info.split())
    reference = datetime.date.fromisoformat(hints["reference"]) if "reference" in hints else None
    found = find_published(body, url=hints.get("url"), reference=reference, today=TODAY)
    assert (f"{found.date} by {found.rule}" if found else "null") == result
    if found and found.span:
        assert body[found.span.start : found.span.end].strip() == found.evidence


def test_every_page_has_cases() -> None:
    assert len(CASES) > 40
