"""The totals in the progress file equal what counting the answers gives, whatever is done to the answers."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from shutil import copy

import pytest

from sco_quiz.core.answer import Answer
from sco_quiz.core.review import DAY_MS, Rating
from sco_quiz.core.tally import Tally
from sco_quiz.core.verdict import Outcome
from sco_quiz.history.database import Database
from sco_quiz.history.future import correct_future
from sco_quiz.history.schema import QUARTER_MS, STEPS
from sco_quiz.history.store import Store, store_of
from sco_quiz.history.study_days import by_day
from sco_quiz.history.totals import Calendar, Quarters, Totals, are_right, count_again, quarters_studied, totals
from tests.conftest import ROOT, first
from tests.history.simulated import START, answer

OFFSETS = (None, 0, 60, 345, 840, -720)
CALENDARS = [Calendar(offset, hour * 3_600_000) for offset in (0, 120, -570) for hour in (0, 4)]
HISTORIES = 40


def random_answer(rng: Random) -> Answer:
    """Return an answer to one of few questions, at one of few times, so that they meet."""
    rating = rng.choice([None, *Rating])
    at = START + rng.randrange(12) * DAY_MS // 4 + rng.randrange(3) * QUARTER_MS
    base = answer(rng.choice("ab"), rng.choice("pq"), at, rating)
    mode = rng.choice(("quiz", "exam", "review", "anki"))
    credit = rng.choice([0.0, 1 / 3, 0.5, 5 / 7, 1.0])
    return replace(base, utc_offset=rng.choice(OFFSETS), credit=credit, duration=rng.randrange(9000), mode=mode)


def change(rng: Random, store: Store, database: Database) -> None:
    """Do something to the answers."""
    saved = list(store.answers())
    match rng.randrange(9):
        case 0 if saved:
            store.remove(rng.choice(saved))
        case 1 if saved:
            given = rng.choice(saved)
            store.change(replace(given, rating=rng.choice([None, *Rating]), outcome=Outcome.RIGHT, credit=1.0))
        case 2:
            store.add(random_answer(rng) for _ in range(rng.randrange(8)))
        case 3 if saved and rng.random() < 0.2:
            store.reset(rng.choice("ab"), rng.choice([None, ["p"]]))
        case 4 if rng.random() < 0.2:
            correct_future(database, START + 2 * DAY_MS)
        case 5 if rng.random() < 0.2:
            with suppress(KeyError), database.writing():
                store.save(random_answer(rng))
                raise KeyError
        case _:
            store.save(random_answer(rng))


def counted(answers: list[Answer], bank: str, calendar: Calendar) -> Totals:
    """Count in Python, answer by answer."""
    own = [item for item in answers if item.bank == bank]
    tallies: dict[str, Tally] = {}
    quarters: dict[int, list[int]] = {}
    for name, group in groupby(sorted(own, key=lambda item: (item.question, item.at)), lambda item: item.question):
        before: int | None = None
        tally = Tally()
        for item in group:
            judged, right = item.outcome is not None, item.credit == 1
            tally = Tally(tally.given + 1, tally.judged + judged, tally.right + right, tally.credit + item.credit)
            offset = calendar.utc_offset if item.utc_offset is None else item.utc_offset
            day = (item.at + offset * 60_000 - calendar.begins) // DAY_MS
            counts = before is not None and item.rating is not None and before < day
            if item.rating is not None:
                before = day
            recalled = counts and item.rating != Rating.AGAIN
            studied = judged or item.mode == "anki"
            new = (1, judged, right, item.duration, studied, counts, recalled)
            number = item.at // QUARTER_MS
            old = quarters.get(number, [0] * len(new))
            quarters[number] = [one + more for one, more in zip(old, new, strict=True)]
        tallies[name] = tally._replace(credit=pytest.approx(tally.credit))
    rows = [(number, *quarters[number]) for number in sorted(quarters)]
    return Totals(tallies, Quarters(*zip(*rows, strict=True)))


@pytest.mark.parametrize("seed", first(range(HISTORIES), 15))
def test_totals_equal_counting(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    database = Database(tmp_path / "p.sqlite")
    store = store_of(database)
    for calendar in (Calendar(0, 14_400_000), *rng.sample(CALENDARS, 3)):
        for _ in range(12):
            change(rng, store, database)
            assert are_right(database)
        answers = list(store.answers())
        for bank in "ab":
            assert totals(database, bank, calendar) == counted(answers, bank, calendar)
            studied = {item.at // QUARTER_MS for item in answers if item.bank == bank and is_studied(item)}
            assert quarters_studied(database, bank) == sorted(studied)


def is_studied(item: Answer) -> bool:
    return item.outcome is not None or item.mode == "anki"


def test_totals_are_kept_and_not_counted(tmp_path: Path) -> None:
    """What is in the tables is used, also of a new file."""
    database = Database(tmp_path / "p.sqlite")
    store_of(database).save(answer("b", "q", START))
    with database.writing():
        database.execute("UPDATE question_total SET given = 7")
    assert totals(database, "b", Calendar(0, 14_400_000)).questions["q"].given == 7
    assert not are_right(database)
    assert totals(database, "b", Calendar(60, 14_400_000)).questions["q"].given == 1
    assert are_right(database)


def test_an_open_older_program_keeps_the_totals_right(tmp_path: Path) -> None:
    """It writes answers into a file whose tables a newer program has changed meanwhile."""
    path = Path(copy(ROOT / "tests" / "released" / "0.1.0" / "progress.sqlite", tmp_path / "p.sqlite"))
    calendar = Calendar(0, 14_400_000)
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        older.execute("SELECT 1 FROM answer").fetchone()
        database = Database(path)
        assert totals(database, "sco-2010", calendar).questions
        columns = "bank, question, at, response, outcome, credit, duration, mode, rating"
        values = ("sco-2010", "q", START, '["x"]', "right", 1.0, 300, "quiz", 3)
        older.execute(f"INSERT INTO answer ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    assert totals(database, "sco-2010", calendar).questions["q"] == Tally(1, 1, 1, 1.0)
    assert are_right(database)


@pytest.mark.parametrize("value", ["'x'", "x'ff'", "1.5", "1e300"])
@pytest.mark.parametrize("table", ["question_total", "quarter_total", "calendar"])
def test_odd_totals_are_counted_instead(tmp_path: Path, table: str, value: str) -> None:
    database = Database(tmp_path / "p.sqlite")
    store_of(database).save(answer("b", "q", START))
    calendar = Calendar(0, 14_400_000)
    right = totals(database, "b", calendar)
    columns = {row[1] for row in database.query(f"PRAGMA table_info({table})")} - {"bank", "question"}
    for column in sorted(columns):
        with database.writing():
            database.execute(f"UPDATE {table} SET {column} = {value}")
        assert totals(database, "b", calendar) == right
        assert are_right(database) == (table == "calendar")
        count_again(database, calendar)


def test_a_file_that_cannot_be_written_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    database = Database(path)
    store_of(database).save(answer("b", "q", START))
    database.close()
    other = Calendar(60, 0)
    assert totals(Database(path, read_only=True), "b", other).questions["q"] == Tally(1, 1, 1, 1.0)


def test_a_file_of_an_older_version_has_totals_when_they_are_needed(tmp_path: Path) -> None:
    path = Path(copy(ROOT / "tests" / "released" / "0.1.0" / "progress.sqlite", tmp_path / "p.sqlite"))
    database = Database(path)
    assert database.query("SELECT count(*) FROM calendar") == [(0,)]
    assert quarters_studied(database, "sco-2010")
    store_of(database).save(answer("sco-2010", "q", START))
    assert database.query("SELECT count(*) FROM question_total") == [(0,)]
    assert totals(database, "sco-2010", Calendar(0, 0)).questions["q"].given == 1
    assert are_right(database)
    assert len(STEPS) == database.query("PRAGMA user_version")[0][0]


def days_of_quarters() -> Iterator[tuple[int, date]]:
    """Yield quarters of an hour with their days, of which one has 25 hours and one 23."""
    first = datetime(2026, 3, 1, tzinfo=UTC)
    for number in range(24 * 4 * 9):
        shift = timedelta(hours=1 if 96 <= number < 500 else 0)
        at = first + timedelta(minutes=15 * number)
        yield int(at.timestamp() * 1000) // QUARTER_MS, (at - shift).date()


def test_quarters_are_gathered_by_day() -> None:
    found = dict(days_of_quarters())
    calls = 0

    def day_of(at: int) -> date:
        nonlocal calls
        calls += 1
        return found.get(at // QUARTER_MS, date.max)

    quarters = sorted(found)
    spans = list(by_day(quarters, day_of))
    assert [{found[number] for number in quarters[span]} for _, span in spans] == [{day} for day, _ in spans]
    assert sum(len(quarters[span]) for _, span in spans) == len(quarters)
    assert [day for day, _ in spans] == sorted(set(found.values()))
    assert calls < len(quarters) / 8
    assert [day for day, _ in by_day(quarters[200::7], day_of)] == sorted({found[n] for n in quarters[200::7]})
