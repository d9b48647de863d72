"""The terminal view: every event with its evidence under each value, readable at 80 columns and without colour."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.document import Document
from dateline.export.view import EventView, Fact, event_views, printable

_WIDTH = 80
_LONGEST_QUOTE = 160


def _flat(words: str) -> str:
    return printable(" ".join(words.split()))


def _short(words: str) -> str:
    """One line of a quote, cut in the middle where it is long; the cut is shown."""
    flat = _flat(words)
    half = _LONGEST_QUOTE // 2
    return flat if len(flat) <= _LONGEST_QUOTE else f"{flat[:half]} […] {flat[-half:]}"


def _evidence(document: Document, fact: Fact) -> Text:
    """The value, and below it the words that carry it or the rule that made it."""
    text = Text(printable(fact.value), style="bold" if fact.label == "according to" else "")
    quotes = [f"“{_short(document.quote(span))}”" for span in fact.evidence]
    if quotes:
        text.append("\n" + " · ".join(quotes), style="dim italic")
    if fact.derived:
        text.append(f"\nderived: {fact.derived}", style="dim")
    return text


def _event(document: Document, view: EventView) -> RenderableType:
    head = Text(f"{view.number}  ", style="bold")
    head.append(view.kind, style="bold cyan")
    head.append(f"  {view.status}", style="bold yellow" if view.status != "actual" else "green")
    head.append(f"  confidence {view.confidence:.2f}", style="dim")
    table = Table.grid(padding=(0, 2))
    table.add_column(width=12, style="blue", no_wrap=True)
    table.add_column(ratio=1)
    for fact in view.facts:
        table.add_row(fact.label, _evidence(document, fact))
    sentence = Text(_flat(document.quote(view.sentence)), style="dim")
    return Group(head, Padding(sentence, (0, 0, 0, 3)), Padding(table, (0, 0, 1, 3)))


def _list(title: str, rows: list[tuple[str, str]]) -> list[RenderableType]:
    if not rows:
        return []
    table = Table.grid(padding=(0, 2))
    table.add_column(width=24, style="blue")
    table.add_column(ratio=1)
    for reason, words in rows:
        table.add_row(reason, Text(f"“{_short(words)}”", style="dim"))
    return [Rule(title, style="dim", align="left"), table]


def show(document: Document, console: Console | None = None) -> None:
    """Print a document for a person; goes to standard output unless another console is given."""
    console = console or Console(highlight=False)
    console.width = min(console.width, max(_WIDTH, 60)) if console.is_terminal else _WIDTH
    report = document.report
    published = report.date.isoformat() if report.date else "day of publication unknown"
    head = " · ".join(filter(None, (report.title, report.publisher, published)))
    views = event_views(document)
    console.print(Rule(Text(printable(head), style="bold"), align="left"))
    number = len(views)
    console.print(Text(f"{number} event{'' if number == 1 else 's'} found\n", style="dim"))
    for view in views:
        console.print(_event(document, view))
    rows = [(item.reason, document.quote(item.span)) for item in document.not_coded]
    for part in _list("not coded, and why", rows):
        console.print(part)
    cut = [(item.reason, document.quote(item.span)) for item in document.furniture]
    cut += [(reason, words) for words, reason in document.removed]
    for part in _list("cut from the page", cut):
        console.print(part)
    for note in document.notes:
        console.print(Text(printable(f"note: {note}"), style="yellow"))
