"""The stage of this room: page furniture is marked before anything is parsed."""

from __future__ import annotations

from dateline.document import Document
from dateline.reports.furniture import furniture
from dateline.stage import Stage


class FurnitureStage(Stage):
    """Marks share bars, comment forms, bylines, date lines and the like; the text stays as it is."""

    name = "furniture.v1"
    reads = ()
    makes = ("furniture",)

    def annotate(self, document: Document) -> None:
        """Find the furniture of one report."""
        document.furniture = furniture(document.text)
