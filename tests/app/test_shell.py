"""Commands as they must be typed in the shell that started the program."""

import ntpath
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sco_quiz.app import shell
from tests.conftest import ROOT


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """Return a folder with two programs of the same name, in two virtual environments."""
    for name in (".venv", "other venv"):
        file = tmp_path / name / "bin" / "sco-quiz"
        file.parent.mkdir(parents=True)
        file.write_text("#!/bin/sh\n")
        file.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="paths as POSIX shells take them")
@pytest.mark.parametrize(
    ("started", "on_path", "expected"),
    [
        (".venv/bin/sco-quiz", "", ".venv/bin/sco-quiz"),
        ("{0}/.venv/bin/sco-quiz", "{0}/.venv/bin", "sco-quiz"),
        (".venv/bin/sco-quiz", "{0}/.venv/bin", "sco-quiz"),
        ("{0}/.venv/bin/sco-quiz", "{0}/other venv/bin", ".venv/bin/sco-quiz"),
        ("{0}/other venv/bin/sco-quiz", "", "'other venv/bin/sco-quiz'"),
        ("../x/.venv/bin/sco-quiz", "", "../x/.venv/bin/sco-quiz"),
        ("{0}/sco-quiz", "", "./sco-quiz"),
        ("/opt/quiz/bin/sco-quiz", "", "/opt/quiz/bin/sco-quiz"),
        ("/usr/bin/pytest", "{0}/.venv/bin", "sco-quiz"),
        ("/lib/pytest/__main__.py", "", "sco-quiz"),
        ("/lib/sco_quiz/__main__.py", "{0}/.venv/bin", "python3 -m sco_quiz"),
    ],
)
def test_commands_start_as_the_program_was_started(
    environment: Path, monkeypatch: pytest.MonkeyPatch, started: str, on_path: str, expected: str
) -> None:
    monkeypatch.chdir(environment)
    monkeypatch.setenv("PATH", on_path.format(environment))
    monkeypatch.setattr(sys, "argv", [started.format(environment)])
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "sco_quiz"])
    assert shell.program() == expected
    assert (
        shell.in_this_shell("Run `sco-quiz list`, not sco-quiz list.") == f"Run `{expected} list`, not sco-quiz list."
    )


@pytest.mark.skipif(os.name == "nt", reason="paths as POSIX shells take them")
def test_packages_are_installed_into_the_own_environment(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = environment / ".venv" / "bin"
    for folder in (own, environment / "other venv" / "bin"):
        shutil.copy(own / "sco-quiz", folder / "pip")
    monkeypatch.chdir(environment)
    monkeypatch.setattr(sys, "executable", str(own / "python"))
    for on_path, expected in ((own, "pip"), (environment / "other venv" / "bin", ".venv/bin/python -m pip")):
        monkeypatch.setenv("PATH", str(on_path))
        assert shell.in_this_shell("it needs `pip install x`") == f"it needs `{expected} install x`"


@pytest.mark.parametrize(
    ("started", "found", "expected"),
    [
        (r"C:\work\.venv\Scripts\sco-quiz", None, r".venv\Scripts\sco-quiz"),
        (r"C:\work\.venv\Scripts\SCO-QUIZ.EXE", r"c:\work\.venv\scripts\sco-quiz.exe", "sco-quiz"),
        (r"C:\my work\Scripts\sco-quiz", r"C:\work\.venv\Scripts\sco-quiz.exe", r'"C:\my work\Scripts\sco-quiz"'),
        (r"C:\lib\sco_quiz\__main__.py", None, "py -m sco_quiz"),
    ],
)
def test_on_windows(monkeypatch: pytest.MonkeyPatch, started: str, found: str | None, expected: str) -> None:
    windows = SimpleNamespace(name="nt", path=ntpath, curdir=".", getcwd=lambda: r"C:\work")
    monkeypatch.setattr(shell, "os", windows)
    monkeypatch.setattr(shell, "shutil", SimpleNamespace(which=lambda name: found))
    monkeypatch.setattr(sys, "argv", [started])
    monkeypatch.setattr(sys, "orig_argv", ["py", "-m", "sco_quiz"])
    assert shell.program() == expected


def test_the_current_folder_may_be_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise FileNotFoundError("the current folder")

    monkeypatch.setattr(os, "getcwd", missing)
    monkeypatch.setattr(sys, "argv", ["/opt/quiz/bin/sco-quiz"])
    assert shell.in_this_shell("`sco-quiz quiz`") == "`/opt/quiz/bin/sco-quiz quiz`"


def test_examples_in_help_start_as_the_program_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "program", lambda: ".venv/bin/sco-quiz")
    text = "Ask for sco-quiz here.\n\nExamples:\n  sco-quiz quiz\n      sco-quiz list | less\n"
    assert shell.in_this_shell(text) == (
        "Ask for sco-quiz here.\n\nExamples:\n  .venv/bin/sco-quiz quiz\n      .venv/bin/sco-quiz list | less\n"
    )


def test_what_a_message_says_works_as_typed(tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "sco-quiz"
    if not program.exists():
        pytest.skip("the program is not installed in this environment")
    settings = {**os.environ, "SCO_QUIZ_PROGRESS": str(tmp_path / "p.sqlite"), "PATH": os.defpath}
    start = f"cd {shlex.quote(str(program.parent.parent))} && bin/sco-quiz quiz --seed 1 --plain -n 2"
    said = _typed(f"printf 's\\n' | ({start})", settings)
    assert "`bin/sco-quiz quiz --resume` continues where you left off." in " ".join(said.split())
    command = f"cd {shlex.quote(str(program.parent.parent))} && bin/sco-quiz quiz --resume"
    assert "resuming after 1 of 2 questions" in _typed(command, settings)


def _typed(line: str, environment: dict[str, str]) -> str:
    shell_path = shutil.which("sh")
    if shell_path is None:
        pytest.skip("sh is missing")
    done = subprocess.run(
        [shell_path, "-c", line], input="", capture_output=True, text=True, check=False, cwd=ROOT, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
