"""Quizzes and exams in the progress file, so that an interrupted one can be resumed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sco_quiz.core.session import Mode
from sco_quiz.history.database import Database


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A quiz or exam: the questions by first id in the order of asking, and the seed for their options.

    `settings` are the time limit of an exam in s and its pass mark in per cent. `used` is the time spent in ms,
    without pauses.
    """

    id: int
    bank: str
    mode: Mode
    seed: int
    questions: tuple[str, ...]
    settings: Mapping[str, float] = field(default_factory=dict)
    used: int = 0


def begin(
    database: Database,
    bank: str,
    mode: Mode,
    seed: int,
    questions: tuple[str, ...],
    at: int,
    settings: Mapping[str, float],
) -> int:
    """Save that a quiz or exam begins at a time (ms since 1970, UTC); return its number."""
    insert = "INSERT INTO session (bank, mode, seed, questions, settings, started) VALUES (?, ?, ?, ?, ?, ?)"
    values = (bank, mode, seed, json.dumps(questions), json.dumps(dict(settings)), at)
    with database.writing():
        row = database.execute(insert, *values)
    assert row.lastrowid is not None
    return row.lastrowid


def latest_open(database: Database, bank: str) -> SavedSession | None:
    """Return the last quiz or exam of a bank that has an answer and has not ended."""
    query = (
        "SELECT id, bank, mode, seed, questions, settings, used FROM session WHERE bank = ? AND ended IS NULL "
        "AND EXISTS (SELECT 1 FROM answer WHERE answer.session = session.id) ORDER BY id DESC LIMIT 1"
    )
    for number, of, mode, seed, questions, settings, used in database.query(query, bank):
        return SavedSession(number, of, mode, seed, tuple(json.loads(questions)), json.loads(settings), used)
    return None


def spend(database: Database, session: int, used: int) -> None:
    """Save the time spent so far, in ms."""
    with database.writing():
        database.execute("UPDATE session SET used = ? WHERE id = ?", used, session)


def end(database: Database, session: int, at: int) -> None:
    """Save that a session ended at a time: it cannot be resumed."""
    with database.writing():
        database.execute("UPDATE session SET ended = ? WHERE id = ?", at, session)
