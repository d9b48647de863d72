"""Two annotations side by side: figures, differences, pages."""

import copy

from evaluation.corpus import layout
from evaluation.corpus.agreement import compare, differences, rows
from evaluation.corpus.matching import best_pairs, overlap
from evaluation.corpus.view import page, pieces
from tests.corpus.test_compiling import WORDS, made


def test_a_reader_agrees_with_himself():
    record, _ = made()
    board = compare([(record, copy.deepcopy(record))])
    assert all(tally.f1 == 1.0 for tally in board.values() if not tally.labels and tally.f1 is not None)
    assert all(tally.same == 1.0 for tally in board.values() if tally.labels)
    assert differences(record, record) == []


def test_figures_fall_where_readers_differ():
    record, _ = made()
    other = copy.deepcopy(record)
    other["events"][0]["type"] = "COERCE"
    other["events"][0]["actors"] = []
    other["times"] = []
    board = compare([(record, other)])
    assert board["events", "found F1"].f1 == 1.0
    assert board["events", "type F1"].f1 == 0.0
    assert board["events", "actors F1"].f1 == 0.0
    assert board["events", "recipients F1"].f1 == 1.0
    assert board["times", "span F1"].f1 == 0.0
    assert any(line.startswith("|") for line in differences(record, other))


def test_alpha_is_that_of_krippendorff():
    # Two observers, ten units: example A of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
    record, _ = made()
    tally = compare([(record, record)])["events", "type"]
    tally.labels = list(zip("0100000010", "1110010000", strict=True))
    assert tally.alpha is not None
    assert round(tally.alpha, 3) == 0.095


def test_rows_are_for_print():
    record, _ = made()
    assert all(len(row) == 5 for row in rows(compare([(record, record)])))


def test_each_item_stands_in_one_pair():
    one = [{"start": 0, "end": 10}, {"start": 0, "end": 4}]
    other = [{"start": 0, "end": 4}]
    assert best_pairs(one, other, overlap) == [(one[1], other[0])]


def test_pieces_are_the_text_again():
    record, _ = made()
    assert "".join(piece.words for piece in pieces(WORDS, record, 0, len(WORDS))) == WORDS


def test_a_page_escapes_and_shows():
    record, _ = made()
    shown = page(layout.Text("x", {"publisher": "<b>"}, WORDS), record)
    assert "&lt;b&gt;" in shown
    assert "ASSAULT" in shown
    assert "according to the army" in shown
