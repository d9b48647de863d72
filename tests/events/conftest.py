"""Fixtures of the event tests: a document with drafts made by hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from event_drafts import draft_at

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.mentions.entities.stage import EntitiesStage
from dateline.pipeline import default_pipeline
from dateline.records import Report


@pytest.fixture(scope="session")
def tell(parse: Callable[..., Document]) -> Callable[..., tuple[Document, list[Draft]]]:
    """tell(text, [(word, kind), ...]) -> the document with its mentions, and a draft for each word."""
    stage = EntitiesStage()

    def make(text: str, acts: list[Any], date: str | None = "2024-03-01") -> tuple[Document, list[Draft]]:
        document = parse(text, date)
        stage.annotate(document)
        drafts = [draft_at(document, *act) for act in acts]
        return document, drafts

    return make


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """read(text, date) -> the document with all layers."""
    pipeline = default_pipeline()

    def make(text: str, date: str = "2024-03-01") -> Document:
        return pipeline.read(Report("test", text, date=datetime.date.fromisoformat(date)))

    return make
