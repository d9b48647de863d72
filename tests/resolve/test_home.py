"""The home country of a report, and who gets it: a case for each rule, with near misses."""

from __future__ import annotations

import pytest

from dateline.document import Document
from dateline.mentions.counts.stage import CountsStage
from dateline.mentions.entities.stage import EntitiesStage
from dateline.mentions.instruments import InstrumentsStage
from dateline.mentions.times.stage import TimesStage
from dateline.mentions.toponyms.stage import ToponymsStage
from dateline.resolve.actors.stage import ActorsStage
from dateline.resolve.coreference.stage import CoreferenceStage
from dateline.resolve.home.country import home_of
from dateline.resolve.home.stage import NAMED_WITH, PEOPLE, RULE, HomeStage
from dateline.resolve.places.stage import PlacesStage

STAGES = [
    TimesStage(),
    CountsStage(),
    InstrumentsStage(),
    EntitiesStage(),
    ToponymsStage(),
    ActorsStage(),
    CoreferenceStage(),
    PlacesStage(),
    HomeStage(),
]


@pytest.fixture(scope="module")
def resolved(parse):
    """resolved(text) -> the document with all layers up to the home country."""

    def make(text: str) -> Document:
        document: Document = parse(text)
        for stage in STAGES:
            stage.annotate(document)
        return document

    return make


def code_of(document: Document, words: str) -> tuple[str, str]:
    """(code, rule) of the longest mention with these words."""
    rows = [
        (entity.span.end - entity.span.start, actor.code if actor else "", actor.derived if actor else "")
        for entity, actor in zip(document.entities, document.actors, strict=True)
        if words in document.quote(entity.span)
    ]
    assert rows, f"no mention {words!r}"
    return max(rows)[1:]


SETTING = "Two shops burned down in Lusaka, the Zambian capital, on Monday. "
GIVEN = [
    (SETTING + "Police fired shots in the air.", "Police", "ZMB"),
    (SETTING + "Parliament will meet in June.", "Parliament", "ZMB"),
    (SETTING + "The interior ministry blamed students.", "interior ministry", "ZMB"),
    (SETTING + "A court sentenced three men.", "A court", "ZMB"),
    (SETTING + "Five officers were hurt.", "Five officers", "ZMB"),
    (SETTING + "Soldiers closed the road.", "Soldiers", "ZMB"),
    (SETTING + "The government denied it.", "The government", "ZMB"),
    (SETTING + "President Tobias Mwambale spoke on the radio.", "President Tobias Mwambale", "ZMB"),
    ("KAMPALA, Uganda — The army said it had freed a village near Gulu.", "The army", "UGA"),
]


@pytest.mark.parametrize(("text", "words", "code"), GIVEN)
def test_state_bodies_get_the_home_country(resolved, text: str, words: str, code: str) -> None:
    assert code_of(resolved(text), words) == (code, RULE)


NOT_GIVEN = [
    (SETTING + "Rebels burned a bridge.", "Rebels"),
    (SETTING + "Gunmen fled.", "Gunmen"),
    (SETTING + "Students threw stones.", "Students"),
    (SETTING + "Protesters threw stones.", "Protesters"),
    (SETTING + "Foreign troops will leave in May.", "Foreign troops"),
    (SETTING + "Peacekeepers watched the road.", "Peacekeepers"),
    (SETTING + "Diplomats left the town.", "Diplomats"),
    (SETTING + "Governments must do more, the paper wrote.", "Governments"),
    (SETTING + "The Free Kelori Army burned a bridge.", "Free Kelori Army"),
    (SETTING + "The president of the chess club resigned.", "president"),
    (SETTING + "Colonel Peter Mandala of the rebels spoke.", "Colonel Peter Mandala"),
    (SETTING + "Malawian police and Zambian police met. Police said little.", "Police said"[:6]),
    # Two countries, and none of them leads.
    ("Sudan and Ethiopia met in Khartoum and Addis Ababa on Monday. The government was pleased.", "The government"),
    (
        "Talks were held in Nairobi on Monday about the siege of Karbuseko. The army shelled Karbuseko again.",
        "The army",
    ),
    # The places are one country's, those who act another's.
    (
        "Israel bombed Rafah and Khan Younis. Israel also struck Gaza City. The army said it hit its targets.",
        "The army",
    ),
    # Nothing is known of the country.
    ("The army shelled Karbuseko on Monday, police said.", "The army"),
    # The country comes up late in the report.
    (
        "The army shelled a town. It was a long day. Nobody slept. Rain fell. Peace was far. A ship sailed to Accra.",
        "The army",
    ),
]


@pytest.mark.parametrize(("text", "words"), NOT_GIVEN)
def test_nothing_is_given_where_it_is_not_sure(resolved, text: str, words: str) -> None:
    assert code_of(resolved(text), words)[1] != RULE


def test_a_stated_country_stays(resolved) -> None:
    document = resolved(SETTING + "The Malawian government protested. The government called it a shame.")
    assert code_of(document, "The Malawian government")[0] == "MWI"
    assert code_of(document, "The government")[0] in ("MWI", "")


def test_people_get_the_country_of_the_place_they_are_named_with(resolved) -> None:
    document = resolved("Teachers in Kumasi marched with residents of Tamale. Farmers stayed away.")
    assert code_of(document, "residents") == ("GHA", "composition:role") or code_of(document, "residents") == (
        "GHA",
        NAMED_WITH,
    )
    assert code_of(document, "Farmers")[0] == ""


def test_a_pronoun_follows_its_institution(resolved) -> None:
    document = resolved(SETTING + "The army said it had closed the road.")
    index = next(i for i, e in enumerate(document.entities) if e.kind == "pronoun")
    assert document.actors[index] is not None
    assert document.actors[index].code == "ZMB"


def test_no_home_without_places_or_institutions(resolved) -> None:
    assert home_of(resolved("A German tourist was robbed on Monday.")) is None
    assert home_of(resolved("Nothing happened on Monday.")) is None


def test_peoples_of_several_countries(resolved) -> None:
    setting = "Turkish police raided shops in Diyarbakir on Monday. "
    document = resolved(setting + "Kurdish residents complained. A group of Tamil tourists watched.")
    assert code_of(document, "Kurdish residents") == ("TUR", PEOPLE)
    assert code_of(document, "Tamil tourists")[0] == ""


def test_a_name_that_no_list_has_is_what_the_words_beside_it_say(resolved) -> None:
    document = resolved(SETTING + "Ruth Chola, a police spokeswoman, said shops were shut. Chola asked for calm.")
    assert code_of(document, "Ruth Chola") == ("ZMB", "coreference")
    assert code_of(document, "Chola asked"[:5])[0] == "ZMB"
    document = resolved("Ruth Chola said shops were shut. A farmer left.")
    assert code_of(document, "Ruth Chola") == ("", "")


def test_a_country_before_a_dash_is_not_the_owner(resolved) -> None:
    document = resolved("LUSAKA, Zambia - The army said it had closed the road.")
    assert code_of(document, "The army") == ("ZMB", RULE)


def test_an_office_right_before_a_name(resolved) -> None:
    document = resolved("The Federal Minister for Interior Ruth Chola opened a bridge in Lusaka, Zambia.")
    assert code_of(document, "Ruth Chola")[0] == "ZMB"
    document = resolved(SETTING + "He told the officer that Chola had fled.")
    assert code_of(document, "Chola")[0] == ""
