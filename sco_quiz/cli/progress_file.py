"""The progress file that a command uses."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sco_quiz.history.database import Database

PROGRESS_VARIABLE = "SCO_QUIZ_PROGRESS"

CHECKED_AT_ONCE = 4_000_000
"""Files up to so many bytes are checked whenever they are opened for writing, which takes some milliseconds."""

progress_option = click.option(
    "--progress",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar=PROGRESS_VARIABLE,
    show_envvar=True,
    help="File that keeps your answers. Default: progress.sqlite in your data directory.",
)


def progress_path(path: Path | None) -> Path:
    """The file that was named, or the one in the user's data directory."""
    from platformdirs import user_data_path

    return path or user_data_path("sco-quiz", appauthor=False) / "progress.sqlite"


def open_progress(path: Path | None) -> "Database":
    """The progress file, made when there is none; a damaged one is set aside, and what can be read is kept.

    Raises HistoryError where the disk refuses.
    """
    import os

    from sco_quiz.core.errors import HistoryError
    from sco_quiz.disk.os_errors import os_errors_as
    from sco_quiz.history.database import DamagedError, Database

    path = progress_path(path)
    with os_errors_as(HistoryError, str(path.parent)):
        path.parent.mkdir(parents=True, exist_ok=True)
        size = path.stat().st_size if path.exists() else 0
    if path.exists() and not os.access(path, os.W_OK):
        raise HistoryError(f"{path} cannot be written")
    try:
        database = Database(path)
        if size < CHECKED_AT_ONCE:
            database.check()
        return database
    except DamagedError:
        return repair(path)


def read_progress(path: Path | None) -> "Database | None":
    """The progress file to be read only; None when there is none. Raises HistoryError, DamagedError as a kind of it."""
    from sco_quiz.history.database import Database

    path = progress_path(path)
    return Database(path, read_only=True) if path.exists() else None


def open_to_read(path: Path | None) -> "Database":
    """The progress file for a command that changes nothing: from a disk that is read-only, too. Raises HistoryError."""
    from sco_quiz.core.errors import HistoryError

    try:
        return open_progress(path)
    except HistoryError:
        database = read_progress(path)
        if database is None:
            raise
        return database


def repair(path: Path) -> "Database":
    """A new file in place of a damaged one, with what could be read of it; tells both."""
    from sco_quiz.cli.output import say
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.history.database import Database
    from sco_quiz.history.recovery import recover

    if path.exists() and path.stat().st_size > CHECKED_AT_ONCE:
        say(f"{path} is damaged; what can be read of it is read. This takes a while.", err=True)
    with progress_bar("Scheduling") as on_progress:
        done = recover(path, on_progress)
    if done:
        aside, found = done
        answers, flags = len(found.answers), len(found.flags)
        say(
            f"{path} was damaged and is now {aside.name}. Recovered from it: {answers} answer{'s' * (answers != 1)}, "
            f"{flags} flag{'s' * (flags != 1)}.\n",
            err=True,
        )
    return Database(path)
