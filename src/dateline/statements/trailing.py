"""The wire's own form, "..., a spokesman said on Monday", read by its shape where the parse failed."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Quotation
from dateline.spans import Span
from dateline.statements.draft import Draft
from dateline.statements.grammar import spans_of, speaks
from dateline.statements.lexicon import verbs
from dateline.syntax import Syntax

_LONGEST_SOURCE, _LONGEST_REST = 14, 14  # tokens
_TENSES = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NAME = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP", "ADV"))
_MARKS = frozenset(("(", ")", "-", ".", "'s", "’s"))
_SUBORDINATE = frozenset(
    (
        "after",
        "although",
        "as",
        "because",
        "before",
        "despite",
        "if",
        "rather",
        "since",
        "though",
        "until",
        "when",
        "while",
    )
)
_NOT_FIRST = frozenset(("which", "who", "that", "where", "when", "as", "what", "whose", "whom"))


def _source(syntax: Syntax, verb: int, first: int) -> tuple[int, int] | None:
    """First and head token of the noun phrase between a comma and the cue; None where something else stands there."""
    token = verb - 1
    while token > first and verb - token <= _LONGEST_SOURCE and syntax.words[token] != ",":
        if syntax.pos[token] not in _NAME and syntax.words[token] not in _MARKS:
            return None
        token -= 1
    start = token + 1
    if syntax.words[token] != "," or start == verb or syntax.pos[start] == "ADP":
        return None
    if syntax.lowers[start] in _NOT_FIRST:
        return None
    head = start
    while head + 1 < verb and syntax.pos[head + 1] not in ("ADP", "PUNCT"):
        head += 1
    return (start, head) if speaks(syntax, head) else None


def _ends_sentence(syntax: Syntax, verb: int, end: int) -> bool:
    """Whether behind the cue stand only a time, a place or a hearer, and then the sentence ends."""
    rest = range(verb + 1, end)
    if len(rest) > _LONGEST_REST or not rest:
        return False
    after = rest[0]
    plain = after == end - 1 or syntax.pos[after] == "ADP" or syntax.labels[after] in ("DATE", "TIME")
    if not plain and syntax.lemmas[verb] != "tell":
        return False
    return not any(syntax.tags[t] in _FINITE or syntax.words[t] in (":", '"', "“", "''") for t in rest)


def trailing(syntax: Syntax, draft: Draft, quotations: Sequence[Quotation]) -> bool:
    """Fill an empty draft from the shape of its sentence; False where the sentence has another shape."""
    verb = draft.token
    first, end = syntax.sentences[syntax.sentence[verb]]
    entry = verbs().get(syntax.lemmas[verb])
    if entry is None or "clause" not in entry.frames or syntax.tags[verb] not in _TENSES:
        return False
    found = _source(syntax, verb, first) if _ends_sentence(syntax, verb, end) else None
    if found is None:
        return False
    start, head = found
    clause = range(first, start - 1)
    if not any(syntax.tags[token] in _FINITE for token in clause):
        return False
    if syntax.lowers[first] in _SUBORDINATE or syntax.tags[first] in ("VBG", "VBN"):
        return False
    span = Span(syntax.starts[first], syntax.ends[start - 2])
    if any(item.outer.overlaps(span) and not span.covers(item.outer) for item in quotations):
        return False
    draft.speaker, draft.source = head, syntax.span(start, verb - 1)
    draft.content = spans_of(syntax, clause)
    draft.frame = "clause"
    return True
