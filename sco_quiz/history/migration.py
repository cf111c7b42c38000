"""The tables of a progress file: find out whether they are as they should be, and bring them up to date."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from sco_quiz.history.locks import Waiting
from sco_quiz.history.schema import OWNER, STEPS

_MAX_VERSION = 1000  # a higher one is damage: no program has that many versions
_CREATED = re.compile(r"CREATE (TABLE|INDEX|VIEW|TRIGGER) (\w+)")
OBJECTS = {(kind.lower(), name) for step in STEPS for kind, name in _CREATED.findall(step)}
_ADDED = ", utc_offset INTEGER"  # what SQLite writes into the text of a table that gets a column
_NAMES = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite|_%' ESCAPE '|'"


class UnknownFileError(Exception):
    """The file is one of a newer version, or of another program."""


class SchemaError(Exception):
    """The tables, or the numbers that identify them, are damaged."""


def version_of(db: sqlite3.Connection) -> int:
    """Return the version of the tables, 0 without any. Raise UnknownFileError or SchemaError."""
    try:
        db.execute("BEGIN")  # read all at once: another program may be creating the tables
        found = set(db.execute(_NAMES))
        owner, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    names = {name for kind, name in found if kind == "table"}
    if found and owner != OWNER:
        if names.isdisjoint({"answer", "flag"}) or "session" not in names:
            raise UnknownFileError("is a database of another program")
        raise SchemaError(f"application id {owner}")
    if owner == OWNER and not (found and 0 < version < _MAX_VERSION):
        raise SchemaError(f"version {version}, {len(names)} tables")
    if version > len(STEPS):
        if _schema(db) == _current_schema():  # a newer version has other tables, or columns
            raise SchemaError(f"version {version}, tables of version {len(STEPS)}")
        raise UnknownFileError("was written by a newer sco-quiz; update this one to use it")
    return int(version)


def _schema(db: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL"))


def _current_schema() -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        migrate(new, STEPS)
        return _schema(new)


def check_objects(db: sqlite3.Connection) -> None:
    """Raise SchemaError if a table is missing, or something is there that we did not create."""
    found = set(db.execute(_NAMES))
    for kind, name in sorted(OBJECTS ^ found):
        raise SchemaError(f"{'missing' if (kind, name) in OBJECTS else 'unexpected'} {kind} {name}")
    for name, text in db.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"):
        if not any(text.replace(_ADDED, "") in step for step in STEPS):
            raise SchemaError(f"unexpected text of {name}")


def migrate(db: sqlite3.Connection, steps: tuple[str, ...], waiting: Waiting | None = None) -> None:
    """Apply the steps that the file lacks, all or none."""
    (waiting or Waiting()).for_lock(db, lambda: db.execute("BEGIN IMMEDIATE"))
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for step in steps[version:]:
            for statement in _statements(step):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {max(version, len(steps))}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(step: str) -> Iterator[str]:
    """Yield the statements of a step; a trigger has semicolons inside."""
    statement = ""
    for line in step.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
