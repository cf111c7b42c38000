"""A typed line is edited as in a shell."""

import pytest

from sco_quiz.terminal.line_editor import LineEditor

LEFT, RIGHT, HOME, END, DELETE = "\x1b[D", "\x1b[C", "\x1b[H", "\x1b[F", "\x1b[3~"
CTRL_A, CTRL_E, CTRL_K, CTRL_U, CTRL_W, ERASE, ENTER = "\x01", "\x05", "\x0b", "\x15", "\x17", "\x7f", "\r"
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"


def typed(*keys: str) -> LineEditor:
    editor = LineEditor()
    for key in keys:
        assert editor.press(key) is None, key
    return editor


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["T", "a", "x", ERASE, "\b", "i"], "Ti"),
        (["a", "c", LEFT, "b"], "abc"),
        (["a", "c", LEFT, LEFT, LEFT, RIGHT, "b"], "abc"),
        (["b", "c", HOME, "a", END, "d"], "abcd"),
        (["b", "c", CTRL_A, "a", CTRL_E, "d"], "abcd"),
        (["\x1b[1~", "a", "\x1bOH", "b", "\x1b[4~", "c"], "bac"),
        (["a", "b", "c", LEFT, LEFT, DELETE], "ac"),
        (["a", "b", "c", LEFT, CTRL_K], "ab"),
        (["a", "b", "c", LEFT, CTRL_U], "c"),
        ([*"one two  three", CTRL_W], "one two  "),
        ([*"one two  ", CTRL_W], "one "),
        ([*"one", CTRL_W], ""),
        (["e", "\u0301", ERASE], ""),
        (["a", "e", "\u0301", LEFT, "x"], "axe\u0301"),
        ([*"ab", "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b"], "ab"),
        ([*"上海", LEFT, "a", ERASE, ERASE], "海"),
        ([PASTE_BEGINS, *"one", ENTER, *"two", PASTE_ENDS], "one two"),
    ],
)
def test_the_line_after_these_keys(keys: list[str], line: str) -> None:
    assert typed(*keys).press(ENTER) == line


def test_a_long_line_is_shown_around_the_cursor() -> None:
    editor = typed(*"Moscow; London")
    assert editor.window(40) == ("Moscow; London", 14)
    assert editor.window(8) == (" London", 7)
    typed_keys = [LEFT] * 10
    for key in typed_keys:
        editor.press(key)
    assert editor.window(8) == ("Moscow; ", 4)


def test_wide_characters_take_two_columns() -> None:
    editor = typed(*"上海合作", LEFT)
    assert editor.window(20) == ("上海合作", 6)
    assert editor.window(5) == ("海合", 4)


def test_what_is_typed_cannot_control_the_terminal() -> None:
    assert typed("\u202e", "a").window(20) == ("a", 1)
    assert typed("\u3164").window(20) == ("\\u3164", 6)
