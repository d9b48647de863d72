"""Reads the bytes of one source, no more of them than one report may hold."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.reports.limits import MAX_BYTES, too_many_bytes


def read_file(path: Path) -> bytes:
    """The bytes of a file; its size is looked at first.

    Raises:
        InputError: no such file, a directory, or not allowed.
        TooLarge: more than 10 MB.
    """
    hint = "check the path; - reads standard input"
    try:
        if path.is_dir():
            raise InputError(f"{path} is a directory", expected="a file", hint="give one report at a time")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise too_many_bytes(f"{path} of {size:,} bytes")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"there is no file {path}", expected="a file or web address", hint=hint) from None
    except PermissionError:
        raise InputError(f"{path} may not be read (permission denied)", expected="a file that you may read") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{str(path)[:200]} cannot be read ({error})", expected="a file", hint=hint) from None
    if len(data) > MAX_BYTES:
        raise too_many_bytes(f"{path} goes on")
    return data


def read_stream(stream: BinaryIO) -> bytes:
    """The bytes of standard input.

    Raises:
        TooLarge: more than 10 MB, of which no more is read.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_many_bytes("standard input goes on")
    return data
