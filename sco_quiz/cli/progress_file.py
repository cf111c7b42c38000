"""The option `--progress`, and opening the file it names."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.output import print_wrapped

if TYPE_CHECKING:
    from sco_quiz.app.progress_file import ProgressFile, Purpose

PROGRESS_VARIABLE = "SCO_QUIZ_PROGRESS"

progress_option = click.option(
    "--progress",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar=PROGRESS_VARIABLE,
    show_envvar=True,
    help="File with your answers. Default: progress.sqlite in your data directory.",
)


def open_progress(path: Path | None, purpose: "Purpose") -> "ProgressFile":
    """Open the file that was named, or the default one; print what was repaired, and why answers are not saved."""
    from sco_quiz.app.progress_file import open_progress, progress_path
    from sco_quiz.cli.progress_bar import progress_bar

    # It appears only if a file is repaired, or one of an older version is rescheduled.
    with progress_bar("Scheduling") as on_progress:
        file = open_progress(progress_path(path), purpose, partial(print_wrapped, err=True), on_progress)
    if purpose == "study" and file.read_only:
        print_wrapped(f"Your answers will not be saved: {file.read_only}\n", err=True)
    return file
