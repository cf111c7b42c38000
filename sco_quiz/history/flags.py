"""Flags: students' doubts about questions, saved in the progress file until a teacher collects them."""

from collections.abc import Iterable

from sco_quiz.core.flag import FLAG, Flag
from sco_quiz.history.database import Database

_INTO = f"INTO flag ({FLAG.columns}) VALUES ({', '.join('?' * len(FLAG.names))})"


def add_flag(database: Database, flag: Flag) -> None:
    """Save a flag."""
    with database.writing():
        database.execute(f"INSERT OR REPLACE {_INTO}", *FLAG.to_row(flag))


def add_flags(database: Database, new: Iterable[Flag]) -> int:
    """Save the flags that are not there yet, all or none, and return their number."""
    with database.writing():
        return sum(database.execute(f"INSERT OR IGNORE {_INTO}", *FLAG.to_row(flag)).rowcount for flag in new)


def flags(database: Database, bank: str | None = None) -> list[Flag]:
    """Return the flags of a bank's questions (None: of all banks) in order of time."""
    where, values = ("WHERE bank = ?", (bank,)) if bank else ("", ())
    return list(database.records(FLAG, "flag", f"{where} ORDER BY at, id", *values))


def clear_flags(database: Database, bank: str) -> None:
    """Delete the flags of a bank's questions."""
    with database.writing():
        database.execute("DELETE FROM flag WHERE bank = ?", bank)
