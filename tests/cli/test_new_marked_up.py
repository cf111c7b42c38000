"""`new` in a bank with markup: several lines, previews, and what is wrong with pictures and formulas."""

from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.cli.authoring.lines import HELP, divide
from sco_quiz.core.kinds.short_answer import ShortAnswer
from sco_quiz.core.nodes import CodeBlock, Image, Strong, walk
from sco_quiz.loading.load import load_bank
from tests.command import ok, sco_quiz
from tests.conftest import ROOT

CODE = ["|", "What does **this** print?", "", "```py", "if a:", "    b()  ", "```", "."]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(ROOT / "tests" / "marked_up", tmp_path / "bank")


def new(folder: Path, *lines: str, topic: str = "programming") -> str:
    return ok("new", topic, "--bank", str(folder), given="".join(f"{line}\n" for line in lines))


def test_lines_are_written_below_a_bar_and_shown_as_students_see_them(folder: Path) -> None:
    answers = ["`b`", "", "`a: 1`: not that one", "|", "x", "y", ".", "", "It has $x^2$.", "", "", "shown", "y"]
    said = new(folder, "short_answer", *CODE, *answers)
    assert HELP in said.replace("\n", " ")
    assert "What does *this* print?" in said, "the preview for screen readers"
    assert "> b\n" in said
    question = load_bank(folder).find("shown")
    assert question
    assert question.prompt == "What does **this** print?\n\n```py\nif a:\n    b()\n```"
    assert isinstance(question.stem.blocks[1], CodeBlock)
    assert any(isinstance(node, Strong) for node in walk(question.stem.inlines))
    assert isinstance(question, ShortAnswer)
    assert [(option.text, option.note) for option in question.reject] == [("`a: 1`", "not that one"), ("x\ny", "")]
    written = (folder / "programming.yaml").read_text("utf-8")
    assert "    prompt: |-\n      What does **this** print?\n\n      ```py\n      if a:\n          b()\n" in written
    assert "      - |-\n        x\n        y\n" in written


def test_a_picture_that_cannot_be_shown_is_asked_for_again(folder: Path) -> None:
    wrong = ["See ![](media/water.svg).", "See ![Water](media/watr.svg).", "See [it](it.html)."]
    rest = ["Is it ![Water](media/water.svg)?", "a", "", "", "", "", "", "pictured", "y"]
    said = new(folder, "short_answer", *wrong, *rest)
    for message in (
        "the picture has no alternative text (say what it shows",
        "there is no picture `media/watr.svg` (did you mean `media/water.svg`?)",
        "`it.html` is not the address of a web page or mailbox (",
    ):
        assert said.count(message) == 1
    question = load_bank(folder).find("pictured")
    assert question
    assert [image.file for image in question.stem.images] == ["media/water.svg"]
    assert isinstance(question.stem.inlines[1], Image)


def test_a_new_topic_has_the_markup_of_the_bank(folder: Path) -> None:
    new(folder, "Birds", "short_answer", "Which *bird*?", "a", "", "", "", "", "", "bird", "y", topic="birds")
    question = load_bank(folder).find("bird")
    assert question
    assert question.stem.plain == "Which bird?"


def test_a_plain_file_stays_plain(folder: Path) -> None:
    path = folder / "programming.yaml"
    path.write_text(f"markup: plain\n{path.read_text('utf-8')}", encoding="utf-8")
    said = new(folder, "short_answer", "Which **bird**?", "|", "", "", "", "", "", "bird", "y")
    assert HELP not in said.replace("\n", " ")
    question = load_bank(folder).find("bird")
    assert question
    assert (question.stem.plain, question.key) == ("Which **bird**?", ("|",))


def test_lines_that_never_end_change_nothing(folder: Path) -> None:
    before = (folder / "programming.yaml").read_bytes()
    lines = "".join(f"{line}\n" for line in ("short_answer", *CODE[:-1]))
    done = sco_quiz("new", "programming", "--bank", str(folder), given=lines)
    assert (done.returncode, done.stderr) == (130, "Interrupted.\n")
    assert (folder / "programming.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("line", "divided"),
    [
        ("a: b", ("a", "b")),
        ("`a: b`: c", ("`a: b`", "c")),
        ("$a = b$: c = d", ("$a = b$: c", "d")),
        ("`x = 1` = one", ("`x = 1`", "one")),
        ("![Water](media/a=b.png) = water", ("![Water](media/a=b.png)", "water")),
        ("`a: b", ("`a", "b")),
        ("`a: b`", ("`a: b`", "")),
    ],
)
def test_code_and_formulas_are_not_divided(line: str, divided: tuple[str, str]) -> None:
    assert divide(line, ("=", ": "), marked_up=True) == divided
