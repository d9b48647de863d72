"""A report from a web page: its main text, title, publisher, day of publication, and what was left out.

Main text and metadata by trafilatura (Barbaresi 2021), remaining dates by htmldate (Barbaresi 2020).
"""

from __future__ import annotations

import copy
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.errors import NoText
from dateline.reports.blocks import left_out
from dateline.reports.lines import page
from dateline.reports.metadata import published_in
from dateline.reports.published import EARLIEST, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

for _name in ("trafilatura", "htmldate", "courlan"):
    # What they warn of ("discarding data") is said by our own errors.
    logging.getLogger(_name).setLevel(logging.CRITICAL)


# A tag this long holds a picture in its address, or attributes by the thousand, over which the parser never ends.
_HUGE_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,40})[^<>]{50000,}>")


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page says. `published` holds each day of publication found, the surest first; `cut` is (words, reason)."""

    text: str
    title: str | None
    publisher: str | None
    url: str | None
    language: str | None
    published: tuple[Published, ...]
    cut: tuple[tuple[str, str], ...]


def _tree(html: str) -> HtmlElement | None:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    html = _HUGE_TAG.sub(r"<\1>", html)
    try:
        return document_fromstring(html.replace("\x00", "").encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _no_text(seen: str) -> NoText:
    return NoText(
        seen,
        expected="a page with a report in it",
        hint="if the browser shows one, copy its text and give that: some pages only load it by script",
    )


def _plain(tree: HtmlElement) -> str:
    """The paragraphs of a page in which no main text was found, as for a fragment of a few lines."""
    from trafilatura import baseline

    _, text, _ = baseline(copy.deepcopy(tree))
    return str(text or "")


def _is_report(text: str) -> bool:
    """Whether there is a sentence in it: a menu or an empty frame of a page has none."""
    return any(line.is_prose or (line.ends_sentence and line.words > 2) for line in page(text).lines)


def read_html(html: str, *, url: str | None = None) -> WebPage:
    """Read a page that is already text.

    Args:
        html: the page.
        url: where it was read; else the address that it names as its own.

    Raises:
        NoText: nothing to read in it.
    """
    tree = _tree(html)
    if tree is None:
        raise _no_text("a page without any content")
    from trafilatura import bare_extraction

    days = published_in(tree)
    dating = {"original_date": True, "extensive_search": False, "min_date": EARLIEST.isoformat()}
    found = bare_extraction(
        copy.deepcopy(tree), url=url, include_comments=False, with_metadata=True, date_extraction_params=dating
    )
    text = (found.text if found else "") or ""
    if not _is_report(text):
        text = _plain(tree)
    if not _is_report(text):
        raise _no_text("a page without a readable report")
    if found and found.date:
        days.append(Published(EARLIEST.fromisoformat(found.date), "htmldate", None, found.date))
    return WebPage(
        text=text.strip("\n"),
        title=(found.title if found else None) or None,
        publisher=(found.sitename if found else None) or None,
        url=url or (found.url if found else None) or None,
        language=tree.get("lang") or None,
        published=tuple(days),
        cut=tuple(left_out(tree, text)),
    )
