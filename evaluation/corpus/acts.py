"""Compiles S, V and N lines: statements, events, what was left out."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import yaml

from dateline.events.dating import precision
from dateline.ontology import plover
from dateline.ontology.instruments import instrument_kinds
from evaluation.contract import ACTS, CLAIM_KINDS, RELATIONS, STATUSES
from evaluation.corpus.builder import Builder, Item, span_of
from evaluation.corpus.layout import CorpusError
from evaluation.corpus.notation import Line, items
from evaluation.corpus.pointing import Span
from evaluation.corpus.values import iso, window

_KEYS = frozenset(
    (
        "trig",
        "also",
        "by",
        "to",
        "inst",
        "at",
        "when",
        "n",
        "said",
        "claims",
        "ctx",
        "cameo",
        "status",
        "hist",
        "unsure",
    )
)
REASONS = frozenset(
    (
        "accident",
        "aggregate",
        "capability",
        "content",
        "definition",
        "domestic crime",
        "fiction",
        "history lesson",
        "metaphor",
        "natural disaster",
        "opinion",
        "procedure",
        "rumour",
        "sport",
        "statement",
    )
)
_SHORT = {"history": "history lesson", "crime": "domestic crime", "disaster": "natural disaster"}


@functools.lru_cache(maxsize=1)
def _cameo() -> dict[str, dict[str, str]]:
    path = Path(__file__).with_name("cameo_defaults.yaml")
    loaded: dict[str, dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def default_cameo(kind: str, modes: list[str]) -> str:
    """The usual CAMEO code of a type and its modes; of several modes the first of cameo_defaults.yaml decides."""
    codes = _cameo().get(kind, {"": ""})
    return next((code for mode, code in codes.items() if mode in modes), codes[""])


def _source(builder: Builder, text: str) -> tuple[Item | None, int | None]:
    """A statement's source as a span, and its index among the entities."""
    if not text:
        return None, None
    span = builder.span(text)
    item = builder.by_span.get(span)
    return builder.quoted(span), builder.record["entities"].index(item) if item else None


def _statement(builder: Builder, line: Line) -> Item:
    act = line.head[1] if len(line.head) > 1 else ""
    if act not in ACTS:
        raise CorpusError(f"{act!r} is not one of {' '.join(sorted(ACTS))}")
    source, entity = _source(builder, line.field(0))
    cue = builder.quoted(builder.span(line.field(1))) if line.field(1) else None
    content = builder.spans(line, line.field(2))
    if not content:
        raise CorpusError("no content")
    return {
        "source": source,
        "cue": cue,
        "content": [builder.quoted(span) for span in sorted(content)],
        "act": act,
        "source_entity": entity,
        "parent": line.field(3).removeprefix("<").strip() or None,
    }


def statements(builder: Builder) -> None:
    """Make the statements, in the order of their first words."""
    made: list[tuple[str, Line, Item]] = []
    for line in builder.sheet.of("S"):
        if not line.name.startswith("s") or line.name in builder.names:
            builder.fault(line, "names of statements are s1, s2 ..., each once")
            continue
        try:
            made.append((line.name, line, _statement(builder, line)))
            builder.names[line.name] = -1
        except CorpusError as error:
            builder.fault(line, error)
    made.sort(key=lambda row: min(span_of(part) for part in (row[2]["source"], *row[2]["content"]) if part))
    builder.names.update({name: index for index, (name, _, _) in enumerate(made)})
    for name, line, item in made:
        if item["parent"] is not None:
            item["parent"] = builder.index(line, item["parent"], "s")
            if item["parent"] == builder.names[name]:
                builder.fault(line, "is its own parent")
    builder.record["statements"] = [item for _, _, item in made]


def _pairs(builder: Builder, line: Line) -> dict[str, str]:
    """The key=value fields of an event line."""
    found: dict[str, str] = {}
    for part in line.fields:
        key, _, value = part.partition("=")
        key = key.strip()
        if not part:
            continue
        if key not in _KEYS:
            builder.fault(line, f"{part[:40]!r}: the keys are {' '.join(sorted(_KEYS))}")
        elif key in found:
            builder.fault(line, f"{key} twice")
        else:
            found[key] = value.strip()
    return found


def _parties(builder: Builder, line: Line, text: str) -> list[Item]:
    found = []
    for part in items(text):
        try:
            item = builder.mention(part)
        except CorpusError as error:
            builder.fault(line, error)
            continue
        actor = item["actor"] or {"name": item["text"], "code": "", "sectors": [], "id": None}
        index = builder.record["entities"].index(item)
        named = {name: actor[name] for name in ("name", "code", "sectors", "id")}
        found.append({**builder.quoted(span_of(item)), "entity": index, **named})
    return found


def _instruments(builder: Builder, line: Line, text: str) -> list[Item]:
    found = []
    for part in items(text):
        words, _, kind = part.rpartition("/")
        if kind not in instrument_kinds():
            builder.fault(line, f"{kind!r} is no kind of instrument: {' '.join(sorted(instrument_kinds()))}")
            continue
        try:
            found.append({**builder.quoted(builder.span(words)), "kind": kind})
        except CorpusError as error:
            builder.fault(line, error)
    return found


