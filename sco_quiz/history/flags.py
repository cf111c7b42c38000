"""What students doubt: flags with a note, kept in the progress file until a teacher collects them."""

from collections.abc import Iterable

from sco_quiz.core.flag import Flag
from sco_quiz.history.database import Database


def add_flag(database: Database, flag: Flag) -> None:
    """Keep a doubt."""
    with database.writing():
        database.execute(
            "INSERT OR REPLACE INTO flag (bank, question, at, note) VALUES (?, ?, ?, ?)",
            flag.bank, flag.question, flag.at, flag.note,
        )  # fmt: skip


def add_flags(database: Database, new: Iterable[Flag]) -> int:
    """Keep the doubts that are not there yet, all or none; how many."""
    with database.writing():
        return sum(
            database.execute(
                "INSERT OR IGNORE INTO flag (bank, question, at, note) VALUES (?, ?, ?, ?)",
                flag.bank, flag.question, flag.at, flag.note,
            ).rowcount
            for flag in new
        )  # fmt: skip


def flags(database: Database, bank: str | None = None) -> list[Flag]:
    """The doubts about a bank's questions (None: all) in order of time."""
    where, values = ("WHERE bank = ?", (bank,)) if bank else ("", ())
    query = f"SELECT bank, question, at, note FROM flag {where} ORDER BY at, id"
    return [Flag(*row) for row in database.query(query, *values)]


def clear_flags(database: Database, bank: str) -> None:
    """Forget the doubts about a bank's questions."""
    with database.writing():
        database.execute("DELETE FROM flag WHERE bank = ?", bank)
