"""Which acts are background: told, but not what the report brings as news.

An act is background
    by a word: "had previously warned", "since the outbreak of the war", "has fought for decades";
    by its day: long before the report, and not told in the lead (the first two sentences that have a verb); two weeks
        are long where the lead tells an act of the last days, but not in a review of a month;
    by its surroundings: told in the past tense, without a day of its own, right after a sentence of the same
        paragraph that stands on a day long ago ("On 24 February 2003 ... . Women were raped"); it takes that day over.
"""

from __future__ import annotations

import datetime

from dateline.document import Document
from dateline.events.dating import SINCE, precision
from dateline.events.draft import Draft
from dateline.events.grammar import Grammar
from dateline.events.status import word_list
from dateline.records import When
from dateline.syntax import Syntax

LONG_AGO = datetime.timedelta(days=30)
FRESH = datetime.timedelta(days=7)  # news of the lead that is no older makes acts STALE before the report background
STALE = datetime.timedelta(days=14)
CARRIED = "day of the narrative"
_LEAD = 2
_NARRATIVE = 3  # sentences that a day of long ago carries over
_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
_AGES = frozenset({"year", "decade", "century", "generation"})


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
    """Set `historical` of the drafts; needs `when`, and sets it where it is taken over."""
    lead = lead_sentences(document, grammar)
    limit = STALE if any(_is_fresh(document, draft, lead) for draft in drafts) else LONG_AGO
    for draft in drafts:
        draft.historical = (
            _by_words(document, draft, grammar)
            or _by_date(document, draft, lead, limit)
            or _by_surroundings(document, draft, lead, grammar)
        )


def _is_fresh(document: Document, draft: Draft, lead: frozenset[int]) -> bool:
    """Whether an act of the lead stands on a told day right before the report."""
    day, when = document.report.date, draft.when
    if day is None or when is None or when.time is None or when.latest is None or draft.status != "actual":
        return False
    return document.syntax.sentence[draft.token] in lead and abs(day - when.latest) <= FRESH


def _by_date(document: Document, draft: Draft, lead: frozenset[int], limit: datetime.timedelta) -> bool:
    """A day, or a start, more than the limit before the report; an act of the lead is the news all the same."""
    day, when = document.report.date, draft.when
    if day is None or when is None or when.time is None:
        return False
    end = when.earliest if when.derived == SINCE else when.latest
    return end is not None and day - end > limit and document.syntax.sentence[draft.token] not in lead


def _by_surroundings(document: Document, draft: Draft, lead: frozenset[int], grammar: Grammar) -> bool:
    """An act of force in a stretch of narrative that stands on a day long ago."""
    syntax, when = document.syntax, draft.when
    number = syntax.sentence[draft.token]
    if draft.type not in _FORCE or draft.status != "actual" or number in lead:
        return False
    if (when is not None and when.time is not None) or not _narrated(syntax, draft, grammar):
        return False
    index = _time_before(document, number, draft.token)
    if index is None:
        return False
    time = document.times[index]
    draft.when = When(time.earliest, time.latest, precision(time.earliest, time.latest), index, CARRIED)
    return True


def _narrated(syntax: Syntax, draft: Draft, grammar: Grammar) -> bool:
    """Told in the simple past ("were raped", "attacked") or the pluperfect."""
    verb = draft.support if draft.support is not None else draft.token
    if not grammar.is_verb(verb):
        return False
    auxiliaries = {syntax.lowers[c] for c in syntax.children[verb] if syntax.deps[c] in ("aux", "auxpass")}
    if auxiliaries & {"has", "have", "is", "are", "will", "would", "could", "may", "might"}:
        return False
    return syntax.tags[verb] == "VBD" or bool(auxiliaries & {"was", "were", "had"})


def _time_before(document: Document, number: int, token: int) -> int | None:
    """The long-gone time that the narrative stands on: of the last dated sentence before, in the same paragraph."""
    syntax, day = document.syntax, document.report.date
    if day is None:
        return None
    for index in range(len(document.times) - 1, -1, -1):
        time = document.times[index]
        at = syntax.tokens(time.span).start
        sentence = syntax.sentence[at]
        if at > token or sentence == number:
            if sentence == number and time.type in ("DATE", "TIME"):
                return None  # the sentence has a day of its own
            continue
        if time.type not in ("DATE", "TIME"):
            continue
        if number - sentence > _NARRATIVE or syntax.paragraphs[sentence] != syntax.paragraphs[number]:
            return None
        gone = time.earliest is not None and time.latest is not None and day - time.latest > LONG_AGO
        return index if gone else None
    return None


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
        if _for_ages(syntax, verb):
            return True
    above = grammar.ancestors(draft.token)[:2]
    return any(syntax.lemmas[node] in nouns for node in above)


def _for_ages(syntax: Syntax, verb: int) -> bool:
    """As in "has fought for decades"."""
    if not any(syntax.lemmas[c] == "have" and syntax.deps[c] == "aux" for c in syntax.children[verb]):
        return False
    return any(
        syntax.lemmas[noun] in _AGES and syntax.tags[noun] == "NNS"
        for prep in syntax.children[verb]
        if syntax.deps[prep] == "prep" and syntax.lowers[prep] in ("for", "over", "in", "during")
        for noun in syntax.children[prep]
    )


def _row_above(syntax: Syntax, verb: int, grammar: Grammar) -> list[int]:
    """The verbs whose auxiliary a verb shares: "has previously armed and trained them"."""
    found: list[int] = []
    while syntax.deps[verb] == "conj" and grammar.is_verb(syntax.heads[verb]):
        if any(syntax.deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass") for c in syntax.children[verb]):
            break
        verb = syntax.heads[verb]
        found.append(verb)
    return found
