"""Marked-up questions on a pseudo-terminal: pictures, pages, sizes of the window."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.command import sco_quiz
from tests.conftest import ROOT

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind need POSIX", allow_module_level=True)

from tests.pseudo_terminal import Terminal

MARKED_UP = str(ROOT / "tests" / "marked_up")
F2 = "\x1bOQ"
PAGE_DOWN = "\x1b[6~"
PROMPT = " ".join(f"word{number}" for number in range(400))


@pytest.fixture
def opener(tmp_path: Path) -> Path:
    """A folder whose program opens pictures: it writes down which."""
    program = tmp_path / ("open" if sys.platform == "darwin" else "xdg-open")
    program.write_text(f'#!/bin/sh\ncat "$1" > "{tmp_path}/seen"\necho noise\necho "$1" > "{tmp_path}/name"\n')
    program.chmod(0o755)
    return tmp_path


def quiz(opened: list[Terminal], *arguments: str, path: Path | None = None, **settings: int) -> Terminal:
    search = f"{path}{os.pathsep}{os.environ['PATH']}" if path else os.environ["PATH"]
    terminal = Terminal(*arguments, "--seed", "1", **settings, PATH=search)  # type: ignore[arg-type]
    opened.append(terminal)
    return terminal


@pytest.fixture
def pictures(tmp_path: Path) -> str:
    """A bank with a picture in a prompt, and one in each option."""
    bank = tmp_path / "bank"
    (bank / "media").mkdir(parents=True)
    source = ROOT / "tests" / "marked_up" / "media"
    for name in ("water.svg", "circle.png"):
        (bank / "media" / name).write_bytes((source / name).read_bytes())
    (bank / "bank.yaml").write_text("id: pictures\ntitle: Pictures\nmarkup: markdown\n", "utf-8")
    (bank / "topic.yaml").write_text(
        "topic: Pictures\nquestions:\n"
        "  - id: which\n    type: single_choice\n    prompt: Which is a molecule?\n"
        "    answer: '![water](media/water.svg)'\n    distractors: ['![a circle](media/circle.png)', neither]\n"
        "    level: remember\n"
        "  - id: named\n    type: short_answer\n    prompt: 'Name it: ![a molecule](media/water.svg)'\n"
        "    answer: water\n    accept: [o]\n    level: remember\n",
        "utf-8",
    )
    return str(bank)


def test_o_opens_the_numbered_picture(opened: list[Terminal], pictures: str, opener: Path) -> None:
    terminal = quiz(opened, "--bank", pictures, "--kind", "single_choice", path=opener)
    shown = terminal.wait_for("o: open a picture")
    assert "[picture 1: " in shown
    number = 1 if "[picture 1: water]" in shown else 2
    terminal.press("o")
    terminal.wait_for("Which picture, 1 to 2?")
    terminal.press(str(number))
    terminal.wait_for("Opened: ")
    assert (opener / "seen").read_bytes() == Path(pictures, "media", "water.svg").read_bytes()
    assert (opener / "name").read_text().endswith(".svg\n")
    assert "noise" not in terminal.text()
    terminal.press("?")
    terminal.wait_for("open the picture; with several, then type its number")
    terminal.press(" ")
    terminal.press("1")
    terminal.wait_for("any key: next")
    terminal.press("o")  # after the answer, too
    terminal.wait_for("Which picture, 1 to 2?")
    terminal.press("\x1b")
    terminal.wait_for("any key: next")
    terminal.press("q")
    assert terminal.ended() == 0
    assert not Path((opener / "name").read_text().strip()).exists()  # nothing is left behind


def test_where_letters_are_an_answer_f2_opens(opened: list[Terminal], pictures: str, opener: Path) -> None:
    terminal = quiz(opened, "--bank", pictures, "--kind", "short_answer", path=opener)
    terminal.wait_for("F2: open the picture")
    terminal.press(f"{F2}o\r")
    terminal.wait_for("✓ Right")
    assert (opener / "seen").exists()


def test_without_a_program_for_pictures_the_path_is_shown(
    opened: list[Terminal], pictures: str, tmp_path: Path
) -> None:
    failing = tmp_path / ("open" if sys.platform == "darwin" else "xdg-open")
    failing.write_text("#!/bin/sh\nexit 3\n")
    failing.chmod(0o755)
    terminal = quiz(opened, "--bank", pictures, "--kind", "short_answer", path=tmp_path)
    terminal.wait_for("F2: open the picture")
    terminal.press(F2)
    terminal.wait_for("No program opens it; the picture is in")  # a long path is on the next line
    terminal.wait_for("picture-1.svg")


def test_plain_lines_open_pictures_by_number(pictures: str, opener: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{opener}{os.pathsep}{os.environ['PATH']}")
    asked = ("quiz", "--bank", pictures, "--seed", "1", "--kind", "single_choice")
    shown = sco_quiz(*asked, given="o 3\no 2\n1\n").stdout
    assert "Type o and a number, 1 to 2, to open a picture." in shown
    assert "Type a number from 1 to 3." in shown  # there is no third picture
    assert shown.count("Opened: ") == 1
    assert "(picture 2: " in shown


def test_pictures_keep_their_numbers_after_an_answer(pictures: str) -> None:
    for answer in "123":
        asked = ("quiz", "--bank", pictures, "--seed", "1", "--kind", "single_choice")
        shown = sco_quiz(*asked, given=f"{answer}\n").stdout
        found = re.findall(r"\(picture\b[^:]*: water\)", shown.split("\nMissed:")[0])
        assert len(found) == (1 if "\nRight\n" in shown else 2)
        assert set(found) == {"(picture 1: water)" if "1: (picture 1: water)" in shown else "(picture 2: water)"}


def test_the_key_for_a_picture_in_an_explanation_is_shown(opened: list[Terminal], pictures: str, opener: Path) -> None:
    topic = Path(pictures, "topic.yaml")
    topic.write_text(topic.read_text("utf-8").replace("prompt: 'Name it: !", "explanation: '!"), "utf-8")
    topic.write_text(topic.read_text("utf-8").replace("type: short", "prompt: Name it.\n    type: short"), "utf-8")
    terminal = quiz(opened, "--bank", pictures, "--kind", "short_answer", path=opener)
    terminal.wait_for("Type the answer")
    assert "open the picture" not in terminal.text()
    terminal.press("x\r")
    terminal.wait_for("any key: next · o: open the picture · u: undo")
    terminal.press("o")
    terminal.wait_for("Opened: ")


def test_plain_lines_name_the_key_after_an_answer(opened: list[Terminal], pictures: str, opener: Path) -> None:
    terminal = quiz(opened, "--bank", pictures, "--plain", "--kind", "short_answer", path=opener)
    terminal.wait_for("Answer:")
    terminal.press("x\r")
    terminal.wait_for("Enter: next, o: open the picture, u: undo")


def test_a_bank_without_pictures_has_no_key_for_them(opened: list[Terminal]) -> None:
    terminal = quiz(opened, "--bank", str(ROOT / "tests" / "terminal" / "eight-kinds.yaml"), "--kind", "single_choice")
    shown = terminal.wait_for("?: all keys")
    assert "picture" not in shown
    terminal.press("?")
    assert "picture" not in terminal.wait_for("Press any key to return")


@pytest.mark.parametrize("command", [("quiz",), ("quiz", "--exam"), ("review",)])
def test_a_long_prompt_is_read_page_by_page(opened: list[Terminal], tmp_path: Path, command: tuple[str, ...]) -> None:
    bank = tmp_path / "long.yaml"
    bank.write_text(
        "topic: Long\nquestions:\n  - {id: one, type: true_false, answer: true, level: remember, "
        f"prompt: {PROMPT} is it so?}}\n",
        "utf-8",
    )
    assert len(PROMPT) > 2_700
    terminal = Terminal(*command[1:], "--bank", str(bank), command=command[0], width=80, height=24)
    opened.append(terminal)
    terminal.wait_for("↓ Page Down")
    words = "\n".join(terminal.screen.display)
    while "↓ Page Down" in "\n".join(terminal.screen.display):
        before = list(terminal.screen.display)
        assert terminal.lines() == [line.rstrip() for line in before]
        terminal.press(PAGE_DOWN)
        terminal.read_until(lambda before=before: terminal.screen.display != before)  # type: ignore[misc]
        terminal.wait_for_screen(lambda lines: any("↑ Page Up" in line for line in lines))
        words += "\n".join(terminal.screen.display)
    assert all(f"word{number}" in words for number in range(400))
    assert "is it so?" in words
    terminal.press("t")
    terminal.wait_for("Before you hand in" if "--exam" in command else "any key")


def test_a_table_keeps_its_cells_when_the_window_becomes_narrow(opened: list[Terminal]) -> None:
    bank = ("programming", "--bank", MARKED_UP, "--kind", "matching")
    terminal = quiz(opened, *bank, width=100, height=40)
    terminal.wait_for("Match each")
    terminal.press("123\r")
    terminal.wait_for("any key")
    assert "operation   value" in terminal.text()
    terminal.screen.resize(40, 40)
    terminal.child.setwinsize(40, 40)
    terminal.wait_for_screen(lambda lines: all(len(line) <= 40 for line in lines) and any("╰" in x for x in lines))
    assert any("`2 ** 3`        8" in line for line in terminal.screen.display)
    assert terminal.lines() == [line.rstrip() for line in terminal.screen.display]


def test_a_terminal_of_unknown_cell_size_gets_pictures_and_loses_no_answer(
    opened: list[Terminal], pictures: str
) -> None:
    """A pseudo-terminal has no size in pixels."""
    terminal = Terminal("--bank", pictures, "--seed", "1", "--kind", "single_choice", TERM="xterm-kitty")
    opened.append(terminal)
    terminal.wait_for("o: open a picture")
    terminal.read_until(lambda: chr(0x10EEEE) in terminal.raw)
    assert "\x1b_G" in terminal.raw
    terminal.press("1")
    terminal.wait_for("any key: next")
    terminal.press("q")
    assert terminal.ended() == 0
