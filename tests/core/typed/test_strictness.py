"""What is strict: the docstrings' examples, and the sentence for learners."""

import doctest

import pytest

from sco_quiz.core import letters
from sco_quiz.core.typed import signs, strictness, symbols
from sco_quiz.core.typed.strictness import what_counts


@pytest.mark.parametrize("module", [letters, signs, strictness, symbols])
def test_examples_in_docstrings(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    ("strict", "sentence"),
    [
        ([], ""),
        (["spelling"], "Spelling counts."),
        (["articles", "case"], "Capitals and articles count."),
        (["signs", "all"], "Every character counts."),
    ],
)
def test_learners_read_what_counts(strict: list[str], sentence: str) -> None:
    assert what_counts(strict) == sentence
