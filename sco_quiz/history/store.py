"""A student's answers, and what is remembered of each question."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sco_quiz.core.answer import ANSWER, Answer
from sco_quiz.core.review import Memory, Rating, Review, State
from sco_quiz.history.database import Database
from sco_quiz.history.schedule import Schedule

OnProgress = Callable[[int, int], None]
_INSERT = f"INSERT INTO answer ({ANSWER.columns}, session) VALUES ({'?, ' * len(ANSWER.names)}?)"
_STATES = {int(state): state for state in State}
_MEMORY = "state, stability, difficulty, due, last_review, steps_left"


def desired_retention(database: Database) -> float:
    """The desired retention under which a progress file is scheduled: 0.9 unless it was changed."""
    rows = database.query("SELECT value FROM setting WHERE name = 'desired_retention'")
    return float(rows[0][0]) if rows else 0.9


def store_of(database: Database) -> "Store":
    """The store of a progress file under its own desired retention."""
    return Store(database, Schedule(desired_retention(database)))


def open_store(path: Path) -> "Store":
    """The store of a progress file, which is made when there is none. Raises HistoryError."""
    return store_of(Database(path))


class Store:
    """The answers in an open progress file, and what they amount to under a schedule. Raises as Database does."""

    def __init__(self, database: Database, schedule: Schedule) -> None:
        self._db, self.schedule = database, schedule

    def save(self, answer: Answer, session: int | None = None) -> Answer:
        """Keep an answer and what it means for the schedule; gives it with the moment under which it is kept.

        Two answers to a question never share a moment: the later one takes the next free millisecond.
        """
        with self._db.writing():
            while self._holds(answer):
                answer = replace(answer, at=answer.at + 1)
            self._insert(answer, session)
            if answer.rating is not None:
                self._schedule_after(answer, answer.rating)
        return answer

    def change(self, answer: Answer) -> None:
        """Judge an answer that is kept anew: its outcome, credit, rating and whether it was claimed."""
        values = (answer.outcome, answer.credit, answer.rating, answer.claimed)
        with self._db.writing():
            self._db.execute(
                "UPDATE answer SET outcome = ?, credit = ?, rating = ?, claimed = ? "
                "WHERE bank = ? AND question = ? AND at = ?",
                *values, answer.bank, answer.question, answer.at,
            )  # fmt: skip
            self._replay(answer.bank, answer.question)

    def remove(self, answer: Answer) -> None:
        """Take an answer back."""
        with self._db.writing():
            identity = (answer.bank, answer.question, answer.at)
            self._db.execute("DELETE FROM answer WHERE bank = ? AND question = ? AND at = ?", *identity)
            self._replay(answer.bank, answer.question)

    def add(self, answers: Iterable[Answer], on_progress: OnProgress = lambda done, of: None) -> int:
        """Keep the answers that are not there yet, all or none, and schedule their questions anew; how many.

        `on_progress` is told how many of how many questions are done.
        """
        changed: set[tuple[str, str]] = set()
        new = 0
        with self._db.writing():
            for answer in answers:
                if not self._holds(answer):
                    self._insert(answer, None)
                    changed.add((answer.bank, answer.question))
                    new += 1
            for number, (bank, question) in enumerate(sorted(changed), start=1):
                self._replay(bank, question)
                on_progress(number, len(changed))
        return new

    def replay_all(self, on_progress: OnProgress) -> int:
        """Schedule every question of every bank anew from its answers, all or none, and keep the desired retention.

        `on_progress` is told how many of how many questions are done. Gives their number.
        """
        keys = self._db.query("SELECT DISTINCT bank, question FROM answer WHERE rating IS NOT NULL")
        with self._db.writing():
            self._db.execute("DELETE FROM memory")
            for number, (bank, question) in enumerate(keys, start=1):
                self._replay(bank, question)
                on_progress(number, len(keys))
            self.keep_retention()
        return len(keys)

    def keep_retention(self) -> None:
        """Let the desired retention of this store be that of the file."""
        retention = self.schedule.desired_retention
        with self._db.writing():
            self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", "desired_retention", retention)

    def banks(self) -> list[str]:
        """The ids of the banks with answers."""
        return [row[0] for row in self._db.query("SELECT DISTINCT bank FROM answer ORDER BY bank")]

    def count(self, bank: str | None = None, questions: Iterable[str] | None = None) -> int:
        """How many answers to a bank's questions are kept, or to some of them; without a bank all."""
        if bank is None:
            return int(self._db.query("SELECT count(*) FROM answer")[0][0])
        if questions is None:
            return int(self._db.query("SELECT count(*) FROM answer WHERE bank = ?", bank)[0][0])
        query = "SELECT count(*) FROM answer WHERE bank = ? AND question = ?"
        return sum(int(self._db.query(query, bank, question)[0][0]) for question in questions)

    def reset(self, bank: str, questions: Iterable[str] | None = None) -> int:
        """Forget the answers of a bank, or those to some of its questions; how many there were."""
        forgotten = 0
        with self._db.writing():
            keys = [(bank,)] if questions is None else [(bank, question) for question in questions]
            for key in keys:
                where = "bank = ?" + " AND question = ?" * (len(key) > 1)
                forgotten += self._db.execute(f"DELETE FROM answer WHERE {where}", *key).rowcount
                self._db.execute(f"DELETE FROM memory WHERE {where}", *key)
            if questions is None:
                self._db.execute("DELETE FROM session WHERE bank = ?", bank)
        return forgotten

    def answers(self, bank: str | None = None) -> Iterator[Answer]:
        """The answers to a bank's questions (None: all) in order of time; of one moment, in order of arrival."""
        where, values = ("WHERE bank = ?", (bank,)) if bank else ("", ())
        return self._decoded(self._db.rows(f"SELECT {ANSWER.columns} FROM answer {where} ORDER BY at, id", *values))

    def reviews(self, bank: str) -> tuple[list[Review], dict[str, Memory]]:
        """The rated answers of a bank in order of time, and what is remembered of each question, by its first id."""
        given: dict[str, list[tuple[Rating, int, int]]] = {}
        for answer in self.answers(bank):
            if answer.rating is not None:
                given.setdefault(answer.question, []).append((answer.rating, answer.at, answer.duration))
        reviews: list[Review] = []
        memories = {}
        for question, ratings in given.items():
            own, memory = self.schedule.reviews(question, ratings)
            reviews += own
            if memory:
                memories[question] = memory
        return sorted(reviews, key=lambda review: review.at), memories

    def memories(self, bank: str, due_by: int | None = None) -> dict[str, Memory]:
        """What is remembered of the questions of a bank, by first id; only of those due by a moment, the first due
        first."""
        limit = "" if due_by is None else "AND due <= ?"
        values = (bank,) if due_by is None else (bank, due_by)
        query = f"SELECT question, {_MEMORY} FROM memory WHERE bank = ? {limit} ORDER BY due, question"
        return {
            name: Memory(_STATES[state], stability, difficulty, due, last, left)
            for name, state, stability, difficulty, due, last, left in self._db.query(query, *values)
        }

    def memory(self, bank: str, question: str) -> Memory | None:
        """What is remembered of a question, by its first id; None when it was never rated."""
        query = f"SELECT {_MEMORY} FROM memory WHERE bank = ? AND question = ?"
        return next((_memory(row) for row in self._db.query(query, bank, question)), None)

    def retrievabilities(self, bank: str, at: int) -> dict[str, float]:
        """The chance that each question of a bank that was rated is recalled at a moment, by first id, from 0 to 1."""
        return {name: self.schedule.retrievability(memory, at) for name, memory in self.memories(bank).items()}

    def answers_in(self, session: int) -> list[Answer]:
        """The answers of a session in the order in which they were given."""
        query = f"SELECT {ANSWER.columns} FROM answer WHERE session = ? ORDER BY id"
        return list(self._decoded(self._db.rows(query, session)))

    def begun_since(self, bank: str, at: int) -> int:
        """How many questions were rated for the first time since a moment."""
        query = "SELECT count(*) FROM memory WHERE bank = ? AND first_review >= ?"
        return int(self._db.query(query, bank, at)[0][0])

    def missed_since(self, bank: str, at: int) -> list[str]:
        """The questions whose last answer since a moment was not wholly right, by first id, the latest first."""
        query = (
            "SELECT question, outcome, max(at) AS latest FROM answer WHERE bank = ? AND at >= ? AND mode != 'anki' "
            "GROUP BY question HAVING outcome IS NOT 'right' ORDER BY latest DESC"
        )
        return [row[0] for row in self._db.query(query, bank, at)]

    def _decoded(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Answer]:
        for row in rows:
            try:
                yield ANSWER.from_row(row)
            except ValueError as error:
                raise self._db.damaged(f"a row of the table answer: {error}") from error

    def _holds(self, answer: Answer) -> bool:
        query = "SELECT 1 FROM answer WHERE bank = ? AND question = ? AND at = ?"
        return bool(self._db.query(query, answer.bank, answer.question, answer.at))

    def _insert(self, answer: Answer, session: int | None) -> None:
        self._db.execute(_INSERT, *ANSWER.to_row(answer), session)

    def _replay(self, bank: str, question: str) -> None:
        """Schedule a question from all its answers."""
        query = "SELECT rating, at FROM answer WHERE bank = ? AND question = ? AND rating IS NOT NULL ORDER BY at"
        rows = self._db.query(query, bank, question)
        memory = self.schedule.replay((Rating(rating), at) for rating, at in rows)
        if memory:
            self._remember(bank, question, memory, rows[0][1])
        else:
            self._db.execute("DELETE FROM memory WHERE bank = ? AND question = ?", bank, question)

    def _schedule_after(self, answer: Answer, rating: Rating) -> None:
        query = f"SELECT {_MEMORY}, first_review FROM memory WHERE bank = ? AND question = ?"
        row = next(iter(self._db.query(query, answer.bank, answer.question)), None)
        memory = _memory(row[:6]) if row else None
        if memory and memory.last_review > answer.at:
            self._replay(answer.bank, answer.question)
        else:
            after = self.schedule.after(memory, rating, answer.at)
            self._remember(answer.bank, answer.question, after, row[6] if row else answer.at)

    def _remember(self, bank: str, question: str, memory: Memory, first: int) -> None:
        values = (memory.state, memory.stability, memory.difficulty, memory.due, memory.last_review, memory.left)
        self._db.execute(
            f"INSERT OR REPLACE INTO memory (bank, question, {_MEMORY}, first_review) VALUES ({', '.join('?' * 9)})",
            bank, question, *values, first,
        )  # fmt: skip


def _memory(row: tuple[Any, ...]) -> Memory:
    return Memory(_STATES[row[0]], *row[1:])
