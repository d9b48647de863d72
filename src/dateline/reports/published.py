"""On which day a report was published, and what says so. Never the day of an event, never a guess.

The year of "CITY, March 4 (Agency) -" is taken from a hint (the web address, a given day of reference) or not at all.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.reports.dates import MONTH, MONTH_STEMS, Written, written_dates
from dateline.reports.furniture import furniture
from dateline.reports.lines import Line, Page, page
from dateline.reports.mastheads import is_date_line, label, without_dates
from dateline.spans import Span

_MASTHEAD = frozenset({"byline", "date line", "reading time"})
EARLIEST = datetime.date(1800, 1, 1)
_TOMORROW = datetime.timedelta(days=1)
_BYLINE_CHARS = 140
_DATELINE_CHARS = 300
_NEAR_YEAR_END = 183

# Words of a place's name take all that they can (`*+`): a row of them is read in one way only, in one pass.
_WORD = r"[A-Z][\w.'’/-]*+"
_MORE = r"[ ,][ ,/-]*+(?:[A-Z(][\w.'’)/-]*+|(?:al|el)-[A-Z][\w.'’/-]*+"
# "HODEIDAH, Yemen, March 4, 2024 (Agency) -": capitals or a capitalised name, a date, the agency, a dash.
_DATELINE = re.compile(
    rf"(?P<place>{_WORD}(?:{_MORE}|of|the|al|el|de|la))*?),?\s+"
    rf"(?P<date>(?i:{MONTH})\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s*(?:19|20)\d\d)?|\d{{1,2}}\s*(?i:{MONTH})(?:,?\s*(?:19|20)\d\d)?)"
    r"\s*,?\s*(?:\((?P<agency>[\w .&/-]{2,40})\)\s*(?:[–—-]+|:|\.)?|[–—-]+\s)"
)
# "SANAA (4 March 2024) -", as the United Nations write it.
_BRACKETED = re.compile(
    rf"{_WORD}(?:[ ,][ ,/-]*+{_WORD}){{0,5}}\s+"
    rf"\((?P<date>\d{{1,2}}\s+(?i:{MONTH})\s+(?:19|20)\d\d|(?i:{MONTH})\s*\d{{1,2}},?\s+(?:19|20)\d\d)\)\s*[–—-]"
)
# A place and no headline: "Sanaa, 4 March 2024", and not "Sanaa Bombing, 4 March 2017".
_PLACE_ONLY = re.compile(rf"{_WORD}(?:{_MORE})){{0,4}}")
_ACT_NOUN = re.compile(
    r"\b(?:attack|bombing|blast|battle|killing|massacre|war|strike|raid|siege|shooting|protest|coup|explosion|clash"
    r"|anniversary|election|agreement|accord|crisis|offensive|uprising|earthquake|since|after|before)(?:s|es)?\b",
    re.IGNORECASE,
)

_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-/_.]?)(?P<m>0[1-9]|1[0-2]|(?<=[/-])[1-9](?=[/-])|(?<=[/-])[a-z]{3}(?=[/-]))"
    r"(?P=sep)(?P<d>0[1-9]|[12]\d|3[01]|(?<=[/-])[1-9](?=[/-]|$))(?!\d)",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)[-/](?P<m>0[1-9]|1[0-2])(?=/|$)")
_URL_YEAR = re.compile(r"/(?P<y>(?:19|20)\d\d)(?=/|$)")
_MONTHS = {name: n for n, name in enumerate(MONTH_STEMS, start=1)}


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication. `rule` names what says so; `span` is where the text says it, None for a web address
    or a page's metadata; `evidence` the words themselves.
    """

    date: datetime.date
    rule: str
    span: Span | None
    evidence: str


def is_possible(day: datetime.date, today: datetime.date | None = None) -> bool:
    """Whether a report can have been published on a day: from 1800 until tomorrow (time zones)."""
    return EARLIEST <= day <= (today or datetime.datetime.now(datetime.UTC).date()) + _TOMORROW


def from_url(url: str | None) -> Published | None:
    """The day in a web address: /2024/03/01/, /2024/mar/01/, 2024-03-01, 20240301.

    None where the path holds none, or two different ones.
    """
    path = urlsplit(url).path if url else ""
    days: dict[datetime.date, str] = {}
    for match in _URL_DAY.finditer(path):
        month = match["m"]
        number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
        try:
            days.setdefault(datetime.date(int(match["y"]), number, int(match["d"])), match.group())
        except ValueError:
            continue
    if len(days) != 1:
        return None
    day, words = next(iter(days.items()))
    return Published(day, "url", None, words)


def _line_dates(whole: Page, line: Line) -> list[Written]:
    return written_dates(whole.text, line.span.start, line.span.end)


