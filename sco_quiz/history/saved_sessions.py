"""Quizzes and exams that were begun, so that an interrupted one can go on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sco_quiz.core.session import Mode
from sco_quiz.history.database import Database


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A quiz or exam: the questions by their first ids in the order of asking, and the seed for their options.

    `settings` are numbers by name: of an exam the time limit in s and the pass mark in per cent. `used` is the time
    spent with it in ms, pauses apart.
    """

    id: int
    bank: str
    mode: Mode
    seed: int
    questions: tuple[str, ...]
    settings: Mapping[str, float] = field(default_factory=dict)
    used: int = 0


def begin(
    database: Database, bank: str, mode: Mode, seed: int, questions: tuple[str, ...], at: int,
    settings: Mapping[str, float],
) -> int:  # fmt: skip
    """Note down that a quiz or exam begins at a moment (ms since 1970, UTC); gives its number."""
    with database.writing():
        row = database.execute(
            "INSERT INTO session (bank, mode, seed, questions, settings, started) VALUES (?, ?, ?, ?, ?, ?)",
            bank, mode, seed, json.dumps(questions), json.dumps(dict(settings)), at,
        )  # fmt: skip
    assert row.lastrowid is not None
    return row.lastrowid


def latest_open(database: Database, bank: str) -> SavedSession | None:
    """The quiz or exam of a bank that was begun last and not ended, with an answer at least."""
    query = (
        "SELECT id, bank, mode, seed, questions, settings, used FROM session WHERE bank = ? AND ended IS NULL "
        "AND EXISTS (SELECT 1 FROM answer WHERE answer.session = session.id) ORDER BY id DESC LIMIT 1"
    )
    for number, of, mode, seed, questions, settings, used in database.query(query, bank):
        return SavedSession(number, of, mode, seed, tuple(json.loads(questions)), json.loads(settings), used)
    return None


def spend(database: Database, session: int, used: int) -> None:
    """Note down the time spent so far, in ms."""
    with database.writing():
        database.execute("UPDATE session SET used = ? WHERE id = ?", used, session)


def end(database: Database, session: int, at: int) -> None:
    """Note down that it was ended at a moment: it cannot go on."""
    with database.writing():
        database.execute("UPDATE session SET ended = ? WHERE id = ?", at, session)
