"""A student's answers in the progress file, and the memory of each question."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sco_quiz.core.answer import ANSWER, Answer
from sco_quiz.core.record_fields import LATEST
from sco_quiz.core.review import Given, Memory, Rating, Review, State
from sco_quiz.history.database import Database
from sco_quiz.history.preferences import preferences, save_preferences
from sco_quiz.history.schedule import Schedule
from sco_quiz.history.soundness import RECORDS, SOUND_MEMORY, SOUND_RATING

OnProgress = Callable[[int, int], None]
_INSERT = f"INSERT INTO answer ({ANSWER.columns}, session) VALUES ({'?, ' * len(ANSWER.names)}?)"
_STATES = {int(state): state for state in State}
# in the order of Memory's fields
_MEMORY = "state, stability, difficulty, due, last_review, steps_left, day, interval"
_REMEMBER = f"INSERT OR REPLACE INTO memory (bank, question, {_MEMORY}, first_review) VALUES ({', '.join('?' * 11)})"
_IDENTITY = "bank = ? AND question = ? AND at = ?"
_OUTDATED = "FROM setting WHERE name = 'outdated'"
_IGNORED_AFTER = "FROM setting WHERE name = 'ignored_after'"
CLOCK_TOLERANCE_MS = 5 * 60_000
"""How far ahead of the clock an answer may be: clocks of two computers differ a little."""


def store_of(database: Database, on_progress: OnProgress = lambda done, of: None) -> "Store":
    """Return the store of a progress file, with the file's preferences.

    A file of a version that scheduled in another way has no memories: they are computed from the answers, once.
    `on_progress` gets the numbers of rescheduled questions and of all.
    """
    store = Store(database, Schedule(preferences(database)))
    if database.writable and database.query(f"SELECT 1 {_OUTDATED}"):
        store.replay_all(on_progress)
    return store


def open_store(path: Path) -> "Store":
    """Open the store of a progress file; a missing file is created. Raise HistoryError."""
    return store_of(Database(path))


class Store:
    """The answers in an open progress file, and the memories that follow from them. Methods raise like `Database`."""

    def __init__(self, database: Database, schedule: Schedule) -> None:
        self._db, self.schedule = database, schedule

    def check(self) -> None:
        """Raise DamagedError if the database is damaged, or a row of it is not an answer. This reads everything."""
        self._db.check(thorough=True)
        for codec, table in RECORDS:
            deque(self._db.records(codec, table), maxlen=0)

    def save(self, answer: Answer, session: int | None = None) -> Answer:
        """Save an answer and reschedule its question; return the answer as saved.

        Two answers to a question never have the same time: the later one gets the next free millisecond.
        """
        with self._db.writing():
            while self._has(answer):
                answer = replace(answer, at=answer.at + 1)
            self._insert(answer, session)
            if answer.rating is not None:
                self._schedule_after(answer, answer.rating)
        return answer

    def change(self, answer: Answer) -> None:
        """Change the outcome, credit, rating and claim of a saved answer."""
        values = (answer.outcome, answer.credit, answer.rating, answer.claimed)
        with self._db.writing():
            update = f"UPDATE answer SET outcome = ?, credit = ?, rating = ?, claimed = ? WHERE {_IDENTITY}"
            self._db.execute(update, *values, *_identity(answer))
            self._replay_after_change(answer)

    def remove(self, answer: Answer) -> None:
        """Delete an answer."""
        with self._db.writing():
            self._db.execute(f"DELETE FROM answer WHERE {_IDENTITY}", *_identity(answer))
            self._replay_after_change(answer)

    def add(self, answers: Iterable[Answer], on_progress: OnProgress = lambda done, of: None) -> int:
        """Save the answers that are not there yet, all or none, and reschedule their questions; return how many.

        `on_progress` gets the numbers of rescheduled questions and of all.
        """
        changed: set[tuple[str, str]] = set()
        new = 0
        with self._db.writing():
            for answer in answers:
                if not self._has(answer):
                    self._insert(answer, None)
                    changed.add((answer.bank, answer.question))
                    new += 1
            # once per question, not per answer: a replay takes all answers of a question
            for number, (bank, question) in enumerate(sorted(changed), start=1):
                self._replay(bank, question)
                on_progress(number, len(changed))
        return new

    def replay_all(self, on_progress: OnProgress) -> int:
        """Reschedule every question of every bank from its answers, all or none; return their number.

        Save the preferences of this store, too. `on_progress` gets the numbers of done questions and of all.
        """
        with self._db.writing():
            keys = self._db.query("SELECT DISTINCT bank, question FROM answer WHERE rating IS NOT NULL")
            self._db.execute("DELETE FROM memory")
            self._db.execute(f"DELETE {_OUTDATED}")
            for number, (bank, question) in enumerate(keys, start=1):
                self._replay(bank, question)
                on_progress(number, len(keys))
            if self.schedule.preferences != preferences(self._db):
                save_preferences(self._db, self.schedule.preferences)
        return len(keys)

    def ignore_future(self, now: int) -> int:
        """Reschedule the questions whose last answer is in the future, without it; return their number.

        The clock was wrong when such an answer was given, and it counts as soon as `doctor --repair` has corrected its
        time; or the clock is wrong now, and it counts when the clock has come to its time. `now` is in ms since 1970
        (UTC). Unsound memories are computed again, too.
        """
        latest = now + CLOCK_TOLERANCE_MS
        chosen = f"last_review > ? OR NOT ({SOUND_MEMORY})"
        ahead = self._db.query(f"SELECT bank, question FROM memory WHERE {chosen}", latest)
        keys = {*ahead, *self._ignored_until(latest)}
        if keys:
            with self._db.writing():
                for bank, question in sorted(keys):
                    self._replay(bank, question, latest)
                self._db.execute(f"DELETE {_IGNORED_AFTER}")
                self._db.execute(
                    "INSERT INTO setting SELECT 'ignored_after', ? WHERE EXISTS (SELECT 1 FROM answer WHERE at > ?)",
                    *(latest, latest),
                )
        return len(keys)

    def _ignored_until(self, latest: int) -> list[tuple[str, str]]:
        """Return the bank and question of each answer that was in the future before, but is not any more."""
        for (after,) in self._db.query(f"SELECT value {_IGNORED_AFTER}"):
            query = f"SELECT DISTINCT bank, question FROM answer WHERE at > ? AND at <= ? AND {SOUND_RATING}"
            return self._db.query(query, after, latest)
        return []

    def banks(self) -> list[str]:
        """Return the ids of the banks with answers."""
        return [row[0] for row in self._db.query("SELECT DISTINCT bank FROM answer ORDER BY bank")]

    def count(self, bank: str | None = None, questions: Iterable[str] | None = None) -> int:
        """Return the number of answers to a bank's questions, or to some of them; without a bank, of all."""
        if bank is None:
            return int(self._db.query("SELECT count(*) FROM answer")[0][0])
        if questions is None:
            return int(self._db.query("SELECT count(*) FROM answer WHERE bank = ?", bank)[0][0])
        query = "SELECT count(*) FROM answer WHERE bank = ? AND question = ?"
        return sum(int(self._db.query(query, bank, question)[0][0]) for question in questions)

    def reset(self, bank: str, questions: Iterable[str] | None = None) -> int:
        """Delete the answers of a bank, or those to some of its questions; return their number."""
        deleted = 0
        with self._db.writing():
            keys = [(bank,)] if questions is None else [(bank, question) for question in questions]
            for key in keys:
                where = "bank = ?" + " AND question = ?" * (len(key) > 1)
                deleted += self._db.execute(f"DELETE FROM answer WHERE {where}", *key).rowcount
                self._db.execute(f"DELETE FROM memory WHERE {where}", *key)
            if questions is None:
                self._db.execute("DELETE FROM session WHERE bank = ?", bank)
        return deleted

    def answers(self, bank: str | None = None) -> Iterator[Answer]:
        """Return the answers to a bank's questions (None: all) in order of time, then of arrival."""
        where, values = ("WHERE bank = ?", (bank,)) if bank else ("", ())
        return self._db.records(ANSWER, "answer", f"{where} ORDER BY at, id", *values)

    def reviews(self, bank: str) -> tuple[list[Review], dict[str, Memory]]:
        """Return the rated answers of a bank in order of time, and the memory of each question by its first id."""
        given: dict[str, list[tuple[Given, int]]] = {}
        for answer in self.answers(bank):
            if answer.rating is not None:
                one = Given(answer.rating, answer.at, answer.utc_offset)
                given.setdefault(answer.question, []).append((one, answer.duration))
        reviews: list[Review] = []
        memories = {}
        for question, ratings in given.items():
            own, memory = self.schedule.reviews(question, ratings)
            reviews += own
            if memory:
                memories[question] = memory
        return sorted(reviews, key=lambda review: review.at), memories

    def memories(self, bank: str, due_by: int | None = None) -> dict[str, Memory]:
        """Return the memories of a bank's questions by first id, in order of due time; only those due by a time."""
        limit = f"AND {SOUND_MEMORY}" + ("" if due_by is None else " AND due <= ?")
        values = (bank,) if due_by is None else (bank, due_by)
        query = f"SELECT question, {_MEMORY} FROM memory WHERE bank = ? {limit} ORDER BY due, question"
        # not through _memory: a call for each question of a large bank takes noticeable time
        return {
            name: Memory(_STATES[state], stability, difficulty, due, last, left, day, interval)
            for name, state, stability, difficulty, due, last, left, day, interval in self._db.query(query, *values)
        }

    def memory(self, bank: str, question: str) -> Memory | None:
        """Return the memory of a question, by its first id; None if it was never rated."""
        query = f"SELECT {_MEMORY} FROM memory WHERE bank = ? AND question = ? AND {SOUND_MEMORY}"
        return next((_memory(row) for row in self._db.query(query, bank, question)), None)

    def retrievabilities(self, bank: str, at: int) -> dict[str, float]:
        """Return the predicted recall of each rated question of a bank at a time, by first id, from 0 to 1."""
        return {name: self.schedule.retrievability(memory, at) for name, memory in self.memories(bank).items()}

    def answers_in(self, session: int) -> list[Answer]:
        """Return the answers of a session in the order in which they were given."""
        return list(self._db.records(ANSWER, "answer", "WHERE session = ? ORDER BY id", session))

    def last_asked(self, bank: str) -> dict[str, int]:
        """Return when each question was last answered or skipped, by first id."""
        query = "SELECT question, max(at) FROM answer WHERE bank = ? AND typeof(at) = 'integer' GROUP BY question"
        return dict(self._db.query(query, bank))

    def begun_since(self, bank: str, at: int) -> int:
        """Return how many questions were rated for the first time since a time."""
        query = "SELECT count(*) FROM memory WHERE bank = ? AND first_review >= ?"
        return int(self._db.query(query, bank, at)[0][0])

    def missed_since(self, bank: str, at: int) -> list[str]:
        """Return the first ids of questions whose last answer since a time does not count as right, latest first."""
        # with max(), SQLite takes the other columns from the row that has the maximum
        query = (
            "SELECT question, credit, max(at) AS latest FROM answer WHERE bank = ? AND at >= ? AND mode != 'anki' "
            "GROUP BY question HAVING credit < 1 ORDER BY latest DESC"
        )
        return [row[0] for row in self._db.query(query, bank, at)]

    def _has(self, answer: Answer) -> bool:
        return bool(self._db.query(f"SELECT 1 FROM answer WHERE {_IDENTITY}", *_identity(answer)))

    def _insert(self, answer: Answer, session: int | None) -> None:
        self._db.execute(_INSERT, *ANSWER.to_row(answer), session)

    def _replay(self, bank: str, question: str, until: int = LATEST) -> None:
        """Reschedule a question from all its answers up to a time."""
        # without unsound rows, which `doctor` finds: the student can continue
        query = (
            f"SELECT rating, at, utc_offset FROM answer WHERE bank = ? AND question = ? AND {SOUND_RATING} "
            "AND at <= ? ORDER BY at"
        )
        rows = self._db.query(query, bank, question, until)
        memory = self.schedule.replay(question, (Given(Rating(rating), at, zone) for rating, at, zone in rows))
        if memory:
            self._remember(bank, question, memory, rows[0][1])
        else:
            self._db.execute("DELETE FROM memory WHERE bank = ? AND question = ?", bank, question)

    def _replay_after_change(self, answer: Answer) -> None:
        """Reschedule the question of an answer, again without answers that were ignored before."""
        memory = self.memory(answer.bank, answer.question)
        self._replay(answer.bank, answer.question, max(answer.at, memory.last_review if memory else 0))

    def _schedule_after(self, answer: Answer, rating: Rating) -> None:
        query = f"SELECT {_MEMORY}, first_review FROM memory WHERE bank = ? AND question = ? AND {SOUND_MEMORY}"
        row = next(iter(self._db.query(query, answer.bank, answer.question)), None)
        memory = _memory(row[:-1]) if row else None
        if memory and memory.last_review > answer.at:  # the clock was set back
            self._replay_after_change(answer)
        else:
            given = Given(rating, answer.at, answer.utc_offset)
            after = self.schedule.after(answer.question, memory, given)
            self._remember(answer.bank, answer.question, after, row[-1] if row else answer.at)

    def _remember(self, bank: str, question: str, memory: Memory, first: int) -> None:
        self._db.execute(_REMEMBER, bank, question, *memory, first)


def _identity(answer: Answer) -> tuple[str, str, int]:
    return answer.bank, answer.question, answer.at


def _memory(row: tuple[Any, ...]) -> Memory:
    return Memory(_STATES[row[0]], *row[1:])
