"""Answers that could not be saved in the progress file: add them to it later, or write them into another file."""

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import gettempdir

from sco_quiz.app.result_file import write_result
from sco_quiz.core.errors import ExportError
from sco_quiz.core.saving import Kept
from sco_quiz.disk.reading import is_there
from sco_quiz.formats.exchange.answers_jsonl import render_line
from sco_quiz.history.database import Database
from sco_quiz.history.flags import add_flags
from sco_quiz.history.locks import PATIENCE_S, Waiting
from sco_quiz.history.store import store_of


def add_kept(kept: Kept, path: Path) -> None:
    """Open the progress file again, and add what can be added. Raise HistoryError if that is still impossible."""
    with closing(Database(path, waiting=Waiting(PATIENCE_S))) as database, database.writing():
        store_of(database).add(kept.answers)
        add_flags(database, kept.flags)


def write_kept(kept: Kept, path: Path) -> Path:
    """Write what `history import` reads into a new file, as near to the progress file as possible; return its path.

    Raise ExportError if there is no folder in which it can be written.
    """
    *places, last = places_for(path)
    lines = [*map(render_line, kept.answers), *map(render_line, kept.flags)]
    for place in places:
        try:
            return write_result(place, lines)
        except ExportError:
            continue
    return write_result(last, lines)


def places_for(path: Path) -> Iterator[Path]:
    """Yield new files: beside the progress file, in the current folder, and in the folder for temporary files."""
    for folder in (path.parent, Path(), Path(gettempdir())):
        names = (folder / f"unsaved-answers-{number}.jsonl" for number in count(1))
        # what is in a folder that may not be searched is not seen; writing there says so
        yield next(name for name in names if not is_there(name)).absolute()
