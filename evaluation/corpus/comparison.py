"""How tame are our texts? Length, depth of syntax, passives, attribution and vocabulary, beside the development sets.

Figures are over the sentences of Dateline's own parser, so that all texts are measured alike: words a sentence; the
share of sentences of more than 35 words; depth, the mean number of steps from a sentence's deepest word to its root;
passive, the share of sentences with a passive verb; attributed, the share of sentences that a statement found by rule
touches; distinct, the number of different lower-case words among 5,000 running words (mean over stretches).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dateline import api
from dateline.document import Document
from evaluation.corpus import layout

SETS = {
    "news, campaigns (attribution)": "attribution/polnear.jsonl",
    "news, local (places)": "places/lgl.jsonl",
    "news, world (places)": "places/geowebnews.jsonl",
    "news, Gujarat 2002 (recall)": "recall/india_police_events.jsonl",
    "news, PLOVER records (type)": "type_gsr/plover_gsr.jsonl",
    "news, attacks (roles)": "roles/wikievents.jsonl",
}
_SAMPLE, _STRETCH = 60, 5000
_TITLES = ("words a sentence", "over 35 words", "depth", "passive", "attributed", "distinct words of 5,000")


class Figures(NamedTuple):
    """One row of the table."""

    documents: int
    sentences: int
    words: float
    long: float
    depth: float
    passive: float
    attributed: float
    distinct: float


def _depth(document: Document, first: int, last: int) -> int:
    deepest = 0
    heads = document.syntax.heads
    for token in range(first, last):
        steps, at = 0, token
        while heads[at] != at and steps < 200:
            at = heads[at]
            steps += 1
        deepest = max(deepest, steps)
    return deepest


def _distinct(words: Sequence[str]) -> float:
    stretches = [words[at : at + _STRETCH] for at in range(0, len(words) - _STRETCH + 1, _STRETCH)] or [words]
    return sum(len(set(stretch)) for stretch in stretches) / len(stretches)


def measure(texts: Sequence[str]) -> Figures:
    """The figures of some texts."""
    lengths, depths, passive, attributed, words = [], [], 0, 0, []
    for text in texts:
        document = api.read(text)
        syntax = document.syntax
        said = [span for statement in document.statements for span in statement.content]
        for number, (first, last) in enumerate(syntax.sentences):
            told = [token for token in range(first, last) if any(c.isalnum() for c in syntax.words[token])]
            if not told:
                continue
            lengths.append(len(told))
            depths.append(_depth(document, first, last))
            passive += any(syntax.deps[token] in ("nsubjpass", "auxpass") for token in range(first, last))
            span = syntax.sentence_span(number)
            attributed += any(part.start < span.end and span.start < part.end for part in said)
            words += [syntax.words[token].lower() for token in told]
    number = len(lengths) or 1
    return Figures(
        len(texts),
        len(lengths),
        sum(lengths) / number,
        sum(length > 35 for length in lengths) / number,
        sum(depths) / number,
        passive / number,
        attributed / number,
        _distinct(words),
    )


def _development(path: Path) -> list[str]:
    texts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row.get("text") or " ".join(row.get("sentences", ()))
        if isinstance(text, str) and text.strip():
            texts.append(text)
    random.Random(0).shuffle(texts)
    return texts[:_SAMPLE]


def table(shared: Path) -> Iterator[tuple[str, Figures]]:
    """The rows: our texts by origin, then the development sets where they are at hand."""
    groups: dict[str, list[str]] = {}
    for identifier in layout.text_ids():
        text = layout.load(identifier)
        name = (
            "ours, written" if identifier.startswith("w-") else f"ours, real: {text.header['kind'].replace('_', ' ')}"
        )
        groups.setdefault(name, []).append(text.text)
    for name in sorted(groups):
        yield name, measure(groups[name])
    for name, file in SETS.items():
        path = shared / "gold" / file
        if path.exists():
            yield name, measure(_development(path))


def show(shared: Path) -> str:
    """The table in Markdown."""
    titles = ("texts", "documents", "sentences", *_TITLES)
    head = f"| {' | '.join(titles)} |"
    lines = [head, "|---|---|---|---|---|---|---|---|---|"]
    for name, row in table(shared):
        shares = f"{row.long:.2f} | {row.depth:.1f} | {row.passive:.2f} | {row.attributed:.2f}"
        lines.append(
            f"| {name} | {row.documents} | {row.sentences} | {row.words:.1f} | {shares} | {row.distinct:.0f} |"
        )
    if not (shared / "gold").exists():
        lines.append(f"\nThe development sets are not at hand ({shared}): only our own texts were measured.")
    return "\n".join(lines)
