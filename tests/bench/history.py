"""A progress file of a million answers: what `review` and `stats` take, against the same queries written in SQL.

Run by `python -m tests.bench.history [ANSWERS]`; it prints figures and asserts nothing about time. The start beside
that of other programs is in `tests.bench.peers`.
"""

import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from sco_quiz.core.bank import Bank
from sco_quiz.core.due import plan_review
from sco_quiz.core.review import DAY_MS
from sco_quiz.history.database import Database
from sco_quiz.history.days import Days
from sco_quiz.history.statistics import statistics
from sco_quiz.history.store import store_of
from sco_quiz.loading.load import load_bank
from tests.bench.measure import Row, in_turn, ours
from tests.conftest import ROOT

ROUNDS = 7
YEARS = 3
LONGEST = 0.5


def answered(rng: Random, bank: str, question: str, at: int) -> tuple[object, ...]:
    """Return a row of the table of answers; four in five are right."""
    outcome, rating = ("right", 3) if rng.random() < 0.8 else ("wrong", 1)
    return bank, question, at, '["x"]', outcome, 1.0, 3000, "review", rating


def fill(path: Path, bank: Bank, count: int, now: int) -> None:
    """Add answers over three years to all questions; each question is due within some days, past or future."""
    Database(path).close()
    rng = Random(1)
    names = [question.first_id for question in bank.questions]
    step = YEARS * 365 * DAY_MS // count
    rows = (answered(rng, bank.id, names[n % len(names)], now - (count - n) * step) for n in range(count))
    with closing(sqlite3.connect(path)) as db, db:
        columns = "bank, question, at, response, outcome, credit, duration, mode, rating"
        db.executemany(f"INSERT INTO answer ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        columns = (
            "bank, question, state, stability, difficulty, due, last_review, steps_left, day, interval, first_review"
        )
        db.executemany(
            f"INSERT INTO memory ({columns}) VALUES (?, ?, 2, 20.0, 5.0, ?, ?, 0, ?, ?, ?)",
            [(bank.id, name, *memory(rng, now)) for name in names],
        )


def memory(rng: Random, now: int) -> tuple[int, ...]:
    """Return due, last_review, day, interval and first_review of a question reviewed yesterday."""
    last, days = now - DAY_MS, rng.randrange(-5, 30)
    return now + days * DAY_MS, last, last // DAY_MS, days + 1, now - 900 * DAY_MS


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several runs, in ms."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return 1000 * min(times)


def command(*arguments: str) -> Callable[[], object]:
    whole = [sys.executable, "-m", "sco_quiz", *arguments]
    return lambda: subprocess.run(whole, input="", capture_output=True, check=True, text=True, cwd=ROOT)


def report(name: str, ours: float, floor: float) -> None:
    print(f"{name}: {ours:.1f} ms, in SQL {floor:.1f} ms ({ours / floor:.2f}x)")


def rows(size: int) -> Iterator[Row]:
    """Yield `stats` of a hundred times as many answers as a large bank has questions."""
    count = 100 * size
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "full.sqlite"
        fill(path, load_bank(), count, int(time.time() * 1000))
        (seconds,) = in_turn(ours("stats", "--progress", path), rounds=ROUNDS)
    yield Row(f"stats, {count} answers", seconds, LONGEST, 1, "the longest that is good enough")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    now = int(time.time() * 1000)
    bank = load_bank()
    with tempfile.TemporaryDirectory() as folder:
        path, empty = Path(folder) / "full.sqlite", Path(folder) / "empty.sqlite"
        fill(path, bank, count, now)
        print(f"{count} answers, {path.stat().st_size / 1e6:.0f} MB")
        compare(path, bank, now)
        for name, arguments in {"review": ("review", "--new", "0"), "stats": ("stats",)}.items():
            full, none = (best(command(*arguments, "--progress", str(file))) for file in (path, empty))
            print(f"sco-quiz {name}: {full:.0f} ms with {count} answers, {none:.0f} ms with none")


def compare(path: Path, bank: Bank, now: int) -> None:
    """Compare the two pages with their queries alone, in an open file."""
    database = Database(path)
    print(f"opening the file: {best(lambda: Database(path).close()):.1f} ms")

    def review() -> None:
        store = store_of(database)
        new = 10 - store.begun_since(bank.id, now - DAY_MS)
        assert plan_review(bank.questions, store.memories(bank.id), now, store.schedule.days.number(now), new).due

    def stats() -> None:
        assert statistics(database, bank, bank.questions, now, Days().date).given

    for name, page in {"review, what is due": review, "stats, all figures": stats}.items():
        queries = traced(database, page)
        with closing(sqlite3.connect(path)) as db:
            report(name, best(page), best(lambda: [db.execute(query).fetchall() for query in queries]))  # noqa: B023


def traced(database: Database, page: Callable[[], None]) -> list[str]:
    """Return the queries of a page, with their values filled in."""
    queries: list[str] = []
    connection = database._connection
    connection.set_trace_callback(queries.append)
    page()
    connection.set_trace_callback(None)
    assert queries
    return queries


if __name__ == "__main__":
    main()
