"""A question that YAML cannot read is reported, and keeps no other one from being asked."""

from pathlib import Path

import pytest

from sco_quiz.loading import read_tree
from sco_quiz.loading.load import load_sound, read_bank
from tests.command import sco_quiz

QUESTION = """\
  - id: {id}
    type: short_answer
    prompt: In which city is it?
    answer: {answer}
    level: remember
"""


def file_of(folder: Path, **answers: str) -> Path:
    path = folder / "cities.yaml"
    questions = (QUESTION.format(id=name, answer=answer) for name, answer in answers.items())
    path.write_text("topic: Cities\nquestions:\n" + "".join(questions), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ('"Beijing', "unclosed-quote"),
        ("Beijing: China", "unquoted-colon"),
        ("[Beijing", "unclosed-bracket"),
        ("!Beijing", "yaml-tag"),
        ("*Beijing", "yaml-alias"),
        ("![seat](seat.png)", "reserved-start"),
        ("Bei\x07jing", "control-character"),
    ],
)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_the_others_are_read_with_their_positions(answer: str, name: str, place: str, tmp_path: Path) -> None:
    answers = {"first": "Moscow", "middle": "Almaty", "last": "Tashkent"}
    loaded = read_bank(file_of(tmp_path, **(answers | {place: answer})))
    assert [question.id for question in loaded.bank.questions] == [each for each in answers if each != place]
    assert name in {problem.name for problem in loaded.errors}
    assert {problem.question for problem in loaded.errors} == {place}
    line = loaded.located["last" if place != "last" else "middle"].place("answer").line
    assert line == (16 if place != "last" else 11)


def test_each_of_several_is_reported(tmp_path: Path) -> None:
    path = file_of(tmp_path, a="x: y", b="Moscow", c='"open', d="[open", e="Almaty")
    bank, errors = load_sound(path)
    assert [question.id for question in bank.questions] == ["b", "e"]
    assert [error.question for error in errors] == ["a", "c", "d"]
    asked = sco_quiz("quiz", "--bank", str(path), "--all", given="Moscow\nAlmaty\n")
    assert "quiz with 2 of 2 questions" in asked.stdout
    assert "Skipped: `a`, `c`, `d`." in " ".join(asked.stderr.split())
    checked = sco_quiz("check", str(path))
    assert checked.returncode == 1
    assert checked.stdout.count(": error: ") == 3


def test_a_file_full_of_broken_questions_is_given_up(tmp_path: Path) -> None:
    answers = {f"q{number}": "x: y" for number in range(read_tree.MAX_BROKEN + 1)}
    loaded = read_bank(file_of(tmp_path, **answers, good="Moscow"))
    assert (len(loaded.bank.questions), len(loaded.errors)) == (0, 1)


def test_a_mistake_above_the_questions_stops_the_file(tmp_path: Path) -> None:
    path = file_of(tmp_path, a="Moscow", b="x: y")
    path.write_text(path.read_text().replace("topic: Cities", "topic: Cities: old"))
    loaded = read_bank(path)
    assert (len(loaded.bank.questions), len(loaded.errors)) == (0, 1)


def test_a_file_may_end_inside_a_brace(tmp_path: Path) -> None:
    """YAML puts the value that is missing into a line behind the last one."""
    path = tmp_path / "topic.yaml"
    path.write_text("    answer: {a- ", "utf-8")
    assert [problem.place.line for problem in read_bank(path).problems] == [1]
