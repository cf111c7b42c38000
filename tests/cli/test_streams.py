"""Standard streams that are closed, full or not read: a message and an exit code, no traceback."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.cli.main import COMMANDS
from tests.cli.test_program import EXAMPLES
from tests.command import sco_quiz
from tests.conftest import ROOT, pairs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows closes no streams")
SHELL = {
    "full": '"$@" >/dev/full',
    "closed": '"$@" >&-',
    "not read": 'set -o pipefail; "$@" | true',
    "messages full": '"$@" 2>/dev/full',
    "messages closed": '"$@" 2>&-',
    "no input": '"$@" <&-',
    "all closed": '"$@" <&- >&- 2>&-',
}
FAILED = {"full", "closed", "all closed"}


def run(how: str, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = ["bash", "-c", SHELL[how], "bash", sys.executable, "-m", "sco_quiz", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, input="", env=environment)


@pytest.mark.parametrize(("how", "arguments"), pairs(SHELL, [["list"], ["--help"], ["quiz", "-n", "1"]]))
def test_a_stream_that_fails_is_named(how: str, arguments: list[str]) -> None:
    done = run(how, *arguments)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == (how in FAILED) or how == "not read"
    if how in ("full", "closed"):
        assert done.stderr.startswith("Error: ")
        reason = {"full": "no space left on device", "closed": "bad file descriptor"}[how]
        assert done.stderr.endswith(f": {reason}\n")
        assert done.stderr.count("\n") == 1


@pytest.fixture(params=COMMANDS)
def example(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    copytree(ROOT / "tests" / "other_article" / "bank", tmp_path / "bank")
    examples: list[str] = EXAMPLES[request.param]
    return examples


@pytest.mark.full
def test_every_command_survives_a_full_output(example: list[str], tmp_path: Path) -> None:
    done = run("full", *example, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2), done.stderr


def test_an_error_of_the_system_has_its_path(tmp_path: Path) -> None:
    done = sco_quiz("check", str(tmp_path / ("x" * 300)))
    assert (done.returncode, done.stderr) == (1, "")
    assert "it cannot be read: file name too long [unreadable-file]" in done.stdout
    done = sco_quiz("init", str(tmp_path / ("x" * 300)), "--article", str(ROOT / "README.md"), "--date", "2026-01-31")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.endswith("file name too long\n")
