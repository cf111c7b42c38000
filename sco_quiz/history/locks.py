"""Wait until another program that holds a lock on the progress file releases it."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from random import uniform
from time import monotonic, sleep
from typing import TypeVar

BUSY_S = 30.0
PATIENCE_S = 1.0
"""After how many seconds the user sees why: soon, as a program that is silent for two seems to hang."""
RETRY_S = 0.002
READ_BUSY_MS = 2000  # readers wait only for a file of another program's making, or for its recovery from a crash

T = TypeVar("T")


@dataclass(slots=True)
class Waiting:
    """How many seconds to wait for a lock, and what to call once if it takes long.

    After a wait `in_vain`, the next ones are short: a learner does not wait half a minute after each answer.
    """

    seconds: float = BUSY_S
    on_wait: Callable[[], object] = lambda: None
    in_vain: bool = False

    def for_lock(self, db: sqlite3.Connection, work: Callable[[], T]) -> T:
        """Do some work on a database as soon as no other program writes.

        SQLite waits ever longer between its attempts, so a program that saves answers in a row would lock out all
        others. Raise SQLite's error after the last attempt.
        """
        start, notice = monotonic(), PATIENCE_S
        longest = min(self.seconds, PATIENCE_S) if self.in_vain else self.seconds
        db.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    return work()
                except sqlite3.OperationalError as error:
                    waited = monotonic() - start
                    if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
                        raise
                    if waited > longest:
                        self.in_vain = True
                        raise
                if waited > notice:
                    notice = longest
                    self.on_wait()
                sleep(uniform(0, RETRY_S))  # at random: two programs in step would meet again and again
        finally:
            db.execute(f"PRAGMA busy_timeout = {READ_BUSY_MS}")
