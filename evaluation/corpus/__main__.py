"""Command line of the corpus tools.

python -m evaluation.corpus new READER ID...            numbered sentences to annotate
python -m evaluation.corpus split READER ID N WORDS     cut sentence N before some words
python -m evaluation.corpus join READER ID N            join sentence N with the next
python -m evaluation.corpus check READER [ID...]        what is broken or illegal; exit status 1 where something is
python -m evaluation.corpus ask READER ID...            what Dateline sees there and the reader did not mark
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from evaluation.corpus import layout, sentences
from evaluation.corpus.compiling import compile_one
from evaluation.corpus.layout import CorpusError


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


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "new": _new,
    "split": _split,
    "join": _join,
    "check": _check,
    "ask": _ask,
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit status."""
    if not arguments or arguments[0] not in COMMANDS:
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
