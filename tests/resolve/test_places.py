"""Toponyms on the map: the context decides among homonyms, and nothing is put where nothing speaks for it."""

import pytest

from dateline.mentions.toponyms.stage import ToponymsStage
from dateline.resolve.places.around import border_of, is_aside
from dateline.resolve.places.stage import PlacesStage


@pytest.fixture(scope="session")
def places(parse):
    stages = ToponymsStage(), PlacesStage()

    def run(text):
        document = parse(text)
        for stage in stages:
            stage.annotate(document)
        return [(document.text[p.span.start : p.span.end], p) for p in document.places]

    return run


def one(found, name):
    return next(place for text, place in found if text == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("He was born in Paris, Texas.", "Paris", "USA", "Texas"),
        ("He was born in Paris.", "Paris", "FRA", None),
        ("The mayor of London, Ont., spoke.", "London", "CAN", "Ontario"),
        ("The trial in Lebanon, Tenn., goes on.", "Lebanon", "USA", "Tennessee"),
        ("Rockets were fired from Lebanon at Haifa.", "Lebanon", "LBN", None),
        ("Protesters blocked roads in Tripoli and Sidon, a Lebanese officer said.", "Tripoli", "LBN", None),
        ("Militias from Misrata and Tripoli fought in Libya.", "Tripoli", "LBY", None),
        ("Fighting spread from Atlanta to Savannah and the rest of Georgia.", "Georgia", "USA", "Georgia"),
        ("Tanks rolled from Tskhinvali to Gori in Georgia.", "Georgia", "GEO", None),
        ("The bomb went off in Hyderabad, in the south of Pakistan near Karachi.", "Hyderabad", "PAK", None),
        ("Egypt, Niger and Nigeria sent delegates.", "Niger", "NER", None),
        ("Polls closed in Utah, Washington and Idaho.", "Washington", "USA", "Washington"),
        ("A car bomb went off in the Afghan capital at noon.", "Afghan capital", "AFG", None),
        ("Kenyan police fired shots. Crowds had gathered in the capital.", "capital", "KEN", None),
        ("Shells fell at Metula on the Lebanese border.", "Metula", "ISR", None),
        ("Israeli jets bombed Rafah, near the border with Egypt.", "Rafah", "PSE", None),
        ("Egyptian police shut the bank in Rafah, near the border with Israel.", "Rafah", "EGY", None),
        ("The Mozambican army took back Palma, north of Pemba in Cabo Delgado.", "Palma", "MOZ", None),
        ("Hotels in Palma are full, a Spanish minister said.", "Palma", "ESP", None),
        ("The Nigerian envoy flew to Santiago.", "Santiago", "CHL", None),
        ("BANNU:\n\nGunmen shot a Pakistani guard.", "BANNU", "PAK", None),
        ("Washington rejected the offer.", "Washington", "USA", "District of Columbia"),
    ],
)
def test_homonyms(places, text, name, country, admin1):
    place = one(places(text), name)
    assert place.country == country
    assert place.lat is not None
    if admin1:
        assert place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Troops entered Anbar province.", "Anbar", "adm1"),
        ("Clashes were reported in Nad Ali district of Helmand.", "Helmand", "adm1"),
        ("Shells hit Aleppo.", "Aleppo", "populated"),
        ("Air strikes hit Gaza.", "Gaza", "area"),
        ("Drones struck Tower 22 in Jordan.", "Jordan", "country"),
        ("The tanker was hit in the Gulf of Aden.", "Gulf of Aden", "area"),
        ("Violence in Africa is on the rise.", "Africa", "continent"),
        ("Two soldiers died at the Bab al-Hawa crossing.", "Bab al-Hawa crossing", "point"),
    ],
)
def test_levels_are_honest(places, text, name, level):
    assert one(places(text), name).level == level


def test_nothing_speaks_for_any(places):
    place = one(places("A barn burned down in Centerville."), "Centerville")
    assert (place.lat, place.lon, place.country) == (None, None, "")
    assert "nothing" in place.reason
    assert place.runner_up


def test_a_name_that_nobody_knows(places):
    found = places("The village of Qwzrtk was burned.")
    assert all(place.lat is None and place.country == "" for _, place in found)


