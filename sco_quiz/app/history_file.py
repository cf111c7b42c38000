"""Export the answers and flags of a progress file as JSON Lines, and import them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from sco_quiz.core.answer import Answer
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.flag import Flag
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import reading
from sco_quiz.formats.exchange.answers_jsonl import parse_lines, render_line
from sco_quiz.history.database import Database
from sco_quiz.history.flags import add_flags, flags
from sco_quiz.history.store import OnProgress, store_of

MAX_LINE = 10_000_000  # bytes, a hundred times a long answer: a longer line is something else
STEP = 1000  # lines between two reports of progress

ProgressBar = Callable[[str], AbstractContextManager[OnProgress]]
"""Shows, under a label, how much of some long work is done."""


def history_lines(database: Database) -> Iterator[str]:
    """Yield all answers in order of time, then all flags, a JSON object per line."""
    items: Iterable[Answer | Flag] = chain(store_of(database).answers(), flags(database))
    return map(render_line, items)


def count_lines(database: Database) -> int:
    """Return how many answers and flags there are."""
    return store_of(database).count() + len(flags(database))


def with_progress(lines: Iterable[str], count: int, on_progress: OnProgress) -> Iterator[str]:
    """Yield the lines; report now and then how many of `count` are done."""
    for number, line in enumerate(lines, start=1):
        yield line
        if number % STEP == 0:
            on_progress(number, count)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many answers and flags were new, and how many were already there."""

    answers: int
    flags: int
    known: int


@dataclass(slots=True)
class _Items:
    """What a file has: answers are only counted, since there may be a million."""

    answers: int = 0
    flags: list[Flag] = field(default_factory=list)


def import_history(database: Database, file: Path, bar: ProgressBar) -> ImportReport:
    """Add the answers and flags of a file, all or none. Raises HistoryError if a line cannot be read."""
    items = _Items()
    with database.writing(), bar("Scheduling") as on_progress:
        answers = store_of(database).add(_answers(file, items, bar), on_progress)
        noted = add_flags(database, items.flags)
    return ImportReport(answers, noted, items.answers + len(items.flags) - answers - noted)


def _answers(file: Path, items: _Items, bar: ProgressBar) -> Iterator[Answer]:
    """Yield the answers in the file; count them, and collect the flags."""
    with bar("Reading") as on_progress:
        for item in parse_lines(_lines(file, on_progress), str(file)):
            if isinstance(item, Flag):
                items.flags.append(item)
            else:
                items.answers += 1
                yield item


def _lines(file: Path, on_progress: OnProgress) -> Iterator[str]:
    """Yield the lines of a file that may be large. Raises HistoryError if it is not UTF-8 or cannot be read."""
    with os_errors_as(HistoryError, str(file)), reading(file) as stream:
        size = file.stat().st_size
        for number, line in enumerate(iter(lambda: stream.readline(MAX_LINE + 1), b""), start=1):
            if len(line) > MAX_LINE:
                raise HistoryError(f"{file}:{number}:1: the line has more than {MAX_LINE // 10**6} million bytes")
            try:
                # Editors on Windows put a byte order mark at the beginning.
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                hint = "use a file that `sco-quiz history export -o FILE` wrote"
                raise HistoryError(f"{file}:{number}:{error.start + 1}: not UTF-8; {hint}") from error
            if number % STEP == 0:
                on_progress(stream.tell(), size)
