"""What students doubt: flags with a note, kept in the progress file until a teacher collects them."""

from dataclasses import dataclass

from sco_quiz.history.database import Database


@dataclass(frozen=True, slots=True)
class Flag:
    """A student's doubt about a question, by its first id; `at` is in ms since 1970 (UTC)."""

    bank: str
    question: str
    at: int
    note: str


def add_flag(database: Database, flag: Flag) -> None:
    """Keep a doubt."""
    with database.writing():
        database.execute(
            "INSERT OR REPLACE INTO flag (bank, question, at, note) VALUES (?, ?, ?, ?)",
            flag.bank, flag.question, flag.at, flag.note,
        )  # fmt: skip


def flags(database: Database, bank: str) -> list[Flag]:
    """The doubts about a bank's questions in order of time."""
    query = "SELECT bank, question, at, note FROM flag WHERE bank = ? ORDER BY at, id"
    return [Flag(*row) for row in database.query(query, bank)]


def clear_flags(database: Database, bank: str) -> None:
    """Forget the doubts about a bank's questions."""
    with database.writing():
        database.execute("DELETE FROM flag WHERE bank = ?", bank)
