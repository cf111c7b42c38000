"""Keys that are pressed before the program reads keys."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals need POSIX", allow_module_level=True)

from sco_quiz.terminal.keyboard import REST, Rest, read_key, single_keys


@pytest.mark.parametrize("end", [b"\x04", b"\n\x04"], ids=["alone", "after another key"])
def test_ctrl_d_between_two_questions_ends_the_input(monkeypatch: pytest.MonkeyPatch, end: bytes) -> None:
    """Until keys are read the terminal is in its line mode, which keeps no Ctrl-D as such."""
    program, person = os.openpty()[::-1]
    os.write(person, end)
    with Path(os.ttyname(program)).open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        with single_keys():
            for _ in end[:-1]:
                assert read_key(5) == "\n"
            with pytest.raises(EOFError):
                read_key(5)
    os.close(program)
    os.close(person)


LINE = """
import os
from sco_quiz.terminal.keyboard import read_line

print("started")
os.read(0, 1)
try:
    read_line("> ")
except EOFError:
    print("ended")
"""


def test_ctrl_d_before_a_line_is_asked_for_ends_the_input() -> None:
    child = pexpect.spawn(sys.executable, ["-c", LINE], encoding="utf-8")
    child.delaybeforesend = None
    child.expect_exact("started")
    child.send("\n\x04")
    child.expect_exact("ended", timeout=10)
    child.close()


def test_a_rest_ends_by_the_clock_and_a_held_key_extends_it() -> None:
    now = 100.0
    rest = Rest("4", lambda: now)
    assert 0.3 <= REST <= 0.5
    assert rest.left == pytest.approx(REST)
    now += REST / 2
    assert not rest.repeats("1")
    assert rest.left == pytest.approx(REST / 2)
    assert rest.repeats("4")
    assert rest.left == pytest.approx(REST)
    assert not rest.repeats("")
    now += REST
    assert rest.left <= 0
    assert not rest.repeats("4")