def _head_lines(whole: Page) -> Iterator[tuple[Line, str]]:
    """The lines above the report (and below it, where they say "published") that carry a date, with their rule."""
    # A bare date counts only where it is furniture: over the paragraphs of a chronology it is the report's own.
    marked = [item.span for item in furniture(whole.text) if item.reason in _MASTHEAD]
    edges = [*range(whole.head), *range(max(whole.head, whole.tail), len(whole.lines))]
    for number in edges:
        line = whole.lines[number]
        if line.is_prose and not is_date_line(line.core):
            continue
        kind = label(line.core)
        if is_date_line(line.core):
            if kind or (number < whole.head and any(span.covers(line.span) for span in marked)):
                yield line, {"published": "published-line", "updated": "updated-line", None: "date-line"}[kind]
        elif number < whole.head and len(line.core) <= _BYLINE_CHARS:
            rest = without_dates(line.core)
            if any(span.covers(line.span) for span in marked):
                yield line, f"{kind}-line" if kind else "byline-date"
            elif rest != line.core and _PLACE_ONLY.fullmatch(rest) and not _ACT_NOUN.search(rest):
                yield line, "place-date-line"


def _from_lines(whole: Page) -> Iterator[Published]:
    """What the lines of the masthead say, the line that says most first."""
    found: list[tuple[int, Published]] = []
    order = ("published-line", "date-line", "byline-date", "place-date-line", "updated-line")
    for line, rule in _head_lines(whole):
        for number, written in enumerate(_line_dates(whole, line)):
            day = written.date
            if day is None:
                continue
            # "Published 1 March 2024, updated 3 March 2024": the first date is that of the first label.
            named = rule if number == 0 or rule != "published-line" else "updated-line"
            words = whole.text[written.span.start : written.span.end]
            found.append((order.index(named), Published(day, named, written.span, words)))
    yield from (item for _, item in sorted(found, key=lambda pair: pair[0]))


def _leads(whole: Page) -> Iterator[tuple[Written, Span]]:
    """Agency datelines at the head of the first paragraphs."""
    for line in whole.lines[: whole.head + 1]:
        start, end = line.span.start, min(line.span.end, line.span.start + _DATELINE_CHARS)
        for match in filter(None, (form.match(whole.text, start, end) for form in (_DATELINE, _BRACKETED))):
            for written in written_dates(whole.text, *match.span("date")):
                yield written, Span(*match.span())


def _year_near(written: Written, hint: datetime.date) -> datetime.date | None:
    """The day in the year that brings it next to a known day: 31 December beside 1 January is the year before."""
    days = [day for year in (hint.year - 1, hint.year, hint.year + 1) if (day := written.in_year(year))]
    near = min(days, key=lambda day: abs((day - hint).days), default=None)
    return near if near and abs((near - hint).days) < _NEAR_YEAR_END else None


def _lead_day(written: Written, hints: Iterable[datetime.date | int]) -> datetime.date | None:
    if written.date:
        return written.date
    for hint in hints:
        day = written.in_year(hint) if isinstance(hint, int) else _year_near(written, hint)
        if day:
            return day
    return None


def _hints(url: str | None, reference: datetime.date | None) -> list[datetime.date | int]:
    """Days or years known from elsewhere, the surest first."""
    hints: list[datetime.date | int] = []
    day = from_url(url)
    if day:
        hints.append(day.date)
    if reference:
        hints.append(reference)
    path = urlsplit(url).path if url else ""
    if month := _URL_MONTH.search(path):
        hints.append(datetime.date(int(month["y"]), int(month["m"]), 15))
    elif year := _URL_YEAR.search(path):
        hints.append(int(year["y"]))
    return hints


def candidates(text: str, *, url: str | None = None, reference: datetime.date | None = None) -> list[Published]:
    """All that tells the day of publication, the surest first: lines of the masthead, the web address, the agency's
    dateline, last of all a line that only says when the page was updated.
    """
    whole = page(text)
    lines = list(_from_lines(whole))
    found = [item for item in lines if item.rule != "updated-line"]
    if address := from_url(url):
        found.append(address)
    hints = _hints(url, reference)
    for written, span in _leads(whole):
        if day := _lead_day(written, hints):
            found.append(Published(day, "agency-dateline", span, text[span.start : span.end].strip()))
    return [*found, *(item for item in lines if item.rule == "updated-line")]


def find_published(
    text: str,
    *,
    url: str | None = None,
    reference: datetime.date | None = None,
    today: datetime.date | None = None,
) -> Published | None:
    """The day of publication, or None where nothing says it.

    Args:
        text: the report with its page furniture; spans count in it.
        url: the address it was read at.
        reference: a day known to lie near publication; it only lends its year to a dateline without one.
        today: the day of reading; a date after the next day is passed over, as is one before 1800.
    """
    found = candidates(text, url=url, reference=reference)
    return next((item for item in found if is_possible(item.date, today)), None)
