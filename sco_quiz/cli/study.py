"""Run a quiz, an exam or a review: the display, the recorder, and what is printed at the end."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.cli.display import display, show_blocks
from sco_quiz.cli.output import print_wrapped
from sco_quiz.core.errors import HistoryError

if TYPE_CHECKING:
    from sco_quiz.app.exam import ExamRules
    from sco_quiz.app.progress_file import ProgressFile
    from sco_quiz.app.recorder import ProgressRecorder, Settings
    from sco_quiz.app.stopwatch import Stopwatch
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.exam import ExamRecord
    from sco_quiz.core.session import Session
    from sco_quiz.history.saved_sessions import SavedSession


@dataclass(frozen=True, slots=True)
class Study:
    """A session to run, where its answers are saved, and the saved session if it is being resumed."""

    bank: "Bank"
    session: "Session"
    file: "ProgressFile"
    saved: "SavedSession | None" = None
    resume_command: str = "sco-quiz quiz --resume"

    def recorder(self, stopwatch: "Stopwatch", settings: "Settings | None" = None) -> "ProgressRecorder | None":
        """Return the recorder; None if answers cannot be saved."""
        from sco_quiz.app.recorder import ProgressRecorder

        if self.file.read_only:
            return None
        # A large file is not checked when it is opened, so damage can show up here.
        try:
            return ProgressRecorder(self.bank, self.file.database, stopwatch, settings or {}, self.saved)
        except HistoryError as error:
            print_wrapped(f"Your answers will not be saved: {error}\n", err=True)
            return None


def run_quiz(study: Study, plain: bool) -> int:
    """Run a quiz or review; return the exit code: 1 if answers were lost."""
    from sco_quiz.app.stopwatch import Stopwatch
    from sco_quiz.terminal.quiz_loop import play

    recorder = study.recorder(Stopwatch(used=study.saved.used if study.saved else 0))
    ended = play(study.bank, study.session, display(plain), recorder)
    if recorder and recorder.can_resume and len(ended.results) < len(ended.queue):
        print_wrapped(f"`{study.resume_command}` continues where you left off.")
    return print_unsaved(recorder)


def run_exam(study: Study, rules: "ExamRules", result_file: Path | None, name: str, plain: bool) -> int:
    """Run an exam, show and write its result; return the exit code: 1 if it was not passed, 130 if interrupted."""
    from sco_quiz.app.stopwatch import Stopwatch
    from sco_quiz.terminal.exam_loop import play_exam
    from sco_quiz.terminal.interfaces import NullRecorder
    from sco_quiz.terminal.score_view import exam_blocks

    stopwatch = Stopwatch(rules.time_limit, study.saved.used if study.saved else 0)
    recorder = study.recorder(stopwatch, rules.settings)
    # Only with a limit: the display shows the time that is left, and stops at zero.
    shown = display(plain, stopwatch.left if rules.time_limit else None)
    ended = play_exam(study.bank, study.session, shown, recorder or NullRecorder())
    if ended is None:
        way = f"`{study.resume_command}` continues it" if recorder and recorder.can_resume else "no answer was saved"
        print_wrapped(f"\nThe exam was interrupted; {way}.", err=True)
        return 130
    result = rules.result(ended, stopwatch.used())
    show_blocks(*exam_blocks(study.bank, result), plain=plain)
    if result_file:
        from sco_quiz.core.exam import ExamRecord

        record = ExamRecord(study.bank, result, datetime.now().astimezone(), name)
        _write_result(record, result_file)
        print_wrapped(f"The result is in {result_file}.")
    return print_unsaved(recorder) or int(not result.passed)


def print_unsaved(recorder: "ProgressRecorder | None") -> int:
    """Print how many changes never reached the disk; return the exit code."""
    unsaved = recorder.unsaved if recorder else 0
    if unsaved:
        changes = "1 change was" if unsaved == 1 else f"{unsaved} changes were"
        print_wrapped(f"{changes} not saved: your last answers are lost.", err=True)
    return int(unsaved > 0)


def _write_result(record: "ExamRecord", path: Path) -> None:
    """Write the result in the format that the file's suffix means, or as text."""
    from sco_quiz.app.result_file import write_result
    from sco_quiz.formats import format_for
    from sco_quiz.terminal.plain import render_plain
    from sco_quiz.terminal.sanitize import sanitize
    from sco_quiz.terminal.score_view import exam_blocks

    if form := format_for("exam", path):
        text = form.render(record)
    else:
        # Into a file, but read with `cat`: as safe for a terminal as what is printed.
        blocks = "\n".join(map(render_plain, exam_blocks(record.bank, record.result)))
        text = sanitize(f"{record.bank.title}, {record.at:%Y-%m-%d}\n\n{blocks}\n")
    write_result(path, [text])
