from __future__ import annotations

import pytest

from dateline.statements.lexicon import ACTS, nouns, phrases, verbs

PREPOSITIONS = {"about", "against", "as", "at", "for", "in", "of", "on", "over", "to", "with"}
FRAMES = {"clause", "if-clause", "infinitive", "gerund", "object", "quote", "object+to", "object+predicate"}


def test_the_lexicon_is_wide():
    assert len(verbs()) >= 250
    assert len(nouns()) >= 80


@pytest.mark.parametrize("table", [verbs, nouns])
def test_every_entry_has_a_known_act_and_known_frames(table):
    for lemma, entry in table().items():
        assert entry.act in ACTS, lemma
        assert {act for _, act in entry.acts} <= ACTS, lemma
        assert entry.frames, lemma
        for frame in entry.frames:
            bare = frame.removesuffix("-phrase").removeprefix("object+")
            assert frame in FRAMES or bare in PREPOSITIONS, (lemma, frame)
        assert entry.speakers <= entry.frames, lemma


def test_hearsay_and_adjectives_have_known_acts():
    assert set(phrases().hearsay_adverbs.values()) <= ACTS
    assert set(phrases().adjectives.values()) <= ACTS


def test_an_act_can_differ_by_frame():
    call = verbs()["call"]
    assert call.act_in("for-phrase") == "ask"
    assert call.act_in("object+predicate") == "say"
