"""Which acts are background: told, but not what the report brings as news.

An act is background where a word says so ("had previously warned", "since the outbreak of the war"), or where its
known day lies long before the report and the act is not told in the lead. The lead is the first two sentences of the
report that are sentences: have a verb.
"""

from __future__ import annotations

import datetime

from dateline.document import Document
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.events.status import word_list
from dateline.syntax import Syntax

LONG_AGO = datetime.timedelta(days=30)
_LEAD = 2


def lead_sentences(document: Document, grammar: Grammar) -> frozenset[int]:
    """Numbers of the first sentences with a finite verb."""
    found: list[int] = []
    for number, (first, end) in enumerate(document.syntax.sentences):
        if any(grammar.is_verb(token) for token in range(first, end)):
            found.append(number)
        if len(found) == _LEAD:
            break
    return frozenset(found)


def fill_historical(document: Document, drafts: list[Draft], grammar: Grammar) -> None:
    """Set `historical` of the drafts; needs `when`."""
    lead = lead_sentences(document, grammar)
    for draft in drafts:
        draft.historical = _by_words(document, draft, grammar) or _by_date(document, draft, lead)


def _by_date(document: Document, draft: Draft, lead: frozenset[int]) -> bool:
    """A day more than LONG_AGO before the report; an act of the lead is the news all the same."""
    day, when = document.report.date, draft.when
    if day is None or when is None or when.time is None or when.latest is None:
        return False
    return day - when.latest > LONG_AGO and document.syntax.sentence[draft.token] not in lead


def _by_words(document: Document, draft: Draft, grammar: Grammar) -> bool:
    """An adverb of background on the act's verb, or a noun such as "outbreak" above the act."""
    syntax = document.syntax
    adverbs, nouns = word_list("background_adverbs"), word_list("background_nouns")
    clauses = [t for t in (draft.token, draft.support) if t is not None and grammar.is_verb(t)]
    head = syntax.heads[draft.token]
    if not clauses and grammar.is_verb(head) and syntax.deps[draft.token] in ("dobj", "nsubjpass"):
        clauses = [head]
    for verb in clauses:
        for node in (verb, *_row_above(syntax, verb, grammar)):
            if any(
                syntax.lowers[c] in adverbs and syntax.deps[c] == "advmod" and not syntax.children[c]
                for c in syntax.children[node]
            ):
                return True
    above = grammar.ancestors(draft.token)[:2]
    return any(syntax.lemmas[node] in nouns for node in above)


def _row_above(syntax: Syntax, verb: int, grammar: Grammar) -> list[int]:
    """The verbs whose auxiliary a verb shares: "has previously armed and trained them"."""
    found: list[int] = []
    while syntax.deps[verb] == "conj" and grammar.is_verb(syntax.heads[verb]):
        if any(syntax.deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in syntax.children[verb]):
            break
        verb = syntax.heads[verb]
        found.append(verb)
    return found
