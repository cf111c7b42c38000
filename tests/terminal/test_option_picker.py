"""Answers from single keys."""

import pytest

from sco_quiz.terminal.blocks import Line
from sco_quiz.terminal.option_picker import Picker

DOWN, UP, ENTER = "\x1b[B", "\x1b[A", "\r"


def pressed(picker: Picker, *keys: str) -> str | None:
    """Return the answer after the last key; earlier keys must not answer."""
    for key in keys[:-1]:
        assert picker.press(key) is None, key
    return picker.press(keys[-1])


def one() -> Picker:
    return Picker(("a", "b", "c"), ("1", "2", "3"))


def several() -> Picker:
    return Picker(("a", "b", "c"), ("1", "2", "3"), several=True)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["2"], "2"),
        (["9"], "9"),  # the question reports that it is not an option
        (["h"], "h"),
        (["j", ENTER], "1"),
        (["j", "j", ENTER], "2"),
        (["k", ENTER], "3"),
        ([DOWN, DOWN, UP, ENTER], "1"),
        (["\x1bOB", "\x1bOA", "\n"], "3"),
        (["\xe0P", "\x00P", ENTER], "2"),  # Windows
        (["j", "j", "j", "j", ENTER], "1"),
        ([ENTER, " ", "\x1b[5~", "3"], "3"),  # nothing is chosen: keys without a meaning
    ],
)
def test_one_of_several(keys: list[str], line: str) -> None:
    assert pressed(one(), *keys) == line


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["1", "3", ENTER], "1 3"),
        (["j", "1", " ", "3", ENTER], "1 3"),  # after a number, a space selects nothing
        (["j", "1", " ", " ", "3", ENTER], "3"),
        (["3", "1", ENTER], "3 1"),
        (["1", "3", "1", ENTER], "3"),
        (["1", "2", "\x7f", "3", ENTER], "1 3"),
        (["j", " ", "j", "j", " ", ENTER], "1 3"),
        (["j", " ", " ", "k", " ", ENTER], "3"),
        (["j", ENTER], "1"),
        ([ENTER], ""),
        (["7", "x", "2", ENTER], "2"),
        (["1", "q"], "q"),
    ],
)
def test_some_of_several(keys: list[str], line: str) -> None:
    assert pressed(several(), *keys) == line


def test_each_option_has_a_box() -> None:
    picker = several()
    pressed(picker, "3", "1")
    assert [picker.box(option) for option in range(3)] == ["[x]", "[ ]", "[x]"]
    picker.in_order = True
    assert [picker.box(option) for option in range(3)] == ["[2]", "[ ]", "[1]"]


def test_a_row_is_filled() -> None:
    picker = several()
    pressed(picker, "3", "1")
    rows = [Line(f"row {number} = ?", row=number) for number in range(3)]
    assert [picker.fill(row).text for row in rows] == ["row 0 = c", "row 1 = a", "row 2 = ?"]


def test_a_number_counts_wherever_the_learner_is() -> None:
    picker = one()
    pressed(picker, DOWN)
    assert picker.current == 0
    assert picker.press("3") == "3"
