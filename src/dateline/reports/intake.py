"""How one report comes in: from a file, standard input, a web address or a string, to the text that is read.

The text is the report as a reader sees it, page furniture cut out. Its characters stay as they are (no Unicode
normalisation); line ends become line feeds. Every offset that Dateline gives counts in this text.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from dateline.errors import BadDate, BadRecord, EmptyInput, InputError, NoText
from dateline.records import Report
from dateline.reports.decode import decode
from dateline.reports.furniture import furniture
from dateline.reports.jsonl import parse_record, read_records
from dateline.reports.language import require_english
from dateline.reports.limits import check_length
from dateline.reports.published import EARLIEST, Published, candidates, is_possible
from dateline.reports.sniff import sniff
from dateline.reports.sources import read_file, read_stream

_NEWLINES = re.compile(r"\r\n|\r")
_ADDRESS = re.compile(r"\A\s*[a-zA-Z][a-zA-Z0-9+.-]*://")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EMPTIED = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]*+\n(?:[ \t\u00a0]*\n){2,}")


@dataclass(frozen=True, slots=True)
class Removed:
    """Words of the page that are no part of the report, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """One report, what was cut from its page, and what a reader should know of how it was read.

    `published` says where the report's date comes from (its words, no span: they are often among those cut);
    None where it was given, or there is none.
    """

    report: Report
    removed: tuple[Removed, ...] = ()
    notes: tuple[str, ...] = ()
    published: Published | None = None


def parse_day(value: str | datetime.date) -> datetime.date:
    """A day of publication as a person gives it.

    Raises:
        BadDate: not a day as YYYY-MM-DD, before 1800, or later than tomorrow.
    """
    expected = "a day as YYYY-MM-DD, between 1800-01-01 and today"
    day = value
    if isinstance(day, str) and _DAY.fullmatch(day):
        with contextlib.suppress(ValueError):
            day = datetime.date.fromisoformat(day)
    if isinstance(day, str):
        raise BadDate(f"the date {value!r}", expected=expected, hint="write it like 2024-03-01")
    if not is_possible(day):
        late = day > EARLIEST
        raise BadDate(
            f"the date {day.isoformat()}, which {'lies in the future' if late else 'is too long ago'}",
            expected=expected,
            hint="give the day on which the report was published, or none",
        )
    return day


def _empty(where: str) -> EmptyInput:
    return EmptyInput(f"{where} is empty", expected="the text of a report", hint="give a file with text, or - to paste")


def _cut(text: str) -> tuple[str, tuple[Removed, ...]]:
    """The text without its furniture; blank lines that meet where something was cut become one."""
    found = furniture(text)
    if not found:
        return text.strip("\n"), ()
    kept, start = [], 0
    for item in found:
        kept.append(text[start : item.span.start])
        start = item.span.end
    kept.append(text[start:])
    removed = tuple(Removed(text[item.span.start : item.span.end], item.reason) for item in found)
    return _EMPTIED.sub("\n\n", "".join(kept)).strip("\n"), removed


def _choose(found: Iterable[Published]) -> tuple[Published | None, list[str]]:
    """The first day that can be; a note for each that cannot."""
    notes: list[str] = []
    for item in found:
        if is_possible(item.date):
            return replace(item, span=None), notes
        note = f"the date {item.date.isoformat()} ({item.rule}) cannot be the day of publication and is not used"
        if note not in notes:
            notes.append(note)
    return None, notes


def _make(
    draft: Report,
    *,
    given: datetime.date | None,
    days: Iterable[Published],
    removed: Iterable[Removed],
    notes: list[str],
) -> Intake:
    """Cut the furniture, choose the day, check that there is a report in English left."""
    check_length(draft.text)
    text, cut = _cut(draft.text)
    if not any(character.isalnum() for character in text):
        raise NoText(
            "nothing but page furniture" if cut else "no words",
            expected="the text of a report",
            hint="see what was cut: " + "; ".join(sorted({item.reason for item in cut})) if cut else "",
        )
    require_english(text)
    published, warned = (None, []) if given else _choose(days)
    report = replace(
        draft,
        id=draft.id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        date=given or (published.date if published else None),
    )
    return Intake(report, (*removed, *cut), (*notes, *warned), published)


def from_text(
    text: str,
    *,
    date: str | datetime.date | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    notes: Iterable[str] = (),
) -> Intake:
    """A report from plain text, such as a pasted one.

    Args:
        text: the report, with or without the page around it.
        date: the day of publication, if known; else it is looked for in the text and the address.
        title: its headline, if known.
        url: where it was read.
        publisher: who published it.
        notes: what a reader should know of how the text was read.

    Raises:
        EmptyInput: nothing but white space.
        NoText: nothing but page furniture.
        TooLarge: more than a million code points.
        BadDate: a date that is none, or cannot be.
        UnsupportedLanguage: not in English.
    """
    text = _NEWLINES.sub("\n", text)
    if not text.strip():
        raise _empty("the text")
    check_length(text)
    given = parse_day(date) if date is not None else None
    days = candidates(text, url=url) if given is None else []
    draft = Report(id="", text=text, title=title, url=url, publisher=publisher)
    return _make(draft, given=given, days=days, removed=(), notes=list(notes))


