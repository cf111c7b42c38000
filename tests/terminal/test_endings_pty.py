"""The end of a session on a real terminal: it fits the screen, and one key continues."""

from typing import Any

import pytest

from tests.conftest import ROOT, first
from tests.pseudo_terminal import Terminal

BANK = str(ROOT / "tests" / "terminal" / "eight-kinds.yaml")


def shows(terminal: Terminal, *texts: str) -> None:
    """Wait until the screen, not what has scrolled off, shows all these."""
    terminal.wait_for_screen(lambda lines: all(any(text in line for line in lines) for text in texts))


def skip(terminal: Terminal, status: str) -> None:
    """Skip the question with this status, and dismiss its answer when the pause after it is over."""
    shows(terminal, status)
    terminal.press("s")
    shows(terminal, "any key: ")
    terminal.wait_for_screen(lambda lines: not any(status in line for line in press_next(terminal, lines)))


def press_next(terminal: Terminal, lines: list[str]) -> list[str]:
    """Press a key that does nothing else, until it is not too early."""
    if any("any key: " in line for line in lines):
        terminal.press(" ")
    return lines


@pytest.mark.parametrize("width", first([40, 80]))
def test_the_score_is_on_the_screen_when_much_was_missed(opened: list[Any], width: int) -> None:
    terminal = Terminal("-n", "7", "--kind", "true_false", "--seed", "1", width=width, height=24)
    opened.append(terminal)
    for number in range(1, 8):
        skip(terminal, f"{number} of 7 ")
    shows(terminal, "and 3 more", "Score: no questions answered", "7 skipped", "Repeat the 7 missed questions? y/N")
    terminal.press("n")
    shows(terminal, "Due: 0 today", "Next:")


def test_one_key_accepts_practice(opened: list[Any]) -> None:
    terminal = Terminal("--new", "0", "--bank", BANK, command="review", width=80, height=24)
    opened.append(terminal)
    shows(terminal, "Practice anyway? y/N")
    terminal.press("y")
    terminal.wait_for("practice with 8 questions")


def test_one_key_continues_a_review(opened: list[Any]) -> None:
    kinds = ("--kind", "true_false", "--kind", "single_choice")
    terminal = Terminal("-n", "1", *kinds, "--bank", BANK, command="review", width=80, height=24)
    opened.append(terminal)
    skip(terminal, "1 left")
    shows(terminal, "1 more to review, due or new: continue? y/N")
    terminal.press("y")
    shows(terminal, "1 left", "s: skip")
