"""Command line of the corpus tools.

python -m evaluation.corpus new READER ID...            numbered sentences to annotate
python -m evaluation.corpus split READER ID N WORDS     cut sentence N before some words
python -m evaluation.corpus join READER ID N            join sentence N with the next
python -m evaluation.corpus check READER [ID...]        what is broken or illegal; exit status 1 where something is
python -m evaluation.corpus ask READER ID...            what Dateline sees there and the reader did not mark
python -m evaluation.corpus diff READER READER ID...    the events and statements in which two readers differ
python -m evaluation.corpus agree READER READER [ID...] agreement on all texts that both annotated
python -m evaluation.corpus show FOLDER [ID...]         HTML pages of documents with their annotation
python -m evaluation.corpus coverage                    what the corpus holds, and where that is less than asked
python -m evaluation.corpus score [SPLIT]               Dateline against the corpus: the figures of `agree`
python -m evaluation.corpus compare [SHARED]            our texts beside the development sets
python -m evaluation.corpus figures                     write corpus/figures.md: what it holds, how readers agree
python -m evaluation.corpus freeze                      write down the places and actors that annotations mean
python -m evaluation.corpus release                     compile all into corpus/release
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.corpus import layout, sentences
from evaluation.corpus.compiling import compile_one
from evaluation.corpus.layout import CorpusError

Record = dict[str, Any]


def _new(arguments: Sequence[str]) -> int:
    reader, *identifiers = arguments
    for identifier in identifiers:
        sentences.new(reader, identifier)
        print(layout.annotation_path(reader, identifier).read_text(encoding="utf-8"))
    return 0


def _split(arguments: Sequence[str]) -> int:
    reader, identifier, number, words = arguments
    sentences.split(reader, identifier, int(number), words)
    return 0


def _join(arguments: Sequence[str]) -> int:
    reader, identifier, number = arguments
    sentences.join(reader, identifier, int(number))
    return 0


def _check(arguments: Sequence[str]) -> int:
    reader, *identifiers = arguments
    broken = 0
    for identifier in identifiers or layout.annotated_ids(reader):
        _, faults = compile_one(reader, identifier)
        broken += bool(faults)
        for fault in faults:
            print(f"{identifier}: {fault}")
    print(f"{broken} broken")
    return int(broken > 0)


def _ask(arguments: Sequence[str]) -> int:
    from dateline import api
    from dateline.export.annotate import record as annotated
    from evaluation.corpus.questions import questions

    reader, *identifiers = arguments
    for identifier in identifiers:
        record, faults = compile_one(reader, identifier)
        if faults:
            print(f"{identifier}: {len(faults)} faults; mend them first (check)")
            continue
        text = layout.load(identifier)
        seen = annotated(api.read(text.text, date=text.date))
        for question in questions(record, seen):
            print(f"{identifier}: {question}")
    return 0


def _both(first: str, second: str, identifiers: Sequence[str]) -> Iterator[tuple[str, Record, Record]]:
    """(id, record, record) of the texts that two readers annotated."""
    shared = sorted(set(layout.annotated_ids(first)) & set(layout.annotated_ids(second)))
    for identifier in identifiers or shared:
        records = [compile_one(reader, identifier) for reader in (first, second)]
        faults = [fault for _, found in records for fault in found]
        if faults:
            raise CorpusError(f"{identifier}: {faults[0]}; check both readers first")
        yield identifier, records[0][0], records[1][0]


def _diff(arguments: Sequence[str]) -> int:
    from evaluation.corpus.agreement import differences

    first, second, *identifiers = arguments
    for identifier, one, other in _both(first, second, identifiers):
        print(f"{identifier}   < {first} only, > {second} only, | both, otherwise")
        print("\n".join(differences(one, other)))
    return 0


def _print_figures(pairs: Sequence[tuple[Record, Record]]) -> None:
    from evaluation.corpus.agreement import compare, rows

    print(f"{len(pairs)} documents\n")
    print("| layer | figure | measure | value | items |\n|---|---|---|---|---|")
    for row in rows(compare(pairs)):
        print("| " + " | ".join(str(cell) for cell in row) + " |")


def _agree(arguments: Sequence[str]) -> int:
    first, second, *identifiers = arguments
    _print_figures([(one, other) for _, one, other in _both(first, second, identifiers)])
    return 0


def _score(arguments: Sequence[str]) -> int:
    from dateline import api
    from dateline.export.annotate import record as annotated
    from evaluation.corpus.release import record_of
    from evaluation.corpus.splits import split_all

    wanted = arguments[0] if arguments else "dev"
    splits = split_all(layout.load(identifier) for identifier in layout.annotated_ids(layout.FIRST))
    pairs = []
    for identifier in [name for name, split in splits.items() if split == wanted]:
        text = layout.load(identifier)
        pairs.append((record_of(identifier), dict(annotated(api.read(text.text, date=text.date)))))
    _print_figures(pairs)
    return 0


def _compare(arguments: Sequence[str]) -> int:
    from evaluation.corpus.comparison import show

    print(show(Path(arguments[0] if arguments else "../shared")))
    return 0


def _show(arguments: Sequence[str]) -> int:
    from evaluation.corpus.release import record_of
    from evaluation.corpus.view import write

    folder, *identifiers = arguments
    chosen = identifiers or layout.annotated_ids(layout.FIRST)
    number = write(Path(folder), ((layout.load(identifier), record_of(identifier)) for identifier in chosen))
    print(f"{number} documents: {Path(folder) / 'index.html'}")
    return 0


def _coverage(_: Sequence[str]) -> int:
    from evaluation.corpus.coverage import count, short
    from evaluation.corpus.release import record_of

    counts = count(record_of(identifier) for identifier in layout.annotated_ids(layout.FIRST))
    for name in sorted(counts):
        print(f"{name}: {counts[name]}")
    missing = short(counts)
    print("\nless than asked:" if missing else "\nall that was asked is there")
    print("\n".join(missing))
    return int(bool(missing))


def _figures(_: Sequence[str]) -> int:
    from evaluation.corpus.figures import PAGE, page

    PAGE.write_text(page(), encoding="utf-8")
    return 0


def _freeze(_: Sequence[str]) -> int:
    from evaluation.corpus.release import freeze

    freeze()
    return 0


def _release(_: Sequence[str]) -> int:
    from evaluation.corpus.release import write

    for split, number in write().items():
        print(f"{split}: {number} documents")
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "new": _new,
    "split": _split,
    "join": _join,
    "check": _check,
    "ask": _ask,
    "diff": _diff,
    "agree": _agree,
    "show": _show,
    "coverage": _coverage,
    "score": _score,
    "compare": _compare,
    "figures": _figures,
    "freeze": _freeze,
    "release": _release,
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit status."""
    if not arguments or arguments[0] not in COMMANDS or any(word.startswith("-") for word in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    except ValueError as error:
        print(f"{error}\n{__doc__}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
