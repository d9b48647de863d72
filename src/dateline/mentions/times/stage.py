"""Time expressions, found and resolved against the day of publication. Our own resolver.

A paragraph becomes a tape of word classes; forms find pieces on it, and pieces are put together. Values are TIMEX3;
a stretch between two named days, for which TIMEX3 has none, is written `(first day, end, length)`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from importlib import resources

import yaml

from dateline.document import Document

# The modules register their forms when they are imported; order breaks ties between forms of one length.
from dateline.mentions.times import clock as times_clock  # noqa: F401
from dateline.mentions.times import dates as times_dates  # noqa: F401
from dateline.mentions.times import days as times_days  # noqa: F401
from dateline.mentions.times import length as times_length  # noqa: F401
from dateline.mentions.times import numeric as times_numeric  # noqa: F401
from dateline.mentions.times import periods as times_periods  # noqa: F401
from dateline.mentions.times import relative as times_relative  # noqa: F401
from dateline.mentions.times import working as times_working  # noqa: F401
from dateline.mentions.times.calendar import FIRST_YEAR, LAST_YEAR, Day
from dateline.mentions.times.combine import combine
from dateline.mentions.times.forms import FORMS
from dateline.mentions.times.piece import Piece, Reader
from dateline.mentions.times.tape import OTHER, PUNCTUATION, read_tape
from dateline.records import Time
from dateline.spans import Span
from dateline.stage import Stage
from dateline.syntax import Syntax

_SKIP = frozenset(OTHER) | frozenset(PUNCTUATION.values())
_NAMES = frozenset(("ORG", "FAC", "WORK_OF_ART", "LAW", "PRODUCT", "PERSON"))
# How far into a report an agency's date line may stand, and how old it may be, in characters and days.
_DATELINE_REACH, _DATELINE_AGE = 90, 7


class TimesStage(Stage):
    """Finds time expressions and resolves them to days, relative to the day of publication."""

    name = "times.v1"
    reads = ("syntax",)
    makes = ("times",)

    def annotate(self, document: Document) -> None:
        """Set `times`, in order of the text."""
        document.times = tuple(_times(document))


@functools.lru_cache(maxsize=1)
def _name_words() -> dict[str, frozenset[str]]:
    source = resources.files("dateline.mentions.times").joinpath("names.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=yaml.CSafeLoader)
    return {name: frozenset(words) for name, words in data.items()}


def _paragraph_spans(syntax: Syntax) -> Iterator[Span]:
    """The text spans of the paragraphs, from the sentences' numbers."""
    start = 0
    for number, paragraph in enumerate(syntax.paragraphs):
        last = number + 1 == len(syntax.paragraphs) or syntax.paragraphs[number + 1] != paragraph
        if last:
            yield Span(syntax.starts[syntax.sentences[start][0]], syntax.ends[syntax.sentences[number][1] - 1])
            start = number + 1


def _times(document: Document) -> Iterator[Time]:
    syntax, reference = document.syntax, document.report.date
    if reference is not None and not FIRST_YEAR < reference.year < LAST_YEAR:
        reference = None
    last_day: Day | None = None
    for span in _paragraph_spans(syntax):
        reader = Reader(read_tape(document.text, span.start, span.end), syntax, reference, last_day)
        pieces = _scan(reader)
        if span.start < _DATELINE_REACH and reference is not None:
            line = _dateline(reader, pieces)
            if line is not None and line != reference:
                reference = reader.reference = line
                pieces = _scan(reader)
        last_day = reader.last_day
        for piece in combine(reader, pieces):
            if piece.unit != "rate" and not _is_name(reader, piece):
                where = reader.span(piece.first, piece.last)
                yield Time(where, piece.type, piece.value, piece.low, piece.high, piece.derived)


def _scan(reader: Reader) -> list[Piece]:
    """The longest pieces, left to right."""
    classes, found, at = reader.tape.classes, [], 0
    while at < len(classes):
        if classes[at] in _SKIP:
            at += 1
            continue
        piece = _piece_at(reader, at)
        if piece is None:
            at += 1
            continue
        found.append(piece)
        if piece.low is not None and piece.low == piece.high:
            reader.last_day = piece.low
        at = piece.last + 1
    return found


def _piece_at(reader: Reader, at: int) -> Piece | None:
    """The piece that the longest fitting form makes at a token."""
    classes = reader.tape.classes
    matches = [(match, handler) for pattern, handler in FORMS if (match := pattern.match(classes, at))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, handler in matches:
        piece = handler(reader, match)
        if piece is not None:
            return piece
    return None


def _dateline(reader: Reader, pieces: list[Piece]) -> Day | None:
    """The day of an agency's date line ("GENEVA, Jan 30 (Agency) -"): the day that the text calls today."""
    piece = pieces[0] if pieces else None
    if piece is None or piece.day is None or piece.low is None or reader.reference is None:
        return None
    tape = reader.tape
    before = tape.text[tape.starts[0] : tape.starts[piece.first]]
    if len(before) > _DATELINE_REACH or not before.split() or not before.split()[0].strip(",(").isupper():
        return None
    if any(word[0].islower() for word in before.split()):
        return None
    following = tape.classes[piece.last + 1 : piece.last + 3]
    if not following or following[0] not in ",()-.:":
        return None
    age = (reader.reference - piece.low).days
    return piece.low if 0 <= age <= _DATELINE_AGE else None


def _is_name(reader: Reader, piece: Piece) -> bool:
    """Whether a time is part of a proper name: a paper, a brigade, a person called May."""
    words, tape = _name_words(), reader.tape
    if piece.type not in ("DATE", "SET"):
        return False
    if piece.last + 1 < len(tape.words):
        follower = tape.words[piece.last + 1]
        if follower in words["followers"] and tape.capital(piece.last + 1):
            return True
    if piece.first and tape.words[piece.first - 1] in words["before"] and tape.capital(piece.first - 1):
        return True
    if piece.first and piece.unit == "month" and tape.words[piece.first - 1].rstrip(".") in words["titles"]:
        return True
    return _inside_name(reader, piece)


def _inside_name(reader: Reader, piece: Piece) -> bool:
    """Whether the parser sees a longer name around the time, with capitalised words right behind it."""
    syntax, tape = reader.syntax, reader.tape
    inside = syntax.tokens(reader.span(piece.first, piece.last))
    if not inside or syntax.labels[inside[-1]] not in _NAMES or piece.unit not in ("month", "day"):
        return False
    after = inside[-1] + 1
    if after >= len(syntax) or syntax.begins[after] or syntax.labels[after] != syntax.labels[inside[-1]]:
        return False
    return syntax.words[after][0].isupper() and tape.capital(piece.first)
