"""Offsets: what goes in comes out, whatever the characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SpanError
from dateline.spans import Span, quote, trim


@given(st.text(min_size=1), st.data())
def test_quote_slices_code_points(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert quote(text, Span(start, end)) == text[start:end]


@pytest.mark.parametrize("span", [Span(-1, 2), Span(2, 2), Span(3, 2), Span(0, 6)])
def test_quote_refuses_what_does_not_fit(span: Span) -> None:
    with pytest.raises(SpanError, match="5 code points"):
        quote("abcde", span)


@given(st.text())
def test_trim_keeps_everything_but_white_space(text: str) -> None:
    start, end = trim(text, Span(0, len(text)))
    assert text[start:end] == text.strip()


def test_overlap_is_half_open() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).covers(Span(0, 5))
    assert not Span(1, 5).covers(Span(0, 5))
