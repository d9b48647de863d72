"""What the compilers of the single layers share: the text, the faults, and the items that other lines point to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from evaluation.corpus.layout import CorpusError, Text
from evaluation.corpus.notation import Line, Sheet, items
from evaluation.corpus.pointing import Pointer, Span

Item = dict[str, Any]
_REFERENCE = re.compile(r"(e\w+)@(\d+)(?:#(\d+))?")


@dataclass(slots=True)
class Builder:
    """The record in the making. `mentions`: of each E line its (span, item); `names`: index by the name of a line."""

    text: Text
    sheet: Sheet
    pointer: Pointer
    faults: list[str]
    record: dict[str, list[Any]] = field(default_factory=dict)
    mentions: dict[str, list[Item]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    by_span: dict[Span, Item] = field(default_factory=dict)

    def fault(self, line: Line, message: object) -> None:
        """Write down what is wrong with a line."""
        self.faults.append(f"line {line.number} ({line.kind} {line.name}): {message}")

    def span(self, pointer: str) -> Span:
        """The span of a pointer, or of a reference to a mention."""
        match = _REFERENCE.fullmatch(pointer.strip())
        return span_of(self.mention(pointer)) if match else self.pointer.span(pointer)

    def quoted(self, span: Span) -> Item:
        """A span with its words."""
        return {"start": span[0], "end": span[1], "text": self.text.text[span[0] : span[1]]}

    def spans(self, line: Line, field_text: str) -> list[Span]:
        """The spans of pointers between semicolons; those that point nowhere become faults."""
        found = []
        for part in items(field_text):
            try:
                found.append(self.span(part))
            except CorpusError as error:
                self.fault(line, error)
        return found

    def mention(self, reference: str) -> Item:
        """The entity that `e4@3`, `e4@3#2` or quoted words mean.

        Raises:
            CorpusError: no such mention.
        """
        match = _REFERENCE.fullmatch(reference.strip())
        if not match:
            span = self.pointer.span(reference)
            if span not in self.by_span:
                raise CorpusError(f"{reference!r} is no mention of an E line")
            return self.by_span[span]
        name, number, which = match[1], int(match[2]), match[3]
        if name not in self.mentions:
            raise CorpusError(f"{name} is no E line")
        start, end = self.pointer.sentence(number)
        inside = [item for item in self.mentions[name] if start <= item["start"] < end]
        if not inside:
            raise CorpusError(f"{name} has no mention in sentence {number}")
        if which is None and len(inside) > 1:
            raise CorpusError(f"{name} has {len(inside)} mentions in sentence {number}: add #1 to #{len(inside)}")
        index = int(which or 1) - 1
        if not 0 <= index < len(inside):
            raise CorpusError(f"{name} has {len(inside)} mentions in sentence {number}")
        return inside[index]

    def index(self, line: Line, name: str, kind: str) -> int | None:
        """The index of the item that a line of a kind made; a fault where there is none."""
        if not name.startswith(kind) or name not in self.names:
            self.fault(line, f"{name!r} is the name of no {kind.upper()} line")
            return None
        return self.names[name]


def span_of(item: Item) -> Span:
    """Start and end of an item."""
    return item["start"], item["end"]