def test_a_hamlet_abroad_is_no_place_for_a_quarter(places):
    found = dict(places("A bomb went off in Cairo's Shubra neighbourhood on Friday."))
    assert found["Cairo"].country == "EGY"
    assert found["Shubra"].lat is None or found["Shubra"].country == "EGY"


def test_one_sense_in_a_report(places):
    found = places("Police in Paris, Texas, held a man. He has lived in Paris for years, and Paris is quiet.")
    assert {place.admin1 for text, place in found if text == "Paris"} == {"Texas"}


def test_two_senses_where_the_report_says_so(places):
    found = places("She flew from Paris, Texas, to Paris, France.")
    assert [place.country for text, place in found if text == "Paris"] == ["USA", "FRA"]


def test_population_alone_does_not_decide(places):
    text = "Firefighters from Powderly and Blossom, in Lamar County, Texas, helped at a school in Paris."
    assert one(places(text), "Paris").admin1 == "Texas"


def test_states_are_not_towns_of_their_name(places):
    found = dict(places("In Texas, a man from Oklahoma was held; in Ohio, one from Mexico."))
    assert found["Mexico"].level == "country"
    assert found["Texas"].level == "adm1"


def test_spelling_variants_meet(places):
    (a,) = [p for _, p in places("Shelling went on in al-Mayadeen.")]
    (b,) = [p for _, p in places("Shelling went on in Mayadin.")]
    assert (a.lat, a.lon, a.country) == (b.lat, b.lon, "SYR")


def test_disputed_areas_follow_the_written_policy(places):
    text = "Drones crossed Crimea, the Golan Heights, the West Bank and Nagorno-Karabakh; Kashmir was quiet."
    found = {name: place.country for name, place in places(text)}
    assert found["Crimea"] == "UKR"
    assert found["Golan Heights"] == "SYR"
    assert found["West Bank"] == "PSE"
    assert found["Nagorno-Karabakh"] == "AZE"
    assert found["Kashmir"] == ""


def test_every_choice_gives_its_reason(places):
    found = places("Rockets hit Kirkuk. Turkey blamed fighters in the Qandil Mountains of Iraq.")
    assert found
    assert all(place.reason for _, place in found)


def test_metonyms_have_a_place_too(places):
    place = one(places("Tehran denied it."), "Tehran")
    assert not place.literal
    assert place.lat is not None


def test_no_state_between_reports(places):
    before = [p for _, p in places("He was born in Paris.")]
    places("Police in Paris, Texas, held a man.")
    assert [p for _, p in places("He was born in Paris.")] == before


def test_no_toponyms_no_places(parse):
    document = parse("Nobody came.")
    PlacesStage().annotate(document)
    assert document.places == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Nigerian army retook Santiago from the rebels.", "Santiago"),
        ("Gunmen burned the village of Santiago, the Nigerian army said.", "Santiago"),
    ],
)
def test_namesake_at_home_is_not_the_city_abroad(places, text, name):
    place = one(places(text), name)
    assert place.lat is None
    assert "at home" in place.reason


def test_disputed_capital_is_left_open(places):
    place = one(places("Crowds filled the streets of the Israeli capital."), "Israeli capital")
    assert place.lat is None
    assert "in dispute" in place.reason


def test_described_capital_says_whose(places):
    place = one(places("Jets flew over the Sudanese capital."), "Sudanese capital")
    assert (place.name, place.level, place.literal) == ("Khartoum", "populated", True)
    assert place.reason == "the capital of Sudan"


@pytest.mark.parametrize(
    ("before", "after", "aside"),
    [
        ("near the border with ", ".", True),
        ("shelling along the ", " border went on", True),
        ("at ", "’s frontier with", True),
        ("talks with ", " on Monday", False),
        ("crossed the border into ", " at night", False),
    ],
)
def test_name_of_a_border(before, after, aside):
    assert is_aside(before, after) is aside


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (", on the Syrian border.", "SYR"),
        (" near the border with Chad", "TCD"),
        (", a town on the South Sudanese border", "SSD"),
        (", near the Texas border", ""),
        (" after talks on the Syrian border", ""),
        (" near the border", ""),
    ],
)
def test_border_of(after, code):
    assert border_of(after) == code
