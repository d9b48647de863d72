"""A name before a colon as the source: headlines and transcripts, "Minister: We will not yield"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.statements.draft import Draft
from dateline.statements.grammar import spans_of
from dateline.statements.lexicon import phrases
from dateline.syntax import Syntax

_LONGEST_LABEL = 8  # tokens
_NAMING = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "PART"))
_FIRST_PERSON = frozenset(("we", "our", "i", "my", "us"))


def _colon(syntax: Syntax, first: int, end: int) -> int | None:
    """The colon that ends a label at a paragraph's start, None where there is none."""
    for token in range(first, min(end, first + _LONGEST_LABEL)):
        if syntax.words[token] == ":":
            return token if token > first else None
        if syntax.pos[token] not in _NAMING:
            return None
    return None


def _known(syntax: Syntax, token: int) -> bool:
    """Whether the report elsewhere names a person or an organisation by this word."""
    word = syntax.words[token]
    return syntax.pos[token] == "PROPN" and any(
        other == word and syntax.labels[number] in ("PERSON", "ORG") for number, other in enumerate(syntax.words)
    )


def _namer(syntax: Syntax, first: int, colon: int, end: int) -> int | None:
    """The token of a label that names who speaks: a person, an organisation, an office. A country alone is the
    topic, unless what follows is in the first person.
    """
    for token in range(colon - 1, first - 1, -1):
        label = syntax.labels[token]
        if label in ("PERSON", "ORG") or syntax.lemmas[token] in phrases().speakers:
            return token
        if label in ("GPE", "NORP"):
            return token if any(syntax.lowers[t] in _FIRST_PERSON for t in range(colon, end)) else None
        if _known(syntax, token):
            return token
    return None


def _end_of_label(syntax: Syntax, number: int, colon: int) -> int:
    """The end of what a label's owner says: the sentence's, or the next one's where the parser cut at the colon."""
    end = syntax.sentences[number][1]
    follows = number + 1 < len(syntax.sentences) and syntax.paragraphs[number + 1] == syntax.paragraphs[number]
    return syntax.sentences[number + 1][1] if colon + 1 == end and follows else end


def label_drafts(syntax: Syntax) -> Iterator[Draft]:
    """Statements of labelled paragraphs: the rest of the sentence, where it holds a verb and is no quotation."""
    previous = -1
    for number, (first, last) in enumerate(syntax.sentences):
        opens, previous = syntax.paragraphs[number] != previous, syntax.paragraphs[number]
        colon = _colon(syntax, first, last) if opens else None
        if colon is None:
            continue
        end = _end_of_label(syntax, number, colon)
        speaker = _namer(syntax, first, colon, end)
        if speaker is None or not any(syntax.pos[token] in ("VERB", "AUX") for token in range(colon + 1, end)):
            continue
        yield Draft(
            token=colon,
            cue=syntax.span(colon, colon),
            act="say",
            speaker=speaker,
            source=syntax.span(first, colon - 1),
            content=spans_of(syntax, range(colon + 1, end)),
            quotes=True,
            rank=2,
            frame="label",
        )
