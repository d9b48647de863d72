"""The lists of roles and named actors: legal codes, no name given twice, terms in order, compiled copy fresh."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from dateline.gazetteer.actors import actors, actors_by_id, index, is_acronym
from dateline.gazetteer.compile import compiled
from dateline.gazetteer.countries import countries
from dateline.gazetteer.data_files import COMPILED, data_folder
from dateline.gazetteer.folding import fold
from dateline.gazetteer.normalise import normalise
from dateline.gazetteer.roles import role_of, roles, singular

SECTORS = {
    "COP",
    "GOV",
    "JUD",
    "LEG",
    "MIL",
    "PRM",
    "PTY",
    "REB",
    "SPY",
    "UAF",
    "UNK",
    "AGR",
    "BUS",
    "CRM",
    "CVL",
    "EDU",
    "ELI",
    "JRN",
    "LAB",
    "MED",
    "REF",
    "OPP",
    "PRE",
    "REL",
    "SOC",
}
INTERNATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
# Names that two actors bear; the report's date or the countries it names decide, else none is taken.
SHARED = {
    "national liberation army",
    "peoples democratic party",
    "people democratic party",
    "jaysh al islam",
    "jamaat e islami",
    "jamaat i islami",
    "sla",
    "updf",
}


def test_codes_and_sectors_are_legal() -> None:
    codes = {country.code for country in countries()} | INTERNATIONAL | {""}
    assert [known.id for known in actors() if known.code not in codes] == []
    assert [known.id for known in actors() if not set(known.sectors) <= SECTORS] == []
    assert [role.lemma for role in roles().values() if not set(role.sectors) <= SECTORS] == []
    assert [k.id for k in actors() for term in k.terms if not set(term.sectors) <= SECTORS] == []


def test_ids_are_unique_and_known() -> None:
    assert [name for name, n in Counter(known.id for known in actors()).items() if n > 1] == []
    assert [known.id for known in actors() if known.of and known.of not in actors_by_id()] == []


def test_no_name_is_given_to_two_actors() -> None:
    tables = (index().names, index().acronyms)
    shared = {key for table in tables for key, bearers in table.items() if len({b.id for b in bearers}) > 1}
    assert {key for key in shared if not all(b.source == "ucdp" for b in _bearers(key))} - SHARED == set()


def _bearers(key: str) -> list[object]:
    return [*index().names.get(key, ()), *index().acronyms.get(key, ())]


def test_terms_are_in_order_and_do_not_overlap() -> None:
    for known in actors():
        for term in known.terms:
            assert term.since is not None, known.id
            assert term.until is None or term.since <= term.until, (known.id, term)
        starts = [term.since for term in known.terms if term.since]
        assert starts == sorted(starts), known.id


def test_years_are_in_order() -> None:
    assert [k.id for k in actors() if k.since and k.until and k.since > k.until] == []


def test_the_lists_are_as_long_as_promised() -> None:
    groups = [known for known in actors() if known.kind in ("group", "party")]
    persons = [known for known in actors() if known.kind == "person"]
    assert len(groups) >= 1000
    assert len(persons) >= 500


def test_no_name_is_a_common_word() -> None:
    words = {"party", "state", "government", "police", "army", "general", "attack", "march", "may", "will"}
    assert [key for key in index().names if key in words] == []


def test_the_compiled_copy_is_fresh() -> None:
    kept = json.loads(data_folder().joinpath(COMPILED).read_text(encoding="utf-8"))
    assert kept == compiled(), "run python -m dateline.gazetteer.compile"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kataib Hezbollah", "Kata'eb Hizbullah"),
        ("Jabhat al-Nusra", "Jabhat an-Nusrah"),
        ("Jaish-e-Mohammed", "Jaish e Mohammad"),
        ("Harakat al-Nujaba", "Haraket Nujaba"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Hezbollah", "Hizb al-Islam"), ("Ansar Allah", "Ansar al-Islam")])
def test_other_names_do_not_meet(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_short_names_do_not_fold() -> None:
    assert fold("Al Badr") == ""


def test_roles() -> None:
    for word, sector in (("soldiers", "MIL"), ("gunmen", "UAF"), ("policemen", "COP"), ("churches", "REL")):
        role = role_of(word)
        assert role is not None, word
        assert role.sectors[0] == sector
    group = role_of("group")
    assert group is not None
    assert group.sectors == ()
    assert role_of("table") is None


@pytest.mark.parametrize(
    ("many", "one"),
    [("armed groups", "armed group"), ("parties", "party"), ("crisis", "crisis"), ("witnesses", "witness")],
)
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


def test_acronyms() -> None:
    assert is_acronym("PKK")
    assert not is_acronym("Hamas")
    assert normalise("F.B.I.") == "fbi"
