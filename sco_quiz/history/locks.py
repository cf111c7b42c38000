"""Wait until another program that holds a lock on the progress file releases it."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from random import uniform
from time import monotonic, sleep
from typing import TypeVar

BUSY_S = 30.0
PATIENCE_S = 1.5
RETRY_S = 0.002
READ_BUSY_MS = 2000  # readers wait only for a file of another program's making, or for its recovery from a crash

T = TypeVar("T")


@dataclass(slots=True)
class Waiting:
    """How many seconds to wait for a lock, and what to call once if it takes long."""

    seconds: float = BUSY_S
    on_wait: Callable[[], object] = lambda: None

    def for_lock(self, db: sqlite3.Connection, work: Callable[[], T]) -> T:
        """Do some work on a database as soon as no other program writes.

        SQLite waits ever longer between its attempts, so a program that saves answers in a row would lock out all
        others. Raise SQLite's error after the last attempt.
        """
        start, notice = monotonic(), PATIENCE_S
        db.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    return work()
                except sqlite3.OperationalError as error:
                    waited = monotonic() - start
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or waited > self.seconds:
                        raise
                if waited > notice:
                    notice = self.seconds
                    self.on_wait()
                sleep(uniform(0, RETRY_S))  # at random: two programs in step would meet again and again
        finally:
            db.execute(f"PRAGMA busy_timeout = {READ_BUSY_MS}")
