"""On a full disk, every command says so, leaves what was there as it was, and loses no answer."""

import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest

from sco_quiz.core.errors import ExportError
from sco_quiz.formats.sheets import excel
from sco_quiz.history import opening
from sco_quiz.history.database import Database
from sco_quiz.history.store import store_of
from tests.conftest import ROOT
from tests.history.simulated import START, answer


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="a disk in memory, as Linux has it")
def test_every_command_says_that_the_disk_is_full(tmp_path: Path) -> None:
    own = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--user", "--map-root-user"])]
    mount = f"mount -t tmpfs -o size=16m none {shlex.quote(str(tmp_path))}"
    if (
        not shutil.which("unshare")
        or subprocess.run([*own, "sh", "-c", mount], capture_output=True, check=False).returncode
    ):
        pytest.skip("no small disk in memory can be made here")
    program = f"{mount} && exec {shlex.quote(sys.executable)} -m tests.cli.full_disk {shlex.quote(str(tmp_path))}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*own, "sh", "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) > 150
    assert [each for each in found if each["faults"]] == []
    assert sum(each["code"] != 0 for each in found) > 80


@pytest.mark.parametrize("log", [False, True])
def test_answers_are_read_where_no_memory_can_be_shared(tmp_path: Path, log: bool) -> None:
    """As on a full disk: SQLite cannot make the file for it."""
    path = tmp_path / "p.sqlite"
    database = Database(path)
    store_of(database).save(answer("b", "q", START))
    if not log:
        database.close()
    real = opening._connect

    class Refusing(sqlite3.Connection):
        def execute(self, *arguments: object) -> sqlite3.Cursor:  # type: ignore[override]
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
            raise error

    def connect(path: Path, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=Refusing) if mode == "mode=ro" else real(path, mode)

    with patch.object(opening, "_connect", connect), closing(Database(path, read_only=True)) as found:
        assert store_of(found).count() == 1


def test_a_workbook_says_that_its_temporary_file_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/dev/full")
    with pytest.raises(ExportError, match="/dev/full: a temporary file cannot be written: "):
        excel.workbook([["a"]], [1])
