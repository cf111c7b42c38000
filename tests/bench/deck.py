"""How long writing a deck takes, beside a floor and beside plain genanki: `python -m tests.bench.deck [SIZE…]`.

Every contestant starts from the same planned notes in memory and ends with a file. The floor puts ready rows into an
in-memory database of the same schema, two `executemany`, and writes its bytes into a stored zip; nothing with that
result can do less. Genanki gets its own notes of the same fields; making them is part of its time, as stamping is part
of ours. Best of several runs, in turn, in one process, in milliseconds.
"""

import gc
import sqlite3
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.notes import DeckPlan, plan_notes
from sco_quiz.anki.package import DATABASE, read_note_types, write_package
from sco_quiz.anki.revisions import revise
from sco_quiz.anki.scheduling import Scheduling
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.loading.load import load_bank
from tests.bench.measure import Row

Rows = list[tuple[str | int, ...]]

NOW = 1_790_000_000
SIZES = (100, 1_000, 10_000, 100_000)


def bank_of(size: int) -> Bank:
    """Return the built-in bank, repeated with new ids up to `size` questions."""
    bank, number = load_bank(), count()
    questions: list[AnyQuestion] = []
    while len(questions) < size:
        questions += [q.model_copy(update={"id": f"{q.id}-{next(number)}"}) for q in bank.questions]
    return replace(bank, topics=(Topic("all", "All", tuple(questions[:size])),))


def ours(plan: DeckPlan, path: Path) -> None:
    with path.open("wb") as file:
        write_package(file, plan, revise(plan.notes, {}, NOW), Scheduling())


def floor(rows: tuple[Rows, Rows], path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(APKG_SCHEMA + APKG_COL)
        for table, width, values in (("notes", 11, rows[0]), ("cards", 18, rows[1])):
            connection.executemany(f"insert into {table} values ({','.join('?' * width)})", values)
        connection.commit()
        content = connection.serialize()
    with path.open("wb") as file, zipfile.ZipFile(file, "w") as archive:
        archive.writestr(DATABASE, content)
        archive.writestr("media", "{}")


def rows_of(path: Path) -> tuple[Rows, Rows]:
    with zipfile.ZipFile(path) as archive, closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(archive.read(DATABASE))
        return connection.execute("select * from notes").fetchall(), connection.execute(
            "select * from cards"
        ).fetchall()


def plain_genanki(plan: DeckPlan, path: Path) -> None:
    models = {
        family: genanki.Model(
            kind.id,
            kind.name,
            [{"name": name} for name in FIELDS],
            [{"name": "Card", "qfmt": kind.front, "afmt": kind.back}],
            css=kind.css,
            model_type=genanki.Model.CLOZE if family == "cloze" else genanki.Model.FRONT_BACK,
        )
        for family, kind in read_note_types().items()
    }
    for model in models.values():
        model.__dict__["_req"] = [[0, "any", [FIELDS.index("Prompt")]]]  # it fails on braces in a script
    deck = genanki.Deck(2_059_400_110, "All")
    for note in plan.notes:
        deck.add_note(genanki.Note(models[note.family], list(note.fields), guid=note.guid, tags=list(note.tags)))
    genanki.Package(deck).write_to_file(str(path))


def timed(run: Callable[[], object]) -> float:
    """Return the milliseconds of one run."""
    gc.collect()
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


class Times(NamedTuple):
    """The best milliseconds of each contestant."""

    planning: float
    ours: float
    floor: float
    genanki: float


def times_of(size: int, path: Path) -> Times:
    """Measure one size."""
    bank = bank_of(size)
    plan = plan_notes(bank)
    ours(plan, path)
    rows = rows_of(path)
    contestants = (
        partial(plan_notes, bank),
        partial(ours, plan, path),
        partial(floor, rows, path),
        partial(plain_genanki, plan, path),
    )
    rounds = max(3, min(25, 20_000 // size))
    times = [[timed(run) for run in contestants] for _ in range(rounds)]
    return Times(*map(min, zip(*times, strict=True)))


def line(size: int, path: Path) -> str:
    """Return one line of figures."""
    planning, mine, least, theirs = times_of(size, path)
    return (
        f"{size:>7} | {planning:>6.0f} | {mine:>6.1f} | {least:>6.1f} | {theirs:>7.1f} | "
        f"{mine / least:>10.2f} | {theirs / mine:>12.2f}"
    )


def rows(size: int) -> Iterator[Row]:
    """Yield the deck writer beside its floor."""
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        times = times_of(size, Path(folder) / "deck.apkg")
        tempfile.tempdir = None
    peers = f"genanki {times.genanki:.0f} ms"
    yield Row(f"deck writer, {size} notes", times.ours, times.floor, 1.25, "ready rows in memory", "ms", peers)


def main() -> None:
    """Print one line for each size."""
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, genanki {genanki.__version__}")
    print("  notes |   plan |   ours |  floor | genanki | ours/floor | genanki/ours")
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # genanki does not delete its database
        for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
            print(line(size, Path(folder) / "deck.apkg"), flush=True)


if __name__ == "__main__":
    main()
