"""The data model. Every record is frozen; spans count code points of `Report.text`.

A value that no words carry has no span, and names in `derived` the rule that made it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from dateline.spans import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One news report as it came in. `date` is the day of publication, None when unknown."""

    id: str
    text: str
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words on the page that are no part of the report: share bars, comment forms, copyright, date lines."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks. `outer` holds the marks, `inner` the words; `closed` is False
    for a paragraph of a quotation that goes on in the next one.
    """

    outer: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `type` is DATE, TIME, DURATION or SET; `value` a TIMEX3 value;
    `earliest` and `latest` are inclusive days, None where open.
    """

    span: Span
    type: str
    value: str | None
    earliest: datetime.date | None
    latest: datetime.date | None
    derived: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `low` <= `best` <= `high` persons or things, None where open. `of` is killed, wounded,
    captured, abducted, displaced, present or other; `who` are the counted.
    """

    span: Span
    low: int | None
    best: int | None
    high: int | None
    of: str
    who: Span | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """What an act was done with. `kind` is a word of `dateline.mentions` (drone, firearm, mine, rocket ...)."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention: a name, a description ("the group", "Iraqi police") or a pronoun, with its type.

    `kind` is name, nominal, pronoun or value (a time, a number, an instrument); `head` the index in `Syntax`
    of the token that carries the phrase, None for a value.
    """

    span: Span
    type: str
    kind: str = "name"
    head: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention stands for. `code` is ISO 3166-1 alpha-3 or a PLOVER non-state code, '' when unknown;
    `sectors` PLOVER sector codes, the primary one first; `derived` the rule that found it.
    """

    id: str
    name: str
    code: str
    sectors: tuple[str, ...] = ()
    derived: str = ""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as it stands in the text. `literal` is False where it stands for a government or people."""

    span: Span
    literal: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym put on the map. `lat`, `lon` in degrees WGS84, None where no coordinates are known.
    `level` is point, populated, adm2, adm1, area, country or continent; `reason` says why this candidate,
    `runner_up` which was next.
    """

    span: Span
    name: str
    lat: float | None
    lon: float | None
    country: str
    admin1: str
    geonames_id: int | None
    level: str
    literal: bool
    reason: str = ""
    runner_up: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what. `act` is say, claim, deny, accuse, warn, demand, promise, order, ask, announce or other;
    `source_entity` indexes `Document.entities`; `parent` the statement that this one is quoted in.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    act: str
    source_entity: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One actor or recipient of an event. `entity` indexes `Document.entities`, None where no mention was found."""

    span: Span
    entity: int | None = None
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event happened: an index in `Document.places`, and `at`, `near` or `in`."""

    index: int
    relation: str


@dataclass(frozen=True, slots=True)
class When:
    """When an event happened: inclusive days, None where open. `precision` is day, days, week, month, year, open
    or unknown; `time` indexes `Document.times`; `derived` names the rule.
    """

    earliest: datetime.date | None
    latest: datetime.date | None
    precision: str
    time: int | None
    derived: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A party's tie to an act by words, not by fact. `by` indexes `Document.entities`; `kind` is
    claims_responsibility, denies_responsibility, accused or suspected.
    """

    by: int
    kind: str


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when, where, according to whom; see docs/reference/annotate.md."""

    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str
    status: str
    historical: bool
    trigger: Span
    also: tuple[Span, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    instruments: tuple[Instrument, ...]
    place: EventPlace | None
    when: When
    counts: tuple[int, ...]
    said_by: tuple[int, ...]
    claims: tuple[Claim, ...]
    confidence: float
    derived: tuple[str, ...] = ()
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class NotCoded:
    """A sentence or clause that looks like an event and was left out on purpose."""

    span: Span
    reason: str
