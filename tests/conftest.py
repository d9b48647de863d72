"""What all tests share: a parsed document from a text, and a whole reading of one."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from dateline.document import Document
from dateline.language.stages import SyntaxStage
from dateline.records import Report

Parse = Callable[..., Document]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """parse(text, date="2024-03-01") -> a Document with syntax and quotations, no other layer."""
    stage = SyntaxStage()

    def make(text: str, date: str | None = "2024-03-01", **fields: str) -> Document:
        day = datetime.date.fromisoformat(date) if date else None
        document = Document(Report(id="test", text=text, date=day, **fields))
        stage.annotate(document)
        return document

    return make
