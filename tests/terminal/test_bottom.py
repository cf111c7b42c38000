"""The line of keys at the end of a page."""

import pytest
from rich.console import Console

from sco_quiz.terminal.bottom import Bottom

KEYS = "any key: next · u: undo · f: flag · q: end"


@pytest.mark.parametrize(
    ("width", "lines"),
    [(80, [KEYS, ""]), (40, ["any key: next · u: undo · f: flag", "q: end", ""])],
)
def test_it_breaks_between_two_keys(width: int, lines: list[str]) -> None:
    bottom = Bottom(KEYS)
    rows, _ = bottom.rows(Console(width=width), "", width)
    assert ["".join(part.text for part in row) for row in rows] == lines
    blank, _ = bottom.blank().rows(Console(width=width), "", width)
    assert blank == [()] * len(lines)  # what is above it does not move when the keys are shown
