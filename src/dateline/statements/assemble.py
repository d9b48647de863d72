"""From drafts to statements: contents joined, doubles dropped, each put inside the one that holds it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from dateline.document import Document
from dateline.records import Quotation, Statement
from dateline.spans import Span
from dateline.statements.draft import Draft
from dateline.statements.grammar import antecedent
from dateline.syntax import Syntax

_LOOSE = frozenset(" \t\n\r\u00a0,.;:?!\"'“”‘’«»–—-")


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans in order; those that touch, or that only white space parts, made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and (span.start <= found[-1].end or not text[found[-1].end : span.start].strip()):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _minus(span: Span, hole: Span | None) -> list[Span]:
    """What a hole leaves of a span."""
    if hole is None or not span.overlaps(hole):
        return [span]
    parts = [Span(span.start, hole.start), Span(hole.end, span.end)]
    return [part for part in parts if part.width > 0]


def _tight(text: str, span: Span) -> Span:
    """A span without white space and commas at its ends."""
    start, end = span
    while start < end and text[start] in " \t\n\r\u00a0,;:–—-":
        start += 1
    while end > start and text[end - 1] in " \t\n\r\u00a0,;:–—-":
        end -= 1
    return Span(start, end)


def _with_marks(text: str, span: Span, quotations: Sequence[Quotation], starts: Sequence[int]) -> Span:
    """A span that begins or ends at a quotation's edge takes in its marks."""
    start, end = span
    at = bisect.bisect_right(starts, end)
    for item in reversed(quotations[max(0, at - 40) : at]):
        if item.outer.end <= start:
            break
        if item.outer.start < start <= item.inner.start:
            start = item.outer.start
        if item.outer.start >= start and item.outer.end > end and not text[end : item.inner.end].strip(" .,;:!?"):
            end = item.outer.end
    return Span(start, end)


def _within_quotation(document: Document, draft: Draft, starts: Sequence[int]) -> list[Span]:
    """The content of a cue; where the cue stands inside a quotation, no more of it than the quotation holds."""
    at = bisect.bisect_right(starts, draft.cue.start)
    for item in document.quotations[max(0, at - 2) : at]:
        if item.inner.covers(draft.cue):
            cut = (Span(max(p.start, item.inner.start), min(p.end, item.inner.end)) for p in draft.content)
            return [part for part in cut if part.start < part.end]
    return draft.content


def _content(document: Document, draft: Draft, starts: Sequence[int]) -> tuple[Span, ...]:
    text = document.text
    holes = [draft.cue]
    if draft.source is not None and len(draft.content) < 8:
        holes.append(draft.source)
    parts = _joined(text, _within_quotation(document, draft, starts))
    for hole in holes:
        if not any(hole.start < part.start and part.end < hole.end for part in parts):
            parts = [piece for part in parts for piece in _minus(part, hole)]
    parts = [_with_marks(text, _tight(text, part), document.quotations, starts) for part in parts if part.width]
    parts = [part for part in parts if any(c.isalnum() for c in text[part.start : part.end])]
    return tuple(_joined(text, parts))


def _entity_at(document: Document, token: int, source: Span) -> int | None:
    """The widest entity within a source that holds its head token."""
    syntax = document.syntax
    start = syntax.starts[token]
    best: int | None = None
    sentence = syntax.sentence_span(syntax.sentence[token])  # no entity runs across sentences
    for index in range(_entities_before(document, sentence.start), _entities_before(document, start + 1)):
        entity = document.entities[index]
        if start < entity.span.end and entity.span.start < source.end:
            width = entity.span.width
            if best is None or width > document.entities[best].span.width:
                best = index
    return best


def _entities_before(document: Document, start: int) -> int:
    """How many entities begin before an offset; they stand in the order of the text."""
    return bisect.bisect_left(document.entities, start, key=lambda entity: entity.span.start)


def _source_entity(document: Document, draft: Draft) -> int | None:
    if draft.speaker is None or draft.source is None or not document.entities:
        return None
    found = _entity_at(document, draft.speaker, draft.source)
    if found is not None:
        return found
    noun = antecedent(document.syntax, draft.speaker)
    if noun is None:
        return None
    return _entity_at(document, noun, document.syntax.subtree(noun))


def _parents(found: Sequence[tuple[Draft, tuple[Span, ...]]]) -> list[int | None]:
    """For each statement the narrowest other one whose content holds its cue and is wider than its own."""
    parents: list[int | None] = []
    widths = [sum(part.width for part in content) for _, content in found]
    for number, (draft, content) in enumerate(found):
        best: int | None = None
        for other, (_, outer) in enumerate(found):
            if other == number or outer[0].start > draft.cue.start or outer[-1].end < draft.cue.end:
                continue
            if widths[other] <= widths[number] and not _inside(content, outer):
                continue
            if any(part.covers(draft.cue) for part in outer) and (best is None or widths[other] < widths[best]):
                best = other
        parents.append(best)
    return _without_rings(parents)


def _inside(content: Sequence[Span], outer: Sequence[Span]) -> bool:
    return all(any(part.covers(piece) for part in outer) for piece in content)


def _without_rings(parents: list[int | None]) -> list[int | None]:
    """Parents with every ring opened at its first member."""
    for number in range(len(parents)):
        seen, node = {number}, parents[number]
        while node is not None:
            if node in seen:
                parents[number] = None
                break
            seen.add(node)
            node = parents[node]
    return parents


def _distinct(syntax: Syntax, found: list[tuple[Draft, tuple[Span, ...]]]) -> list[tuple[Draft, tuple[Span, ...]]]:
    """One statement for each content: the one with the lower rank, then with a source, then the first."""
    best: dict[tuple[Span, ...], tuple[Draft, tuple[Span, ...]]] = {}
    for draft, content in found:
        held = best.get(content)
        key = (draft.source is None, draft.rank, draft.token)
        if held is None or key < (held[0].source is None, held[0].rank, held[0].token):
            best[content] = (draft, content)
    kept = list(best.values())
    return sorted(kept, key=lambda item: (min(item[1][0].start, item[0].cue.start), -item[1][-1].end, item[0].token))


def assemble(document: Document, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """The statements of a report in the order of the text, those that hold others first."""
    starts = [item.outer.start for item in document.quotations]
    filled = [(draft, _content(document, draft, starts)) for draft in drafts if draft.content]
    found = _distinct(document.syntax, [(draft, content) for draft, content in filled if content])
    parents = _parents(found)
    return tuple(
        Statement(
            source=draft.source,
            cue=draft.cue,
            content=content,
            act=draft.act,
            source_entity=_source_entity(document, draft),
            parent=parents[number],
        )
        for number, (draft, content) in enumerate(found)
    )
