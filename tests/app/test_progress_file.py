"""Opening the progress file for a purpose."""

from pathlib import Path

import pytest

from sco_quiz.app.progress_file import Purpose, open_progress, progress_path
from sco_quiz.core.errors import HistoryError
from sco_quiz.history.database import Database
from sco_quiz.history.store import store_of
from tests.history.simulated import START, answer


def opened(path: Path, purpose: Purpose) -> tuple[Database, str, list[str]]:
    said: list[str] = []
    file = open_progress(path, purpose, said.append, lambda done, of: None)
    return file.database, file.read_only, said


@pytest.mark.parametrize("purpose", ["write", "study"])
def test_a_missing_file_is_created_to_be_written(tmp_path: Path, purpose: Purpose) -> None:
    path = tmp_path / "new" / "progress.sqlite"
    database, read_only, said = opened(path, purpose)
    assert (read_only, said) == ("", [])
    assert path.exists()
    database.close()


def test_reading_creates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "progress.sqlite"
    database, read_only, _ = opened(path, "read")
    assert read_only == f"{path} does not exist"
    assert store_of(database).count() == 0
    assert not path.parent.exists()


def test_a_file_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "progress.sqlite"
    Database(path).close()
    monkeypatch.setattr("os.access", lambda *_: False)
    for purpose in ("read", "study"):
        database, read_only, _ = opened(path, purpose)  # type: ignore[arg-type]
        assert read_only == f"{path} cannot be written"
        assert not database.is_file
        if purpose == "read":
            with pytest.raises(HistoryError), database.writing():
                database.execute("DELETE FROM answer")
        else:  # a copy, for what is learned meanwhile
            store_of(database).save(answer("b", "q", START))
        database.close()
    assert store_of(Database(path)).count() == 0
    with pytest.raises(HistoryError, match="cannot be written"):
        opened(path, "write")


def test_students_can_learn_where_nothing_can_be_saved(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "progress.sqlite"
    database, read_only, _ = opened(path, "study")
    assert str(path.parent) in read_only
    assert store_of(database).count() == 0
    with pytest.raises(HistoryError):
        opened(path, "write")


def test_another_program_s_file_is_left_as_it_is(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "progress.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()
    for purpose in ("read", "write"):
        with pytest.raises(HistoryError, match="another program"):
            opened(path, purpose)  # type: ignore[arg-type]
    assert "another program" in opened(path, "study")[1]
    assert path.read_bytes() == before


def test_a_damaged_file_is_repaired_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 8192)
    database, read_only, said = opened(path, "read")
    assert read_only == ""
    assert len(said) == 1
    assert "is now progress.damaged-1.sqlite. Recovered from it: 0 answers, 0 flags." in said[0]
    database.close()


def test_the_default_is_in_the_data_directory() -> None:
    assert progress_path(None).name == "progress.sqlite"
    assert progress_path(Path("mine.sqlite")) == Path("mine.sqlite")
