"""Runs the command line in this process, as the shell would."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from dateline.cli.main import main


class Done(NamedTuple):
    """Exit status, standard output and standard error of one command."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """run("read", path, stdin=b"...") -> Done; fails the test where a traceback was printed."""

    def call(*words: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["dateline", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        sys.stdout.flush()
        out, err = (part.decode("utf-8") for part in capfdbinary.readouterr())
        assert "Traceback" not in out + err
        return Done(status, out, err)

    return call
