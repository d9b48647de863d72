"""`dateline text`: one report as it will be read, and what was cut from its page, as one line of JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

from dateline.errors import InputError
from dateline.reports.intake import Intake, read_source


def as_json(intake: Intake) -> dict[str, Any]:
    """The fields of docs/reference/annotate.md, in their order."""
    report = intake.report
    return {
        "text": report.text,
        "title": report.title,
        "date": report.date.isoformat() if report.date else None,
        "publisher": report.publisher,
        "url": report.url,
        "removed": [{"text": item.text, "reason": item.reason} for item in intake.removed],
    }


def run(source: str, date: str | None = None) -> int:
    """Print the report of one source on standard output; notes and errors go to standard error.

    Returns:
        The exit status: 0, or 1 where the source cannot be read.
    """
    try:
        intake = read_source(source, date=date)
    except InputError as error:
        sys.stderr.write(f"dateline: {error.message()} [{error.code}]\n")
        return 1
    for note in intake.notes:
        sys.stderr.write(f"note: {note}\n")
    line = json.dumps(as_json(intake), ensure_ascii=False)
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()
    return 0
