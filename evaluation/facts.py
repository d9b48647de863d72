"""What careful readers wrote down of the golden reports, fact by fact, and whether an annotation holds it.

    python -m evaluation.facts            a line a fact that does not hold, and the totals

A page of facts stands beside each report in tests/golden/reports. Kinds of facts, each a mapping:
    event       {type, trigger | sentence, mode, status, historical, actor, actor_code, actor_sector, recipient, ...,
                country, earliest, latest, killed, said_by}: some event meets all of it
    no_event    {sentence, type, status}: no event in the sentence that meets it (type "*": none at all);
                unless_status, unless_historical: an event of that status, or of the past, is no clash
    claim       {sentence, kind, by}; statement {source, content, act}; count {text, of, low, best, high}
    time        {text, earliest, latest, earliest_between}; place {text, country, literal}
    same        [words, words]: mentions of one entity
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "golden" / "reports"
MISSES = FOLDER / "known_misses.txt"
_HAPPENED = ("actual", "ongoing")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one report. `name` is stable and tells what it asks."""

    report: str
    number: int
    kind: str
    body: Any

    @property
    def name(self) -> str:
        """`report/number-kind`."""
        return f"{self.report}/{self.number:02d}-{self.kind}"


def facts(folder: Path = FOLDER) -> Iterator[tuple[str, str, list[Fact]]]:
    """(report name, ISO date of publication, facts) of every golden report, in order."""
    for path in sorted(folder.glob("*.yaml")):
        page = yaml.safe_load(path.read_text(encoding="utf-8"))
        items = [
            Fact(path.stem, number, *next(iter(item.items()))) for number, item in enumerate(page["facts"], start=1)
        ]
        yield path.stem, str(page["date"]), items


def _window(text: str, anchor: str) -> tuple[int, int]:
    """The sentence around some words: between the nearest sentence ends."""
    at = text.index(anchor)
    marks = (". ", ".\n", '" ', "\n", "; ")
    start = max(text.rfind(mark, 0, at) for mark in marks) + 1
    ends = [end for end in (text.find(mark, at + len(anchor)) for mark in marks) if end >= 0]
    return start, min(ends, default=len(text)) + 1


def _inside(span: Record, window: tuple[int, int]) -> bool:
    return bool(window[0] <= span["start"] and span["end"] <= window[1])


def _said(spans: list[Record], words: str) -> bool:
    """Whether one span holds the words, or lies in them and is most of them."""
    lower = words.lower()
    return any(lower in s["text"].lower() or (s["text"].lower() in lower and len(s["text"]) > 2) for s in spans)


def _country(record: Record, event: Record) -> str | None:
    return record["places"][event["place"]["index"]]["country"] if event["place"] else None


def _killed(record: Record, event: Record) -> list[int]:
    rows = [record["counts"][index] for index in event["counts"]]
    return [row["best"] if row["best"] is not None else row["low"] for row in rows if row["of"] == "killed"]


def _speakers(record: Record, event: Record) -> list[Record]:
    return [s for s in (record["statements"][index]["source"] for index in event["said_by"]) if s]


def _unmet(text: str, record: Record, event: Record, wanted: Mapping[str, Any]) -> list[str]:
    """The conditions that one event does not meet."""
    tellings = [event["trigger"], *event["also"]]
    codes = {key: [p["code"] for p in event[key]] for key in ("actors", "recipients")}
    sectors = {key: [s for p in event[key] for s in p["sectors"]] for key in ("actors", "recipients")}
    checks: dict[str, Callable[[Any], bool]] = {
        "type": lambda w: event["type"] == w,
        "trigger": lambda w: any(w.lower() in t["text"].lower() or t["text"].lower() in w.lower() for t in tellings),
        "sentence": lambda w: any(_inside(t, _window(text, w)) for t in tellings),
        "mode": lambda w: w in event["modes"],
        "status": lambda w: event["status"] == w,
        "historical": lambda w: event["historical"] == w,
        "actor": lambda w: _said(event["actors"], w),
        "actor_code": lambda w: w in codes["actors"],
        "actor_sector": lambda w: w in sectors["actors"],
        "recipient": lambda w: _said(event["recipients"], w),
        "recipient_code": lambda w: w in codes["recipients"],
        "recipient_sector": lambda w: w in sectors["recipients"],
        "country": lambda w: _country(record, event) == w,
        "earliest": lambda w: event["when"]["earliest"] == str(w),
        "latest": lambda w: event["when"]["latest"] == str(w),
        "killed": lambda w: w in _killed(record, event),
        "said_by": lambda w: _said(_speakers(record, event), w),
    }
    return [key for key, value in wanted.items() if not checks[key](value)]


