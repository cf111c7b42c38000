"""Each key in each mode, as a table of keys and what the terminal must show next."""

import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from time import time

import pytest

from sco_quiz.core.answer import Mode
from sco_quiz.core.review import DAY_MS, Rating
from sco_quiz.history.database import Database
from sco_quiz.history.store import store_of
from tests.conftest import ROOT, first, pairs
from tests.history.simulated import answer
from tests.pseudo_terminal import Terminal

BANK = ROOT / "tests" / "terminal" / "eight-kinds.yaml"
QUESTIONS = ("seat", "members", "statement", "predecessor", "staff", "sequence", "homes", "course")
CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")
UP, DOWN, DOWN_IN_APPLICATIONS = "\x1b[A", "\x1b[B", "\x1bOB"
F1 = "\x1bOP"
ENTER, ERASE, CTRL_C, CTRL_D = "\r", "\x7f", "\x03", "\x04"
ASIDE = "What's wrong with this question?"

Steps = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Way:
    """How to start a mode, the mode its answers are saved with, and what it shows after an answer."""

    words: tuple[str, ...]
    saved_as: Mode
    after_answer: str = "any key: next"
    back: tuple[str, str] = ("u", "Answer undone.")
    ended: tuple[tuple[str, str], ...] = (("q", "Score: "),)
    hint: str = "Hint: Not in Central Asia."
    code: int = 0

    @property
    def is_exam(self) -> bool:
        return self.saved_as == "exam"

    @property
    def rates(self) -> bool:
        return self.words[0] == "review"

    def place(self, number: int, count: int) -> str:
        """The start of the status line at a question, after right answers."""
        return f"{count - number + 1} left" if self.rates else f"{number} of {count}"


EXAM = Way(
    words=("quiz", "--exam"),
    saved_as="exam",
    after_answer="hand in, u:",
    back=("u\r", "1 of 1"),
    ended=(("\r", "point"),),
    hint="There are no hints in an exam.",
)
WAYS = {
    "quiz": Way(("quiz",), "quiz"),
    "review": Way(("review",), "review"),
    "missed": Way(("review", "--missed"), "practice"),
    "practice": Way(("review", "--practice"), "practice"),
    "exam": EXAM,
    "timed exam": replace(EXAM, words=("quiz", "--exam", "--time-limit", "60")),
}


def choosing(way: Way) -> Steps:
    yield "?", "flag this question"
    yield "x", "Press t or f"
    yield "h", way.hint
    yield "r", "There is no answer to change yet."
    yield "u", "Nothing to undo yet."
    yield "x", "Type t for true or f for false."
    yield "p", "Paused. Press any key to continue."
    yield "x", "Press t or f"
    yield "j", "❯ t true"
    yield DOWN, "❯ f false"
    yield "k", "❯ t true"
    yield UP, "❯ f false"
    yield DOWN_IN_APPLICATIONS, "❯ t true"
    for key in (ENTER, "s", "t", "T"):
        yield key, way.after_answer
        yield way.back
    yield "f", way.after_answer
    if not way.is_exam:
        yield "?", "flag this question"
        yield "x", "any key: next"
        yield "f", ASIDE
        yield "out of date\r", "any key: next"
        yield "p", "Paused. Press any key to continue."
        yield "x", "any key: next"


def one_of_several(way: Way) -> Steps:
    yield "a", "number"
    yield "9", "number"
    yield "j", "❯ 1 "
    yield "k", "❯ 3 "
    yield "f", ASIDE
    yield "\r", "Not flagged: the note is empty."
    yield "1", way.after_answer
    yield way.back
    yield "3", way.after_answer


def several(way: Way) -> Steps:
    yield "j ", "❯ 1 [1]"
    yield f"{DOWN} ", "❯ 2 [2]"
    yield DOWN + DOWN + UP, "❯ 3 [ ]"  # as fast as a key held down
    yield "k", "❯ 2 [2]"
    yield ERASE, "❯ 2 [ ]"
    yield "k ", "❯ 1 [ ]"
    yield "9", ""
    yield "12", "2 [2]"
    yield ENTER, "Type all 4 numbers"
    yield "f", ASIDE
    yield "which order?\r", "Flagged."
    yield "34", "4 [4]"  # what was selected before is still there
    yield ENTER, way.after_answer


def typed(way: Way) -> Steps:
    no_hint = "There are no hints in an exam." if way.is_exam else "This question has no hint."
    for key in ("?\r", F1):
        yield key, "flag this question"
        yield "x", "Type the answer, then press Enter."
    for key in ("h\r", "\t"):
        yield key, no_hint
        yield f"x{ERASE}\r", "Type the answer, or s to skip the question."
    yield "f\r", ASIDE
    yield "以前是谁?\r", "Flagged."
    yield "p\r", "Paused. Press any key to continue."
    yield "x", "Type the answer, then press Enter."
    yield "伊马纳利耶夫\r", way.after_answer
    yield way.back
    yield f"Nurgalyevv{ERASE}\r", way.after_answer if way.is_exam else "r: count as wrong"
    if not way.is_exam:
        yield "r", "r: count as right"
        yield "r", "r: count as wrong"


