"""Answers dated in the future: the clock was wrong when they were given."""

from sco_quiz.core.review import DAY_MS
from sco_quiz.history.database import Database
from sco_quiz.history.store import CLOCK_TOLERANCE_MS


def count_future(database: Database, now: int) -> int:
    """Return how many answers are later than a time (ms since 1970, UTC)."""
    return int(database.query("SELECT count(*) FROM answer WHERE at > ?", now + CLOCK_TOLERANCE_MS)[0][0])


def correct_future(database: Database, now: int) -> int:
    """Move answers of the future back by whole days; return their number. Their questions must be rescheduled.

    Answers that were saved in a row keep their distances and their time of day. They end up on the last day on which
    they can have been given: before now, and before what was saved after them.
    """
    moved = 0
    with database.writing():
        for row, before, after in _rows_of_future(database, now):
            bound = after if before <= after <= now else now
            days = -((bound - row[-1][1]) // DAY_MS)
            for number, at in row:
                _move(database, number, at - days * DAY_MS)
            moved += len(row)
    return moved


def _rows_of_future(database: Database, now: int) -> list[tuple[list[tuple[int, int]], int, int]]:
    """Return each row of answers of the future, as (id, at), with the times of the answers before and after it."""
    found: list[tuple[list[tuple[int, int]], int, int]] = []
    row: list[tuple[int, int]] = []
    before = 0
    for number, at in database.rows("SELECT id, at FROM answer ORDER BY id"):
        if at > now + CLOCK_TOLERANCE_MS:
            row.append((number, at))
            continue
        if row:
            found.append((row, before, at))
            row = []
        before = at
    return [*found, (row, before, now)] if row else found


def _move(database: Database, number: int, at: int) -> None:
    taken = (
        "SELECT 1 FROM answer AS other, answer WHERE answer.id = ? AND other.bank = answer.bank "
        "AND other.question = answer.question AND other.at = ?"
    )
    while database.query(taken, number, at):
        at += 1
    database.execute("UPDATE answer SET at = ? WHERE id = ?", at, number)
