"""`dateline read`: one report in, its events out, for a person or for a program."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dateline.api import read_source
from dateline.document import Document
from dateline.errors import ConfigError, InputError

FORMATS = ("terminal", "html", "csv", "json", "jsonl")


def _rendered(document: Document, form: str) -> str:
    """The document in a format that is one string."""
    from dateline.export.annotate import record
    from dateline.export.html import to_html
    from dateline.export.table import to_csv

    if form == "html":
        return to_html(document)
    if form == "csv":
        return to_csv([document])
    indent = 2 if form == "json" else None
    return json.dumps(record(document), ensure_ascii=False, indent=indent) + "\n"


def _write(path: Path, content: str) -> None:
    """Write a whole file or nothing.

    Raises:
        InputError: the place cannot be written to.
    """
    try:
        path.write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}", hint="another --output") from error
    sys.stderr.write(f"written: {path}\n")


def run(source: str, *, form: str, date: str | None, output: Path | None) -> None:
    """Read one source and print it in a format.

    Raises:
        ConfigError: the format is unknown.
        InputError: the source cannot be read.
    """
    if form not in FORMATS:
        raise ConfigError(f"the format {form!r}", expected=f"one of {', '.join(FORMATS)}", hint="--format html")
    document = read_source(source, date=date)
    if form == "terminal" and output is None:
        from dateline.export.terminal import show

        show(document)
        return
    if form == "terminal":
        raise ConfigError("--output with the terminal view", expected="a file format", hint="--format html")
    content = _rendered(document, form)
    if output is not None:
        _write(output, content)
        return
    sys.stdout.buffer.write(content.encode("utf-8"))
    sys.stdout.buffer.flush()
