"""The quiz on a pseudo-terminal, read through a terminal emulator."""

import pytest

from tests.command import program
from tests.conftest import ROOT
from tests.pseudo_terminal import Terminal


def piped(seed: int, number: int, lines: list[str]) -> str:
    done = program("quiz", "--seed", str(seed), "-n", str(number), given="\n".join(lines) + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def answers_for(seed: int, number: int) -> list[tuple[str, str]]:
    """Return (kind, line) for each question drawn under a seed: right answers, every third one a skip."""
    from random import Random

    from sco_quiz.core.kinds import Matching
    from sco_quiz.core.selection import Filter, select
    from sco_quiz.core.session import Session
    from sco_quiz.loading.load import load_bank

    bank = load_bank(ROOT / "questions")
    session = Session(select(bank, Filter(), number, Random(seed)), seed)
    lines = []
    for index, question in enumerate(session.questions):
        options = session.options_of(question)
        wanted = tuple(question.pairs.values()) if isinstance(question, Matching) else question.key
        if index % 3 == 2:
            line = "s"
        elif question.type == "true_false":
            line = question.key[0][0]
        elif options:
            line = " ".join(str(options.index(text) + 1) for text in wanted)
        else:
            line = "; ".join(wanted) if question.type == "cloze" else wanted[0]
        lines.append((question.type, line))
    return lines


def last_score(text: str) -> str:
    return next(line for line in reversed(text.splitlines()) if "Score: " in line).strip("│ ")


@pytest.mark.full
def test_twenty_questions_by_keys_score_as_from_a_pipe(opened: list[Terminal]) -> None:
    number = 20
    seed = next(seed for seed in range(100) if len({kind for kind, _ in answers_for(seed, number)}) == 8)
    answers = answers_for(seed, number)
    terminal = Terminal("--seed", str(seed), "-n", str(number))
    opened.append(terminal)
    for position, (kind, line) in enumerate(answers, start=1):
        terminal.wait_for(f"{position} of {number}")
        if line == "s":
            terminal.press("s\r" if kind in ("short_answer", "numeric", "cloze") else "s")
        elif kind in ("single_choice", "true_false"):
            terminal.press(line)  # one key, no Enter
        else:
            terminal.press(
                (line.replace(" ", "") if kind in ("multiple_choice", "matching", "ordering") else line) + "\r"
            )
        terminal.wait_for("any key: next", position)
        terminal.press(" ")
    terminal.wait_for("Repeat the 6 missed questions? y/N")
    terminal.press("n")  # one key, no Enter
    assert terminal.ended() == 0
    text = terminal.text()
    assert "Score: 14 of 14 points (100 %)" in text
    assert last_score(text) == last_score(piped(seed, number, [line for _, line in answers] + ["n"]))


def test_ctrl_c_in_the_middle_ends_with_the_score(opened: list[Terminal]) -> None:
    for keys in ("\x03", "\x04"):
        terminal = Terminal("--seed", "3", "-n", "5", "--kind", "true_false")
        opened.append(terminal)
        terminal.wait_for("1 of 5")
        terminal.press("t")
        terminal.wait_for("any key: next")
        terminal.press(" ")
        terminal.wait_for("2 of 5")
        terminal.press(keys)
        terminal.wait_for("4 of 5 questions not answered.")
        assert terminal.ended() == 0
        assert "Traceback" not in terminal.text()
        assert "\n╭─ Score ─" in terminal.text()


def test_ctrl_c_after_a_verdict_counts_its_answer(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "5", "--kind", "true_false")
    opened.append(terminal)
    terminal.wait_for("1 of 5")
    terminal.press("t")
    terminal.wait_for("any key: next")
    terminal.press("\x03")
    terminal.wait_for("4 of 5 questions not answered.")
    assert terminal.ended() == 0


def test_ctrl_c_while_typing(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "2", "--kind", "short_answer")
    opened.append(terminal)
    terminal.wait_for("1 of 2")
    terminal.press("half an ans\x03")
    terminal.wait_for("No questions answered.")
    assert terminal.ended() == 0


def test_digits_can_be_taken_back_before_enter(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "1", "--kind", "ordering")
    opened.append(terminal)
    terminal.wait_for("1 of 1")
    terminal.press("12\x7f3")
    terminal.wait_for("3 [2]")
    terminal.press("\r")
    terminal.wait_for("numbers, first to last.")
    terminal.press("q")
    terminal.wait_for("No questions answered.")


def test_the_keys_after_a_verdict(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "2", "--kind", "short_answer")
    opened.append(terminal)
    terminal.wait_for("1 of 2")
    terminal.press("something else\r")
    terminal.wait_for("r: count as right")
    terminal.press("r")
    terminal.wait_for("The last answer counts as right.")
    terminal.wait_for("r: count as wrong")
    terminal.press("u")
    terminal.wait_for("Answer undone.")
    terminal.wait_for("1 of 2", 2)
    terminal.press("q\r")
    terminal.wait_for("No questions answered.")


@pytest.mark.parametrize("width", [40, 120])
def test_narrow_and_wide_windows(opened: list[Terminal], width: int) -> None:
    terminal = Terminal("--seed", "8", "-n", "1", "--kind", "matching", width=width)
    opened.append(terminal)
    terminal.wait_for("all keys")
    terminal.wait_for("╯")
    text = terminal.text()
    panel = [line for line in text.splitlines() if line.startswith(("╭", "│", "╰"))]
    assert {len(line) for line in panel} == {min(width, 100)}


def test_no_color_on_request(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "1", "--kind", "true_false", NO_COLOR="1")
    opened.append(terminal)
    terminal.wait_for("1 of 1")
    assert "\x1b[3" not in terminal.raw.replace("\x1b[39m", "")


def test_a_dumb_terminal_gets_lines(opened: list[Terminal]) -> None:
    terminal = Terminal("--seed", "3", "-n", "1", "--kind", "true_false", TERM="dumb")
    opened.append(terminal)
    terminal.wait_for("Question 1 of 1")
    assert "╭" not in terminal.text()
    assert "\x1b" not in terminal.raw
    terminal.press("t\r")
    terminal.wait_for("Enter: next, u: undo, f: flag, q: end.")
    terminal.press("\r")
    terminal.wait_for("Score: ")
