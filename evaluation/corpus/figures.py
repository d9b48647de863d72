"""The page corpus/figures.md: what the corpus holds, and how far two readers agree, sample by sample."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping

from dateline.ontology import plover
from evaluation.corpus import layout
from evaluation.corpus.agreement import Board, Record, compare
from evaluation.corpus.compiling import compile_one
from evaluation.corpus.coverage import count, not_yet, wanted
from evaluation.corpus.release import record_of
from evaluation.corpus.splits import SPLITS, split_all

PAGE = layout.ROOT / "figures.md"
_SAMPLES = layout.ROOT / "samples.toml"
_GROUPS = ("status", "statement", "claim", "time", "count", "place", "not coded", "construct")


def samples() -> dict[str, list[str]]:
    """The ids of each sample that was read twice, in the order in which they were drawn."""
    table = tomllib.loads(_SAMPLES.read_text(encoding="utf-8"))
    return {name: list(sample["documents"]) for name, sample in table.items()}


def _pairs(identifiers: Iterable[str]) -> list[tuple[Record, Record]]:
    return [
        (compile_one(layout.FIRST, identifier)[0], compile_one("second", identifier)[0]) for identifier in identifiers
    ]


def _cell(board: Board, key: tuple[str, str]) -> str:
    tally = board.get(key)
    if tally is None:
        return ""
    if tally.labels:
        return f"{tally.same:.2f}" if tally.alpha is None else f"{tally.alpha:.2f}"
    return "" if tally.f1 is None else f"{tally.f1:.2f}"


def agreement_table(boards: Mapping[str, Board]) -> list[str]:
    """One row a figure, one column a sample."""
    keys = list(dict.fromkeys(key for board in boards.values() for key in board))
    lines = [
        "| layer | figure | " + " | ".join(boards) + " |",
        "|---|---|" + "---|" * len(boards),
    ]
    order = {layer: number for number, layer in enumerate(dict.fromkeys(layer for layer, _ in keys))}
    for layer, figure in sorted(keys, key=lambda key: order[key[0]]):
        cells = " | ".join(_cell(board, (layer, figure)) for board in boards.values())
        measure = (
            "alpha" if any(board[layer, figure].labels for board in boards.values() if (layer, figure) in board) else ""
        )
        lines.append(f"| {layer} | {figure} {measure} | {cells} |".replace("  |", " |"))
    return lines


def _types(counts: Counter[str]) -> list[str]:
    lines = ["| type | events | modes |", "|---|---|---|"]
    for kind, row in plover.event_types().items():
        modes = ", ".join(f"{mode} {counts[f'mode {kind} {mode}']}" for mode in row.modes)
        lines.append(f"| {kind} | {counts[f'type {kind}']} | {modes} |")
    return lines


def _group(counts: Counter[str], group: str) -> str:
    names = sorted(name for name in counts if name.startswith(f"{group} "))
    return f"- **{group}**: " + ", ".join(f"{name.removeprefix(group + ' ')} {counts[name]}" for name in names)


def page() -> str:
    """The whole page, in Markdown."""
    identifiers = layout.annotated_ids(layout.FIRST)
    texts = [layout.load(identifier) for identifier in identifiers]
    counts = count(record_of(identifier) for identifier in identifiers)
    sides = Counter(split_all(texts).values())
    kinds = Counter(text.header["kind"].replace("_", " ") for text in texts)
    written = sum(text.header["licence"] == "CC BY 4.0" for text in texts)
    boards = {name: compare(_pairs(found)) for name, found in samples().items()}
    read_twice = sum(len(found) for found in samples().values())
    layers = ", ".join(
        f"{counts[f'layer {name}']:,} {name.replace('_', ' ')}"
        for name in ("entities", "places", "times", "counts", "statements", "events", "not_coded")
    )
    short = [f"{name} ({counts[name]} of {wanted()[name]})" for name in not_yet()]
    lines = [
        "# What the corpus holds, and how far its readers agree",
        "",
        "Made by `python -m evaluation.corpus figures`; a test compares this page with the annotations.",
        "",
        (
            f"{counts['documents']} documents, {counts['sentences']:,} sentences, of which "
            f"{counts['sentences without event']:,} tell no event."
        ),
        f"{written} texts were written for the corpus, {len(texts) - written} are real.",
        "Splits: " + ", ".join(f"{split} {sides[split]}" for split in SPLITS) + ".",
        "",
        f"Layers: {layers}.",
        "",
        "Kinds of text: " + ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())) + ".",
        "",
        *_types(counts),
        "",
        *(_group(counts, group) for group in _GROUPS),
        "",
        "Still short of what [coverage.toml](coverage.toml) asks: " + ("; ".join(short) if short else "nothing") + ".",
        "",
        "## Agreement of two readers, before adjudication",
        "",
        f"{read_twice} documents ({read_twice / len(texts):.0%}) were annotated a second time from the text alone.",
        "F1 on what was marked (spans that meet, one to one); Krippendorff's alpha, nominal, on labels of what both",
        "marked (the plain share where all labels are one). The samples were drawn one after another;",
        "[samples.toml](samples.toml) says what had been sharpened before each.",
        "",
        *agreement_table(boards),
        "",
    ]
    return "\n".join(lines)
