"""Compiles E and P lines: entities with clusters and actors, places. Reads the times and counts made before."""

from __future__ import annotations

import re

from evaluation.contract import ENTITY_TYPES, LEVELS
from evaluation.corpus.builder import Builder, Item, span_of
from evaluation.corpus.layout import CorpusError
from evaluation.corpus.notation import Line, items
from evaluation.corpus.pointing import Span
from evaluation.corpus.tables import Key, Where, actor_id, find_place

_MENTION = re.compile(r"(.+?)(\*)?(?:/([A-Z]+))?(\*)?")
_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
_CODE = re.compile(r"[A-Z]{3}")


def _actor(builder: Builder, line: Line, first: str, sectors_known: frozenset[str]) -> Item | None:
    """The actor of a cluster, None where name and codes are empty."""
    name, codes = line.field(0), line.field(1).split()
    if not codes:
        return None
    code = "" if codes[0] in sectors_known else codes[0]
    sectors = tuple(codes[1:] if code else codes)
    for word in codes:
        if not _CODE.fullmatch(word):
            builder.fault(line, f"{word!r} is no code of three capitals")
    unknown = [sector for sector in sectors if sector not in sectors_known]
    if unknown:
        builder.fault(line, f"no such sector: {' '.join(unknown)} (the country code comes first)")
    identifier = actor_id(name or first, code, sectors, described=not name)
    return {"id": identifier, "name": name or first, "code": code, "sectors": list(sectors)}


def _mentions(builder: Builder, line: Line) -> list[tuple[Span, str, bool]]:
    """(span, type, literal) of every mention of an E line."""
    found = []
    usual = line.head[1] if len(line.head) > 1 else ""
    for part in items(line.field(2)):
        match = _MENTION.fullmatch(part)
        if match is None:
            builder.fault(line, f"{part!r} is no mention")
            continue
        kind = match[3] or usual
        if match[3] and match[3] not in ENTITY_TYPES:
            kind, match = usual, None
        if kind not in ENTITY_TYPES:
            builder.fault(line, f"{kind!r} is no entity type: {' '.join(sorted(ENTITY_TYPES))}")
        starred = bool(match and (match[2] or match[4]))
        words = match[1] if match else part
        try:
            found.append((builder.pointer.span(words), kind, not starred))
        except CorpusError as error:
            builder.fault(line, error)
    return found


def _values(builder: Builder, taken: set[Span]) -> list[Item]:
    """Entities of times and counts, where no E line has the same words."""
    found: list[Item] = []
    for layer in ("times", "counts"):
        for item in builder.record[layer]:
            if span_of(item) in taken:
                continue
            taken.add(span_of(item))
            kind = "COUNT" if layer == "counts" else ("TIME" if item["type"] == "TIME" else "DATE")
            found.append({**builder.quoted(span_of(item)), "type": kind, "cluster": None, "actor": None})
    return found


def entities(builder: Builder, sectors: frozenset[str]) -> dict[Span, bool]:
    """Make the entities; gives the spans of the mentions with whether they are literal."""
    literal: dict[Span, bool] = {}
    found: list[Item] = []
    for line in builder.sheet.of("E"):
        if line.name in builder.mentions or not re.fullmatch(r"e\w+", line.name):
            builder.fault(line, "names of entities are e1, e2 ..., each once")
            continue
        mentions = _mentions(builder, line)
        if not mentions:
            builder.fault(line, "no mention")
            continue
        first = min(span for span, _, _ in mentions)
        actor = _actor(builder, line, builder.text.text[first[0] : first[1]], sectors)
        made = []
        for span, kind, is_literal in mentions:
            if span in literal:
                builder.fault(line, f"{builder.text.text[slice(*span)]!r} is a mention already")
                continue
            literal[span] = is_literal
            item = {**builder.quoted(span), "type": kind, "cluster": line.name, "actor": actor and dict(actor)}
            builder.by_span[span] = item
            made.append(item)
        builder.mentions[line.name] = sorted(made, key=span_of)
        found += made
    found += _values(builder, set(literal))
    found.sort(key=lambda item: (item["start"], -item["end"]))
    numbers: dict[str, int] = {}
    for item in found:
        if item["cluster"] is not None:
            item["cluster"] = numbers.setdefault(item["cluster"], len(numbers))
    builder.record["entities"] = found
    return literal


def _where(builder: Builder, line: Line) -> Where | None:
    """The place of a P line."""
    parts = [part.strip() for part in line.field(0).split(",")]
    level = line.field(1)
    if len(parts) != 3 or level not in LEVELS:
        builder.fault(line, f"write 'P e2 | name, province, ISO | level'; levels: {' '.join(sorted(LEVELS))}")
        return None
    if parts[2] and not _CODE.fullmatch(parts[2]):
        builder.fault(line, f"{parts[2]!r} is no ISO 3166-1 alpha-3 code")
        return None
    key: Key = (parts[0], parts[1], parts[2], level)
    if line.field(2):
        try:
            lat, lon = (float(number) for number in line.field(2).split())
        except ValueError:
            builder.fault(line, "coordinates are two numbers: latitude longitude")
            return None
        return Where(parts[0], parts[1], parts[2], level, lat, lon, None)
    return find_place(key)


def _capital(item: Item) -> bool:
    """Whether a mention is a name: it has a capital that does not merely begin "The"."""
    words: str = item["text"].removeprefix("The ")
    return any(c.isupper() for c in words)


def places(builder: Builder, literal: dict[Span, bool]) -> None:
    """Make the places: every named mention of the entities with a P line."""
    found = []
    placed: set[str] = set()
    for line in builder.sheet.of("P"):
        if line.name not in builder.mentions:
            builder.fault(line, f"{line.name} is no E line")
            continue
        where = _where(builder, line)
        if where is None:
            continue
        placed.add(line.name)
        for item in builder.mentions[line.name]:
            if _capital(item) and item["type"] in _PLACE_TYPES:
                found.append({**builder.quoted(span_of(item)), **_fields(where), "literal": literal[span_of(item)]})
    for line in builder.sheet.of("E"):
        kind = line.head[1] if len(line.head) > 1 else ""
        named = any(_capital(item) for item in builder.mentions.get(line.name, ()))
        if kind == "GPE" and named and line.name not in placed:
            builder.fault(line, "a named place without a P line")
    found.sort(key=lambda item: (item["start"], -item["end"]))
    builder.record["places"] = found


def _fields(where: Where) -> Item:
    return {
        "name": where.name,
        "lat": where.lat,
        "lon": where.lon,
        "country": where.country,
        "admin1": where.admin1,
        "geonames_id": where.geonames_id,
        "level": where.level,
    }
