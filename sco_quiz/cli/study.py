"""What the commands that ask questions share."""

from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.cli.output import say
from sco_quiz.core.errors import HistoryError

if TYPE_CHECKING:
    from sco_quiz.cli.clock import Clock
    from sco_quiz.cli.recording import ProgressRecorder
    from sco_quiz.core.answer import Mode
    from sco_quiz.core.bank import Bank
    from sco_quiz.history.database import Database
    from sco_quiz.history.saved_sessions import SavedSession

MOST_SEED = 999_999


def any_seed(seed: int | None) -> int:
    """The seed that was given, or any."""
    from random import SystemRandom

    return SystemRandom().randrange(MOST_SEED + 1) if seed is None else seed


def open_or_go_on(progress: Path | None) -> "Database | None":
    """The progress file; None, and a word on it, when answers cannot be kept: that is no reason not to learn."""
    from sco_quiz.cli.progress_file import open_progress

    try:
        return open_progress(progress)
    except HistoryError as error:
        say(f"Your answers are not kept: {error}\n", err=True)
        return None


def recorder_of(
    bank: "Bank", database: "Database | None", mode: "Mode", clock: "Clock", begun: "SavedSession | None" = None
) -> "ProgressRecorder | None":
    """Who keeps the answers, where they can be kept."""
    from sco_quiz.cli.recording import ProgressRecorder

    try:
        return ProgressRecorder(bank, database, mode, clock, begun) if database else None
    except HistoryError as error:
        say(f"Your answers are not kept: {error}\n", err=True)
        return None


def say_unsaved(recorder: "ProgressRecorder | None") -> int:
    """Tell how many changes never reached the disk, which is exit code 1."""
    unsaved = recorder.unsaved if recorder else 0
    if unsaved:
        say(f"{unsaved} change{'s' * (unsaved != 1)} could not be saved: your last answers are lost.", err=True)
    return int(unsaved > 0)
