"""The day of publication in a web page's own metadata: JSON-LD, meta tags, `time` elements."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dateline.reports.published import Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_COMPACT_DAY = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?!\d)")
# The names that publishing systems give it, the surest first.
_META = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publishdate",
    "pubdate",
    "publish-date",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
]
_TYPES = ("Article", "Posting", "Report", "WebPage")
_DEEPEST = 6


def _day(value: object) -> datetime.date | None:
    """The day of an ISO 8601 string, in the time zone that it is written in."""
    if not isinstance(value, str):
        return None
    match = _DAY.match(value)
    compact = None if match else _COMPACT_DAY.match(value)
    words = match.group(1) if match else "-".join(compact.groups()) if compact else ""
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD block, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)


def _json_ld(tree: HtmlElement) -> Iterator[Published]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        found = [
            (day, kind)
            for item in _objects(data)
            if (day := _day(item.get("datePublished"))) and (kind := str(item.get("@type")))
        ]
        # An article's own day comes before that of the page that holds it.
        found.sort(key=lambda pair: next((n for n, name in enumerate(_TYPES) if name in pair[1]), len(_TYPES)))
        for day, _ in found:
            yield Published(day, "json-ld", None, f'"datePublished": "{day}"')


def _meta(tree: HtmlElement) -> Iterator[Published]:
    values: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        values.setdefault(name.lower(), element.get("content"))
    for name in _META:
        if day := _day(values.get(name)):
            yield Published(day, "meta", None, f"{name}: {values[name]}")


def _time(tree: HtmlElement) -> Iterator[Published]:
    """`time` elements: one that is marked as the day of publication, or the only day on the page."""
    days: dict[datetime.date, str] = {}
    for element in tree.iterfind(".//time[@datetime]"):
        day = _day(element.get("datetime"))
        if day is None:
            continue
        if "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None:
            yield Published(day, "time-element", None, element.get("datetime"))
        days.setdefault(day, element.get("datetime"))
    if len(days) == 1:
        day, words = next(iter(days.items()))
        yield Published(day, "time-element", None, words)


def published_in(tree: HtmlElement) -> list[Published]:
    """What a page's metadata say of its day of publication, the surest first. Days that cannot be are kept in."""
    return [*_json_ld(tree), *_meta(tree), *_time(tree)]
