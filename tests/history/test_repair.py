"""A repair is one step: a program killed at any point of it loses nothing, and the next one finishes it."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copy
from threading import Event, Thread
from typing import Any

import pytest

from sco_quiz.app.progress_file import open_progress
from sco_quiz.core.errors import HistoryError
from sco_quiz.history.database import DamagedError, Database
from sco_quiz.history.locks import Waiting
from sco_quiz.history.recovery import recover
from sco_quiz.history.salvage import Salvaged, salvage
from sco_quiz.history.store import store_of
from tests.command import ok, program
from tests.conftest import ROOT, first
from tests.history.simulated import START, answer

COUNT = 60
KILLED = """
import os, sys
from pathlib import Path
from sco_quiz.app.progress_file import open_progress
steps = 0
def counted(function):
    def call(*arguments, **options):
        global steps
        steps += 1
        if steps == int(sys.argv[2]):
            os._exit(9)
        return function(*arguments, **options)
    return call
for name in ("replace", "unlink", "hardlink_to", "touch", "write_bytes"):
    setattr(Path, name, counted(getattr(Path, name)))
os.rmdir, os.unlink = counted(os.rmdir), counted(os.unlink)
open_progress(Path(sys.argv[1]), "write", lambda text: None, lambda done, of: None)
"""


def damaged(path: Path, in_log: int = 1) -> Path:
    """Make a file with an unsound first page and a log with the last answers."""
    code = (
        "import os, sys; from pathlib import Path; from sco_quiz.history.store import open_store\n"
        "from tests.history.simulated import START, answer\n"
        f"all = [answer('b', f'q{{n % 9}}', START + n) for n in range({COUNT})]\n"
        f"path = Path(sys.argv[1]); store = open_store(path); store.add(all[:-{in_log}]); store._db.close()\n"
        f"open_store(path).add(all[-{in_log}:]); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False, cwd=ROOT).returncode == 9
    assert path.with_name("p.sqlite-wal").stat().st_size
    with path.open("r+b") as file:
        file.write(b"garbage!" * 12)
    return path


def opened(path: Path) -> Database:
    return open_progress(path, "write", lambda text: None, lambda done, of: None).database


@pytest.mark.full
def test_a_kill_at_any_step_of_a_repair_loses_nothing(tmp_path: Path) -> None:
    for step in range(1, 100):
        folder = tmp_path / str(step)
        folder.mkdir()
        path = damaged(folder / "p.sqlite")
        code = subprocess.run([sys.executable, "-c", KILLED, str(path), str(step)], check=False, cwd=ROOT).returncode
        assert path.stat().st_size
        assert store_of(opened(path)).count() == COUNT
        assert sorted(each.name for each in folder.glob(".*")) == []
        assert len(list(folder.glob("p.damaged-?.sqlite"))) == 1
        if code == 0:
            break
        assert code == 9
    assert step > 8


def test_a_repaired_file_and_a_new_one_are_private(tmp_path: Path) -> None:
    path = damaged(tmp_path / "p.sqlite")
    recover(path)
    Database(tmp_path / "new.sqlite")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("p.sqlite", "new.sqlite")}
    if os.name == "posix":
        assert modes == {0o600}


def test_no_answer_is_saved_in_a_file_that_is_being_repaired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be in the damaged file alone, though the learner was told that it is saved."""
    path = tmp_path / "p.sqlite"
    with closing(Database(path)) as database:
        store_of(database).add(answer("b", f"q{number}", START + number) for number in range(COUNT))
    with closing(sqlite3.connect(path)) as db:
        page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'flag'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    quiz = store_of(Database(path, waiting=Waiting(0)))
    told: list[str] = []
    begun = Event()

    def save_patiently() -> None:
        with closing(Database(path, waiting=Waiting(on_wait=begun.set))) as database:
            begun.set()
            with pytest.raises(HistoryError) as caught:
                store_of(database).save(answer("b", "waited", START))
            told.append(str(caught.value))

    patient = Thread(target=save_patiently)

    def salvage_meanwhile(*arguments: Any) -> Salvaged:
        found = salvage(*arguments)
        with pytest.raises(HistoryError, match="locked"):
            quiz.save(answer("b", "during", START))
        patient.start()
        assert begun.wait(10)
        return found

    monkeypatch.setattr("sco_quiz.history.salvage.salvage", salvage_meanwhile)
    assert recover(path)
    patient.join()
    with pytest.raises(HistoryError, match="was replaced"):
        quiz.save(answer("b", "after", START))
    assert ["was replaced" in words for words in told] == [True]
    with closing(Database(path)) as database:
        store_of(database).save(answer("b", "new", START))
        assert store_of(database).count("b") == COUNT + 1


