"""Other forms of words: the docstrings' examples."""

import doctest

import pytest

from sco_quiz.core.typed import dates, durations, numerals, phrases, places, spelling


@pytest.mark.parametrize("module", [dates, durations, numerals, phrases, places, spelling])
def test_examples_in_docstrings(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0
    assert result.failed == 0
