"""The stage that finds who says what."""

from __future__ import annotations

from dateline.document import Document
from dateline.stage import Stage
from dateline.statements.assemble import assemble
from dateline.statements.draft import Draft
from dateline.statements.hearsay import hearsay_drafts
from dateline.statements.labels import label_drafts
from dateline.statements.nouns import adjective_draft, noun_draft
from dateline.statements.quotes import Speeches
from dateline.statements.trailing import trailing
from dateline.statements.verbs import verb_draft
from dateline.syntax import Syntax


def _drafts(syntax: Syntax) -> list[Draft]:
    found = []
    for token, pos in enumerate(syntax.pos):
        draft = None
        if pos in ("VERB", "AUX", "PROPN"):
            draft = verb_draft(syntax, token)
        elif pos == "NOUN":
            draft = noun_draft(syntax, token) or verb_draft(syntax, token)
        elif pos == "ADJ":
            draft = adjective_draft(syntax, token)
        if draft is not None:
            found.append(draft)
    found.extend(hearsay_drafts(syntax))
    found.extend(label_drafts(syntax))
    return found


class StatementsStage(Stage):
    """Source, cue, content and act of each statement, and which statement holds which."""

    name = "statements.v1"
    reads = ("syntax", "quotations", "entities", "clusters")
    makes = ("statements",)

    def annotate(self, document: Document) -> None:
        """Find the statements of a report."""
        syntax = document.syntax
        drafts = _drafts(syntax)
        drafts.extend(Speeches(syntax, document.quotations, drafts).settle())
        for draft in drafts:
            if draft.quotes and not draft.content:
                trailing(syntax, draft, document.quotations)
        document.statements = assemble(document, drafts)
