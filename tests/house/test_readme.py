"""After the README's first line, every other command on the page works as printed, in the same shell."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from venv import create

import pytest

from tests.conftest import ROOT, absent


def printed(*options: str) -> list[str]:
    script = str(ROOT / ".ci" / "readme_commands.py")
    done = subprocess.run(
        [sys.executable, script, str(ROOT / "README.md"), *options], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="the line is for POSIX shells")
@pytest.mark.full
def test_later_commands_work_as_printed(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        absent("bash")
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    shutil.copy(ROOT / "README.md", tmp_path)
    bank = shutil.copytree(ROOT / "questions", tmp_path / "questions")  # an export may write into it
    create(tmp_path / ".venv", symlinks=True)
    source = tmp_path / "source"  # `export anki` writes the ledger of the bank
    for room in ("sco_quiz", "questions"):
        shutil.copytree(ROOT / room, source / room)
    # what installing would put there; .ci/run really installs it, which takes a minute
    started = f'PYTHONPATH={shlex.quote(str(source))} exec {shlex.quote(sys.executable)} -m sco_quiz "$@"'
    for name, does in (("sco-quiz", started), ("pip", "exit 0")):
        file = tmp_path / ".venv" / "bin" / name
        file.write_text(f"#!/bin/sh\n{does}\n")
        file.chmod(0o755)
    no_venv = 'python3() { [ "$1" = -m ] || command python3 "$@"; }; export -f python3; '
    environment = {**os.environ, "PATH": os.defpath, "PYTHONUTF8": "1", "SCO_QUIZ_BANK": str(bank)}
    done = subprocess.run(
        [str(bash), "-c", f"{no_venv}.ci/later_commands"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert done.stdout.endswith(f"{len(printed('--inline'))} commands ran\n")


def test_placeholders_are_not_commands() -> None:
    later = printed("--inline")
    assert {"sco-quiz quiz", "sco-quiz review", "sco-quiz quiz --seed 7 < answers.txt", "sco-quiz doctor"} <= set(later)
    assert not [command for command in later if "ID" in command or "[" in command]
