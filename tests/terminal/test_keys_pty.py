"""Keys in each mode on a pseudo-terminal."""

import os
import re
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sco_quiz.core.review import Rating
from sco_quiz.terminal.keyboard import REST
from tests.conftest import ROOT, first, pairs
from tests.pseudo_terminal import Terminal

BANK = str(ROOT / "tests" / "terminal" / "eight-kinds.yaml")
DOWN, UP = "\x1b[B", "\x1b[A"


def start(opened: list[Terminal], *arguments: str, command: str = "quiz", **settings: str) -> Terminal:
    terminal = Terminal(*arguments, "--bank", BANK, "--seed", "1", command=command, **settings)
    opened.append(terminal)
    return terminal


def rows(query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(os.environ["SCO_QUIZ_PROGRESS"]) as db:
        return db.execute(query).fetchall()


@pytest.mark.parametrize(("command", "down"), pairs(["quiz", "review"], ["j", DOWN]))
def test_moving_to_an_option(opened: list[Terminal], command: str, down: str) -> None:
    terminal = start(opened, "--kind", "single_choice", command=command)
    shown = terminal.wait_for("Press a number")
    third = re.search(r"3 (\w+)", shown)
    assert third
    for _ in range(3):
        terminal.press(down)
    terminal.wait_for(f"❯ 3 {third[1]}")
    terminal.press("\r")
    terminal.wait_for("any key: next")
    assert rows("SELECT response FROM answer") == [(f'["{third[1]}"]',)]
    terminal.press("q")
    assert terminal.ended() == 0


def test_true_or_false_by_arrows(opened: list[Terminal]) -> None:
    terminal = start(opened, "--kind", "true_false")
    terminal.wait_for("Press t or f")
    terminal.press(UP)
    terminal.wait_for("❯ f false")
    terminal.press("\r")
    terminal.wait_for("✓ Right")


@pytest.mark.parametrize("kind", ["multiple_choice", "matching", "ordering"])
def test_taking_several_with_the_space_bar(opened: list[Terminal], kind: str) -> None:
    terminal = start(opened, "--kind", kind)
    terminal.wait_for("then press Enter.")
    first, second = ("[x]", "[x]") if kind == "multiple_choice" else ("[1]", "[2]")
    terminal.press("j j ")
    terminal.wait_for(f"❯ 2 {second}")
    assert f"  1 {first}" in terminal.text()
    terminal.press(" ")
    terminal.wait_for("❯ 2 [ ]")


def test_the_ratings(opened: list[Terminal]) -> None:
    kinds = ("--kind", "true_false", "--kind", "single_choice", "--kind", "numeric", "--kind", "short_answer")
    terminal = start(opened, *kinds, command="review")
    for left, key in zip((4, 3, 2, 1), "4321", strict=True):
        terminal.wait_for_screen(lambda lines: any(line.startswith(f"{left} left") for line in lines))  # noqa: B023
        terminal.wait_for_screen(lambda lines: any("all keys" in line for line in lines))
        panel = "\n".join(terminal.screen.display)
        terminal.press({"Press t": "t", "Press a": "1"}.get(panel[panel.find("Press") :][:7], "30\r"))
        terminal.wait_for_screen(lambda lines: any("1: again · 2: hard · 3: good" in line for line in lines))
        terminal.press(key)
        terminal.wait_for(f"Last question rated. {Rating(int(key)).name.capitalize()}: ")
    terminal.wait_for_screen(lambda lines: "of 4" in lines[0] and lines[0].startswith("1 left"))  # that one again
    terminal.press("q\r")
    terminal.wait_for("Score:")
    assert rows("SELECT rating FROM answer ORDER BY id") == [(4,), (3,), (2,), (1,)]


@pytest.mark.parametrize(
    ("kind", "keys"),
    first(
        [
            ("single_choice", "1111"),
            ("numeric", "30\r4"),
            ("single_choice", "144"),
            ("true_false", "ft"),
            ("numeric", "30\r\r"),
        ],
        2,
    ),
)
def test_keys_that_bounce_neither_dismiss_nor_rate_the_verdict(opened: list[Terminal], kind: str, keys: str) -> None:
    terminal = start(opened, "--kind", kind, command="review")
    terminal.wait_for("all keys")
    terminal.press(keys)
    terminal.wait_for("1: again · 2: hard")  # not before keys have an effect
    assert "Score:" not in terminal.text()
    assert rows("SELECT rating FROM answer") in ([(1,)], [(3,)])
    terminal.press("4")
    terminal.wait_for("Score:")
    assert rows("SELECT rating FROM answer") == [(4,)]


def test_a_key_that_bounces_when_it_dismisses_the_verdict_does_not_answer(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "2", "--kind", "single_choice")
    opened.append(terminal)
    terminal.wait_for("all keys")
    terminal.press("1")
    terminal.wait_for("any key: next")
    terminal.press("11?")
    terminal.wait_for("flag this question")
    terminal.press("x")
    terminal.wait_for_screen(lambda lines: lines[0].startswith("2 of 2 ") and any("Press a number" in x for x in lines))
    assert rows("SELECT count(*) FROM answer") == [(1,)]


@pytest.mark.parametrize("command", ["quiz", "review"])
def test_a_flag_after_the_verdict_where_f_is_an_answer(opened: list[Terminal], command: str) -> None:
    terminal = start(opened, "--kind", "true_false", command=command)
    terminal.wait_for("Press t or f")
    terminal.press("f")
    terminal.wait_for("f: flag")
    terminal.wait_for("q: end")
    terminal.press("f")
    terminal.wait_for("What's wrong with this question?")
    terminal.press("out of date\r")
    terminal.wait_for("Flagged.")
    assert rows("SELECT question, note FROM flag") == [("statement", "out of date")]


@pytest.mark.parametrize("arguments", [("quiz",), ("review",), ("quiz", "--exam", "--time-limit", "60")])
def test_a_pause_hides_the_question(opened: list[Terminal], arguments: tuple[str, ...]) -> None:
    terminal = start(opened, "--kind", "single_choice", *arguments[1:], command=arguments[0], height=20)
    terminal.wait_for("Press a number")
    terminal.press("p")
    terminal.wait_for("Paused. Press any key to continue.")
    assert "Press a number" not in "\n".join(terminal.screen.display)
    terminal.press("x")
    terminal.wait_for_screen(lambda lines: any("Press a number" in line for line in lines))
    terminal.press("?")
    terminal.wait_for("flag this question")


def test_an_exam_against_a_visible_clock(opened: list[Terminal]) -> None:
    kinds = ("--kind", "single_choice", "--kind", "short_answer")
    terminal = start(opened, "--exam", "--time-limit", "0.1", *kinds)  # 6 seconds
    begun = terminal.wait_for("0:0")
    clock = re.compile(r"0:0\d")
    terminal.read_until(lambda: clock.findall(terminal.text()) != clock.findall(begun))  # it runs by itself
    terminal.press("u" if "Press a number" in terminal.text() else "u\r")
    terminal.wait_for("Nothing to undo yet.")
    terminal.wait_for("Time is up.")
    terminal.wait_for("Not passed")
    assert terminal.ended() == 1


def test_a_long_prompt_is_whole_beside_a_clock(opened: list[Terminal]) -> None:
    terminal = Terminal("--bank", BANK, "--exam", "--time-limit", "5", "--kind", "short_answer", width=40)
    opened.append(terminal)
    terminal.wait_for("4:5")
    terminal.press("q\r")
    text = terminal.wait_for("continue.")
    assert "Hand in now? y: hand in, a number: go to that question, Enter: continue." in " ".join(text.split())
    terminal.press("y\r")
    terminal.wait_for("Not passed")


def test_typing_beside_a_clock(opened: list[Terminal]) -> None:
    terminal = start(opened, "--exam", "--time-limit", "60", "--kind", "short_answer", "--pass-mark", "100")
    terminal.wait_for("59:")
    terminal.press("Nurgalyiev\x7f\x7f\x7f\x7f")
    terminal.press("iev\r")
    terminal.wait_for("hand in")
    terminal.press("u\r")
    terminal.wait_for("1 of 1", 2)
    terminal.press("h\r")
    terminal.wait_for("There are no hints in an exam.")
    terminal.press("Nurgaliev\r")
    terminal.wait_for("hand in", 2)
    terminal.press("\r")
    terminal.wait_for("Passed")
    assert terminal.ended() == 0


def test_an_exam_is_interrupted_and_resumed(opened: list[Terminal]) -> None:
    terminal = start(opened, "--exam", "--kind", "true_false", "--kind", "numeric")
    terminal.wait_for("1 of 2 ─")
    terminal.wait_for("all keys")
    terminal.press("s" if "Press t" in terminal.text() else "s\r")
    terminal.wait_for("2 of 2 ━")
    terminal.press("\x03")
    terminal.wait_for("sco_quiz quiz --resume --bank")
    assert terminal.ended() == 130
    again = Terminal("--resume", "--bank", BANK)
    opened.append(again)
    again.wait_for("resuming after 1 of 2 questions")
    again.wait_for("2 of 2 ━")


def test_plain_on_a_terminal_draws_nothing(opened: list[Terminal]) -> None:
    terminal = start(opened, "--plain", "--kind", "true_false", "--kind", "numeric", command="review")
    terminal.wait_for("Answer:")
    terminal.press("t\r")
    terminal.wait_for("Enter: next, ")
    assert "\x1b" not in terminal.raw
    assert not re.search("[\u2500-\u257f]", terminal.text())


def resize(terminal: Terminal, width: int) -> None:
    terminal.child.setwinsize(40, width)
    terminal.screen.resize(40, width)


@pytest.mark.parametrize("command", first(["quiz", "review"]))
def test_the_window_changes_its_size(opened: list[Terminal], command: str) -> None:
    """The page is redrawn for the new width before any key is pressed; so is a verdict, with its choices."""
    terminal = start(opened, "--kind", "single_choice", command=command)
    terminal.wait_for("all keys")
    resize(terminal, 50)
    terminal.wait_for_screen(lambda lines: "1" in lines[0] and lines[1].startswith("╭─") and lines[1][49:] == "╮")
    terminal.press("1")
    terminal.wait_for("any key: next")
    resize(terminal, 70)
    terminal.wait_for_screen(lambda lines: lines[1].startswith("╭─") and lines[1][69:] == "╮")
    terminal.wait_for_screen(lambda lines: any("✗ Wrong" in line for line in lines))
    terminal.wait_for_screen(lambda lines: any("f: flag" in line for line in lines))


def framed(lines: list[str], width: int) -> bool:
    """Whether there is one whole frame of that width on the screen."""
    frame = [line for line in lines if line.startswith(("╭", "│", "╰"))]
    ends = [line[0] + line[-1] for line in frame]
    return {len(line) for line in frame} == {width} and ends == ["╭╮", *["││"] * (len(frame) - 2), "╰╯"]


@pytest.mark.parametrize(
    "kind", first(["cloze", "multiple_choice", "short_answer", "numeric", "matching", "true_false"], 2)
)
def test_the_window_changes_its_size_while_an_answer_is_typed(opened: list[Terminal], kind: str) -> None:
    terminal = start(opened, "--kind", kind, width=80, height=40)
    terminal.wait_for("all keys")
    typed = kind in ("short_answer", "numeric", "cloze")
    terminal.press("half an answer" if typed else "j")
    for width in (40, 200, 60, 80):
        resize(terminal, width)
        terminal.wait_for_screen(lambda lines: framed(lines, min(width, 100)))  # noqa: B023
        terminal.wait_for_screen(lambda lines: ("> half an answer" in lines) == typed)
        assert sum("Eight kinds" in line for line in terminal.screen.display) == 1
    terminal.press("x")
    if typed:
        terminal.wait_for("> half an answerx")


@pytest.mark.parametrize(
    "kind", first(["single_choice", "numeric", "true_false", "multiple_choice", "matching", "ordering"], 2)
)
def test_ctrl_c_leaves_the_frame_of_the_score_whole(opened: list[Terminal], kind: str) -> None:
    terminal = start(opened, "--kind", kind)
    terminal.wait_for("all keys")
    terminal.press("j" if kind != "numeric" else "12")
    terminal.press("\x03")
    terminal.wait_for("No questions answered.")
    assert terminal.ended() == 0
    assert "\n╭─ Score ─" in terminal.text()


def test_a_program_that_was_suspended_takes_single_keys_again(opened: list[Terminal]) -> None:
    """Meanwhile the shell has set the terminal to whole lines."""
    import termios

    terminal = start(opened, "--kind", "true_false")
    terminal.wait_for("Press t or f")
    cooked = termios.tcgetattr(terminal.child.child_fd)
    cooked[3] |= termios.ICANON | termios.ECHO
    terminal.child.kill(signal.SIGSTOP)
    termios.tcsetattr(terminal.child.child_fd, termios.TCSANOW, cooked)
    terminal.child.kill(signal.SIGCONT)
    terminal.press("f")
    terminal.wait_for("✓ Right")


@pytest.mark.parametrize("limit", [(), ("--time-limit", "60")])
def test_an_exam_is_completed_from_its_list(opened: list[Terminal], limit: tuple[str, ...]) -> None:
    terminal = start(opened, "--exam", *limit, "--kind", "single_choice", "--kind", "true_false", "--kind", "ordering")
    terminal.wait_for("1 of 3")
    terminal.press("s")
    terminal.wait_for("2 of 3")
    terminal.press("q")
    terminal.wait_for("0 of 3 questions answered. Not answered:")
    terminal.wait_for("Hand in now? y: hand in, a number: go to that question, Enter: continue.")
    terminal.press("3\r")
    terminal.wait_for("3 of 3")
    terminal.press("s")
    terminal.wait_for("2 of 3", 2)
    terminal.press("s")
    terminal.wait_for("That was the last question.")
    terminal.press("u")
    terminal.wait_for("2 of 3", 3)
    terminal.press("s")
    terminal.wait_for("That was the last question.", 2)
    terminal.press("y")
    terminal.wait_for("0 of 3 points (0 %)")
    assert terminal.text().count("(skipped)") == 7
    assert rows("SELECT count(*), count(response) FROM answer") == [(3, 0)]


def shown_lines(terminal: Terminal) -> list[str]:
    return [line.strip("│").strip() for line in terminal.screen.display]


def test_the_verdict_is_in_the_list_of_options(opened: list[Terminal]) -> None:
    """One panel, marked in place; the option that the learner was at before is not."""
    terminal = start(opened, "--kind", "single_choice")
    terminal.wait_for("all keys")
    panel = next(line for line, text in enumerate(terminal.screen.display) if "╭" in text)
    terminal.press("j")
    terminal.wait_for("❯ 1")
    terminal.press("2")
    terminal.wait_for("any key: next")
    lines = shown_lines(terminal)
    assert "❯" not in terminal.text()
    assert [line[:3] for line in lines if "(your answer)" in line] == ["✗ 2"]
    assert [line[-14:] for line in lines if line.startswith("✓")] == ["(right answer)"]
    assert sum("╭" in line for line in terminal.screen.display) == 1
    assert "╭" in terminal.screen.display[panel]


def test_one_key_after_a_typed_answer_and_at_the_last_question(opened: list[Terminal]) -> None:
    terminal = start(opened, "--kind", "short_answer")
    terminal.wait_for("all keys")
    terminal.press("Ivanov\r")
    terminal.wait_for("any key: next")
    terminal.press("x")
    terminal.wait_for("Repeat the 1 missed question? y/N")
    terminal.press("xxy")  # a key that bounced is ignored, and one that answers nothing
    terminal.press("y")
    terminal.wait_for_screen(lambda lines: lines[0].startswith("1 of 1") and lines[1].startswith("╭─ Eight"))
    terminal.press("\x03")
    assert terminal.ended() == 0


@pytest.mark.parametrize(
    ("kind", "keys", "message"),
    first(
        [
            ("single_choice", "9", "The numbers go from 1 to 3."),
            ("numeric", "200o\r", "mixes digits and letters"),
            ("matching", "12\r", "Type 3 numbers from 1 to 3"),
            ("multiple_choice", "\r", "Type a number from 1 to 4."),
            ("true_false", "x", "Type t for true or f for false."),
            ("short_answer", "\r", "Type the answer, or s to skip the question."),
            ("numeric", "\r", "Type a number, such as 12 or twelve."),
            ("cloze", "Moscow\r", "There are 2 gaps"),
            ("ordering", "\r", "Type all 4 numbers"),
        ],
        3,
    ),
)
def test_what_cannot_be_read_is_asked_again(opened: list[Terminal], kind: str, keys: str, message: str) -> None:
    terminal = start(opened, "--kind", kind)
    terminal.wait_for("all keys")
    terminal.press(keys)
    terminal.wait_for(message)
    assert "Wrong" not in terminal.text().replace("A wrong choice costs what a right one earns.", "")
    assert rows("SELECT * FROM answer") == []
    terminal.press("\x03")
    terminal.wait_for("No questions answered.")


def test_what_cannot_be_read_can_be_changed(opened: list[Terminal]) -> None:
    terminal = start(opened, "--kind", "cloze")
    terminal.wait_for("all keys")
    terminal.press("Moscow\r")
    terminal.wait_for("There are 2 gaps")
    terminal.press("; London\r")
    terminal.wait_for("✓ Right")


def test_a_typed_line_is_edited_in_place(opened: list[Terminal]) -> None:
    terminal = start(opened, "--kind", "short_answer", width=40)
    terminal.wait_for("all keys")
    terminal.press("x" * 60)
    terminal.wait_for("> " + "x" * 36)  # the line never wraps
    terminal.press("\x15Nrgaliex\x1b[D\x7fi\x1b[Ce\x7f\x7fv\x01\x1b[Cu")
    terminal.wait_for_screen(lambda lines: "> Nurgaliiv" in lines)
    terminal.press("\x05\x7f\x7fev\r")
    terminal.wait_for("✓ Right")
    assert sum("> " in line for line in terminal.screen.display) == 0


def test_a_line_feed_in_a_paste_does_not_answer(opened: list[Terminal]) -> None:
    terminal = start(opened, "--kind", "short_answer")
    terminal.wait_for("all keys")
    terminal.press("\x1b[200~Bolat\nNurgaliev\x1b[201~")
    terminal.wait_for("> Bolat Nurgaliev")
    assert rows("SELECT * FROM answer") == []


def shows(*wanted: str) -> Callable[[list[str]], bool]:
    """Return whether the lines of the screen show all these."""
    return lambda lines: all(any(text in line for line in lines) for text in wanted)


def test_the_first_question_is_at_the_top_but_leaves_a_warning_in_sight(opened: list[Terminal], tmp_path: Path) -> None:
    terminal = start(opened, "-n", "1", "--kind", "single_choice", width=80, height=24)
    terminal.wait_for("all keys")
    assert terminal.screen.display[0].startswith("1 of 1 ")
    assert "eight-kinds: quiz with 1 of 1 question" in terminal.text()
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database " * 500)
    terminal = start(opened, "-n", "1", "--kind", "single_choice", "--progress", str(broken), width=80, height=24)
    terminal.wait_for("all keys")
    assert "was damaged" in "\n".join(terminal.screen.display)


@pytest.mark.parametrize("width", first([40, 80]))
def test_a_page_taller_than_the_window_begins_at_its_begin(opened: list[Terminal], width: int) -> None:
    """Under the status line; then what is new; keys show the rest, and the next question comes only after it."""
    terminal = Terminal("--seed", "3", "-n", "3", "--kind", "single_choice", width=width, height=10)
    opened.append(terminal)
    for number in (1, 2, 3):
        terminal.wait_for_screen(shows(f"{number} of 3 ", "╭─", "↓ Page Down"))
        assert "all keys" not in "\n".join(terminal.screen.display)
        terminal.press("\x1b[6~" * 3)
        terminal.wait_for_screen(shows(f"{number} of 3 ", "all keys", "↑ Page Up"))
        terminal.press("1")
        terminal.wait_for_screen(shows(f"{number} of 3 ", "any key: more"))
        assert "in a row" in terminal.screen.display[0]
        assert re.search("[✓✗] [1-4] ", "\n".join(terminal.screen.display))
        time.sleep(2 * REST)  # no key is read at first
        terminal.press(" ")
        terminal.wait_for_screen(lambda lines: "╭─" not in lines[1])
        time.sleep(2 * REST)
        terminal.press("\x1b[6~" * 9)
        terminal.wait_for_screen(shows(f"{number} of 3 ", "╰─", "any key: next"))
        terminal.press(" ")


@pytest.mark.parametrize(("cancel", "answered"), pairs(["\x03", "\x1b"], [False, True]))
def test_a_note_that_is_canceled_ends_nothing_else(opened: list[Terminal], cancel: str, answered: bool) -> None:
    terminal = start(opened, "--kind", "single_choice")
    terminal.wait_for("all keys")
    if answered:
        terminal.press("1")
        terminal.wait_for("any key: next")
        time.sleep(2 * REST)
    terminal.press("f")
    terminal.wait_for("(Ctrl-C: cancel)")
    terminal.press("it is")
    terminal.wait_for("it is")
    terminal.press(cancel)
    terminal.wait_for_screen(shows("Not flagged: the note is empty.", "any key: next" if answered else "all keys"))
    assert "Score:" not in terminal.text()
    assert rows("SELECT * FROM flag") == []
