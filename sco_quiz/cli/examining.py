"""An exam: run against the clock, its result shown and written."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.cli.clock import Clock
from sco_quiz.cli.display import display, show_blocks
from sco_quiz.cli.output import say
from sco_quiz.cli.study import recorder_of, say_unsaved
from sco_quiz.core.exam import ExamResult

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.session import Session
    from sco_quiz.history.database import Database
    from sco_quiz.history.saved_sessions import SavedSession


@dataclass(frozen=True, slots=True)
class ExamOptions:
    """What was asked for: the limit in minutes, the pass mark in per cent, the file for the result, a name."""

    time_limit: float | None
    pass_mark: int
    output: Path | None
    name: str
    plain: bool


def run_exam(
    bank: "Bank", session: "Session", database: "Database | None", begun: "SavedSession | None", options: ExamOptions
) -> int:
    """Ask, show the result and write it; exit code 1 when it was not passed, 130 when it was interrupted."""
    from sco_quiz.terminal.exam_loop import exam_blocks, play_exam
    from sco_quiz.terminal.interfaces import NullRecorder

    limit = begun.settings.get("time_limit") if begun else options.time_limit and options.time_limit * 60
    pass_mark = int(begun.settings["pass_mark"]) if begun else options.pass_mark
    clock = Clock(limit, begun.used if begun else 0)
    recorder = recorder_of(bank, database, "exam", clock, begun)
    if recorder:
        recorder.settings = {"pass_mark": pass_mark} | ({"time_limit": limit} if limit else {})
    shown = display(options.plain, clock.left if limit else None)
    ended = play_exam(bank, session, shown, recorder or NullRecorder())
    if ended is None:
        way = "`sco-quiz quiz --resume` goes on" if recorder and recorder.can_go_on else "nothing was answered"
        say(f"\nThe exam is interrupted; {way}.", err=True)
        return 130
    result = ExamResult(ended, pass_mark, clock.used() // 1000, int(limit) if limit else None)
    show_blocks(*exam_blocks(bank, result), plain=options.plain)
    if options.output:
        _write(bank, result, options.output, options.name)
        say(f"The result is in {options.output}.")
    return say_unsaved(recorder) or int(not result.passed)


def _write(bank: "Bank", result: ExamResult, path: Path, name: str) -> None:
    """The result as text, JSON or a page to print, by the ending of the file."""
    from sco_quiz.formats.certificate import read_certificate_page, render_certificate
    from sco_quiz.formats.exam_json import render_exam
    from sco_quiz.loading.files import write_result
    from sco_quiz.terminal.durations import in_words
    from sco_quiz.terminal.exam_loop import exam_blocks
    from sco_quiz.terminal.plain import render_plain
    from sco_quiz.terminal.sanitize import sanitize

    at = datetime.now().astimezone()
    match path.suffix.casefold():
        case ".json":
            text = render_exam(bank, result, at.isoformat(timespec="seconds"))
        case ".html" | ".htm":
            used = f"Time used: {in_words(result.used)}."
            text = render_certificate(read_certificate_page(), result, bank.title, name, f"{at:%Y-%m-%d}", used)
        case _:
            blocks = "\n".join(map(render_plain, exam_blocks(bank, result)))
            text = sanitize(f"{bank.title}, {at:%Y-%m-%d}\n\n{blocks}\n")
    write_result(path, [text])
