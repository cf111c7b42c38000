"""Differences of two texts."""

import doctest

import pytest

from sco_quiz.terminal import segments
from sco_quiz.terminal.segments import compare_words, render_segments


def test_examples_in_the_docstrings() -> None:
    result = doctest.testmod(segments)
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
        ("same", "same", "same"),
    ],
)
def test_words_are_compared(old: str, new: str, shown: str) -> None:
    assert render_segments(compare_words(old, new)) == shown


@pytest.mark.parametrize(("old", "new"), [("", "a"), ("a", ""), ("It sat.", "It sits now.")])
def test_segments_join_to_both_texts(old: str, new: str) -> None:
    found = compare_words(old, new)
    assert "".join(segment.old for segment in found).strip() == old
    assert "".join(segment.new for segment in found).strip() == new
    assert all(segment.old == segment.new for segment in compare_words(old, old))
