"""Run a quiz, an exam or a review: the display, the recorder, and what is printed at the end."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sco_quiz.cli.display import display, show_blocks
from sco_quiz.cli.kept_answers import rescued, save_kept
from sco_quiz.cli.output import print_wrapped
from sco_quiz.cli.progress_file import print_not_saved
from sco_quiz.core.errors import ExportError, HistoryError

if TYPE_CHECKING:
    from sco_quiz.app.exam import ExamRules
    from sco_quiz.app.progress_file import ProgressFile
    from sco_quiz.app.recorder import ProgressRecorder
    from sco_quiz.app.review import Questions
    from sco_quiz.app.stopwatch import Stopwatch
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.exam import ExamRecord
    from sco_quiz.core.exam_form import ExamForm
    from sco_quiz.core.saved_session import SavedSession, Settings
    from sco_quiz.core.session import Session
    from sco_quiz.terminal.interfaces import Display


class Study(NamedTuple):
    """A session to run, where its answers are saved, and the saved session if it is being resumed.

    `rest` are further questions of a review, to be offered after it. `options` name the bank and the progress file in
    the commands that are printed at the end; `again` are the words of the one that repeats the session, if one does.
    `form` is that of an exam with a blueprint.
    """

    bank: "Bank"
    session: "Session"
    file: "ProgressFile"
    saved: "SavedSession | None" = None
    rest: "Questions" = ()
    options: str = ""
    again: str = ""
    form: "ExamForm | None" = None

    def command(self, words: str, more: str = "") -> str:
        """Return a command for the same bank and progress file; `more` comes after their options."""
        return f"`sco-quiz {words}{self.options}{more}`"

    def next(self) -> "Study":
        """Return the study of the next questions, as many as in this session."""
        number = len(self.session.questions)
        questions, rest = self.rest[:number], self.rest[number:]
        return self._replace(session=replace(self.session, questions=questions), rest=rest)

    @property
    def path(self) -> Path:
        """The progress file."""
        return self.file.database.path

    def recorder(self, stopwatch: "Stopwatch", settings: "Settings | None" = None) -> "ProgressRecorder":
        """Return the recorder."""
        from sco_quiz.app.recorder import ProgressRecorder
        from sco_quiz.history.database import Database

        # A large file is not checked when it is opened, so damage can show up here.
        try:
            return ProgressRecorder(self.bank, self.file.database, stopwatch, settings or {}, self.saved)
        except HistoryError as error:
            print_not_saved(str(error))
            return ProgressRecorder(self.bank, Database(self.path, in_memory=True), stopwatch, settings or {})


def run_quiz(study: Study, plain: bool) -> int:
    """Run a quiz or review; return the exit code: 1 if an answer is not in the progress file."""
    from sco_quiz.app.stopwatch import Stopwatch
    from sco_quiz.terminal.quiz_loop import play

    recorder = study.recorder(Stopwatch(used=study.saved.used if study.saved else 0))
    shown = display(plain, study.bank)
    with rescued(recorder, study.path), study.file.telling(shown.tell):
        ended = play(study.bank, study.session, shown, recorder)
        while study.rest and ended.current is None and not ended.stopped and _wants_more(shown, len(study.rest)):
            study = study.next()
            ended = play(study.bank, study.session, shown, recorder)
    code = save_kept(recorder, study.path, shown)
    resumable = recorder.can_resume and len(ended.results) < len(ended.queue)
    if not resumable:
        _print_again(study, "quiz")
    _print_outlook(study, ended, recorder, resumable)
    return code


def _print_again(study: Study, what: str) -> None:
    """Print the command that repeats a quiz or exam, if one does."""
    if study.again:
        print_wrapped(f"{study.command(study.again)} repeats this {what}.")


def _wants_more(shown: "Display", left: int) -> bool:
    """Offer the rest of a review; return whether the learner accepts."""
    try:
        return shown.ask_key(f"{left} more to review, due or new: continue? y/N ", "yn") in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        return False


def _print_outlook(study: Study, ended: "Session", recorder: "ProgressRecorder", resumable: bool) -> None:
    """Print what is due, the streak, and one command to type next; nothing if the progress file lacks answers."""
    if recorder.is_saved:
        with suppress(HistoryError):  # of a damaged file, `doctor` says more than the end of a quiz can
            _print_next(study, ended, resumable)


def _print_next(study: Study, ended: "Session", resumable: bool) -> None:
    from sco_quiz.app.days import now
    from sco_quiz.app.outlook import outlook
    from sco_quiz.core.plural import counted
    from sco_quiz.core.session import missed
    from sco_quiz.terminal.score_view import MAX_MISSED

    due, tomorrow, streak = outlook(study.bank, study.file.database, now())
    if not (due or ended.results):
        return
    if len(missed(ended)) > MAX_MISSED:
        print_wrapped(f"{study.command('list --missed')} shows all that you missed, with the right answers.")
    days = f" Streak: {counted(streak, 'day')}." if streak else ""
    print_wrapped(f"Due: {due} today, {tomorrow} tomorrow.{days}")
    if resumable:
        print_wrapped(f"{study.command('quiz --resume')} continues where you left off.")
    elif due:
        print_wrapped(f"Next: {study.command('review')} asks what is due today.")
    elif missed(ended):
        print_wrapped(f"Next: {study.command('review --missed')} repeats what you missed.")
    elif streak:
        print_wrapped(f"Next: {study.command('quiz')} asks other questions; {study.command('review')} tomorrow.")


def run_exam(study: Study, rules: "ExamRules", plain: bool) -> int:
    """Run an exam, show and write its result; return the exit code: 1 if it was not passed, 130 if interrupted."""
    from sco_quiz.app.result_file import try_result
    from sco_quiz.core.exam import ExamRecord
    from sco_quiz.formats import result_start
    from sco_quiz.terminal.exam_loop import play_exam
    from sco_quiz.terminal.score_view import exam_answer_blocks, exam_missed_blocks, exam_result_block

    if rules.result_file:  # now: after the exam it would be too late to choose another file
        try_result(rules.result_file, result_start(rules.result_file))
    stopwatch = rules.stopwatch(study.saved)
    recorder = study.recorder(stopwatch, rules.settings)
    # Only with a limit: the display shows the time that is left, and stops at zero.
    shown = display(plain, study.bank, stopwatch.left if rules.time_limit else None)
    asked = _unless_late(study, stopwatch)
    with rescued(recorder, study.path), study.file.telling(shown.tell):
        ended = play_exam(study.bank, asked, shown, recorder, rules.worth)
    code = save_kept(recorder, study.path, shown)
    if ended is None:
        can_resume = recorder.can_resume
        way = f"{study.command('quiz --resume')} continues it" if can_resume else "it cannot be resumed"
        print_wrapped(f"\nThe exam was interrupted; {way}.{_clock(rules, stopwatch)}", err=True)
        return 130
    result = rules.result(ended, stopwatch.used(), stopwatch.away())
    # last, where nothing hides it
    shown_last = (*exam_missed_blocks(result), exam_result_block(result))
    show_blocks(*exam_answer_blocks(study.bank, result), *shown_last, plain=plain)
    again = study.command("quiz --resume", " --result exam.html") if recorder.is_saved else ""
    write_exam(ExamRecord(study.bank, result, datetime.now().astimezone(), rules.student), rules.result_file, again)
    _print_again(study, "exam")
    _print_outlook(study, ended, recorder, resumable=False)
    return code or int(not result.passed)


def _unless_late(study: Study, stopwatch: "Stopwatch") -> "Session":
    """Return the session, handed in if its time was over before it was resumed."""
    from sco_quiz.core.session import Stopped, step

    if study.saved is None or stopwatch.left() > 0:
        return study.session
    print_wrapped("The time of the exam was over before you resumed it: it is handed in with your answers so far.\n")
    return step(study.session, Stopped())


def _clock(rules: "ExamRules", stopwatch: "Stopwatch") -> str:
    """Return how much time is left for an exam whose clock keeps running."""
    from sco_quiz.core.durations import in_words

    if rules.time_limit is None or rules.clock_stops:
        return ""
    return f" The clock keeps running: {in_words(stopwatch.left())} left."


def write_exam(record: "ExamRecord", path: Path | None, command: str) -> None:
    """Write the result of an exam, and print where it is; `command` writes it to another file, if there is one.

    Raises ExportError, which names the command.
    """
    try:
        if path:
            _write_result(record, path)
    except ExportError as error:
        elsewhere = f"{command} writes it elsewhere" if command else f"it is in {_rescue_result(record, path)}"
        raise ExportError(f"{error}; {elsewhere}") from error
    if path:
        print_wrapped(f"The result is in {path}.")
    elif command:
        print_wrapped(f"{command} writes this result to a file.")


def _rescue_result(record: "ExamRecord", path: Path | None) -> Path:
    """Write a result that no command can write again into a new temporary folder. Raises ExportError."""
    from tempfile import mkdtemp

    rescued = Path(mkdtemp(prefix="sco-quiz-")) / (path.name if path else "")
    _write_result(record, rescued)
    return rescued


def _write_result(record: "ExamRecord", path: Path) -> None:
    """Write the result in the format that the file's suffix means, or as text."""
    from sco_quiz.app.result_file import write_result
    from sco_quiz.formats import output_for
    from sco_quiz.terminal.plain import render_plain
    from sco_quiz.terminal.sanitize import sanitize
    from sco_quiz.terminal.score_view import exam_answer_blocks, exam_result_block

    if form := output_for("exam", path):
        text = form.render(record)
    else:
        # Into a file, but read with `cat`: as safe for a terminal as what is printed.
        shown = (exam_result_block(record.result), *exam_answer_blocks(record.bank, record.result))
        blocks = "\n".join(map(render_plain, shown))
        text = sanitize(f"{record.bank.title}, {record.at:%Y-%m-%d}\n\n{blocks}\n")
    write_result(path, [text])
