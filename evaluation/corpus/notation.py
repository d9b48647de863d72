"""Reads the lines of an annotation file; see corpus/guidelines/notation.md. No spans yet: that is `compiling`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.corpus.layout import CorpusError

_SENTENCE = re.compile(r"= (\d+) (\d+):(\d+)(?: |$)")
KINDS = ("E", "P", "T", "C", "S", "V", "N")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a layer: its number in the file, its kind, the words before the first bar, the other fields."""

    number: int
    kind: str
    head: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def name(self) -> str:
        """What other lines call it by: e1, s3."""
        return self.head[0] if self.head else ""

    def field(self, index: int) -> str:
        """A field, empty where the line has fewer."""
        return self.fields[index] if index < len(self.fields) else ""


@dataclass(slots=True)
class Sheet:
    """An annotation file: the sentences as spans, the lines of the layers, what could not be read."""

    sentences: list[tuple[int, int]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def of(self, kind: str) -> list[Line]:
        """The lines of a layer, in their order."""
        return [line for line in self.lines if line.kind == kind]


def items(text: str) -> list[str]:
    """What stands between semicolons, without empty ones."""
    return [part.strip() for part in re.split(r" ; |;$| ;$", text) if part.strip()]


def _line(number: int, raw: str) -> Line:
    fields = [part.strip() for part in re.split(r" \|(?= |$)", raw)]
    head = fields[0].split()
    return Line(number, head[0], tuple(head[1:]), tuple(fields[1:]))


def parse(text: str) -> Sheet:
    """The lines of an annotation file. What cannot be read becomes a fault, with the number of its line."""
    sheet = Sheet()
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw.startswith("= "):
            match = _SENTENCE.match(raw)
            if match and int(match[1]) == len(sheet.sentences) + 1:
                sheet.sentences.append((int(match[2]), int(match[3])))
            else:
                sheet.faults.append(f"line {number}: sentence lines are '= number start:end words', in order")
            continue
        line = _line(number, raw)
        if line.kind in KINDS:
            sheet.lines.append(line)
        else:
            sheet.faults.append(f"line {number}: begins with {line.kind!r}, not with one of {' '.join(KINDS)}")
    return sheet


def read(path: Path) -> Sheet:
    """The sheet in a file.

    Raises:
        CorpusError: there is no such file.
    """
    if not path.exists():
        raise CorpusError(f"no annotation {path}: python -m evaluation.corpus new READER ID makes one")
    return parse(path.read_text(encoding="utf-8"))


def sentence_lines(text: str, sentences: Sequence[tuple[int, int]]) -> str:
    """The head of an annotation file: a numbered line a sentence."""
    shown = (" ".join(text[start:end].split()) for start, end in sentences)
    pairs = zip(sentences, shown, strict=True)
    return "".join(f"= {n} {start}:{end} {words}\n" for n, ((start, end), words) in enumerate(pairs, start=1))
