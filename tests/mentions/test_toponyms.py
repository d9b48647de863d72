"""Place names in text: what is one, what is none, and which stand for a government or people."""

import itertools

import pytest

from dateline.mentions.toponyms.stage import ToponymsStage


@pytest.fixture(scope="session")
def toponyms(parse):
    stage = ToponymsStage()

    def run(text):
        document = parse(text)
        stage.annotate(document)
        return {document.text[t.span.start : t.span.end]: t.literal for t in document.toponyms}

    return run


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MOGADISHU, Feb 3 — A car bomb killed nine people at a market.", ["MOGADISHU"]),
        ("Shells fell on Kramatorsk, Izium and Kupiansk overnight.", ["Kramatorsk", "Izium", "Kupiansk"]),
        ("Troops were sent to Port-au-Prince and Guinea-Bissau.", ["Port-au-Prince", "Guinea-Bissau"]),
        ("Four men were arrested in Jenin refugee camp.", ["Jenin refugee camp"]),
        ("Aid reached al-Hol, a camp in northern Syria.", ["al-Hol", "Syria"]),
        ("The rebels took Rutshuru and moved on Goma, a Congolese officer said.", ["Rutshuru", "Goma"]),
        ("He lives in Odessa, Texas, with his family.", ["Odessa", "Texas"]),
        ("The U.S.-led coalition bombed a depot near Raqqa.", ["U.S.", "Raqqa"]),
        ("They burned the villages of Qworka, Demzare and Wunko on Sunday.", ["Qworka", "Demzare", "Wunko"]),
        ("Jets bombed Qwazigyi village at noon.", ["Qwazigyi"]),
        ("Fighting went on in Aleppo Governorate, Syria.", ["Aleppo Governorate", "Syria"]),
        ("A patrol was hit in Iran's Kerman province.", ["Iran", "Kerman"]),
        ("Two judges met in The Hague on Tuesday.", ["The Hague"]),
        ("The Hague was calm. Chad sent a lawyer.", ["The Hague"]),
        ("Rebels keep stores at Laiza on the Chinese border.", ["Laiza"]),
        ("Shells landed near Qwarro, Mali, at dawn.", ["Qwarro", "Mali"]),
        ("Gunmen stormed Galkayo in Somalia.", ["Galkayo", "Somalia"]),
        ("Militants shelled Tessalit and Anefis in Mali on Monday.", ["Tessalit", "Mali"]),
        ("BANNU:\n\nGunmen shot a Pakistani guard.", ["BANNU"]),
        ("KHARTOUM:\nShells fell on a market, a Sudanese nurse said.", ["KHARTOUM"]),
        ("A car bomb went off in the Afghan capital at noon.", ["Afghan capital"]),
        ("Shots were heard in the South Sudanese capital.", ["South Sudanese capital"]),
        ("Kenyan police fired shots. Crowds had gathered in the capital.", ["capital"]),
    ],
)
def test_finds(toponyms, text, names):
    assert set(names) <= set(toponyms(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Shares of Bank of America fell.", "America"),
        ("Paris Hilton wore white at the party.", "Paris"),
        ("The Washington Post published the story.", "Washington"),
        ("Gen. Kent Jackson spoke to reporters.", "Jackson"),
        ("A Jordanian officer was wounded.", "Jordanian"),
        ("They want us to leave, he told us.", "us"),
        ("Armed Hausa villagers met the Catholic town council.", "Catholic"),
        ("The villages of the valley elected Mary Smith.", "Mary Smith"),
        ("In May the march began again.", "May"),
        ("The president said the Army would stay.", "Army"),
        ("The Valley girls lost the match.", "The Valley"),
        ("WATCH: Crowds cheer in Nairobi.", "WATCH"),
        ("The French capital, Paris, was calm.", "French capital"),
        ("Kabul, the Afghan capital, was calm.", "Afghan capital"),
        ("The Afghan capital Kabul was calm.", "Afghan capital"),
        ("Kenyan police and Ugandan troops met in the capital.", "capital"),
        ("Kenyan firms put more in the capital market.", "capital"),
        ("Kenyan banks raised the capital.", "capital"),
        ("They want Chinese capital for the port.", "Chinese capital"),
        ("He put his trust in Wakowski, a friend.", "Wakowski"),
    ],
)
def test_near_misses(toponyms, text, word):
    assert word not in toponyms(text)


def test_places_in_the_names_of_institutions_stand_for_these(toponyms):
    found = toponyms("The Kenya Defence Forces and the University of Nairobi signed it.")
    assert found.get("Kenya") is False
    assert found.get("Nairobi") is False


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Washington had warned of a response.", "Washington"),
        ("Iran said it would not negotiate.", "Iran"),
        ("The United States accused the group of lying.", "United States"),
        ("Talks with Moscow broke down.", "Moscow"),
        ("Relations between Ankara and Athens are poor.", "Ankara"),
        ("Relations between Ankara and Athens are poor.", "Athens"),
        ("The raid was condemned by Egypt.", "Egypt"),
        ("U.S. troops left the valley.", "U.S."),
        ("The minister blamed Pakistan for the bombing.", "Pakistan"),
    ],
)
def test_stands_for_a_government(toponyms, text, name):
    assert toponyms(text).get(name) is False


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy was in Washington on Tuesday.", "Washington"),
        ("Smoke rose over the streets of Tehran.", "Tehran"),
        ("The army shelled Aleppo for a third day.", "Aleppo"),
        ("Two people died in Moscow.", "Moscow"),
        ("The border with Chad was closed.", "Chad"),
        ("Nigeria's north has seen more raids.", "Nigeria"),
        ("BAGHDAD, Jan 4 — A bomb went off.", "BAGHDAD"),
        ("Kherson was shelled again.", "Kherson"),
    ],
)
def test_is_the_place_itself(toponyms, text, name):
    assert toponyms(text).get(name) is True


def test_spans_are_exact_ordered_and_apart(parse):
    document = parse("Gunmen from Chad’s east crossed into Darfur; El Geneina and Zalingei fell, Sudan’s army said.")
    ToponymsStage().annotate(document)
    spans = [t.span for t in document.toponyms]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert not any(document.text[s.start : s.end].endswith("’s") for s in spans)


def test_an_empty_report_has_none(parse):
    document = parse("")
    ToponymsStage().annotate(document)
    assert document.toponyms == ()
