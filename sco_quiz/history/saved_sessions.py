"""Quizzes and exams in the progress file, so that an interrupted one can be resumed."""

import json

from sco_quiz.core.saved_session import SESSION, SavedSession, Settings
from sco_quiz.core.session import Mode
from sco_quiz.history.database import Database

_ANSWERED = "EXISTS (SELECT 1 FROM answer WHERE answer.session = session.id)"


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
    rest = f"WHERE bank = ? AND {condition} ORDER BY id DESC LIMIT 1"
    return next(database.records(SESSION, "session", rest, bank), None)


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
