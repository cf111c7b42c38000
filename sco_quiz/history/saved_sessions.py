"""Quizzes and exams in the progress file, so that an interrupted one can be resumed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sco_quiz.core.session import Mode
from sco_quiz.history.database import Database

_ANSWERED = "EXISTS (SELECT 1 FROM answer WHERE answer.session = session.id)"

Settings = Mapping[str, float | str]


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A quiz or exam: the questions by first id in the order of asking, and the seed for their options.

    `settings` are the rules of an exam and where its result is written. `used` is the time spent in ms, without pauses;
    `began` and `ended` (None: it can be resumed) are in ms since 1970 (UTC).
    """

    id: int
    bank: str
    mode: Mode
    seed: int
    questions: tuple[str, ...]
    settings: Settings = field(default_factory=dict)
    used: int = 0
    began: int = 0
    ended: int | None = None


def begin(
    database: Database,
    bank: str,
    mode: Mode,
    seed: int,
    questions: tuple[str, ...],
    at: int,
    settings: Settings,
) -> int:
    """Save that a quiz or exam begins at a time (ms since 1970, UTC); return its number."""
    insert = "INSERT INTO session (bank, mode, seed, questions, settings, started) VALUES (?, ?, ?, ?, ?, ?)"
    values = (bank, mode, seed, json.dumps(questions), json.dumps(dict(settings)), at)
    with database.writing():
        row = database.execute(insert, *values)
    assert row.lastrowid is not None
    return row.lastrowid


def latest_open(database: Database, bank: str, exam: bool = False) -> SavedSession | None:
    """Return the last quiz or exam (only an `exam`) of a bank that has not ended; a quiz only if it has an answer."""
    # the clock of an exam runs from its beginning
    return _latest(database, f"ended IS NULL AND (mode = 'exam'{'' if exam else f' OR {_ANSWERED}'})", bank)


def latest_exam(database: Database, bank: str) -> SavedSession | None:
    """Return the last exam of a bank that has an answer, whether or not it has ended."""
    return _latest(database, f"mode = 'exam' AND {_ANSWERED}", bank)


def _latest(database: Database, condition: str, bank: str) -> SavedSession | None:
    query = (
        "SELECT id, bank, mode, seed, questions, settings, used, started, ended FROM session "
        f"WHERE bank = ? AND {condition} ORDER BY id DESC LIMIT 1"
    )
    for number, of, mode, seed, questions, settings, *times in database.query(query, bank):
        return SavedSession(number, of, mode, seed, tuple(json.loads(questions)), json.loads(settings), *times)
    return None


def change_settings(database: Database, session: int, settings: Settings) -> None:
    """Save other settings for a session."""
    with database.writing():
        database.execute("UPDATE session SET settings = ? WHERE id = ?", json.dumps(dict(settings)), session)


def spend(database: Database, session: int, used: int) -> None:
    """Save the time spent so far, in ms."""
    with database.writing():
        database.execute("UPDATE session SET used = ? WHERE id = ?", used, session)


def end(database: Database, session: int, at: int) -> None:
    """Save that a session ended at a time: it cannot be resumed."""
    with database.writing():
        database.execute("UPDATE session SET ended = ? WHERE id = ?", at, session)
