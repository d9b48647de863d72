"""The lexicon holds only what the ontology knows."""

from __future__ import annotations

import pytest

from dateline.events import contexts
from dateline.events.lexicon import Entry, lexicon, read_data, support_verbs
from dateline.events.matters import matters
from dateline.ontology import cameo, plover

ENTRIES = list(lexicon().all())
# PLOVER 2.0 departs from the mapping of 2021 (ours, by reading the manual): the type of these codes is free.
FREE = {
    "055": "CONCEDE",  # apology
    "056": "CONCEDE",  # pardon
    "0356": "CONCEDE",  # an announced end of fighting
    "0353": "CONCEDE",
    "0354": "CONCEDE",
    "0351": "CONCEDE",
    "0352": "CONCEDE",
    "0355": "CONCEDE",
    "0813": "CONCEDE",
    "0814": "CONCEDE",
    "0871": "CONCEDE",  # declared, not observed
    "0831": "RETREAT",  # resignation
    "116": "SANCTION",  # conviction
    "163": "SANCTION",  # international sanctions
    "172": "SANCTION",  # designation
    "201": "ASSAULT",
    "128": "REJECT",
}


def test_size() -> None:
    assert len(ENTRIES) > 2500


def _consistent(type_: str, modes: tuple[str, ...], code: str) -> bool:
    if code not in cameo.codes():
        return False
    kind = plover.event_types().get(type_)
    if kind is None or not set(modes) <= set(kind.modes):
        return False
    return cameo.plover_type(code) in (type_, None) or FREE.get(code) == type_


GROUPS = {e.id: e for e in ENTRIES if e.type != "NONE"}


@pytest.mark.parametrize("entry", GROUPS.values(), ids=GROUPS)
def test_type_modes_and_code_agree(entry: Entry) -> None:
    assert _consistent(entry.type, entry.modes, entry.cameo), (entry.id, entry.type, entry.modes, entry.cameo)


def test_senses_that_are_no_event_have_a_reason() -> None:
    assert all(bool(e.reason) == (e.type == "NONE") for e in ENTRIES)


def test_contents_agree() -> None:
    calm, threats, default = matters()
    coded = [code for matter in (*calm, *threats) for code in matter.codes.values()] + list(default.values())
    assert not [c for c in coded if not _consistent(*c)]


def test_context_names_are_known() -> None:
    assert set(read_data("contexts")) <= set(plover.contexts())
    assert {c for e in ENTRIES for c in e.contexts} <= set(plover.contexts())
    assert contexts._cues()["hacker"] == ("cyber",)


def test_modes_data_agree() -> None:
    data = read_data("modes")
    known = set(plover.event_types()["ASSAULT"].modes)
    assert set(data["codes"]) <= known
    assert {rule["mode"] for rule in data["words"]} <= known


def test_every_type_and_mode_has_a_word() -> None:
    told = {(e.type, mode) for e in ENTRIES for mode in e.modes}
    told |= {(c[0], mode) for matter in (*matters()[0], *matters()[1]) for c in matter.codes.values() for mode in c[1]}
    wanted = {(kind.name, mode) for kind in plover.event_types().values() for mode in kind.modes}
    assert not wanted - told


def test_support_verbs_do_not_clash_in_role() -> None:
    assert set(support_verbs()) == {"doer", "bearer", "happen"}
