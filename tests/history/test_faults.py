"""Full and read-only disks, concurrent programs and damaged files, without mocks."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copy

import pytest

from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import Flag
from sco_quiz.history.database import DamagedError, Database
from sco_quiz.history.flags import add_flag, flags
from sco_quiz.history.recovery import set_aside
from sco_quiz.history.salvage import Salvaged, salvage
from sco_quiz.history.store import store_of
from tests.command import program
from tests.conftest import ROOT, absent, first
from tests.history.simulated import START, answer

ONE_QUESTION = ("quiz", "--kind", "true_false", "-n", "1")
WRITER = """
import sys, time
from pathlib import Path
from sco_quiz.core.review import Rating
from sco_quiz.history.database import Database
from sco_quiz.history.store import store_of
from tests.history.simulated import answer
store = store_of(Database(Path(sys.argv[1])))
end = time.monotonic() + float(sys.argv[2])
number = 0
while time.monotonic() < end:
    began = time.monotonic()
    store.save(answer("b", f"q{number % 50}", int(time.time() * 1000), Rating.GOOD))
    number += 1
    print(f"{time.monotonic() - began:.3f}", flush=True)
"""


def started(*arguments: str) -> subprocess.Popen[str]:
    """Start Python with pipes."""
    pipe = subprocess.PIPE
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8", cwd=ROOT)


def test_two_programs_answer_at_once(tmp_path: Path, full: bool) -> None:
    seconds = 60 if full else 1
    path = tmp_path / "p.sqlite"
    children = [started("-c", WRITER, str(path), str(seconds)) for _ in range(2)]
    told = [child.communicate() for child in children]
    assert [(child.returncode, errors) for child, (_, errors) in zip(children, told, strict=True)] == [(0, "")] * 2
    counts = [len(out.splitlines()) for out, _ in told]
    assert min(counts) > seconds  # neither program is locked out
    assert store_of(Database(path)).count("b") == sum(counts)


def test_many_programs_open_a_new_file_at_once(tmp_path: Path, full: bool) -> None:
    code = WRITER.replace("end = time.monotonic() + float(sys.argv[2])", "end = time.monotonic() + 0.05")
    for number in range(5 if full else 1):
        path = tmp_path / f"{number}.sqlite"
        children = [started("-c", code, str(path)) for _ in range(8)]
        told = [child.communicate() for child in children]
        assert [errors for _, errors in told] == [""] * 8
        assert store_of(Database(path)).count("b") == sum(len(out.splitlines()) for out, _ in told)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with 400 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if sys.platform == "win32" or subprocess.run(mount, check=False, capture_output=True).returncode:
        absent("the right to mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    store = store_of(Database(small_disk / "p.sqlite"))
    store.save(answer("b", "q", START))
    with pytest.raises(OSError, match="No space"):
        (small_disk / "ballast").write_bytes(b"x" * 2**20)
    saved = 1
    told = ""
    while not told and saved < 10_000:
        try:
            store.save(answer("b", f"q{saved}", START + saved))
            saved += 1
        except HistoryError as error:
            told = str(error)
    assert told.endswith("the disk is full")
    assert store.count("b") == saved
    (small_disk / "ballast").unlink()
    store.save(answer("b", "last", START))
    assert store_of(Database(small_disk / "p.sqlite")).count("b") == saved + 1


def test_answers_wait_for_room_on_the_disk(small_disk: Path) -> None:
    """The quiz reports the error and continues; later all answers are saved together."""
    path = small_disk / "p.sqlite"
    store_of(Database(path)).save(answer("b", "q", START))
    child = started("-u", "-m", "sco_quiz", "quiz", "--all", "--kind", "true_false", "--progress", str(path))
    assert child.stdin
    assert child.stdout
    read_until(child.stdout.readline, "True or false?")
    with pytest.raises(OSError, match="No space"):
        (small_disk / "ballast").write_bytes(b"x" * 2**20)
    refused = 0
    for _ in range(40):
        child.stdin.write("t\n")
        child.stdin.flush()
        line = read_until(child.stdout.readline, "Right\n", "Wrong\n", "Not saved: ")
        if line.startswith("Not saved: "):
            refused += 1
            break
    assert refused == 1
    (small_disk / "ballast").unlink()
    child.stdin.write("t\nq\nn\n")
    child.stdin.flush()
    assert "Saved, including " in read_until(child.stdout.readline, "Saved, including")
    child.communicate()
    assert child.returncode == 0


def read_until(readline: Callable[[], str], *starts: str) -> str:
    while line := readline():
        if any(start in line for start in starts):
            return line
    raise AssertionError(f"none of {starts} came")


def test_a_disk_that_is_read_only(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "p.sqlite"
    database = Database(path)
    store_of(database).save(answer("b", "q", START))
    database.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert store_of(Database(path, read_only=True)).count("b") == 1
    done = program(*ONE_QUESTION, given="t\nn\n", cwd=tmp_path, SCO_QUIZ_PROGRESS=str(path))
    assert done.returncode == 1
    assert done.stderr.startswith("Your answers cannot be saved: ")
    assert (tmp_path / "unsaved-answers-1.jsonl").read_text().count("\n") == 1
    assert "How it went" in done.stdout
    for words, wanted in (["stats"], "No answers yet."), (["flags"], "0 flags"), (["review"], "0 due, 10 new"):
        done = program(*words, SCO_QUIZ_PROGRESS=str(path))
        assert done.returncode == 0, done.stderr
        assert wanted in done.stdout


def filled(path: Path, count: int = 3000) -> Path:
    database = Database(path)
    store_of(database).add(answer("b", f"q{number % 90}", START + number) for number in range(count))
    add_flag(database, Flag("b", "q1", START, "why?"))
    database.close()
    assert not path.with_name(path.name + "-wal").exists()
    return path


def overwrite(path: Path, start: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(data)


DAMAGE: dict[str, tuple[Callable[[Path], object], int]] = {
    "header": (lambda path: overwrite(path, 0, b"garbage!" * 12), 3000),
    "first page": (lambda path: overwrite(path, 0, b"\0" * 4096), 3000),
    "middle": (lambda path: overwrite(path, path.stat().st_size // 2 // 4096 * 4096, b"\xff" * 4096), 1500),
    "several pages": (lambda path: overwrite(path, 20 * 4096, b"\xa5" * 4096 * 3), 1500),
    "cut off": (lambda path: os.truncate(path, path.stat().st_size // 2), 1),
    "not a database": (lambda path: path.write_text("my notes\n" * 100), 0),
}


@pytest.mark.parametrize("name", first(DAMAGE, 3))
def test_a_damaged_file_is_set_aside_and_recovered(tmp_path: Path, name: str) -> None:
    path = filled(tmp_path / "p.sqlite")
    spoil, least = DAMAGE[name]
    spoil(path)
    damaged = path.read_bytes()
    done = program(*ONE_QUESTION, given="t\nn\n", SCO_QUIZ_PROGRESS=str(path))
    assert done.returncode == 0, done.stderr
    aside = tmp_path / "p.damaged-1.sqlite"
    assert f"{path} was damaged and is now {aside.name}." in done.stderr
    assert aside.read_bytes() == damaged
    database = Database(path)
    database.check()
    store = store_of(database)
    count = store.count("b")
    assert f"Recovered from it: {count} answer" in done.stderr
    assert least <= count <= 3000
    assert {item.question for item in store.answers("b")} <= {f"q{number}" for number in range(90)}
    assert len(store.memories("b")) == len({item.question for item in store.answers("b")})
    assert store.count("sco-2010") == 1  # and the quiz continues
    if least == 3000:
        assert [flag.note for flag in flags(database, "b")] == ["why?"]


@pytest.mark.parametrize("name", ["header", "first page"])
def test_a_damaged_file_of_an_older_program_is_recovered(tmp_path: Path, name: str) -> None:
    path = Path(copy(ROOT / "tests" / "released" / "0.1.0" / "progress.sqlite", tmp_path / "p.sqlite"))
    DAMAGE[name][0](path)
    database = Database(tmp_path / "new.sqlite")
    assert salvage(path, tmp_path, database) == Salvaged(41, 1)
    assert {answer.utc_offset for answer in store_of(database).answers()} == {None}
    assert database.query("SELECT count(*) FROM session") == [(6,)]


def test_a_shrunk_file_without_its_first_page_is_recovered(tmp_path: Path) -> None:
    path = filled(tmp_path / "p.sqlite")
    with closing(Database(path)) as database:
        database.vacuum()
    DAMAGE["first page"][0](path)
    with closing(Database(tmp_path / "new.sqlite")) as new:
        assert salvage(path, tmp_path, new) == Salvaged(3000, 1)


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "p.sqlite").touch()
    assert store_of(Database(tmp_path / "p.sqlite")).count("b") == 0


def test_no_damaged_file_is_overwritten(tmp_path: Path) -> None:
    for number in (1, 2):
        path = tmp_path / "p.sqlite"
        path.write_text(str(number))
        (tmp_path / "p.sqlite-wal").write_text(f"wal {number}")
        assert set_aside(path).name == f"p.damaged-{number}.sqlite"
        assert (tmp_path / f"p.damaged-{number}.sqlite-wal").read_text() == f"wal {number}"
        for part in (path, tmp_path / "p.sqlite-wal"):
            part.unlink()
    assert salvage(tmp_path / "p.damaged-1.sqlite", tmp_path, Database(tmp_path / "new.sqlite")) == Salvaged()


def test_damage_found_later_is_reported(tmp_path: Path) -> None:
    path = filled(tmp_path / "p.sqlite")
    DAMAGE["several pages"][0](path)
    with pytest.raises(DamagedError, match="sco-quiz doctor --repair"):
        list(store_of(Database(path)).answers("b"))
    with pytest.raises(DamagedError, match="is damaged"):
        Database(path).check()


def test_a_row_that_is_not_an_answer_counts_as_damage(tmp_path: Path) -> None:
    path = filled(tmp_path / "p.sqlite", 5)
    database = Database(path)
    with database.writing():
        database.execute("UPDATE answer SET response = '[' WHERE id = 2")
        database.execute("UPDATE answer SET hint_taken = 7 WHERE id = 4")
    with pytest.raises(DamagedError, match=r"a row of the table answer: .*`sco-quiz doctor --repair`"):
        list(store_of(database).answers("b"))
    database.close()
    assert salvage(path, tmp_path, Database(tmp_path / "new.sqlite")).answers == 3


def test_ctrl_c_interrupts_the_database(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the signal is one of POSIX")
    code = (
        "import signal, sys; from pathlib import Path; from sco_quiz.history.database import Database\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a background job ignores Ctrl-C
        "database = Database(Path(sys.argv[1])); print('begun', flush=True)\n"
        "database.query('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n')"
    )
    child = started("-c", code, str(tmp_path / "p.sqlite"))
    assert child.stdout
    assert child.stdout.readline() == "begun\n"
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=60)
    assert errors.endswith("KeyboardInterrupt\n")


def test_answers_in_the_log_of_a_killed_program_are_read_from_a_read_only_disk(small_disk: Path) -> None:
    path = small_disk / "p.sqlite"
    code = (
        "import os, sys; from pathlib import Path; from sco_quiz.history.store import open_store\n"
        "from tests.history.simulated import START, answer\n"
        "open_store(Path(sys.argv[1])).save(answer('b', 'q', START)); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False, cwd=ROOT).returncode == 9
    assert path.with_name("p.sqlite-wal").stat().st_size
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert store_of(Database(path, read_only=True)).count("b") == 1


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="it is a folder, not a file"):
        Database(tmp_path)


def test_the_file_is_in_the_data_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("the variable is one of Linux")
    monkeypatch.delenv("SCO_QUIZ_PROGRESS")
    assert program(*ONE_QUESTION, given="t\nn\n", XDG_DATA_HOME=str(tmp_path)).returncode == 0
    with sqlite3.connect(tmp_path / "sco-quiz" / "progress.sqlite") as db:
        assert db.execute("SELECT count(*) FROM answer").fetchone() == (1,)
