"""Answers are saved, changed, removed and found."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random
from shutil import copy
from time import sleep

import pytest

from sco_quiz.core.answer import ANSWER
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import FLAG, Flag
from sco_quiz.core.review import DAY_MS, Rating
from sco_quiz.core.verdict import Outcome
from sco_quiz.history import saved_sessions
from sco_quiz.history.database import DamagedError, Database
from sco_quiz.history.flags import add_flag, add_flags, clear_flags, flags
from sco_quiz.history.locks import Waiting
from sco_quiz.history.migration import migrate
from sco_quiz.history.schema import STEPS
from sco_quiz.history.store import Store, store_of
from tests.conftest import ROOT
from tests.history.simulated import START, answer, studied


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "p.sqlite")


@pytest.fixture
def store(database: Database) -> Store:
    return store_of(database)


def test_an_answer_is_read_as_it_was_saved(store: Store) -> None:
    given = replace(
        answer("b", "q", START, Rating.HARD), response=("ä", "„;“"), hint_taken=True, claimed=True, credit=0.25
    )
    skipped = answer("b", "r", START, None)
    assert store.save(given) == given
    assert store.save(skipped) == skipped
    assert list(store.answers("b")) == [given, skipped]
    assert list(store.answers("other")) == []
    assert store.count("b") == 2
    assert store.count("b", ["q"]) == 1


def test_the_last_time_that_a_question_was_asked_counts(store: Store) -> None:
    for given in (answer("b", "q", START), answer("b", "q", START + 9), answer("b", "r", START, None)):
        store.save(given)
    store.save(answer("other", "s", START))
    assert store.last_asked("b") == {"q": START + 9, "r": START}


def test_the_columns_of_answers_and_flags_are_their_fields(database: Database) -> None:
    names = {table: [row[1] for row in database.query(f"PRAGMA table_info({table})")] for table in ("answer", "flag")}
    assert names["flag"] == ["id", *FLAG.names]
    assert set(names["answer"]) == {"id", *ANSWER.names, "session"}


def test_two_answers_never_share_a_timestamp(store: Store) -> None:
    kept = [store.save(answer("b", "q", START)) for _ in range(3)]
    assert [item.at for item in kept] == [START, START + 1, START + 2]
    assert store.save(answer("b", "r", START)).at == START


def test_a_skipped_question_is_not_scheduled(store: Store) -> None:
    store.save(answer("b", "q", START, None))
    assert store.memories("b") == {}
    assert store.memory("b", "q") is None
    assert store.begun_since("b", 0) == 0


def test_a_changed_or_removed_answer_changes_the_schedule(store: Store) -> None:
    one = store.save(answer("b", "q", START, Rating.AGAIN))
    two = store.save(answer("b", "q", START + DAY_MS, Rating.AGAIN))
    again = store.memory("b", "q")
    store.change(replace(two, rating=Rating.EASY, outcome=Outcome.RIGHT, credit=1.0, claimed=True))
    easy = store.memory("b", "q")
    assert again
    assert easy
    assert easy.due > again.due
    assert list(store.answers("b"))[1].claimed
    store.remove(two)
    store.remove(one)
    assert store.memory("b", "q") is None
    assert store.count("b") == 0


def test_the_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    given = list(studied("b", "q", 0, 12, Random(3)))
    stores = [store_of(Database(tmp_path / f"{number}.sqlite")) for number in range(4)]
    for item in given:
        stores[0].save(item)
    for item in reversed(given):
        stores[1].save(item)
    assert stores[2].add(given) == 12
    assert stores[3].add([*given[6:], *given[:6], *given]) == 12
    assert len({str(store.memories("b")) for store in stores}) == 1
    assert stores[0].add(given) == 0


def test_what_is_due_and_what_was_missed(store: Store) -> None:
    for name, days in (("a", 3), ("b", 1), ("c", 2)):
        store.save(answer("x", name, START + days * DAY_MS, Rating.EASY))
    memories = store.memories("x")
    names = list(memories)
    assert names == sorted(names, key=lambda name: (memories[name].due, name))
    assert names[0] == "b"
    first = store.memories("x")["b"].due
    assert list(store.memories("x", due_by=first)) == ["b"]
    assert store.begun_since("x", START + 2 * DAY_MS) == 2
    store.save(answer("x", "a", START + 4 * DAY_MS, Rating.AGAIN))
    store.save(answer("x", "b", START + 5 * DAY_MS, Rating.AGAIN))
    store.save(answer("x", "c", START + 5 * DAY_MS, None))
    store.save(answer("x", "c", START + 6 * DAY_MS, Rating.GOOD))
    assert store.missed_since("x", START) == ["b", "a"]
    assert store.missed_since("x", START + 5 * DAY_MS) == ["b"]


def test_answers_are_deleted(store: Store) -> None:
    for name in ("q", "r"):
        store.save(answer("b", name, START))
        store.save(answer("c", name, START))
    assert store.reset("b", ["q"]) == 1
    assert store.memory("b", "q") is None
    assert store.memory("b", "r")
    assert store.reset("b") == 1
    assert store.count("c") == 2


def test_flags(database: Database) -> None:
    flag = Flag("b", "q", START, "why?")
    add_flag(database, flag)
    assert add_flags(database, [flag, replace(flag, at=START + 1), replace(flag, bank="c")]) == 2
    assert [item.at for item in flags(database, "b")] == [START, START + 1]
    assert len(flags(database)) == 3
    clear_flags(database, "b")
    assert [item.bank for item in flags(database)] == ["c"]


def test_sessions(database: Database, store: Store) -> None:
    assert saved_sessions.latest_open(database, "b") is None
    number = saved_sessions.begin(database, "b", "exam", 7, ("q", "r"), START, {"time_limit": 60})
    assert saved_sessions.latest_exam(database, "b") is None  # nothing was answered
    assert saved_sessions.latest_open(database, "b", exam=True) == saved_sessions.latest_open(database, "b") is not None
    saved_sessions.begin(database, "b", "quiz", 7, ("q", "r"), START, {})
    store.save(answer("b", "q", START), number)
    saved_sessions.spend(database, number, 1234)
    begun = saved_sessions.latest_open(database, "b")
    assert begun == saved_sessions.SavedSession(number, "b", "exam", 7, ("q", "r"), {"time_limit": 60}, 1234, START)
    assert [item.question for item in store.answers_in(number)] == ["q"]
    saved_sessions.end(database, number, START + 1)
    assert saved_sessions.latest_open(database, "b") is None
    saved_sessions.change_settings(database, number, {"pass_mark": 70, "student": "A"})
    ended = saved_sessions.latest_exam(database, "b")
    assert ended == replace(begun, settings={"pass_mark": 70, "student": "A"}, ended=START + 1)


def test_a_file_of_an_older_program_is_brought_up_to_date(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as db:
        for statement in filter(str.strip, STEPS[0].split(";\n")):
            db.execute(statement)
        db.execute("PRAGMA user_version = 1")
    database = Database(path)
    store_of(database).save(answer("b", "q", START))
    database.close()
    steps = (*STEPS, "ALTER TABLE flag ADD COLUMN solved INTEGER;\nUPDATE answer SET credit = 0.5")
    with sqlite3.connect(path, isolation_level=None) as db:
        migrate(db, steps)
        assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
        assert db.execute("SELECT credit FROM answer").fetchall() == [(0.5,)]
        with pytest.raises(sqlite3.OperationalError):
            migrate(db, (*steps, "UPDATE answer SET credit = 1;\nDROP TABLE nothing"))
        assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
        assert db.execute("SELECT credit FROM answer").fetchall() == [(0.5,)]
    with pytest.raises(HistoryError, match="newer sco-quiz"):
        Database(path)


@pytest.fixture
def of_0_1_0(tmp_path: Path) -> Path:
    """A progress file of 0.1.0."""
    return Path(copy(ROOT / "tests" / "released" / "0.1.0" / "progress.sqlite", tmp_path / "old.sqlite"))


def test_memories_of_an_older_program_are_computed_again_once(of_0_1_0: Path) -> None:
    read = store_of(Database(of_0_1_0, read_only=True))  # in a copy
    shown: list[tuple[int, int]] = []
    store = store_of(Database(of_0_1_0), lambda *done: shown.append(done))
    for bank in store.banks():
        memories = store.memories(bank)
        assert memories == read.memories(bank) == store.reviews(bank)[1]
        assert all(memory.day > 20_000 for memory in memories.values())
    assert shown[-1][0] == shown[-1][1] == sum(len(store.memories(bank)) for bank in store.banks()) == 25
    shown.clear()
    store_of(Database(of_0_1_0), lambda *done: shown.append(done))
    assert shown == []


def test_computing_them_can_be_interrupted(of_0_1_0: Path) -> None:
    def interrupt(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store_of(Database(of_0_1_0), interrupt)
    assert store_of(Database(of_0_1_0, read_only=True)).banks() == ["every-field", "sco-2010"]
    assert len(store_of(Database(of_0_1_0)).memories("every-field")) > 3


def test_a_row_that_is_not_an_answer_is_damage_but_does_not_stop_the_schedule(database: Database, store: Store) -> None:
    store.add([answer("b", "q", START), answer("b", "q", START + DAY_MS)])
    only = store_of(Database(database.path, in_memory=True)).save(answer("b", "q", START + DAY_MS))
    with database.writing():
        database.execute("UPDATE answer SET rating = 7 WHERE at = ?", START)
    with pytest.raises(DamagedError, match="a row of the table answer"):
        store.check()
    assert store.replay_all(lambda done, of: None) == 1
    memory = store.memory("b", "q")
    assert memory
    assert memory.last_review == only.at


def test_an_answer_saved_just_before_rescheduling_is_scheduled(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    database = Database(path)
    store = store_of(database)
    with ThreadPoolExecutor() as pool:
        with database.writing():
            store.save(answer("b", "q", START))
            done = pool.submit(lambda: store_of(Database(path)).replay_all(lambda done, of: None))
            sleep(0.2)  # meanwhile it waits
        assert done.result() == 1
    assert len(store.memories("b")) == 1


def test_a_program_that_writes_for_long_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noticed: list[str] = []
    monkeypatch.setattr("sco_quiz.history.locks.PATIENCE_S", 0.1)  # seconds are long for a test
    wait = Waiting(0.2, lambda: noticed.append("waiting"))
    busy, waiting = (Database(tmp_path / "p.sqlite", waiting=wait) for _ in range(2))
    with busy.writing(), pytest.raises(HistoryError, match="another program has locked it"):
        store_of(waiting).save(answer("b", "q", START))
    assert noticed == ["waiting"]
    store_of(waiting).save(answer("b", "q", START))
    assert store_of(busy).count("b") == 1


def test_an_empty_file_with_a_log_is_damage(tmp_path: Path) -> None:
    (tmp_path / "p.sqlite").touch()
    (tmp_path / "p.sqlite-wal").write_text("answers")
    with pytest.raises(DamagedError, match="it is empty, but its log is not"):
        Database(tmp_path / "p.sqlite")
    assert (tmp_path / "p.sqlite-wal").read_text() == "answers"


@pytest.mark.parametrize("version", [0, 1001])
def test_a_version_that_no_program_has_is_damage(database: Database, version: int) -> None:
    database.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(DamagedError, match=rf"version {version}, \d+ tables"):
        Database(database.path)
