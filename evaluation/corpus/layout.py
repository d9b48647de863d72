"""Where the parts of the corpus lie, and the texts with their headers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent / "corpus"
TEXTS = ROOT / "texts"
ANNOTATIONS = ROOT / "annotations"
RELEASE = ROOT / "release"
FIRST = "first"


class CorpusError(Exception):
    """What is wrong with a file of the corpus, in words for whoever edits it."""


@dataclass(frozen=True, slots=True)
class Text:
    """One report of the corpus: its header and its words, unchanged."""

    id: str
    header: Mapping[str, str]
    text: str

    @property
    def date(self) -> str | None:
        """The day of publication, ISO, None when unknown."""
        return self.header.get("date") or None

    @property
    def story(self) -> str:
        """What it tells of; texts of one story never stand on two sides of a split."""
        return self.header.get("story") or self.id


def read_text(path: Path) -> Text:
    """A text file: `name: value` lines, a line of three dashes, the report.

    Raises:
        CorpusError: there is no header.
    """
    head, mark, text = path.read_text(encoding="utf-8").partition("\n---\n")
    if not mark:
        raise CorpusError(f"{path}: no line of three dashes between header and text")
    pairs = (line.partition(":") for line in head.splitlines() if line.strip())
    header = {name.strip(): value.strip() for name, _, value in pairs}
    return Text(path.stem, header, text.removesuffix("\n"))


def load(identifier: str) -> Text:
    """The text with an id.

    Raises:
        CorpusError: there is none.
    """
    path = TEXTS / f"{identifier}.txt"
    if not path.exists():
        raise CorpusError(f"no text {identifier!r} in {TEXTS}")
    return read_text(path)


def text_ids() -> list[str]:
    """The ids of all texts, in order."""
    return sorted(path.stem for path in TEXTS.glob("*.txt"))


def annotated_ids(reader: str) -> list[str]:
    """The ids of the texts that a reader annotated, in order."""
    return sorted(path.stem for path in (ANNOTATIONS / reader).glob("*.ann"))


def annotation_path(reader: str, identifier: str) -> Path:
    """Where a reader's annotation of a text lies."""
    return ANNOTATIONS / reader / f"{identifier}.ann"
