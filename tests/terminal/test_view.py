"""What is in sight of a page that is taller than the window."""

from collections.abc import Iterable

from rich.segment import Segment

from sco_quiz.terminal.drawing import CURRENT
from sco_quiz.terminal.page import Row
from sco_quiz.terminal.view import END, View

ROWS: list[Row] = [(Segment(str(number)),) for number in range(10)]


def seen(view: View, room: int, rows: list[Row] = ROWS, sought: Iterable[str] = ()) -> str:
    return " ".join("".join(part.text for part in row) for row in view.cut(rows, room, sought))


def test_its_begin_is_shown_first_and_then_the_rest() -> None:
    view = View()
    assert seen(view, 6) == "0 1 2 3 4 5"
    assert (view.keys, view.below) == ("↓ Page Down", True)
    view.turn(1)
    assert seen(view, 6) == "4 5 6 7 8 9"  # the last page is a full one
    assert (view.keys, view.below) == ("↑ Page Up", False)
    view.turn(-1)
    assert seen(view, 4) == "0 1 2 3"
    view.turn(1)
    assert seen(view, 4) == "3 4 5 6"  # a row stays in sight
    assert view.keys == "↓ Page Down · ↑ Page Up"


def test_the_frame_alone_is_nothing_to_wait_for() -> None:
    view = View()
    seen(view, 9)
    assert (view.below, view.keys) == (False, "")
    seen(view, 8)
    assert view.below


def test_its_end() -> None:
    view = View(top=END)
    assert seen(view, 3) == "7 8 9"


def test_a_page_that_fits_is_all_in_sight() -> None:
    view = View(top=3)
    assert seen(view, 20) == "0 1 2 3 4 5 6 7 8 9"
    assert (view.keys, view.above, view.below) == ("", False, False)


def test_the_option_that_a_learner_is_at_comes_into_sight() -> None:
    view = View()
    rows = [*ROWS[:7], (Segment("│ "), Segment(CURRENT)), *ROWS[7:]]
    assert CURRENT not in seen(view, 5, rows)
    assert seen(view, 5, rows, [CURRENT]) == f"5 6 │ {CURRENT} 7 8"
    view.top = END
    rows = [ROWS[0], (Segment(CURRENT),), *ROWS[1:]]
    assert seen(view, 5, rows, [CURRENT]) == f"0 {CURRENT} 1 2 3"


def test_what_is_new_is_shown_and_its_begin_too_if_both_fit() -> None:
    for sought, rows in ({"23": "0 1 2 3 4", "4": "3 4 5 6 7", "9": "5 6 7 8 9", "x": "0 1 2 3 4"}).items():
        assert seen(View(top=END), 5, sought=sought) == rows
