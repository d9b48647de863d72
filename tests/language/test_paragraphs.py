"""Paragraph breaks: what a blank line, a line break and a hard wrap mean."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dateline.language.paragraphs import paragraphs
from dateline.spans import Span

WRAPPED = (
    "The army said on Monday that its units had entered the town of Kessab and\n"
    "that fighting was going on in the streets around the market, where rebels\n"
    "had dug in. A spokesman for the rebels denied it and said that the attack\n"
    "had been beaten back with heavy losses for the army and its allied groups.\n"
    "\n"
    "Residents fled towards the coast, where schools were opened to shelter the\n"
    "families, officials said."
)


def words(text: str, holes: tuple[Span, ...] = ()) -> list[str]:
    return [text[span.start : span.end] for span in paragraphs(text, holes)]


def test_a_line_break_ends_a_paragraph() -> None:
    assert words("A headline\nThe first sentence.\r\n\r\nThe second.") == [
        "A headline",
        "The first sentence.",
        "The second.",
    ]


def test_hard_wrapped_lines_stay_together() -> None:
    found = words(WRAPPED)
    assert len(found) == 2
    assert found[0].startswith("The army")
    assert found[0].endswith("allied groups.")


def test_furniture_is_left_out() -> None:
    text = "Report.\nLeave a Reply\nMore."
    at = text.index("Leave")
    assert words(text, (Span(at, at + len("Leave a Reply")),)) == ["Report.", "More."]


def test_an_endless_paragraph_is_cut_at_sentence_ends() -> None:
    text = "The army shelled the town. " * 1000
    found = paragraphs(text)
    assert all(span.width <= 8000 for span in found)
    assert all(text[span.start : span.end].endswith(".") for span in found)
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ab. \n\r\t\u00a0é😀", max_size=300))
def test_no_letter_is_lost_or_doubled(text: str) -> None:
    found = paragraphs(text)
    covered = "".join(text[span.start : span.end] for span in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
