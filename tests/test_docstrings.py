"""The examples in the docstrings of the public functions run."""

import doctest

import pytest

import dateline
import dateline.api


@pytest.mark.parametrize("module", [dateline, dateline.api])
def test_examples(module: object) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