def _place(builder: Builder, line: Line, text: str) -> Item | None:
    if not text:
        return None
    words = text.split(None, 1)
    relation, reference = (words[0], words[1]) if len(words) == 2 and words[0] in RELATIONS else ("", text)
    try:
        span = builder.span(reference)
    except CorpusError as error:
        builder.fault(line, error)
        return None
    spans = [span_of(place) for place in builder.record["places"]]
    if span not in spans:
        builder.fault(line, f"{reference!r} is no place: it needs a name and a P line")
        return None
    index = spans.index(span)
    usual = "at" if builder.record["places"][index]["level"] == "point" else "in"
    return {"index": index, "relation": relation or usual}


def _when(builder: Builder, line: Line, text: str) -> Item:
    blank = {"earliest": None, "latest": None, "precision": "unknown", "time": None, "derived": None}
    if not text:
        return blank
    words = text.split(None, 1)
    if ".." not in words[0]:
        index = builder.index(line, words[0], "t")
        if index is None:
            return blank
        time = builder.record["times"][index]
        first, last = window(f"{time['earliest'] or ''}..{time['latest'] or ''}")
        return {
            **blank,
            "earliest": iso(first),
            "latest": iso(last),
            "precision": precision(first, last),
            "time": index,
        }
    try:
        first, last = window(words[0])
    except CorpusError as error:
        builder.fault(line, error)
        return blank
    if len(words) < 2:
        builder.fault(line, "days that no words carry need the rule that gave them")
        return blank
    return {
        **blank,
        "earliest": iso(first),
        "latest": iso(last),
        "precision": precision(first, last),
        "derived": words[1],
    }


def _claims(builder: Builder, line: Line, text: str) -> list[Item]:
    found = []
    for part in items(text):
        name, _, kind = part.partition(" ")
        if kind.strip() not in CLAIM_KINDS:
            builder.fault(line, f"{kind.strip()!r} is not one of {' '.join(sorted(CLAIM_KINDS))}")
            continue
        try:
            item = builder.mention(name) if "@" in name or ":" in name else builder.mentions[name][0]
        except (CorpusError, KeyError) as error:
            builder.fault(line, f"claim by {name!r}: {error}")
            continue
        found.append({"by": builder.record["entities"].index(item), "kind": kind.strip()})
    return found


def _indices(builder: Builder, line: Line, text: str, kind: str) -> list[int]:
    found = [builder.index(line, name, kind) for name in items(text.replace(",", " ; "))]
    return [index for index in found if index is not None]


def _kinds(builder: Builder, line: Line) -> tuple[str, list[str]]:
    kind = line.head[1] if len(line.head) > 1 else ""
    modes = [mode for word in line.head[2:] for mode in word.split(",") if mode]
    known = plover.event_types().get(kind)
    if known is None:
        builder.fault(line, f"{kind!r} is no PLOVER type")
    for mode in modes if known else ():
        if known and mode not in known.modes:
            builder.fault(line, f"{mode!r} is no mode of {kind}: {' '.join(known.modes)}")
    return kind, modes


def _event(builder: Builder, line: Line) -> Item | None:
    kind, modes = _kinds(builder, line)
    pairs = _pairs(builder, line)
    told: list[Span] = builder.spans(line, pairs.get("trig", ""))
    if len(told) != 1:
        builder.fault(line, "an event has one trig=")
        return None
    also = sorted(set(builder.spans(line, pairs.get("also", ""))))
    if also and also[0] < told[0]:
        builder.fault(line, "trig is where the act is first told; an also stands before it")
    status = pairs.get("status", "actual")
    if status not in STATUSES:
        builder.fault(line, f"{status!r} is not one of {' '.join(sorted(STATUSES))}")
    contexts = pairs.get("ctx", "").replace(";", ",").split(",")
    return {
        "type": kind,
        "modes": modes,
        "contexts": [context.strip() for context in contexts if context.strip()],
        "cameo": pairs.get("cameo") or default_cameo(kind, modes),
        "status": status,
        "historical": "hist" in pairs,
        "trigger": builder.quoted(told[0]),
        "also": [builder.quoted(span) for span in also],
        "actors": _parties(builder, line, pairs.get("by", "")),
        "recipients": _parties(builder, line, pairs.get("to", "")),
        "instruments": _instruments(builder, line, pairs.get("inst", "")),
        "place": _place(builder, line, pairs.get("at", "")),
        "when": _when(builder, line, pairs.get("when", "")),
        "counts": sorted(_indices(builder, line, pairs.get("n", ""), "c")),
        "said_by": _indices(builder, line, pairs.get("said", ""), "s"),
        "claims": _claims(builder, line, pairs.get("claims", "")),
        "confidence": 0.5 if "unsure" in pairs else 1.0,
    }


def events(builder: Builder) -> None:
    """Make the events, in the order of their triggers."""
    made: list[Any] = [_event(builder, line) for line in builder.sheet.of("V")]
    kept = [event for event in made if event is not None]
    builder.record["events"] = sorted(kept, key=lambda event: (span_of(event["trigger"]), event["type"]))


def not_coded(builder: Builder) -> None:
    """Make the list of what was left out on purpose."""
    found = []
    for line in builder.sheet.of("N"):
        pointer = " ".join(line.head) if line.head else line.field(0)
        reason = line.field(0) if line.head else line.field(1)
        reason = _SHORT.get(reason, reason)
        if reason not in REASONS:
            builder.fault(line, f"{reason!r} is not one of {' '.join(sorted(REASONS))}")
            continue
        try:
            start, end = builder.span(pointer)
        except CorpusError as error:
            builder.fault(line, error)
            continue
        found.append({"start": start, "end": end, "reason": reason})
    builder.record["not_coded"] = sorted(found, key=lambda item: (item["start"], item["end"]))