def test_a_log_without_its_file_is_recovered(tmp_path: Path) -> None:
    path = damaged(tmp_path / "p.sqlite", COUNT)
    path.unlink()
    assert program("doctor", SCO_QUIZ_PROGRESS=str(path)).returncode == 1
    assert program("stats", SCO_QUIZ_PROGRESS=str(path)).returncode == 0
    assert store_of(Database(path)).count() == COUNT
    assert (tmp_path / "p.damaged-1.sqlite-wal").exists()


ODD: dict[str, str] = {
    "application id": "PRAGMA application_id = 7",
    "a version": "PRAGMA user_version = 2",
    "no version": "PRAGMA user_version = 0",
    "a newer version": "PRAGMA user_version = 60",
    "lost flags": "DROP TABLE flag",
    "lost memories": "DROP TABLE memory",
    "lost settings": "DROP TABLE setting",
    "lost sessions": "PRAGMA foreign_keys = OFF; DROP TABLE session",
    "lost totals": "DROP TABLE quarter_total",
    "another column": "ALTER TABLE quarter_total ADD COLUMN more TEXT",
    "lost index": "DROP INDEX answer_at",
    "trigger": "CREATE TRIGGER t BEFORE INSERT ON answer BEGIN SELECT RAISE(ABORT, 'no'); END",
    "own trigger": "DROP TRIGGER answer_moved; CREATE TRIGGER answer_moved AFTER INSERT ON answer BEGIN SELECT 1; END",
    "view": "CREATE VIEW v AS SELECT * FROM answer",
    "view for a table": "DROP TABLE flag; CREATE VIEW flag AS SELECT 1 AS bank",
}
COMMANDS = (
    ("stats",),
    ("review", "--new", "1"),
    ("history", "export"),
    ("flags",),
    ("quiz", "--resume", "--bank", str(ROOT / "tests/released/0.1.0/every-field")),
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = Path(copy(ROOT / "tests" / "released" / "0.1.0" / "progress.sqlite", tmp_path / "p.sqlite"))
    Database(file).close()
    monkeypatch.setenv("SCO_QUIZ_PROGRESS", str(file))
    return file


@pytest.mark.parametrize("name", first(ODD, 5))
def test_odd_tables_are_found_and_repaired(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(ODD[name])
    with pytest.raises(DamagedError):
        Database(path)
    assert program("doctor", SCO_QUIZ_PROGRESS=str(path)).returncode == 1
    assert "was damaged" in ok("doctor", "--repair")
    database = Database(path)
    assert store_of(database).count() == 41
    if name != "lost sessions":
        assert database.query("SELECT count(*) FROM session") == [(6,)]
    assert database.query("SELECT count(*) FROM answer WHERE session IS NOT NULL")[0][0] == (
        0 if name == "lost sessions" else 32
    )


def test_a_file_format_that_sqlite_would_not_write_is_repaired(path: Path) -> None:
    """SQLite reads such a file, and refuses each answer with the words of a file that may not be written."""
    data = bytearray(path.read_bytes())
    data[18] = 77
    path.write_bytes(data)
    assert "is damaged (file format 77)" in program("doctor", SCO_QUIZ_PROGRESS=str(path)).stdout
    assert "was damaged" in ok("doctor", "--repair")
    store = store_of(Database(path))
    store.save(answer("b", "q", START))
    assert store.count() == 42


def test_what_was_set_aside_is_found_by_any_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = path.with_name("p[1]*.sqlite")
    path.rename(named)
    monkeypatch.setenv("SCO_QUIZ_PROGRESS", str(named))
    with closing(sqlite3.connect(named)) as db:
        db.execute("DROP TABLE flag")
    ok("doctor", "--repair")
    assert f"set aside: {path.parent}/p[1]*.damaged-1.sqlite is damaged" in ok("doctor")


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE answer (id)")
    before = path.read_bytes()
    done = program("doctor", "--repair", SCO_QUIZ_PROGRESS=str(path))
    assert "is a database of another program" in done.stderr
    assert path.read_bytes() == before


def test_where_programs_cannot_share_memory_there_is_no_log(tmp_path: Path) -> None:
    """As on network drives: SQLite cannot make the file that the users of a log share."""
    path = tmp_path / "p.sqlite"
    (tmp_path / "p.sqlite-shm").mkdir()
    database = Database(path)
    assert database.query("PRAGMA journal_mode") == [("delete",)]
    store_of(database).save(answer("b", "q", START))
    for number in range(2):  # the next times, the file exists
        other = Database(path)
        store_of(other).save(answer("b", "r", START + number))
        assert other.query("PRAGMA journal_mode") == [("delete",)]
    assert store_of(Database(path, read_only=True)).count() == 3


@pytest.mark.parametrize("size", [512, 8192, 65_536])
def test_files_with_other_pages_are_recovered(path: Path, size: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute(f"PRAGMA page_size = {size}")
        db.execute("VACUUM")
        db.execute("UPDATE answer SET outcome = 'maybe' WHERE id = 1")
    assert "1 flag" in ok("doctor", "--repair")
    assert store_of(opened(path)).count() == 40
