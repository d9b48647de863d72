"""Quotation marks are paired by shape and by what stands around them; apostrophes are none."""

import pytest

from dateline.language.quotations import quotations
from dateline.spans import Span


def found(text: str) -> list[tuple[str, bool]]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [(text[q.inner.start : q.inner.end], q.closed) for q in quotations(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” he said. “They lost.”", [("We won,", True), ("They lost.", True)]),
        ('"We won," he said, "and they lost."', [("We won,", True), ("and they lost.", True)]),
        ("He called it 'a crime' and left.", [("a crime", True)]),
        ("The rebels' fighters hit the army's post.", []),
        ("It’s the group’s third attack.", []),
        ("“The so-called ‘caliphate’ is gone,” she said.", [("The so-called ‘caliphate’ is gone,", True)]),
        (
            "«Nous» and „sie“",
            [
                ("Nous", True),
            ],
        ),
    ],
)
def test_pairs(text: str, expected: list[tuple[str, bool]]) -> None:
    assert found(text)[: len(expected)] == expected
    if not expected:
        assert found(text) == []


def test_a_quotation_over_two_paragraphs_opens_anew() -> None:
    assert found("“First part.\n“Second part,” he said.") == [("First part.", False), ("Second part,", True)]
