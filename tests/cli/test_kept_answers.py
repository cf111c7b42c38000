"""An answer that cannot be saved is in memory, saved later, or offered as a file: it is never lost in silence."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from sco_quiz.app.kept_answers import add_kept, places_for
from sco_quiz.core.flag import Flag
from sco_quiz.core.saving import Kept
from sco_quiz.history import locks
from sco_quiz.history.database import Database
from sco_quiz.history.flags import flags
from sco_quiz.history.locks import Waiting
from sco_quiz.history.store import store_of
from tests.command import Finished, ok, sco_quiz
from tests.conftest import ROOT
from tests.history.simulated import START, answer
from tests.pseudo_terminal import Terminal

BANK = ROOT / "tests" / "terminal" / "eight-kinds.yaml"
QUIZ = ("quiz", "--kind", "true_false", "--bank", str(BANK))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "progress.sqlite"
    Database(file).close()
    return file


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let programs wait for less than a second where they wait for half a minute."""
    monkeypatch.setattr(locks, "PATIENCE_S", 0.05)
    for module in ("app.progress_file", "history.database"):
        monkeypatch.setattr(f"sco_quiz.{module}.Waiting", partial(Waiting, 0.2))


@contextmanager
def locked(path: Path, how: str = "IMMEDIATE", journal: str = "WAL") -> Iterator[None]:
    """Use a progress file as another program that holds a lock on it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute(f"BEGIN {how}")
        yield
        other.execute("ROLLBACK")


def imported(path: Path, file: Path) -> int:
    """Import a file of kept answers; return how many answers there are then."""
    ok("history", "import", str(file), "--progress", str(path))
    with closing(Database(path, read_only=True)) as database:
        return store_of(database).count()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("how", "journal"), [("IMMEDIATE", "WAL"), ("EXCLUSIVE", "DELETE"), ("IMMEDIATE", "DELETE")])
@pytest.mark.parametrize("command", [QUIZ, pytest.param(("review", *QUIZ[1:]), marks=pytest.mark.full)])
def test_a_lock_of_another_program_loses_no_answer(
    path: Path, how: str, journal: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    with locked(path, how, journal):
        done = sco_quiz(*command, given="f\nn\n", cwd=tmp_path)
    assert done.returncode == 1
    assert f"{path} is used by another program, waiting." in done.stdout + done.stderr
    assert "in memory" in done.stdout + done.stderr
    kept = tmp_path / "unsaved-answers-1.jsonl"
    assert f"It is in {kept}; `sco-quiz history import {kept}` adds it" in done.stderr
    assert imported(path, kept) == len(kept.read_text().splitlines()) > 0


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "command", [("history", "reset", "--yes"), ("history", "import"), ("doctor", "--repair"), ("stats",)]
)
def test_every_command_names_the_lock(path: Path, command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "answers.jsonl").write_text(ok("history", "export"))
    more = [str(tmp_path / "answers.jsonl")] if "import" in command else []
    with locked(path, "EXCLUSIVE", "DELETE"):
        done = sco_quiz(*command, *more)
    assert done.returncode == 1
    assert (done.stdout + done.stderr).count("is used by another program, waiting.") == 1
    assert "another program has locked it" in done.stderr


def test_a_lock_is_named_within_two_seconds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert locks.PATIENCE_S < 2
    monkeypatch.setattr(locks, "PATIENCE_S", 0.05)
    told: list[str] = []
    waiting = Waiting(0.2, lambda: told.append("waiting"))
    with closing(Database(path, waiting=waiting)) as database, locked(path):
        for _ in range(2):  # the second time at once, and without a word
            with pytest.raises(Exception, match="another program has locked it"):
                store_of(database).save(answer("b", "q", START))
            assert told == ["waiting"]


@pytest.mark.usefixtures("impatient")
def test_answers_are_saved_as_soon_as_the_lock_is_gone(path: Path) -> None:
    with closing(Database(path)) as database:
        with locked(path), pytest.raises(Exception, match="locked"):
            store_of(database).save(answer("b", "q", START))
        store_of(database).save(answer("b", "q", START))
        assert store_of(database).count() == 1


def test_a_file_that_is_deleted_or_replaced_takes_no_answer(path: Path) -> None:
    with closing(Database(path)) as database:
        store_of(database).save(answer("b", "q", START))
        path.rename(path.with_name("moved.sqlite"))
        path.with_name("progress.sqlite-wal").rename(path.with_name("moved.sqlite-wal"))
        with pytest.raises(Exception, match="was replaced or deleted by another program"):
            store_of(database).save(answer("b", "r", START))
        Database(path).close()
        with pytest.raises(Exception, match="was replaced or deleted by another program"):
            store_of(database).save(answer("b", "r", START))


def test_kept_answers_are_added_to_the_file_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    for _ in range(2):  # the second time, nothing is doubled
        add_kept(Kept((answer("b", "q", START),), (Flag("b", "q", START, "?"),)), path)
    with closing(Database(path)) as database:
        assert store_of(database).count() == 1
        assert len(flags(database)) == 1
        assert store_of(database).memory("b", "q")


def quiz_nowhere(tmp_path: Path, *command: str, given: str) -> Finished:
    """Run a command whose progress file is below a file."""
    (tmp_path / "file").touch()
    return sco_quiz(*command, given=given, cwd=tmp_path, SCO_QUIZ_PROGRESS=str(tmp_path / "file" / "p.sqlite"))


@pytest.mark.parametrize("command", [QUIZ, ("review", *QUIZ[1:])])
def test_without_a_place_for_the_progress_file_answers_are_in_a_file(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = quiz_nowhere(tmp_path, *command, given="f\nn\n")
    assert done.returncode == 1
    assert done.stderr.startswith("Your answers cannot be saved: ")
    assert "`--progress FILE` or the variable SCO_QUIZ_PROGRESS names another file" in done.stderr
    assert imported(tmp_path / "other.sqlite", tmp_path / "unsaved-answers-1.jsonl") > 0


def test_an_exam_without_a_place_for_the_progress_file(tmp_path: Path) -> None:
    done = quiz_nowhere(tmp_path, *QUIZ, "--exam", given="f\n\n")
    assert done.returncode == 1
    assert imported(tmp_path / "other.sqlite", tmp_path / "unsaved-answers-1.jsonl") == 1


def test_where_nothing_was_answered_nothing_is_written(tmp_path: Path) -> None:
    done = quiz_nowhere(tmp_path, *QUIZ, given="q\n")
    assert done.returncode == 0
    assert not list(tmp_path.glob("unsaved-*"))


def test_statistics_of_a_file_that_cannot_be_read_say_what_to_do(tmp_path: Path) -> None:
    done = sco_quiz("stats", "--progress", str(tmp_path / ("x" * 300)))
    assert done.returncode == 1
    assert "`--progress FILE` or the variable SCO_QUIZ_PROGRESS names another file" in done.stderr


@pytest.mark.full
def test_a_terminal_shows_the_wait_and_offers_the_file(path: Path, opened: list[Terminal]) -> None:
    with locked(path):
        terminal = Terminal("--kind", "true_false", "--bank", str(BANK))
        opened.append(terminal)
        terminal.wait_for("waiting.", seconds=10)  # the path before it has any length
        terminal.wait_for("Press t or f", seconds=60)
        terminal.press("f")
        terminal.wait_for("in memory")
        terminal.wait_for("any key: next")
        terminal.press(" ")
        terminal.press("\r")
        file = next(places_for(path))
        terminal.wait_for("Y/n")
        terminal.press("\r")
        assert terminal.ended() == 1
    assert os.environ["SCO_QUIZ_PROGRESS"] == str(path)
    assert imported(path, file) == 1
