"""What people see: terminal at 80 columns, a page that runs nothing of the report's, cells that no spreadsheet runs."""

import csv
import io
import re

import pytest
from rich.console import Console

import dateline
from dateline.document import Document
from dateline.export.html import to_html
from dateline.export.table import COLUMNS, guarded, to_csv
from dateline.export.terminal import show
from dateline.export.view import amount, event_views
from dateline.records import Count
from dateline.spans import Span

HOSTILE = (
    "Gunmen killed three soldiers near <script>alert('Djibo')</script> in Burkina Faso on Monday, the army said. "
    "=HYPERLINK(1) The \u202egovernment\u202c condemned the attack & promised “justice”."
)


@pytest.fixture(scope="module")
def document() -> Document:
    return dateline.read(HOSTILE, date="2024-03-05", title="<b>Title</b>")


def test_terminal_keeps_to_80_columns_and_needs_no_colour(document: Document) -> None:
    out = io.StringIO()
    show(document, Console(file=out, width=80, no_color=True, highlight=False))
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert "\u202e" not in out.getvalue()
    assert "\\u202egovernment" in out.getvalue()
    assert any("according to" in line for line in lines)
    assert any("ASSAULT" in line for line in lines)


def test_page_is_self_contained_and_escapes_the_report(document: Document) -> None:
    page = to_html(document)
    assert "<script>alert" not in page
    assert "&lt;b&gt;Title" in page
    assert not re.search(r"""(?:src|href)\s*=\s*["']""", page)
    assert "http://" not in page
    assert "https://" not in page
    assert page.count("<script>") == 1


def test_page_shows_the_report_word_for_word(document: Document) -> None:
    page = to_html(document)
    article = page[page.index("<article") : page.index("</article>")]
    words = re.sub(r"<[^>]+>", "", article)
    for sign, plain in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&amp;", "&")):
        words = words.replace(sign, plain)
    assert HOSTILE in words


def test_every_event_has_a_card_and_every_card_a_mark(document: Document) -> None:
    page = to_html(document)
    for view in event_views(document):
        assert f'data-event="{view.number}"' in page
        assert re.search(rf'data-events="(?:\d+ )*{view.number}(?: \d+)*"', page)


def test_csv_has_a_row_an_event_and_its_columns(document: Document) -> None:
    rows = list(csv.reader(io.StringIO(to_csv([document]), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 1 + len(document.events)
    assert all(len(row) == len(COLUMNS) for row in rows)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-2", "'-2"), (-2, "-2"), (None, ""), (True, "true"), ("a\nb", "a b")],
)
def test_formulas_are_guarded(cell: object, shown: str) -> None:
    assert guarded(cell) == shown


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (3, 3, 3, "3"),
        (12, 12, None, "at least 12"),
        (10, None, 15, "10 to 15"),
        (None, None, 40, "up to 40"),
        (None, 40, 40, "up to 40"),
        (None, None, None, "an unknown number"),
    ],
)
def test_amounts_in_words(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert amount(Count(Span(0, 1), low, best, high, "killed")) == words
