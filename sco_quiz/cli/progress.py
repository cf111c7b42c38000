"""The progress file that a command uses."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sco_quiz.history.database import Database

PROGRESS_VARIABLE = "SCO_QUIZ_PROGRESS"

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
    """The progress file, made when there is none. Raises HistoryError where the disk refuses."""
    from sco_quiz.core.errors import HistoryError
    from sco_quiz.history.database import Database

    path = progress_path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HistoryError(f"{path.parent}: {error.strerror}") from error
    return Database(path)
