"""Pictures between the lines of a terminal that has the graphics protocol of Kitty."""

import io
import sys

import pytest
from rich.console import Console

from sco_quiz.core.picture import Picture
from sco_quiz.core.selection import question_of
from sco_quiz.core.session import Session
from sco_quiz.loading.load import load_bank
from sco_quiz.terminal.drawing import print_blocks
from sco_quiz.terminal.question_view import question_block
from tests.conftest import ROOT, absent

try:
    import resvg_py  # noqa: F401
    import textual_image  # noqa: F401
except ImportError as error:  # pragma: no cover
    absent(str(error.name))

MARKED_UP = ROOT / "tests" / "marked_up"
PLACEHOLDER = chr(0x10EEEE)


def shown(pictures: dict[str, Picture], monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Return what is drawn of a question, and what is sent to the terminal for its pictures."""
    from sco_quiz.terminal.inline_pictures import InlinePictures

    bank, sent, out = load_bank(MARKED_UP), io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "__stdout__", sent)
    question = question_of(bank, "everything")
    draw = InlinePictures(pictures or bank.pictures).draw
    console = Console(file=out, width=80, force_terminal=True, color_system="truecolor", highlight=False)
    for _ in range(2):
        print_blocks([question_block(bank, Session((question,), 1), question)], console, draw)
    return out.getvalue(), sent.getvalue()


def test_a_picture_is_below_its_text_and_sent_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, sent = shown({}, monkeypatch)
    assert sent.startswith("\x1b_G")
    assert sent.count("a=p") == 1  # one picture is in a paragraph, the other in a table, where it is words
    lines = drawn.splitlines()
    first = next(number for number, line in enumerate(lines) if PLACEHOLDER in line)
    assert "molecule of water" in lines[first - 1]
    assert {line.count(PLACEHOLDER) > 5 for line in lines[first : first + 12]} == {True}
    assert PLACEHOLDER not in lines[first + 12]


def test_a_picture_that_cannot_be_decoded_is_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> bytes:
        raise OSError

    broken = {
        "media/circle.png": Picture("media/circle.png", "image/png", 3, lambda: b"\x89PN"),
        "media/water.svg": Picture("media/water.svg", "image/svg+xml", 3, refuse),
    }
    drawn, sent = shown(broken, monkeypatch)
    assert (sent, PLACEHOLDER in drawn) == ("", False)
    assert "[picture 2: A molecule of water" in drawn


def test_a_picture_that_no_memory_could_hold_is_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its renderer ends the process when memory is missing."""
    narrow = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="999999"/>'
    picture = Picture("media/water.svg", "image/svg+xml", len(narrow), lambda: narrow, 1, 999999)
    drawn, sent = shown({"media/water.svg": picture}, monkeypatch)
    assert (sent, PLACEHOLDER in drawn) == ("", False)
    assert "[picture 2: A molecule of water" in drawn


@pytest.mark.parametrize(
    ("environment", "can"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"}, True),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, False),
        ({"TERM": "xterm-256color"}, False),
    ],
)
def test_the_terminal_is_known_by_its_name(
    environment: dict[str, str], can: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sco_quiz.cli.display import _has_graphics

    for name in ("TERM", "TERM_PROGRAM", "TMUX", "STY", "ZELLIJ", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert _has_graphics() == can