def from_html(
    html: str, *, url: str | None = None, date: str | datetime.date | None = None, notes: Iterable[str] = ()
) -> Intake:
    """A report from a web page; what `from_text` says holds here too.

    Raises:
        NoText: a page without a readable report.
    """
    from dateline.reports.html import read_html

    if not html.strip():
        raise _empty("the page")
    given = parse_day(date) if date is not None else None
    page = read_html(_NEWLINES.sub("\n", html), url=url)
    removed = [Removed(words, reason) for words, reason in page.cut]
    # A page's own metadata come first, then its address and lines, then what htmldate makes of the rest.
    sure = [item for item in page.published if item.rule != "htmldate"]
    rest = [item for item in page.published if item.rule == "htmldate"]
    head = "\n".join(item.text for item in removed if item.reason in {"date line", "byline", "page head"})
    lines = candidates(f"{head}\n\n{page.text}", url=page.url)
    draft = Report(
        id="", text=page.text, title=page.title, url=page.url, publisher=page.publisher, language=page.language
    )
    return _make(draft, given=given, days=[*sure, *lines, *rest], removed=removed, notes=list(notes))


def from_markdown(source: str, *, date: str | datetime.date | None = None, notes: Iterable[str] = ()) -> Intake:
    """A report from Markdown; front matter gives title, date, address and publisher."""
    from dateline.reports.markdown import render

    page = render(_NEWLINES.sub("\n", source))
    if not page.text.strip():
        raise NoText("a Markdown file without text", expected="the text of a report")
    given = parse_day(date) if date is not None else None
    fields = page.fields
    days = candidates(page.text, url=fields.get("url"))
    with contextlib.suppress(ValueError):
        day = datetime.date.fromisoformat(fields.get("date", "")[:10])
        days.insert(0, Published(day, "front-matter", None, fields["date"]))
    removed = [Removed(words, reason) for words, reason in page.cut]
    draft = Report(
        id="",
        text=page.text,
        title=fields.get("title"),
        url=fields.get("url"),
        publisher=fields.get("publisher"),
        language=fields.get("language"),
    )
    return _make(draft, given=given, days=days, removed=removed, notes=list(notes))


def from_record(report: Report, *, date: str | datetime.date | None = None, notes: Iterable[str] = ()) -> Intake:
    """A report from a JSON record: its furniture is cut as from a page, its own date comes before all that is found."""
    text = _NEWLINES.sub("\n", report.text)
    if not text.strip():
        raise _empty(f"the text of record {report.id!r}")
    given = parse_day(date) if date is not None else None
    days = candidates(text, url=report.url)
    if report.date:
        days.insert(0, Published(report.date, "record", None, report.date.isoformat()))
    return _make(replace(report, text=text), given=given, days=days, removed=(), notes=list(notes))


def _one_record(text: str) -> Report:
    """The record of a file that holds one; a pretty-printed object over many lines is one too."""
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    try:
        return parse_record(text.lstrip("\ufeff"))
    except BadRecord:
        if len(lines) < 2:
            raise
    parse_record(lines[0])
    raise BadRecord(
        f"{len(lines)} JSON lines",
        expected="one report",
        hint="dateline annotate reads many, one JSON object a line",
    )


def _shape(text: str, *, name: str, content_type: str, url: str | None, date: str | None, notes: list[str]) -> Intake:
    """Read decoded text as what it is."""
    if not text.strip():
        raise _empty(name or "the input")
    kind = sniff(text, name=name, content_type=content_type)
    if kind == "html":
        return from_html(text, url=url, date=date, notes=notes)
    if kind == "markdown":
        return from_markdown(text, date=date, notes=notes)
    if kind == "jsonl":
        return from_record(_one_record(text), date=date, notes=notes)
    return from_text(text, date=date, url=url, notes=notes)


def _from_bytes(
    data: bytes,
    where: str,
    *,
    date: str | None,
    charset: str | None = None,
    content_type: str = "",
    url: str | None = None,
) -> Intake:
    if not data.strip():
        raise _empty(where)
    found = decode(data, charset=charset, where=where)
    notes = [found.note] if found.note else []
    return _shape(found.text, name=where, content_type=content_type, url=url, date=date, notes=notes)


def read_source(source: str, *, stdin: BinaryIO | None = None, date: str | None = None) -> Intake:
    """Read one report.

    Args:
        source: a path to plain text, HTML, Markdown or one JSON record; `-` for standard input; or a web address.
        stdin: what `-` reads, by default the process's own.
        date: the day of publication as YYYY-MM-DD, if known.

    Raises:
        InputError: every way in which a source can be no report; see dateline.errors.
    """
    if date is not None:
        parse_day(date)
    if source == "-":
        return _from_bytes(read_stream(stdin or sys.stdin.buffer), "standard input", date=date)
    if _ADDRESS.match(source):
        from dateline.reports.fetch import fetch

        found = fetch(source)
        return _from_bytes(
            found.data, found.url, date=date, charset=found.charset, content_type=found.content_type, url=found.url
        )
    return _from_bytes(read_file(Path(source)), source, date=date)


def read_many(stream: BinaryIO) -> Iterator[tuple[int, Intake | InputError]]:
    """Every report of a stream of JSON lines, as (line number, report or what is wrong with it)."""
    for number, found in read_records(stream):
        if isinstance(found, InputError):
            yield number, found
            continue
        try:
            yield number, from_record(found)
        except InputError as error:
            yield number, error
