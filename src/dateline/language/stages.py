"""The stages of this room: the parse, and the quotation marks."""

from __future__ import annotations

from dateline.document import Document
from dateline.language.paragraphs import paragraphs
from dateline.language.parser import parse
from dateline.language.placeline import apart
from dateline.language.quotations import quotations
from dateline.stage import Stage


class SyntaxStage(Stage):
    """Sentences, tokens, dependencies and the parser's named entities; furniture is left unread."""

    name = "syntax.v1"
    reads = ("furniture",)
    makes = ("syntax", "quotations")

    def annotate(self, document: Document) -> None:
        """Parse the report paragraph by paragraph."""
        blocks = paragraphs(document.text, (item.span for item in document.furniture))
        document.syntax = parse(document.text, apart(document.text, blocks))
        document.quotations = quotations(document.text, blocks)
