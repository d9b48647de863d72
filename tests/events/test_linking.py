"""Where, when, how many and with what: the values that the words of an act govern."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from dateline.events.dating import AFTER, BEFORE, SINCE, precision
from dateline.events.grammar import Grammar
from dateline.events.linking import Linker
from dateline.events.parties import Cast
from dateline.events.roles import Roles
from dateline.records import Count, Instrument, Place, Time
from dateline.spans import Span

DAY = datetime.date(2024, 2, 27)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def link(document: Any, drafts: list[Any]) -> None:
    grammar = Grammar(document.syntax)
    cast = Cast(document, grammar, frozenset(d.token for d in drafts))
    Roles(document, drafts, grammar, cast).fill()
    Linker(document, drafts, grammar).link()


def places(text: str, *names: str, level: str = "populated") -> tuple[Place, ...]:
    return tuple(Place(span_of(text, name), name, 1.0, 1.0, "YEM", "", None, level, literal=True) for name in names)


WHERE = [
    ("Rebels attacked a convoy in Aden.", "attacked", "ASSAULT", ["Aden"], ("Aden", "in")),
    ("Rebels attacked a convoy near Aden.", "attacked", "ASSAULT", ["Aden"], ("Aden", "near")),
    ("In Aden, rebels attacked a convoy.", "attacked", "ASSAULT", ["Aden"], ("Aden", "in")),
    ("An attack outside Aden killed ten.", "attack", "ASSAULT", ["Aden"], ("Aden", "near")),
    ("Rebels shelled Aden.", "shelled", "ASSAULT", ["Aden"], ("Aden", "in")),
    ("Rebels attacked the town of Taiz.", "attacked", "ASSAULT", ["Taiz"], ("Taiz", "in")),
    ("Rebels attacked a post, killing two men in Aden.", "killing", "ASSAULT", ["Aden"], ("Aden", "in")),
    ("A drone attack on an Egyptian border base followed.", "attack", "ASSAULT", ["Egyptian"], ("Egyptian", "in")),
    ("Rebels attacked troops stationed in Aden.", "attacked", "ASSAULT", ["Aden"], ("Aden", "in")),
    # near misses
    ("Rebels from Aden attacked a convoy.", "attacked", "ASSAULT", ["Aden"], None),
    ("Kenya accused rebels operating in Aden.", "accused", "ACCUSE", ["Aden"], None),
    ("Kenya condemned the attack in Aden.", "condemned", "ACCUSE", ["Aden"], None),
    ("Rebels attacked a convoy. Aden is a port.", "attacked", "ASSAULT", ["Aden"], None),
    ("The mayor of Aden was attacked.", "attacked", "ASSAULT", ["Aden"], None),
    ("Rebels attacked a convoy bound for Aden.", "attacked", "ASSAULT", ["Aden"], None),
    ("Rebels attacked a man who was born in Aden.", "attacked", "ASSAULT", ["Aden"], None),
]


@pytest.mark.parametrize(
    ("text", "word", "kind", "names", "found"), WHERE, ids=lambda x: x if isinstance(x, str) else ""
)
def test_where(tell: Any, text: str, word: str, kind: str, names: list[str], found: Any) -> None:
    document, drafts = tell(text, [(word, kind)])
    document.places = places(text, *names)
    link(document, drafts)
    got = drafts[0].place
    assert (got and (document.places[got.index].name, got.relation)) == found


def test_the_place_of_an_act_is_not_lent_to_another(tell: Any) -> None:
    text = "Rebels attacked Aden and soldiers bombed Taiz."
    document, drafts = tell(text, [("attacked", "ASSAULT"), ("bombed", "ASSAULT")])
    document.places = places(text, "Aden", "Taiz")
    link(document, drafts)
    assert [document.places[d.place.index].name for d in drafts] == ["Aden", "Taiz"]


def test_a_name_that_stands_for_a_government_is_no_place(tell: Any) -> None:
    text = "Rebels attacked in Aden."
    document, drafts = tell(text, [("attacked", "ASSAULT")])
    document.places = (Place(span_of(text, "Aden"), "Aden", 1.0, 1.0, "YEM", "", None, "populated", literal=False),)
    link(document, drafts)
    assert drafts[0].place is None


WHEN = [
    ("Rebels attacked a convoy on Tuesday.", "attacked", "Tuesday", True),
    ("On Tuesday, rebels attacked a convoy.", "attacked", "Tuesday", True),
    ("Tuesday's attack killed ten.", "attack", "Tuesday's", True),
    ("The attack on Tuesday killed ten.", "attack", "Tuesday", True),
    # near misses: the day of another thing
    ("Rebels attacked a convoy that left on Tuesday.", "attacked", "Tuesday", False),
    ("Kenya said on Tuesday that rebels attacked a convoy.", "attacked", "Tuesday", False),
    ("The sides met on Tuesday, but rebels attacked a convoy.", "attacked", "Tuesday", False),
    ("The attack was the first since the outbreak of the war on Tuesday.", "attack", "Tuesday", False),
]


@pytest.mark.parametrize(("text", "word", "time", "tied"), WHEN, ids=lambda x: x if isinstance(x, str) else "")
def test_when(tell: Any, text: str, word: str, time: str, *, tied: bool) -> None:
    document, drafts = tell(text, [(word, "ASSAULT")])
    document.times = (Time(span_of(text, time), "DATE", DAY.isoformat(), DAY, DAY),)
    link(document, drafts)
    when = drafts[0].when
    assert when is not None
    if tied:
        assert (when.earliest, when.latest, when.precision, when.time) == (DAY, DAY, "day", 0)
    else:
        assert (when.earliest, when.latest, when.precision, when.time) == (
            None,
            datetime.date(2024, 3, 1),
            "unknown",
            None,
        )
        assert when.derived == BEFORE


def test_since_opens_the_window(tell: Any) -> None:
    text = "Troops have faced attacks since Tuesday."
    document, drafts = tell(text, [("attacks", "ASSAULT", "faced")])
    document.times = (Time(span_of(text, "Tuesday"), "DATE", DAY.isoformat(), DAY, DAY),)
    link(document, drafts)
    when = drafts[0].when
    assert when is not None
    assert (when.earliest, when.latest, when.precision, when.derived) == (DAY, datetime.date(2024, 3, 1), "open", SINCE)


def test_without_words_the_day_stays_open(tell: Any) -> None:
    document, drafts = tell("Rebels attacked.", [("attacked", "ASSAULT")], date=None)
    link(document, drafts)
    assert drafts[0].when is not None
    assert (drafts[0].when.earliest, drafts[0].when.latest) == (None, None)


def test_a_plan_lies_ahead(tell: Any) -> None:
    document, drafts = tell("Rebels will attack.", [("attack", "ASSAULT")])
    drafts[0].status = "planned"
    link(document, drafts)
    assert drafts[0].when is not None
    assert (drafts[0].when.earliest, drafts[0].when.derived) == (datetime.date(2024, 3, 1), AFTER)


@pytest.mark.parametrize(
    ("days", "name"), [(0, "day"), (3, "days"), (6, "week"), (29, "month"), (200, "year"), (900, "open")]
)
def test_precision(days: int, name: str) -> None:
    assert precision(DAY, DAY + datetime.timedelta(days=days)) == name


def test_precision_of_open_windows() -> None:
    assert precision(None, None) == "unknown"
    assert precision(DAY, None) == "open"


def test_counts_go_to_the_act_that_has_them(tell: Any) -> None:
    text = "Rebels killed four men in Aden, and soldiers killed nine rebels in Taiz."
    document, drafts = tell(text, [("killed", "ASSAULT"), ("killed", "ASSAULT", None, 2)])
    document.counts = tuple(Count(span_of(text, w), n, n, n, "killed") for w, n in (("four", 4), ("nine", 9)))
    link(document, drafts)
    assert [draft.counts for draft in drafts] == [(0,), (1,)]


def test_strength_is_no_loss(tell: Any) -> None:
    text = "Rebels attacked 200 soldiers."
    document, drafts = tell(text, [("attacked", "ASSAULT")])
    document.counts = (Count(span_of(text, "200"), 200, 200, 200, "present"),)
    link(document, drafts)
    assert drafts[0].counts == ()


def test_instruments(tell: Any) -> None:
    text = "Rebels attacked a convoy with rockets. Police found rifles."
    document, drafts = tell(text, [("attacked", "ASSAULT")])
    document.instruments = (
        Instrument(span_of(text, "rockets"), "rocket"),
        Instrument(span_of(text, "rifles"), "firearm"),
    )
    link(document, drafts)
    assert [item.kind for item in drafts[0].instruments] == ["rocket"]


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Hundreds of people took to the streets of Kassala on Friday.", "PROTEST", "Kassala"),
        ("A Kenyan delegation visited Khartoum on Tuesday.", "CONSULT", "Khartoum"),
        ("A court in the city of Kassala convicted three men of murder.", "SANCTION", "Kassala"),
        # near misses: no place of the act
        ("A minister from Khartoum condemned the murder of three men.", "ACCUSE", None),
    ],
)
def test_places_inside_a_phrase_of_the_act(read: Any, text: str, kind: str, where: str | None) -> None:
    document = read(text)
    told = [e for e in document.events if e.type == kind]
    names = [document.quote(document.places[e.place.index].span) for e in told if e.place is not None]
    assert names[:1] == ([where] if where else [])


_REVIEW = "This note covers February. It was made with partners. People still flee. "
_FRESH_LEAD = "Troops shelled a camp near Kassala on Tuesday. A witness spoke of panic. The market was full of people. "


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        (_FRESH_LEAD + "Last month, the same group burned a truck in the town.", True),
        # near misses: some days ago; a review whose lead has no act of the last days
        (_FRESH_LEAD + "Last week, the same group burned a truck in the town.", False),
        (_REVIEW + "Last month, the same group burned a truck in the town.", False),
    ],
)
def test_two_weeks_are_long_where_the_lead_is_fresh(read: Any, text: str, historical: bool) -> None:
    document = read(text, "2024-03-20")
    event = next(e for e in document.events if document.quote(e.trigger) == "burned")
    assert event.historical is historical


def test_a_bare_noun_for_troops_takes_the_name_after_it(read: Any) -> None:
    text = "Forces of the eastern-based Libyan National Army have blockaded the ports since January."
    document = read(text)
    event = next(e for e in document.events if document.quote(e.trigger) == "blockaded")
    assert "Libyan National Army" in document.quote(event.actors[0].span)
