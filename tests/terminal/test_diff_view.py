"""Changes in words."""

import doctest

import pytest

from sco_quiz.terminal import diff_view
from sco_quiz.terminal.diff_view import word_difference


def test_examples_in_the_docstrings() -> None:
    result = doctest.testmod(diff_view)
    assert result.attempted >= 2
    assert result.failed == 0


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("It sat there.", "It sat there, too.", "It sat there(+, too+)."),
        ("members met", "The members met", "(+The+) members met"),
        ("members met again", "members met", "members met (-again-)"),
        ("Beijing", "Moscow", "(-Beijing-)(+Moscow+)"),
        ("in the year 2009", "in the year 2010", "in the year (-2009-)(+2010+)"),
        ("a line\nand more", "a line\n\nand more", "a line(-\nand-)(+\n\nand+) more"),
        ("أين يقع المقر", "أين كان المقر", "أين (-يقع-)(+كان+) المقر"),
    ],
)
def test_words_are_compared(old: str, new: str, shown: str) -> None:
    assert word_difference(old, new) == shown
