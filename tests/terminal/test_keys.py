"""What typed lines mean."""

import pytest

from sco_quiz.terminal.keys import number_up_to


@pytest.mark.parametrize(
    ("line", "number"),
    [("1", 1), ("12", 12), ("13", 0), ("0", 0), ("-1", 0), ("1.5", 0), ("²", 0), ("", 0), ("1" * 5_000, 0)],
)
def test_a_number_up_to_twelve(line: str, number: int) -> None:
    assert number_up_to(12, line) == number
