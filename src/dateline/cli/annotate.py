"""`dateline annotate`: one report a line in, every layer a line out; a bad line costs only itself."""

from __future__ import annotations

import collections
import contextlib
import itertools
import json
import multiprocessing
import signal
import sys
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import BinaryIO, TypeVar

from dateline.document import Document
from dateline.errors import DatelineError, InputError, ResourceError
from dateline.export.annotate import record
from dateline.pipeline import default_pipeline
from dateline.records import NotCoded, Report
from dateline.reports.jsonl import read_records
from dateline.reports.language import require_english
from dateline.reports.limits import check_length
from dateline.spans import Span

_PROGRESS_EVERY = 100
_AHEAD = 8  # reports a process that are read ahead: input is never held as a whole
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


def _warm() -> None:
    """A first task, which loads what all later ones need."""
    default_pipeline()


def _pool(workers: int) -> ProcessPoolExecutor:
    """Processes that do not hear Ctrl-C: the first process hears it, and stops them."""
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)  # what a process ignores, those that it starts ignore too
    try:
        for _ in range(workers):
            pool.submit(_warm)
    finally:
        signal.signal(signal.SIGINT, heard)
    return pool


def _shared(
    work: Callable[[Report], T], reports: Iterable[Report], pool: ProcessPoolExecutor, ahead: int
) -> Iterator[T]:
    """The work on every report, in order, by the processes of a pool; so many reports are read ahead, no more."""
    source = iter(reports)
    waiting: collections.deque[Future[T]] = collections.deque()
    while True:
        waiting.extend(pool.submit(work, report) for report in itertools.islice(source, ahead - len(waiting)))
        if not waiting:
            return
        yield waiting.popleft().result()


def _each(work: Callable[[Report], T], reports: Iterable[Report], workers: int) -> Generator[T, None, None]:
    """The work on every report, in order, in one process or several.

    Raises:
        ResourceError: a process was killed, as a system does that runs out of memory.
    """
    if workers == 1:
        yield from map(work, reports)
        return
    pool = _pool(workers)
    try:
        yield from _shared(work, reports, pool, _AHEAD * workers)
    except BrokenProcessPool:
        seen = "one of the processes was killed"
        raise ResourceError(seen, expected="about 1 GB of memory for each", hint="fewer --workers") from None
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


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
    with contextlib.closing(_each(_annotated, run.reports(stream), workers)) as results:
        for number, (line, reason) in enumerate(results):
            if reason:
                run.complain(run.lines[number], reason)
            sys.stdout.buffer.write(line)
            _progress(number + 1)


def _merged(run: _Run, stream: BinaryIO, workers: int) -> None:
    """Read all reports, put their events together, then write."""
    from dateline.incidents.merge import merge

    documents = []
    with contextlib.closing(_each(_read, run.reports(stream), workers)) as results:
        for number, (document, reason) in enumerate(results):
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
    """Annotate a file of JSON lines; exit status 1 when a line could not be read, or none came in.

    Raises:
        InputError: the file cannot be opened.
        ResourceError: a model or gazetteer is missing.
    """
    state = _Run()
    default_pipeline()
    with _opened(source) as stream:
        (_merged if merge else _stream)(state, stream, workers)
    sys.stdout.buffer.flush()
    if not state.lines and not state.failed:
        sys.stderr.write("dateline: no report came in; expected one JSON object a line; try: dateline read FILE\n")
        return 1
    return 1 if state.failed else 0
