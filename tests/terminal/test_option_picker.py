"""Answers from single keys."""

import pytest

from sco_quiz.terminal.option_picker import Picker, Typing

DOWN, UP, ENTER = "\x1b[B", "\x1b[A", "\r"


def pressed(picker: Picker | Typing, *keys: str) -> str | None:
    """Return the answer after the last key; earlier keys must not answer."""
    for key in keys[:-1]:
        assert picker.press(key) is None, key
    return picker.press(keys[-1])


def one() -> Picker:
    return Picker(("a", "b", "c"), ("1", "2", "3"))


def several() -> Picker:
    return Picker(("a", "b", "c"), ("1", "2", "3"), several=True)


def test_what_is_shown_after_an_answer_is_the_answer() -> None:
    picker = one()
    pressed(picker, DOWN)
    assert picker.chosen("3") == "> 3"  # another option was current
    assert picker.chosen("1") == ">   [1 a]"
    picker = several()
    pressed(picker, "2", DOWN)
    assert picker.chosen("2") == "> 2  [1 a]"


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


def test_what_is_chosen_is_shown() -> None:
    picker = several()
    pressed(picker, "1", "j", "j")
    assert picker.shown == "> 1  [2 b]"
    assert one().shown == "> "


def test_a_line_is_typed() -> None:
    assert pressed(Typing(), "T", "a", "x", "\x7f", "\b", "i", ENTER) == "Ti"
    assert pressed(Typing(), "a", "b", "\x15", "é", "\x1b[A", ENTER) == "é"
