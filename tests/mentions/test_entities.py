"""Mentions on invented sentences: names, descriptions, pronouns, and what is none."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from dateline.document import Document
from dateline.mentions.entities.stage import EntitiesStage
from dateline.records import Count, Instrument, Time
from dateline.spans import Span

Found = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def found(parse: Callable[..., Document]) -> Found:
    """{words: type} of the mentions of a text."""

    def make(text: str) -> dict[str, str]:
        document = parse(text)
        EntitiesStage().annotate(document)
        return {text[e.span.start : e.span.end]: e.type for e in document.entities}

    return make


@dataclass(frozen=True)
class Case:
    text: str
    there: dict[str, str]
    absent: tuple[str, ...] = ()


CASES = {
    "title and name are one": Case(
        "Deputy Foreign Minister Anna Kowalska met General Oleh Bondar.",
        {"Deputy Foreign Minister Anna Kowalska": "PERSON", "General Oleh Bondar": "PERSON"},
        ("Anna Kowalska", "Oleh Bondar"),
    ),
    "an office in capitals": Case(
        "Envoys met the French Foreign Minister on Monday.", {"the French Foreign Minister": "PERSON", "French": "NORP"}
    ),
    "a country and a day are no broadcaster": Case("He left Russia today.", {"Russia": "GPE"}, ("Russia today",)),
    "a possessor stands for itself": Case(
        "The ministry's spokesman blamed Ansar al-Wadi's fighters.",
        {"The ministry": "ORG", "The ministry's spokesman": "PERSON", "Ansar al-Wadi": "ORG"},
        ("The ministry's", "Ansar al-Wadi's"),
    ),
    "a country in a description": Case(
        "US forces and Iraqi police left the base.",
        {"US forces": "ORG", "US": "GPE", "Iraqi police": "ORG", "Iraqi": "NORP", "the base": "FAC"},
    ),
    "two adjectives of nation": Case(
        "Rockets hit US and allied troops.", {"US and allied troops": "ORG", "US": "GPE"}, ("allied troops",)
    ),
    "a country beside a body": Case(
        "Israel and rebel fighters agreed on a truce.", {"Israel": "GPE", "rebel fighters": "ORG"}
    ),
    "a name before a participle": Case(
        "The U.S.-led coalition hit Iran-backed militias.",
        {"The U.S.-led coalition": "ORG", "U.S.": "GPE", "Iran-backed militias": "ORG", "Iran": "GPE"},
        ("U.S.-led",),
    ),
    "for and against a people": Case(
        "A pro-Russian mayor resigned.", {"A pro-Russian mayor": "PERSON", "Russian": "NORP"}
    ),
    "one person and several": Case(
        "A gunman and three villagers died.", {"A gunman": "PERSON", "three villagers": "ORG"}
    ),
    "a short complement is in, a clause is out": Case(
        "Members of the group that fled south shot the governor of Kano, who had promised peace.",
        {"Members of the group": "ORG", "the group": "ORG", "the governor of Kano": "PERSON"},
        ("Members of the group that fled south",),
    ),
    "quantities of people": Case(
        "Dozens of civilians and one of the attackers were killed.",
        {"Dozens of civilians": "ORG", "one of the attackers": "PERSON"},
    ),
    "adjectives that are people": Case("Ambulances took the wounded away.", {"the wounded": "ORG"}),
    "adjectives that are none": Case(
        "Ambulances took the wounded man away.", {"the wounded man": "PERSON"}, ("the wounded",)
    ),
    "a demonym as a people": Case("Thousands of Syrians fled.", {"Syrians": "NORP"}),
    "a body by its first word": Case(
        "Harakat al-Wadi and Liwa Zahra signed.", {"Harakat al-Wadi": "ORG", "Liwa Zahra": "ORG"}
    ),
    "a quoted name with small words": Case(
        "The attack was claimed by the “Army of the Open Sea.”", {"the “Army of the Open Sea": "ORG"}
    ),
    "pronouns by kind": Case(
        "She said they had lost it and its owner.", {"She": "PERSON", "they": "ORG", "it": "OTHER", "its": "OTHER"}
    ),
    "an empty it": Case("It is clear that the war goes on. It rained.", {}, ("It",)),
    "an it that points back": Case("The group said it was ready to talk.", {"it": "OTHER"}),
    "the country in capitals is no pronoun": Case("The US struck back.", {"The US": "GPE"}, ("US",)),
    "a noun that needs a word before it": Case(
        "Security forces used low force on both sides.",
        {"Security forces": "ORG", "both sides": "ORG"},
        ("low force",),
    ),
    "a risky noun alone": Case("In general he worked at home.", {"he": "PERSON"}, ("general", "home")),
    "who does an act, before its noun": Case(
        "A coalition airstrike and rebel attacks hit a police car.",
        {"coalition": "ORG", "rebel": "ORG"},
        ("police", "airstrike"),
    ),
    "vehicles": Case("A bomb hit a police car and two buses.", {"a police car": "VEHICLE", "two buses": "VEHICLE"}),
    "a modifier is no mention": Case(
        "A police station and a hospital burned.", {"A police station": "FAC"}, ("police",)
    ),
    "a name in lower case text": Case(
        "police fired at a mob in the old city after villagers attacked a temple.",
        {"police": "ORG", "a mob": "ORG", "the old city": "LOC", "villagers": "ORG", "a temple": "FAC"},
    ),
    "a headline in capitals": Case("REBELS SHELL TOWN NEAR KABUL AND IT IS QUIET NOW.", {}, ("QUIET", "IS", "SHELL")),
    "a surname with the type of the full name": Case(
        "Interior Minister Karim Haddad spoke. Haddad left.",
        {"Interior Minister Karim Haddad": "PERSON", "Haddad": "PERSON"},
    ),
    "days and months are no names": Case("On Monday in January troops left.", {"troops": "ORG"}, ("Monday", "January")),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_sentence(case: Case, found: Found) -> None:
    mentions = found(case.text)
    assert {words: mentions.get(words) for words in case.there} == case.there
    assert not set(case.absent) & set(mentions)


def test_order_and_no_span_twice(parse: Callable[..., Document]) -> None:
    document = parse("The US-led coalition and Iraqi army units of the Ninth Division entered the city of Hit.")
    EntitiesStage().annotate(document)
    spans = [entity.span for entity in document.entities]
    assert len(set(spans)) == len(spans)
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert all(document.text[s.start : s.end].strip() == document.text[s.start : s.end] != "" for s in spans)


def test_values_of_other_layers(parse: Callable[..., Document]) -> None:
    text = "On 7 May a drone with a mortar shell killed five soldiers near a tank."
    document = parse(text)
    day = datetime.date(2024, 5, 7)
    document.times = (Time(_at(text, "7 May"), "DATE", "2024-05-07", day, day),)
    document.instruments = (
        Instrument(_at(text, "drone"), "drone"),
        Instrument(_at(text, "mortar shell"), "mortar"),
        Instrument(_at(text, "tank"), "tank"),
    )
    document.counts = (Count(_at(text, "five"), 5, 5, 5, "killed", _at(text, "soldiers")),)
    EntitiesStage().annotate(document)
    types = {text[e.span.start : e.span.end]: (e.type, e.kind) for e in document.entities}
    assert types["7 May"] == ("DATE", "value")
    assert types["drone"] == ("VEHICLE", "value")
    assert types["mortar shell"] == ("WEAPON", "value")
    assert types["tank"] == ("VEHICLE", "value")
    assert types["five"] == ("COUNT", "value")
    assert types["five soldiers"] == ("ORG", "nominal")
    assert "May" not in types


def test_heads_are_tokens_of_the_mention(parse: Callable[..., Document]) -> None:
    document = parse("President Ali Bongo met members of the opposition. He left.")
    EntitiesStage().annotate(document)
    for entity in document.entities:
        if entity.kind != "value":
            assert entity.head in document.syntax.tokens(entity.span)


def test_an_empty_report_has_no_mentions(parse: Callable[..., Document]) -> None:
    document = parse("")
    EntitiesStage().annotate(document)
    assert document.entities == ()


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
