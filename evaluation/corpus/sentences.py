"""Cuts a text into numbered sentences for a new annotation file, and mends the cuts by hand."""

from __future__ import annotations

from dateline.language.paragraphs import paragraphs
from dateline.language.parser import parse
from dateline.language.placeline import apart
from evaluation.corpus import layout, notation
from evaluation.corpus.layout import CorpusError
from evaluation.corpus.pointing import Pointer, Span


def cut(text: str) -> list[Span]:
    """The sentences of a text, as Dateline's parser cuts them, without the white space around."""
    syntax = parse(text, apart(text, paragraphs(text)))
    spans = [syntax.sentence_span(number) for number in range(len(syntax.sentences))]
    return [(span.start, span.end) for span in spans if text[span.start : span.end].strip()]


def new(reader: str, identifier: str) -> None:
    """Make the annotation file of a text, with its sentences: those of the first reader where there are any.

    Raises:
        CorpusError: there is one already, or no such text.
    """
    path = layout.annotation_path(reader, identifier)
    if path.exists():
        raise CorpusError(f"{path} exists; delete it to begin again")
    text = layout.load(identifier).text
    path.parent.mkdir(parents=True, exist_ok=True)
    before = layout.annotation_path(layout.FIRST, identifier)
    sentences = notation.read(before).sentences if before.exists() else cut(text)
    path.write_text(notation.sentence_lines(text, sentences), encoding="utf-8")


def _write(reader: str, identifier: str, sentences: list[Span]) -> None:
    path = layout.annotation_path(reader, identifier)
    kept = [line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("= ")]
    text = layout.load(identifier).text
    path.write_text(notation.sentence_lines(text, sentences) + "".join(kept), encoding="utf-8")


def split(reader: str, identifier: str, number: int, words: str) -> None:
    """Cut a sentence in two before some words. Numbers in lines already written are left as they are.

    Raises:
        CorpusError: no such sentence or words.
    """
    sheet = notation.read(layout.annotation_path(reader, identifier))
    text = layout.load(identifier).text
    start, end = Pointer(text, sheet.sentences).sentence(number)
    at = Pointer(text, sheet.sentences).span(f"{number}:{words}")[0]
    first_end = start + len(text[start:at].rstrip())
    if not start < first_end:
        raise CorpusError(f"sentence {number} begins with {words!r}")
    sheet.sentences[number - 1 : number] = [(start, first_end), (at, end)]
    _write(reader, identifier, sheet.sentences)


def join(reader: str, identifier: str, number: int) -> None:
    """Make one sentence of a sentence and the next. Numbers in lines already written are left as they are.

    Raises:
        CorpusError: no such sentence, or it is the last.
    """
    sheet = notation.read(layout.annotation_path(reader, identifier))
    if not 1 <= number < len(sheet.sentences):
        raise CorpusError(f"sentence {number} of {len(sheet.sentences)} has none behind it")
    first, second = sheet.sentences[number - 1], sheet.sentences[number]
    sheet.sentences[number - 1 : number + 1] = [(first[0], second[1])]
    _write(reader, identifier, sheet.sentences)
