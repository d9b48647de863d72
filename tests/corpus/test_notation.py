"""Pointers, lines and times of the notation in corpus/guidelines/notation.md."""

import datetime

import pytest
from evaluation.corpus import layout, notation, sentences, timex
from evaluation.corpus.__main__ import main
from evaluation.corpus.layout import CorpusError
from evaluation.corpus.pointing import Pointer

TEXT = "The army said the army won. He said he left: he left at dawn."
POINTER = Pointer(TEXT, [(0, 27), (28, 61)])


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("1:The army", "The army"),
        ("1:the army won", "the army won"),
        ("1:*", "The army said the army won."),
        ("1:army#2", "army"),
        ("2:he#2", "he"),
        ("2:He said ... left#2", "He said he left: he left"),
        ("2:he left: ... $", "he left: he left at dawn."),
        ("1:^ ... said", "The army said"),
        ("1:the army … won", "the army won"),
    ],
)
def test_a_pointer_means_exact_words(pointer, words):
    start, end = POINTER.span(pointer)
    assert TEXT[start:end] == words


def test_the_second_occurrence_is_the_second():
    assert POINTER.span("2:he#2")[0] == TEXT.rindex("he left")


@pytest.mark.parametrize(
    ("pointer", "complaint"),
    [
        ("1:army", "occurs 2 times"),
        ("1:navy", "is not in"),
        ("1:arm", "is not in"),
        ("3:he", "sentence 3 of 2"),
        ("the army", "no pointer"),
        ("1:army#3", "occurs 2 times, not 3"),
        ("1:won ... The", "does not follow"),
        ("1:army#0", "not 0"),
    ],
)
def test_a_pointer_that_means_nothing_is_refused(pointer, complaint):
    with pytest.raises(CorpusError, match=complaint):
        POINTER.span(pointer)


def test_lines_keep_empty_fields_and_their_number():
    sheet = notation.parse(
        "= 1 0:27 The army\n# a note\n\nE e1 PERSON | | CVL | 1:He ; 1:he#1\nS s1 say | | |  1:* |\n"
    )
    assert sheet.faults == []
    assert sheet.sentences == [(0, 27)]
    first, second = sheet.lines
    assert (first.number, first.kind, first.name, first.fields) == (4, "E", "e1", ("", "CVL", "1:He ; 1:he#1"))
    assert second.field(2) == "1:*"
    assert second.field(9) == ""


def test_unknown_lines_and_sentences_out_of_order_are_faults():
    sheet = notation.parse("= 2 0:5 words\nX x1 | 1:he\n")
    assert [fault.split(":")[0] for fault in sheet.faults] == ["line 1", "line 2"]


def test_sentence_lines_read_back():
    lines = notation.sentence_lines(TEXT, POINTER.sentences)
    assert notation.parse(lines).sentences == POINTER.sentences


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("2024-W05", "2024-01-29", "2024-02-04"),
        ("2024-W05-WE", "2024-02-03", "2024-02-04"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("2024-01-28TNI", "2024-01-28", "2024-01-28"),
        ("2024-02-14/2024-02-16", "2024-02-14", "2024-02-16"),
        ("(2024-02-14,2024-02-16,P2D)", "2024-02-14", "2024-02-15"),
    ],
)
def test_days_of_a_value(value, first, last):
    assert timex.legal(value)
    assert timex.days(value) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["P3M", "PRESENT_REF", "XXXX-WXX-1", "PT2H", "XXXX-05", "P1DT12H", "T08:00"])
def test_values_without_days(value):
    assert timex.legal(value)
    assert timex.days(value) == (None, None)


@pytest.mark.parametrize("value", ["Monday", "2024-1-5", "last week", "24-01"])
def test_what_is_no_value(value):
    assert not timex.legal(value)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("P3M", "DURATION"),
        ("PAST_REF", "DATE"),
        ("2024-01-28TNI", "TIME"),
        ("2024-01-28T14:00", "TIME"),
        ("2024", "DATE"),
    ],
)
def test_kind_of_a_value(value, kind):
    assert timex.kind(value) == kind


def test_a_new_sheet_is_cut_once_and_mended_by_hand(tmp_path, monkeypatch):
    monkeypatch.setattr(layout, "TEXTS", tmp_path / "texts")
    monkeypatch.setattr(layout, "ANNOTATIONS", tmp_path / "annotations")
    layout.TEXTS.mkdir()
    (layout.TEXTS / "a.txt").write_text("id: a\n---\nBulletin No. 7. Troops left Gao. They went north.\n")
    sentences.new("first", "a")
    path = layout.annotation_path("first", "a")
    texts = [path.read_text()]
    with pytest.raises(CorpusError, match="exists"):
        sentences.new("first", "a")
    before = notation.read(path).sentences
    sentences.split("first", "a", len(before), "north")
    after = notation.read(path).sentences
    assert len(after) == len(before) + 1
    sentences.join("first", "a", len(before))
    assert path.read_text() == texts[0]
    with pytest.raises(CorpusError, match="none behind it"):
        sentences.join("first", "a", len(before))
    with pytest.raises(CorpusError, match="begins with"):
        sentences.split("first", "a", len(before), "They")
    sentences.split("first", "a", len(before), "north")
    sentences.new("second", "a")
    assert notation.read(layout.annotation_path("second", "a")).sentences == after


@pytest.mark.parametrize(
    "arguments", [[], ["show", "--help"], ["dance"], ["split", "first"], ["check", "first", "no-such-text"]]
)
def test_a_wrong_command_changes_nothing_and_says_why(arguments, capsys):
    assert main(arguments) in (1, 2)
    assert capsys.readouterr().err