LESSONS = {
    "true_false": (choosing, '["false"]', "out of date"),
    "single_choice": (one_of_several, None, None),
    "ordering": (several, None, "which order?"),
    "short_answer": (typed, '["Nurgalyev"]', "以前是谁?"),
}
ENDS = {"q": "q", "Ctrl-C": CTRL_C, "Ctrl-D": CTRL_D}


@pytest.fixture(autouse=True)
def _yesterday(_own_progress: None) -> None:
    """All eight questions were answered wrongly yesterday, so that each mode has them to ask."""
    path = Path(os.environ["SCO_QUIZ_PROGRESS"])
    database = Database(path)
    yesterday = int(time() * 1000) - DAY_MS
    store_of(database).add(answer(BANK.stem, name, yesterday, Rating.AGAIN) for name in QUESTIONS)
    database.close()


def begun(opened: list[Terminal], way: Way, *kinds: str, width: int = 100) -> Terminal:
    command, *words = way.words
    chosen = [word for kind in kinds for word in ("--kind", kind)]
    terminal = Terminal(*words, *chosen, "--seed", "1", "--bank", str(BANK), command=command, width=width)
    opened.append(terminal)
    terminal.wait_for(way.place(1, len(kinds)))
    terminal.wait_for("all keys")
    terminal.wait_for("╯")
    return terminal


def take(terminal: Terminal, steps: Steps) -> None:
    """Press the keys of each step and wait for what it must show."""
    for keys, wanted in steps:
        mark = len(terminal.raw)
        terminal.press(keys)
        try:
            terminal.read_until(lambda: wanted in CODES.sub("", terminal.raw[mark:]))  # noqa: B023
        except AssertionError as error:
            raise AssertionError(f"after {keys!r} {wanted!r} did not come: {terminal.raw[mark:]!r}") from error


def new_rows(query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(os.environ["SCO_QUIZ_PROGRESS"]) as db:
        return db.execute(f"{query} WHERE id > {len(QUESTIONS)} ORDER BY id").fetchall()


@pytest.mark.parametrize(("mode", "kind"), pairs(WAYS, LESSONS))
def test_each_key(opened: list[Terminal], mode: str, kind: str) -> None:
    way, (lesson, response, note) = WAYS[mode], LESSONS[kind]
    terminal = begun(opened, way, kind)
    take(terminal, lesson(way))
    take(terminal, way.ended)
    assert terminal.ended() in (0, 1)
    ((kept, given),) = new_rows("SELECT mode, response FROM answer")
    assert kept == way.saved_as
    assert response in (given, None)
    with sqlite3.connect(os.environ["SCO_QUIZ_PROGRESS"]) as db:
        notes = [row[0] for row in db.execute("SELECT note FROM flag")]
    assert notes == ([] if note is None or (way.is_exam and kind == "true_false") else [note])


@pytest.mark.parametrize(("mode", "rating"), pairs([name for name, way in WAYS.items() if way.rates], Rating))
def test_each_rating(opened: list[Terminal], mode: str, rating: Rating) -> None:
    terminal = begun(opened, WAYS[mode], "true_false", "single_choice")
    key = "f" if "Press t or f" in terminal.text() else "1"
    take(terminal, [(key, "any key: next")])
    take(terminal, [(str(int(rating)), f"{rating.name.capitalize()}: asked again ")])
    # a question rated again comes back, and the way does not become longer
    terminal.wait_for_screen(lambda lines: lines[0].startswith("2 left" if rating is Rating.AGAIN else "1 left"))
    take(terminal, [("q", "Score: ")])
    assert terminal.ended() == 0
    assert new_rows("SELECT rating FROM answer") == [(int(rating),)]


@pytest.mark.parametrize(("mode", "end"), pairs(WAYS, ENDS))
def test_each_end(opened: list[Terminal], mode: str, end: str) -> None:
    """The answers so far are saved and counted; an exam can be resumed, unless it is handed in."""
    way, key = WAYS[mode], ENDS[end]
    terminal = begun(opened, way, "true_false", "single_choice")
    answering = "f" if "Press t or f" in terminal.text() else "1"
    take(terminal, [(answering, "Noted." if way.is_exam else way.after_answer)])
    if not way.is_exam:
        take(terminal, [(" ", "all keys")])
    terminal.wait_for_screen(lambda lines: lines[0].startswith(("2 of 2", "1 left", "2 left")))
    if not way.is_exam:
        take(terminal, [(key, "questions left." if way.rates else "1 of 2 questions not answered.")])
    elif key == "q":
        take(terminal, [(key, "Hand in now?"), ("y\r", "questions not answered.")])
    else:
        take(terminal, [(key, "sco_quiz quiz --resume --bank")])
    assert terminal.ended() == (130 if way.is_exam and key != "q" else 0) or (way.is_exam and key == "q")
    assert new_rows("SELECT mode FROM answer") == [(way.saved_as,)]


@pytest.mark.parametrize("mode", first(WAYS, 2))
def test_the_window_grows_and_shrinks_in_each_mode(opened: list[Terminal], mode: str) -> None:
    terminal = begun(opened, WAYS[mode], "single_choice", width=60)
    for width in (40, 90):
        terminal.child.setwinsize(60, width)
        terminal.screen.resize(60, width)
        terminal.wait_for_screen(lambda lines: lines[1].startswith("╭─ Eight") and lines[1][width - 1 :] == "╮")  # noqa: B023
