"""The gazetteer of places: keys, look-ups, abbreviations, its own list, the building of the file."""

import sqlite3
import time
from importlib import resources

import pytest
import yaml

from dateline.gazetteer import places, places_build
from dateline.gazetteer.places import abbreviated, find, lookup, place_key, unit_code
from dateline.gazetteer.places_shape import kilometres, middle


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ar Ramādī", "al-Ramadi"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("St. Paul", "Saint Paul"),
        ("Ft. Worth", "Fort Worth"),
        ("São Paulo", "Sao Paulo"),
        ("Be’er Sheva", "Be'er Sheva"),
    ],
)
def test_one_key_for_spellings(one, other):
    assert place_key(one) == place_key(other)


def test_keys_keep_different_names_apart():
    assert place_key("Street") != place_key("Saint Reet")
    assert place_key("Main St") != place_key("Main Saint")


@pytest.mark.parametrize(
    ("text", "country", "level"),
    [
        ("Mosul", "IRQ", "populated"),
        ("Al-Anbar", "IRQ", "adm1"),
        ("Anbar", "IRQ", "adm1"),
        ("Helmand", "AFG", "adm1"),
        ("Transnistria", "MDA", "area"),
        ("Tower 22", "JOR", "point"),
        ("Ayn al-Asad", "IRQ", "point"),
        ("Kerem Shalom", "ISR", "point"),
        ("Golan Heights", "SYR", "area"),
        ("Kosovo", "KOS", "country"),
        ("Khan Yunis", "PSE", "populated"),
    ],
)
def test_names_are_there(text, country, level):
    assert any(c.country == country and c.level == level for c in lookup(text))


def test_each_homonym_is_a_candidate():
    states = {c.admin1 for c in find(place_key("Springfield")) if c.country == "USA"}
    assert {"Missouri", "Illinois", "Massachusetts", "Oregon"} <= states


@pytest.mark.parametrize(
    ("text", "country", "name"),
    [
        ("U.S.", "USA", "United States"),
        ("UAE", "ARE", "United Arab Emirates"),
        ("DRC", "COD", "Democratic Republic of the Congo"),
        ("Ont.", "CAN", "Ontario"),
        ("Tenn.", "USA", "Tennessee"),
    ],
)
def test_abbreviations(text, country, name):
    found = abbreviated(text)
    assert [(c.country, c.name) for c in found] == [(country, name)]


@pytest.mark.parametrize("text", ["us", "Us", "it", "IT", "Kan", "x"])
def test_words_that_are_no_abbreviation(text):
    assert not [c for c in abbreviated(text) if c.level == "country"]


def test_postal_codes_are_units_not_names():
    assert unit_code("US-KY")[0].name == "Kentucky"
    assert unit_code("US-ZZ") == ()
    assert lookup("ZQX") == ()


def test_machine_romanisations_are_left_out():
    assert not any(c.name == "London" for c in find("lndn"))


def test_every_own_place_is_found_where_the_file_puts_it():
    text = resources.files("dateline.gazetteer").joinpath("data", "places.yaml").read_text(encoding="utf-8")
    sections = yaml.safe_load(text)
    sections.pop("unit_abbreviations")
    rows = [row for rows in sections.values() for row in rows]
    assert len(rows) > 400
    for row in rows:
        lat, lon = row["at"]
        assert -90 <= lat <= 90, row
        assert -180 <= lon <= 180, row
        found = find(place_key(row["name"]))
        assert any((c.lat, c.lon) == (lat, lon) for c in found), row
        for other in row.get("also", []):
            assert find(place_key(other)), (row["name"], other)


def test_own_towns_keep_their_geonames_number():
    (bakhmut,) = [c for c in lookup("Bakhmut") if c.country == "UKR" and c.level == "populated"]
    assert bakhmut.geonames_id
    assert bakhmut.admin1


def test_own_towns_agree_with_the_packages():
    """Our points and those of GeoNames come from different hands: a slip in ours would show as a twin far away."""
    text = resources.files("dateline.gazetteer").joinpath("data", "places.yaml").read_text(encoding="utf-8")
    for row in yaml.safe_load(text)["known_towns"]:
        if row.get("level"):
            continue
        near = [
            c
            for name in (row["name"], *row.get("also", []))
            for c in find(place_key(name))
            if c.country == row.get("country") and c.level == "populated"
        ]
        assert any(kilometres((c.lat, c.lon), tuple(row["at"])) < 1 for c in near), row


def test_countries_lie_in_their_middle():
    (mali,) = [c for c in lookup("Mali") if c.level == "country"]
    assert kilometres((mali.lat, mali.lon), (17.4, -3.5)) < 250


def test_middle_is_not_drawn_to_the_dense_corner():
    corner = [(0.5, 0.02 * i) for i in range(60)]
    wide = [(0.0, 0.0), (0.0, 10.0), (10.0, 0.0), (10.0, 10.0), (4.0, 2.0), (5.0, 5.0), (2.0, 6.0), (7.0, 4.0)]
    lat, lon = middle([*corner, *wide])
    assert (round(lat), round(lon)) == (5, 5)
    assert middle([]) is None
    assert middle([(1.0, 2.0)]) == (1.0, 2.0)


def test_opens_fast_and_says_nothing_wrong_twice():
    find.cache_clear()
    places._open.clear()
    began = time.perf_counter()
    first = find(place_key("Aleppo"))
    assert time.perf_counter() - began < 0.3
    assert find(place_key("Aleppo")) == first


def _small(monkeypatch):
    rows = [places_build.Row("Xtown", (1.0, 2.0), "IRQ", "populated", "town", 5000, 7, aliases=["Al-Xtown"])]
    monkeypatch.setattr(places_build, "countries", lambda: iter(rows))
    for part in ("units", "towns", "own"):
        monkeypatch.setattr(places_build, part, lambda: iter([]))


def test_build_is_atomic_and_leaves_no_draft(tmp_path, monkeypatch, capsys):
    _small(monkeypatch)
    target = tmp_path / "deep" / "places.sqlite"
    places_build.build(target)
    places_build.build(target)  # a second builder replaces the file by the same
    assert [path.name for path in target.parent.iterdir()] == ["places.sqlite"]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "gazetteer" in captured.err
    connection = sqlite3.connect(target)
    names = connection.execute("SELECT key FROM names ORDER BY key").fetchall()
    connection.close()
    assert names == [("al xtown",), ("xtown",)]


def test_a_failed_build_leaves_nothing(tmp_path, monkeypatch):
    _small(monkeypatch)
    monkeypatch.setattr(places_build, "_names", lambda rows: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        places_build.build(tmp_path / "places.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_cache_folder_can_be_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert places_build.gazetteer_path().parent == tmp_path
