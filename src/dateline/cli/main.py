"""`dateline`: data goes to standard output, everything else to standard error; an error ends with what to try."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.errors import DatelineError
from dateline.version import __version__

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reads news reports of conflict: who did what to whom, when, where, and according to whom.",
)


def _version(asked: bool | None) -> None:  # noqa: FBT001 - the shape that typer calls
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool | None, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = None,
) -> None:
    """Reads news reports of conflict: who did what to whom, when, where, and according to whom."""


@app.command("read")
def read_command(
    source: Annotated[str, typer.Argument(help="A file (text, HTML, Markdown, JSON), a web address, or - for stdin.")],
    form: Annotated[str, typer.Option("--format", "-f", help="terminal, html, csv, json or jsonl.")] = "terminal",
    date: Annotated[str | None, typer.Option(help="Day of publication, YYYY-MM-DD.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Read one report and print its events, each value with the words that prove it."""
    from dateline.cli.read import run

    run(source, form=form, date=date, output=output)


@app.command("annotate")
def annotate_command(
    source: Annotated[str, typer.Argument(metavar="IN.jsonl", help="One report a line, or - for stdin.")],
    merge: Annotated[bool, typer.Option("--merge", help="Give the same act the same incident.")] = False,  # noqa: FBT002
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes to read with.")] = 1,
) -> None:
    """Annotate reports: one JSON object a line in, one out, in the same order."""
    from dateline.cli.annotate import run

    raise typer.Exit(run(source, merge=merge, workers=workers))


@app.command("text")
def text_command(
    source: Annotated[str, typer.Argument(help="A file, a web address, or - for stdin.")],
    date: Annotated[str | None, typer.Option(help="Day of publication, YYYY-MM-DD.")] = None,
) -> None:
    """Print the report as a reader sees it, with what was cut from the page, as one JSON object."""
    from dateline.cli.text import run

    raise typer.Exit(run(source, date))


def _open_streams() -> None:
    """A standard stream that was closed before we came (`>&-`) is empty, or takes what is written and forgets it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for good


def main() -> None:
    """Run the command line; a known error is one line on standard error and exit status 1."""
    _open_streams()
    try:
        app()
    except DatelineError as error:
        sys.stderr.write(f"dateline: {error.message()} [{error.code}]\n")
        sys.exit(1)
    except OSError as error:
        # What still waits to be written would fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stderr.write(f"dateline: the output cannot be written: {error.strerror or error}; try: another place\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write("dateline: stopped\n")
        sys.exit(130)
