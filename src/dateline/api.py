"""The library's front door: a text, a file or a page in, a `Document` with typed records out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from dateline.document import Document
from dateline.errors import BadDate, EmptyInput
from dateline.ids import content_id
from dateline.pipeline import default_pipeline
from dateline.records import Report


def _day(date: str | datetime.date | None) -> datetime.date | None:
    """A day from an ISO string.

    Raises:
        BadDate: the string is no ISO date.
    """
    if date is None or isinstance(date, datetime.date):
        return date
    try:
        return datetime.date.fromisoformat(date)
    except ValueError as error:
        raise BadDate(f"the date {date!r}", expected="YYYY-MM-DD", hint="2024-03-01") from error


def read(
    text: str,
    *,
    date: str | datetime.date | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    identifier: str | None = None,
) -> Document:
    """Read one report from its text, which is kept as it is; all spans count its code points.

    Args:
        text: the report.
        date: day of publication, ISO or `datetime.date`; without it nothing relative ("on Monday") is resolved.
        title: headline, kept with the report.
        url: address, kept with the report.
        publisher: who published it, kept with the report.
        identifier: an id of yours; by default one hashed from the text.

    Raises:
        InputError: the text is empty, too large or in a language that is not read.
        BadDate: the date is no ISO date.
        ResourceError: a model or gazetteer is missing.

    >>> document = read("Police arrested 12 protesters in Nairobi on Monday.", date="2024-06-20")
    >>> event = document.events[0]
    >>> event.type, event.modes, event.when.earliest.isoformat()
    ('COERCE', ('arrest',), '2024-06-17')
    """
    from dateline.reports.language import require_english
    from dateline.reports.limits import check_length

    if not text.strip():
        raise EmptyInput("an empty text", expected="the text of a report")
    check_length(text)
    require_english(text)
    report = Report(
        id=identifier or content_id(text),
        text=text,
        date=_day(date),
        title=title,
        url=url,
        publisher=publisher,
    )
    return default_pipeline().read(report)


def read_source(source: str, *, date: str | None = None) -> Document:
    """Read a report from a file (text, HTML, Markdown, a JSON line), a web address, or `-` for standard input.

    The publication date is looked for in the source when `date` is not given. What was cut as page furniture is in
    `Document.removed`, what else is worth knowing in `Document.notes`.

    Raises:
        InputError: the source cannot be read as a report; the message says what was seen and what to try.
    """
    from dateline.reports.intake import read_source as take_in

    intake = take_in(source, date=date)
    document = default_pipeline().read(intake.report)
    document.removed = tuple((item.text, item.reason) for item in intake.removed)
    document.notes = intake.notes
    return document


def annotate(reports: Iterable[Report]) -> Iterator[Document]:
    """Read a stream of reports in order; the same report gives the same document whatever stands around it."""
    return default_pipeline().run(reports)
