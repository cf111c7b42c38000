"""`new` on a pseudo-terminal, as a teacher sees it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT, first
from tests.pseudo_terminal import ended, kill, press_until, spawn

Start = Callable[..., Any]
KEYS = ("\x03", "\x04")  # Ctrl-C, end of input


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(ROOT / "questions", tmp_path / "bank")


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Start `new` on a pseudo-terminal; end it after the test."""
    children: list[Any] = []

    def begin(*arguments: str) -> Any:
        children.append(spawn("new", *arguments, "--bank", str(folder), width=200))
        return children[-1]

    yield begin
    for child in children:
        kill(child)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def answer(child: Any, *pairs: tuple[str, str]) -> None:
    """Wait for each prompt, and type a line."""
    for prompt, line in pairs:
        child.expect_exact(prompt)
        child.sendline(line)


def test_a_question_from_menu_to_file(start: Start, folder: Path) -> None:
    child = start()
    answer(child, ("Topic, one of organization, tasks", "econmy"), ("did you mean `economy`?", "\x03"))
    assert ended(child) == 130
    child = start("economy")
    child.expect_exact("1 single_choice: one right option among wrong ones")
    answer(child, ("Kind, by number or name:", "clzoe"), ("did you mean `cloze`?", "Cloze"))
    answer(child, ("{{c1::words::hint}}:", "It was in Almaty."))
    child.expect_exact("the prompt of a cloze has no gap")
    answer(child, ("{{c1::words::hint}}:", "It was in {{c1::Almaty::city}}."))
    answer(child, ("Plausible wrong answers", "Moscow: why not"), ("- ", ""))
    answer(child, ("Explanation", "A large city."), ("Paragraphs that support it", "twenty"))
    answer(child, ("the paragraphs are numbered from 1 to 41", "21"))
    answer(child, ("[remember]:", ""), ("Hint", ""), ("Permanent id [it-was-in]:", "almaty"))
    child.expect_exact("- id: almaty")
    answer(child, ("n = discard [y]:", ""))
    child.expect_exact("almaty appended.")
    assert ended(child) == 0
    question = load_bank(folder).find("almaty")
    assert question
    assert (question.key, question.source) == (("Almaty",), (21,))


@pytest.mark.parametrize(("steps", "key"), first(((steps, key) for steps in (6, 0, 3, 1, 2, 4, 5) for key in KEYS), 4))
def test_an_interruption_anywhere_changes_no_file(start: Start, folder: Path, steps: int, key: str) -> None:
    before = contents(folder)
    child = start("economy", "--kind", "numeric")
    labels = ["Question", "Answer, the number alone", "Unit", "Tolerance", "How it was calculated", "Explanation"]
    lines = ["How many were they?", "7", "", "", "", "A few."]
    answer(child, *list(zip(labels, lines, strict=True))[:steps])
    child.expect(f"{[*labels, 'Paragraphs that support it'][steps]}[^\n]*:")
    press_until(child, key, "Interrupted.")
    assert ended(child) == 130
    assert contents(folder) == before


def test_an_interruption_before_writing(start: Start, folder: Path) -> None:
    before = contents(folder)
    for line, code in (("\x03", 130), ("n", 0)):
        child = start("new-topic", "--kind", "ordering")
        answer(child, ("Title of the new topic", "New"), ("Question:", "Put them in order."))
        answer(child, ("Items", "first"), ("- ", "second"), ("- ", "third"), ("- ", ""), ("Explanation", "Why not."))
        answer(child, ("Paragraphs", "21"), ("[remember]:", ""), ("Hint", ""), ("Permanent id", "in-order"))
        answer(child, ("n = discard [y]:", line))
        assert ended(child) == code
    assert contents(folder) == before


def test_lines_break_between_words(start: Start) -> None:
    child = start("economy", "--kind", "cloze")
    child.setwinsize(40, 50)
    answer(child, ("{{c1::words::hint}}:", "It was in Almaty."))
    child.expect_exact("Sentence, with the words to hide as")
    said = child.before.replace("\r", "").split("\n")
    assert [line.strip() for line in said if line.strip().startswith(("the prompt", "as {{", "words"))] == [
        "the prompt of a cloze has no gap (write a gap",
        "as {{c1::hidden words}} or {{c1::hidden",
        "words::hint}})",
    ]
    assert max(map(len, said)) < 50
