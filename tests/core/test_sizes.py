"""Sizes of files in words."""

import pytest

from sco_quiz.core.sizes import size_in_words

SIZES = {
    0: "0 bytes",
    999: "999 bytes",
    1000: "1 KB",
    34_400: "34 KB",
    999_499: "999 KB",
    999_500: "1.0 MB",
    3_440_000: "3.4 MB",
}


@pytest.mark.parametrize("count", SIZES)
def test_a_size_in_words(count: int) -> None:
    assert size_in_words(count) == SIZES[count]
