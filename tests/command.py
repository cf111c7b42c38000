"""Run a command: in this process, which is fast, or as a separate program."""

import os
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from sco_quiz.cli.main import main
from tests.conftest import ROOT


class Finished(NamedTuple):
    """The exit code and output of a command."""

    returncode: int
    stdout: str
    stderr: str


def sco_quiz(*arguments: str, given: str = "", cwd: Path = ROOT, **environment: str) -> Finished:
    """Run a command in this process; `given` is its standard input. A bug in the command raises here."""
    typed, out, err = (TextIOWrapper(BytesIO(text.encode()), encoding="utf-8") for text in (given, "", ""))
    with (
        chdir(cwd),
        patch.dict(os.environ, environment),
        patch.object(sys, "stdin", typed),
        redirect_stdout(out),
        redirect_stderr(err),
        _closed_databases(),
    ):
        try:
            main(list(arguments))
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    return Finished(code, _written(out), _written(err))


@contextmanager
def _closed_databases() -> Iterator[None]:
    """Close all databases that the command opened, as at the end of a program."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    with patch.object(sqlite3, "connect", remembered):
        yield
    for connection in opened:
        connection.close()


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.detach()
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode()


def ok(*arguments: str, given: str = "") -> str:
    """Run a command that must succeed; return what it prints."""
    done = sco_quiz(*arguments, given=given)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def program(*arguments: str, given: str = "", cwd: Path = ROOT, **environment: str) -> Finished:
    """Run a command as a separate program; what it says names the program as it would be named on the path."""
    done = subprocess.run(
        [sys.executable, "-m", "sco_quiz", *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **environment},
    )
    started = f"{shlex.quote(sys.executable)} -m sco_quiz"
    return Finished(done.returncode, *(text.replace(started, "sco-quiz") for text in (done.stdout, done.stderr)))
