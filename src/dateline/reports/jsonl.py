"""The input lines of `annotate`: one JSON object a line, each a report or the reason why it is none."""

from __future__ import annotations

import contextlib
import datetime
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.errors import BadRecord, InputError
from dateline.records import Report
from dateline.reports.limits import MAX_BYTES, check_length, too_many_bytes

_OPTIONAL = ("title", "url", "publisher", "language")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FORM = '{"id": "...", "text": "...", "date": "YYYY-MM-DD" or null}'
_HINT = "dateline read takes one report that is no JSON"
_CHUNK = 1 << 20

# Days ahead from which a day of publication is a mistake; wide, so that what a file gives hardly depends on the clock.
_FAR = 366


def _kind(value: object) -> str:
    """A JSON value's kind in words."""
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number"}
    return "null" if value is None else kinds.get(type(value), "a number")


def _required(record: dict[str, Any], field: str) -> str:
    if field not in record:
        raise BadRecord(f"no `{field}`", expected=_FORM)
    return _string(record, field)


def _string(record: dict[str, Any], field: str) -> str:
    value = record[field]
    if not isinstance(value, str):
        raise BadRecord(f"`{field}` is {_kind(value)}", expected=f"a string, as in {_FORM}")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise BadRecord(f"`{field}` holds half a surrogate pair, which is no character", expected="whole characters")
    return value


def _date(record: dict[str, Any]) -> datetime.date | None:
    value = record.get("date")
    if value is None:
        return None
    if isinstance(value, str) and _DAY.fullmatch(value):
        day = None
        with contextlib.suppress(ValueError):
            day = datetime.date.fromisoformat(value)
        if day is not None and (day - datetime.datetime.now(datetime.UTC).date()).days > _FAR:
            raise BadRecord(
                f"`date` is {value!r}, far in the future",
                expected="the day of publication",
                hint="write null when the day of publication is not known",
            )
        if day is not None:
            return day
    raise BadRecord(
        f"`date` is {value!r}" if isinstance(value, str) else f"`date` is {_kind(value)}",
        expected="a day as YYYY-MM-DD, or null",
        hint="write null when the day of publication is not known",
    )


def parse_record(text: str) -> Report:
    """One report from one JSON object.

    Raises:
        BadRecord: no JSON object, no `id`, no `text`, or a field of the wrong kind.
        TooLarge: a text of more than a million code points.
    """
    try:
        record = json.loads(text)
    except ValueError as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise BadRecord(f"no JSON: {reason}", expected=f"one JSON object a line: {_FORM}", hint=_HINT) from None
    except RecursionError:
        raise BadRecord("JSON that is nested too deep", expected=f"one JSON object a line: {_FORM}") from None
    if not isinstance(record, dict):
        raise BadRecord(_kind(record), expected=f"one JSON object a line: {_FORM}")
    fields = {name: _string(record, name) for name in _OPTIONAL if record.get(name) is not None}
    report = Report(id=_required(record, "id"), text=_required(record, "text"), date=_date(record), **fields)
    check_length(report.text, "a `text`")
    return report


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; None for one that is longer than the limit, which is read over, not kept."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (part := stream.readline(_CHUNK)) and not part.endswith(b"\n"):
            pass
        yield number, None


def _read(line: bytes | None) -> Report:
    if line is None:
        raise too_many_bytes(f"a line of more than {MAX_BYTES // 1_000_000} MB")
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        seen = f"byte {line[error.start]:#04x} at {error.start:,} of the line is no UTF-8"
        raise BadRecord(seen, expected="JSON lines in UTF-8", hint=_HINT) from None
    return parse_record(text)


def read_records(stream: BinaryIO, *, limit: int = MAX_BYTES) -> Iterator[tuple[int, Report | InputError]]:
    """Every line of a stream in order, as (line number from 1, its report or what is wrong with it).

    Blank lines are passed over. Ids may come twice. Text is taken as it stands: no furniture is cut, for the offsets
    of `annotate` count in exactly this string.

    Args:
        stream: bytes, read line by line, never as a whole.
        limit: the longest line, in bytes.
    """
    for number, line in _lines(stream, limit):
        if line is not None and not line.strip():
            continue
        try:
            yield number, _read(line)
        except InputError as error:
            yield number, error