def _event(text: str, record: Record, wanted: Mapping[str, Any]) -> bool:
    return any(not _unmet(text, record, event, wanted) for event in record["events"])


def nearest(fact: Fact, text: str, record: Record) -> str:
    """For an event that is missing: the event that meets most conditions, and those that it does not meet."""
    if fact.kind != "event" or not record["events"]:
        return ""
    unmet, event = min(
        ((_unmet(text, record, event, fact.body), event) for event in record["events"]), key=lambda pair: len(pair[0])
    )
    brief = {key: event[key] for key in ("type", "modes", "status", "historical")}
    brief |= {key: [(p["text"], p["code"], p["sectors"]) for p in event[key]] for key in ("actors", "recipients")}
    when = {key: event["when"][key] for key in ("earliest", "latest", "derived")}
    told = [span["text"] for span in (event["trigger"], *event["also"])]
    said = [span["text"] for span in _speakers(record, event)]
    return f"unmet {unmet} in {told} {brief} {when} {_country(record, event)} {_killed(record, event)} said by {said}"


def _no_event(text: str, record: Record, wanted: Mapping[str, Any]) -> bool:
    window = _window(text, wanted["sentence"])

    def clashes(event: Record) -> bool:
        if not _inside(event["trigger"], window) or wanted.get("type", "*") not in ("*", event["type"]):
            return False
        if wanted.get("unless_historical") and event["historical"]:
            return False
        return "status" not in wanted or event["status"] in _HAPPENED

    return not any(clashes(event) for event in record["events"])


def _claim(text: str, record: Record, wanted: Mapping[str, Any]) -> bool:
    window = _window(text, wanted["sentence"])
    return any(
        claim["kind"] == wanted["kind"] and _said([record["entities"][claim["by"]]], wanted["by"])
        for event in record["events"]
        if any(_inside(telling, window) for telling in (event["trigger"], *event["also"]))
        for claim in event["claims"]
    )


def _statement(_text: str, record: Record, wanted: Mapping[str, Any]) -> bool:
    return any(
        row["source"] is not None
        and _said([row["source"]], wanted["source"])
        and any(wanted["content"] in part["text"] for part in row["content"])
        and row["act"] == wanted.get("act", row["act"])
        for row in record["statements"]
    )


def _row(layer: str) -> Any:
    """A check of one row of a layer: words contained, all other fields equal."""

    def check(_text: str, record: Record, wanted: Mapping[str, Any]) -> bool:
        def fits(row: Record) -> bool:
            first, last = wanted.get("earliest_between", ("", "9999"))
            if not str(first) <= (row.get("earliest") or "") <= str(last):
                return False
            rest = {k: v for k, v in wanted.items() if k not in ("text", "earliest_between")}
            plain = {k: str(v) if k in ("earliest", "latest") else v for k, v in rest.items()}
            return wanted["text"] in row["text"] and all(row[k] == v for k, v in plain.items())

        return any(fits(row) for row in record[layer])

    return check


def _same(text: str, record: Record, wanted: list[str]) -> bool:
    """Whether the first word of each of the quoted stretches is a mention of one entity."""
    found = []
    for words in wanted:
        at = text.index(words)
        found.append({e["cluster"] for e in record["entities"] if e["start"] <= at < e["end"]} - {None})
    return bool(set.intersection(*found))


KINDS = {
    "event": _event,
    "no_event": _no_event,
    "claim": _claim,
    "statement": _statement,
    "count": _row("counts"),
    "time": _row("times"),
    "place": _row("places"),
    "same": _same,
}


def holds(fact: Fact, text: str, record: Record) -> bool:
    """Whether the annotation of a report holds a fact."""
    return bool(KINDS[fact.kind](text, record, fact.body))


def known_misses() -> set[str]:
    """Names of the facts that are known not to hold yet."""
    lines = MISSES.read_text(encoding="utf-8").splitlines() if MISSES.exists() else []
    return {line.split("#")[0].strip() for line in lines} - {""}


def main() -> int:
    """Print each fact that does not hold, and the totals; with `write`, list them as known misses."""
    import dateline
    from dateline.export.annotate import record

    missing, total = [], 0
    for report, date, items in facts():
        text = (FOLDER / f"{report}.txt").read_text(encoding="utf-8")
        row = record(dateline.read(text, date=date))
        for fact in items:
            total += 1
            if not holds(fact, text, row):
                missing.append(fact.name)
                print(f"MISSING {fact.name}: {fact.body}\n        {nearest(fact, text, row)}".rstrip())
    print(f"{total - len(missing)} of {total} facts hold")
    if sys.argv[1:] == ["write"]:
        head = "# Facts that do not hold yet; a test fails when one of them does, so that the list stays true.\n"
        MISSES.write_text(head + "".join(f"{name}\n" for name in missing), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
