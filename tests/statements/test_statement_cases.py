"""The pages in tests/cases/statements: a sentence as a heading, then every statement that it makes, in order.

Lines: source (- for none), cue, content (one line a part), act, inside (the number of the enclosing statement).
"- nothing" says that no statement is made. " ¶ " in a sentence stands for a blank line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.spans import quote
from dateline.statements.stage import StatementsStage

PAGES = Path(__file__).parent.parent / "cases" / "statements"
BREAK, BLANK = " ¶ ", "\n\n"


def _expected(lines: list[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in lines:
        key, _, value = line.removeprefix("- ").partition(": ")
        if key == "nothing":
            return []
        if key == "source":
            found.append({"source": None if value == "-" else value, "content": [], "inside": None})
        if key == "content":
            found[-1]["content"].append(value)
        elif key == "inside":
            found[-1]["inside"] = int(value) - 1
        elif key != "source":
            found[-1][key] = value
    return found


def _cases() -> Iterator[Any]:
    for page in sorted(PAGES.glob("*.md")):
        for block in page.read_text(encoding="utf-8").split("\n## ")[1:]:
            sentence, *lines = block.split("\n")
            kept = [line for line in lines if line.startswith("- ")]
            assert kept, f"{page.name}: no expectation for {sentence!r}"
            yield pytest.param(sentence, _expected(kept), id=f"{page.stem}: {sentence[:50]}")


@pytest.mark.parametrize(("sentence", "expected"), list(_cases()))
def test_page(parse, sentence, expected):
    document = parse(sentence.replace(BREAK, BLANK))
    StatementsStage().annotate(document)

    def words(span):
        return quote(document.text, span).replace(BLANK, BREAK)

    found = [
        {
            "source": words(item.source) if item.source else None,
            "cue": words(item.cue),
            "content": [words(part) for part in item.content],
            "act": item.act,
            "inside": item.parent,
        }
        for item in document.statements
    ]
    assert found == expected
