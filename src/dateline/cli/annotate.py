"""`dateline annotate`: one report a line in, every layer a line out; a bad line costs only itself."""

from __future__ import annotations

import json
import multiprocessing
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TypeVar

from dateline.document import Document
from dateline.errors import DatelineError, InputError
from dateline.export.annotate import record
from dateline.pipeline import default_pipeline
from dateline.records import NotCoded, Report
from dateline.reports.jsonl import read_records
from dateline.reports.language import require_english
from dateline.reports.limits import check_length
from dateline.spans import Span

_PROGRESS_EVERY = 100
T = TypeVar("T")


def _line(document: Document) -> bytes:
    """One output line."""
    return json.dumps(record(document), ensure_ascii=False).encode("utf-8") + b"\n"


def _read(report: Report) -> tuple[Document, str]:
    """A report's document and, where something went wrong with it, the reason: then its layers are empty."""
    try:
        check_length(report.text)
        require_english(report.text)
        return default_pipeline().read(report), ""
    except DatelineError as error:
        reason = f"{error.message()} [{error.code}]"
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__} in {where.name}, line {where.lineno}: {error}; please report this as a bug"
    empty = Document(report)
    if report.text.strip():
        empty.not_coded = (NotCoded(Span(0, len(report.text)), f"not read: {reason}"),)
    return empty, reason


def _annotated(report: Report) -> tuple[bytes, str]:
    document, reason = _read(report)
    return _line(document), reason


def _each(work: Callable[[Report], T], reports: Iterable[Report], workers: int) -> Iterator[T]:
    """The work on every report, in order, in one process or several."""
    if workers == 1:
        yield from map(work, reports)
        return
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(work, reports, chunksize=4)


class _Run:
    """Counts what went wrong while lines are read, and says it on standard error."""

    def __init__(self) -> None:
        self.failed = False
        self.lines: list[int] = []

    def complain(self, line: int, reason: str) -> None:
        """Name a line and what is wrong with it."""
        self.failed = True
        sys.stderr.write(f"dateline: line {line}: {reason}\n")

    def reports(self, stream: BinaryIO) -> Iterator[Report]:
        """The readable reports of a stream, their line numbers kept."""
        for line, item in read_records(stream):
            if isinstance(item, Report):
                self.lines.append(line)
                yield item
            else:
                self.complain(line, item.message())


def _progress(done: int) -> None:
    if done % _PROGRESS_EVERY == 0 and sys.stderr.isatty():
        sys.stderr.write(f"\r{done} reports")
        sys.stderr.flush()


def _stream(run: _Run, stream: BinaryIO, workers: int) -> None:
    """Write each report's line as soon as it is there."""
    for number, (line, reason) in enumerate(_each(_annotated, run.reports(stream), workers)):
        if reason:
            run.complain(run.lines[number], reason)
        sys.stdout.buffer.write(line)
        _progress(number + 1)


def _merged(run: _Run, stream: BinaryIO, workers: int) -> None:
    """Read all reports, put their events together, then write."""
    from dateline.incidents.merge import merge

    documents = []
    for number, (document, reason) in enumerate(_each(_read, run.reports(stream), workers)):
        if reason:
            run.complain(run.lines[number], reason)
        documents.append(document)
        _progress(number + 1)
    merge(documents)
    for document in documents:
        sys.stdout.buffer.write(_line(document))


def _opened(source: str) -> BinaryIO:
    """The stream of a file or of standard input.

    Raises:
        InputError: the file cannot be opened.
    """
    if source == "-":
        return sys.stdin.buffer
    try:
        return open(source, "rb")  # noqa: PTH123 - closed by the caller
    except OSError as error:
        raise InputError(
            f"{source}: {error.strerror}", expected="a file of JSON lines", hint="check the path"
        ) from error


def run(source: str, *, merge: bool, workers: int) -> int:
    """Annotate a file of JSON lines; exit status 1 when a line could not be read.

    Raises:
        InputError: the file cannot be opened.
        ResourceError: a model or gazetteer is missing.
    """
    state = _Run()
    default_pipeline()
    with _opened(source) as stream:
        (_merged if merge else _stream)(state, stream, workers)
    sys.stdout.buffer.flush()
    return 1 if state.failed else 0
