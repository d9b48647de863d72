"""A page a document: the report with its marks on the left, events and statements on the right; an index of all."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from evaluation.corpus import layout
from evaluation.corpus.matching import tellings

Record = Mapping[str, Any]


class Piece(NamedTuple):
    """A stretch of text between two borders of marks: its words, the classes of the marks on it, what they say."""

    words: str
    classes: str
    title: str


def _marks(record: Record) -> list[tuple[int, int, str, str]]:
    """(start, end, class, what to say) of all that is marked in the running text."""
    found = []
    for item in record["entities"]:
        if item["type"] not in ("DATE", "TIME", "COUNT"):
            code = " ".join([item["actor"]["code"], *item["actor"]["sectors"]]) if item["actor"] else ""
            found.append((item["start"], item["end"], "entity", f"{item['type']} {item['cluster']} {code}".strip()))
    for item in record["places"]:
        where = f"{item['lat']}, {item['lon']}" if item["lat"] is not None else "no coordinates"
        literal = "" if item["literal"] else " (stands for its government or people)"
        found.append((item["start"], item["end"], "place", f"{item['level']} {item['country']} {where}{literal}"))
    for item in record["times"]:
        days = f"{item['earliest'] or ''} to {item['latest'] or ''}"
        found.append((item["start"], item["end"], "time", f"{item['value']} {days}"))
    for item in record["counts"]:
        found.append((item["start"], item["end"], "count", f"{item['of']} {item['low']} {item['best']} {item['high']}"))
    for number, event in enumerate(record["events"], start=1):
        found += [(told["start"], told["end"], "told", f"{number} {event['type']}") for told in tellings(event)]
    found += [(item["start"], item["end"], "left-out", item["reason"]) for item in record["not_coded"]]
    return found


def pieces(text: str, record: Record, start: int, end: int) -> list[Piece]:
    """The pieces of one stretch of the text, in order; together they are that stretch."""
    marks = [mark for mark in _marks(record) if mark[0] < end and start < mark[1]]
    borders = sorted({start, end, *(at for mark in marks for at in mark[:2] if start < at < end)})
    found = []
    for first, last in itertools.pairwise(borders):
        on = [mark for mark in marks if mark[0] <= first and last <= mark[1]]
        classes = " ".join(sorted({mark[2] for mark in on}))
        found.append(Piece(text[first:last], classes, " · ".join(dict.fromkeys(mark[3] for mark in on))))
    return found


def _chain(record: Record, event: Mapping[str, Any]) -> str:
    sources = [record["statements"][index]["source"] for index in event["said_by"]]
    return ", citing ".join(source["text"] if source else "an unnamed source" for source in sources)


def _party(party: Mapping[str, Any]) -> str:
    codes = " ".join(code for code in (party["code"], *party["sectors"]) if code)
    return f"{party['text']} ({codes})" if codes else str(party["text"])


def _card(record: Record, event: Mapping[str, Any]) -> dict[str, Any]:
    place = event["place"]
    when = event["when"]
    facts = [f"{place['relation']} {record['places'][place['index']]['text']}"] if place else []
    facts += [" to ".join(dict.fromkeys(day for day in (when["earliest"], when["latest"]) if day))]
    facts += [f"{record['counts'][i]['text']} {record['counts'][i]['of']}" for i in event["counts"]]
    facts += [item["text"] for item in event["instruments"]]
    return {
        **event,
        "sides": [", ".join(map(_party, event[side])) for side in ("actors", "recipients")],
        "facts": [fact for fact in facts if fact],
        "chain": _chain(record, event),
        "claimed": [f"{record['entities'][c['by']]['text']}: {c['kind'].replace('_', ' ')}" for c in event["claims"]],
    }


def _template(name: str) -> jinja2.Template:
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    return jinja2.Environment(loader=loader, autoescape=True).get_template(name)


def page(text: layout.Text, record: Record) -> str:
    """The page of one document."""
    spans = record["sentences"]
    gaps = [text.text[a:b] for (_, a), (b, _) in itertools.pairwise(spans)] + [""]
    rows = [
        {"number": number, "pieces": pieces(text.text, record, start, end), "paragraph": "\n" in gap}
        for number, ((start, end), gap) in enumerate(zip(spans, gaps, strict=True), start=1)
    ]
    cards = [_card(record, event) for event in record["events"]]
    return _template("view.html").render(text=text, header=text.header, rows=rows, cards=cards, record=record)


def write(folder: Path, documents: Iterable[tuple[layout.Text, Record]]) -> int:
    """Write the pages and an index into a folder; gives their number."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for text, record in documents:
        (folder / f"{text.id}.html").write_text(page(text, record), encoding="utf-8")
        listed.append((text, len(record["sentences"]), len(record["events"]), len(record["statements"])))
    index = _template("index.html").render(listed=listed)
    (folder / "index.html").write_text(index, encoding="utf-8")
    return len(listed)
