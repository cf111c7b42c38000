"""A progress file with an odd value or damaged bytes: commands end with a message, sound rows stay, a repair helps."""

import os
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from sco_quiz.core.flag import Flag
from sco_quiz.history.database import Database
from sco_quiz.history.flags import add_flag
from sco_quiz.history.store import store_of
from tests.command import Finished, sco_quiz
from tests.conftest import ROOT
from tests.history.simulated import START, answer

NAME, FULL = "progress", 1000
RELEASED = ROOT / "tests" / "released" / "0.1.0"
BANK = ("--bank", str(RELEASED / "every-field"))
COMMANDS = (
    ("stats", *BANK),
    ("review", "-n", "2", *BANK),
    ("quiz", "--resume", *BANK),
    ("history", "export"),
    ("flags",),
    ("list", "--missed", *BANK),
    ("review", "--retention", "0.8", "-n", "1", *BANK),
)
TABLES = ("session", "answer", "memory", "setting", "flag", "calendar", "question_total", "quarter_total")
ODD: tuple[Any, ...] = (
    *(None, 0, 1, -1, 2, 7, 1440, -1441, 2**31, 2**53, 2**63 - 1, -(2**63), 32_503_680_000_000, 253_402_300_800_000),
    *(
        0.5,
        -0.5,
        1e308,
        1e-320,
        float("inf"),
        -float("inf"),
        "NaN",
        "nan",
        "",
        " ",
        "1",
        "0x10",
        "right",
        "exam",
        "x" * 100_000,
    ),
    *("[", "[]", "{}", "null", '["a"', '[["a"]]', "[1]", '{"pass_mark": "x"}', '{"time_limit": 1e400}', "[" * 5000),
    *(b"", b"\0", b"\xff\xfe", b"[]", "\0", "\ufeff", "\u202e", "\x1b[2J", "2026-01-01"),
)
NOT_UTF8 = "CAST(x'ff66c328' AS TEXT)"


@cache
def sound() -> bytes:
    """Return a file with all kinds of rows, and with enough of them for several pages."""
    with TemporaryDirectory() as name:
        path = Path(name) / "progress.sqlite"
        copyfile(RELEASED / "progress.sqlite", path)
        with closing(Database(path)) as database:
            store_of(database).add(answer("b", f"q{number % 40}", START + number * 10**7) for number in range(400))
            add_flag(database, Flag("b", "q1", START, "why?"))
        return path.read_bytes()


def answers_of(path: Path) -> set[tuple[Any, ...]]:
    """Return what identifies each answer of a sound file."""
    with closing(sqlite3.connect(path)) as db:
        return set(db.execute("SELECT bank, question, at FROM answer"))


@cache
def known() -> frozenset[tuple[Any, ...]]:
    """Return the answers of the sound file."""
    with TemporaryDirectory() as name:
        path = Path(name) / "progress.sqlite"
        path.write_bytes(sound())
        return frozenset(answers_of(path))


def run(seed: int) -> None:
    """Damage a file, try commands, and repair it; what was sound is there afterwards, and everything works."""
    rng = Random(seed)
    with TemporaryDirectory() as name, patch.dict(os.environ, {"SCO_QUIZ_PROGRESS": f"{name}/progress.sqlite"}):
        folder = Path(name)
        path = folder / "progress.sqlite"
        path.write_bytes(sound())
        least = rng.choices((odd_value, odd_tables, odd_bytes), (6, 1, 3))[0](path, rng)
        before = tried(("doctor", *BANK), folder)
        for command in rng.sample(COMMANDS, 1):
            tried(command, folder)
        tried(("doctor", "--repair", *BANK), folder)
        after = tried(("doctor", *BANK), folder)
        assert after.returncode == 0, (before.stdout[-900:], after.stdout[-900:])
        for command in rng.sample(COMMANDS, 2):
            done = tried(command, folder)
            assert "progress.sqlite" not in done.stderr, (command, done.stderr[-500:])
        kept = answers_of(path) & known()
        assert len(kept) >= least, (len(kept), least)


def tried(command: tuple[str, ...], folder: Path) -> Finished:
    """Run a command; a traceback raises here."""
    done = sco_quiz(*command, given="1\na\n\n\n", cwd=folder)
    assert done.returncode in (0, 1, 130), (command, done.stderr[-500:])  # 130: the typed lines end before an exam
    return done


def odd_value(path: Path, rng: Random) -> int:
    """Give one or two rows an odd value in some column; return how many answers stay at least."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for trigger, _ in triggers:  # another program, or a flipped bit, does not run them
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute("PRAGMA ignore_check_constraints = ON")
        changed = 0
        for _ in range(rng.choice((1, 1, 2))):
            table = rng.choice(TABLES)
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            column = rng.choice(columns)
            keys = db.execute(f"SELECT * FROM {table}").fetchall()
            if not keys:
                continue
            row = rng.choice(keys)
            where = " AND ".join(f"{name} IS ?" for name in columns)
            value = rng.choice((*ODD, NOT_UTF8))
            put = NOT_UTF8 if value is NOT_UTF8 else "?"
            given = () if value is NOT_UTF8 else (value,)
            try:
                db.execute(f"UPDATE {table} SET {column} = {put} WHERE {where}", (*given, *row))
            except (sqlite3.IntegrityError, OverflowError):
                continue
            changed += table == "answer"
        for _, sql in triggers:
            db.execute(sql)
    return len(known()) - changed


def odd_tables(path: Path, rng: Random) -> int:
    """Drop, add or change a table, an index, a trigger, a view, or a number in the header."""
    table = rng.choice(TABLES)
    statement = rng.choice(
        (
            f"DROP TABLE {table}",
            f"ALTER TABLE {table} RENAME TO other",
            f"ALTER TABLE {table} ADD COLUMN more TEXT",
            f"DELETE FROM {table}",
            f"CREATE TRIGGER t BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END",
            f"CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM {table}; END",
            "CREATE VIEW v AS SELECT * FROM answer",
            "DROP INDEX answer_at",
            "ANALYZE",
            f"PRAGMA user_version = {rng.choice((-1, 0, 1, 2, 4, 999, 2**31 - 1))}",
            f"PRAGMA application_id = {rng.choice((0, 1, -1, 2**31 - 1))}",
        )
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA legacy_alter_table = ON")
        db.execute(statement)
    gone = statement in ("DROP TABLE answer", "DELETE FROM answer", "ALTER TABLE answer RENAME TO other")
    return 0 if gone else len(known())


def odd_bytes(path: Path, rng: Random) -> int:
    """Flip bits, write over, swap, or cut off pages, or change bytes of the header."""
    data = bytearray(path.read_bytes())
    pages = len(data) // 4096
    one, other = rng.randrange(pages) * 4096, rng.randrange(pages) * 4096
    match rng.randrange(6):
        case 0:
            for _ in range(rng.choice((1, 1, 3, 20))):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        case 1:
            data[one : one + 4096] = rng.choice((bytes(4096), b"\xff" * 4096, rng.randbytes(4096)))
        case 2:
            data[one : one + 4096], data[other : other + 4096] = data[other : other + 4096], data[one : one + 4096]
        case 3:
            del data[rng.randrange(len(data)) :]
        case 4:
            data[rng.randrange(100)] = rng.randrange(256)
        case _:
            start = one + rng.randrange(12)
            data[start] = rng.randrange(256)
    path.write_bytes(data)
    return 0
