"""The option `--progress`, and opening the file it names."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.output import print_wrapped
from sco_quiz.core.errors import HistoryError

if TYPE_CHECKING:
    from sco_quiz.app.progress_file import ProgressFile, Purpose

PROGRESS_VARIABLE = "SCO_QUIZ_PROGRESS"
_ELSEWHERE = f"`--progress FILE` or the variable {PROGRESS_VARIABLE} names another file"


class _ProgressPath(click.Path):
    """A file of answers; an empty name is the current folder, as for every path."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path. Raises BadParameter for a folder."""
        return super().convert(value or ".", param, ctx)


progress_option = click.option(
    "--progress",
    type=_ProgressPath(dir_okay=False, path_type=Path),
    envvar=PROGRESS_VARIABLE,
    show_envvar=True,
    help="File with your answers. Default: progress.sqlite in your data directory.",
)


def open_progress(path: Path | None, purpose: "Purpose") -> "ProgressFile":
    """Open the file that was named, or the default one; print what was repaired, and why answers are not saved."""
    from sco_quiz.app.progress_file import open_progress, progress_path
    from sco_quiz.cli.progress_bar import progress_bar

    name = progress_path(path)
    # It appears only if a file is repaired, or one of an older version is rescheduled.
    with progress_bar("Scheduling") as on_progress:
        try:
            file = open_progress(name, purpose, partial(print_wrapped, err=True), on_progress)
        except HistoryError as error:
            raise HistoryError(f"{error}; {_ELSEWHERE}") from error
    if purpose == "study" and file.read_only:
        print_not_saved(f"{file.read_only}; {_ELSEWHERE}")
    return file


def print_not_saved(reason: str) -> None:
    """Print why answers cannot be saved, and what becomes of them."""
    print_wrapped(f"Your answers cannot be saved: {reason}.", err=True)
    print_wrapped("They stay in memory, and are saved in another file at the end.\n", err=True)
