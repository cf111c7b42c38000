"""At the end of a session: what is not in the progress file is saved after all, or offered as a file of its own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.app.shell import quoted
from sco_quiz.cli.output import print_wrapped
from sco_quiz.core.errors import ExportError, HistoryError
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.app.recorder import ProgressRecorder
    from sco_quiz.core.saving import Kept
    from sco_quiz.terminal.interfaces import Display


@contextmanager
def rescued(recorder: "ProgressRecorder", path: Path) -> Iterator[None]:
    """Write what is not in the progress file when an error ends the block."""
    try:
        yield
    except BaseException:
        save_kept(recorder, path)
        raise


def save_kept(recorder: "ProgressRecorder", path: Path, display: "Display | None" = None) -> int:
    """Save what is not in the progress file, there or in a file that the user may decline; return the exit code.

    It is 0 if all is in the progress file at last. Without a display, nobody is asked.
    """
    kept = recorder.kept()
    if not kept:
        return 0
    from sco_quiz.app.kept_answers import add_kept

    try:
        add_kept(kept, path)
    except HistoryError as error:
        print_wrapped(f"\n{_what(kept)} not in the progress file: {error}.", err=True)
        _write(kept, path, display)
    else:
        print_wrapped(f"{_what(kept)} in the progress file now.", err=True)
        kept = kept._replace(answers=(), flags=())
    if kept.changes:
        changes = counted(kept.changes, "change")
        print_wrapped(f"{changes} to earlier answers could not be saved, and no file can keep them.", err=True)
    return int(bool(kept))


def _what(kept: "Kept") -> str:
    items = [(kept.answers, "answer"), (kept.flags, "flag")]
    are = "is" if _is_one(kept) else "are"
    return f"{' and '.join(counted(len(each), name) for each, name in items if each)} {are}"


def _is_one(kept: "Kept") -> bool:
    return len(kept.answers) + len(kept.flags) == 1


def _write(kept: "Kept", path: Path, display: "Display | None") -> None:
    """Write answers and flags into a file of their own, unless the user declines."""
    from sco_quiz.app.kept_answers import places_for, write_kept

    if not (kept.answers or kept.flags):
        return
    they_are, them = ("It is", "it") if _is_one(kept) else ("They are", "them")
    if display and sys.stdin.isatty() and not _accepts(display, f"Save {them} in {next(places_for(path))}? Y/n "):
        print_wrapped(f"{they_are} lost.", err=True)
        return
    try:
        file = write_kept(kept, path)
    except ExportError as error:
        print_wrapped(f"{they_are} lost: {error}", err=True)
        return
    command = f"`sco-quiz history import {quoted(file)}`"
    later = f"{command} adds {them} when the progress file can be written again"
    print_wrapped(f"{they_are} in {file}; {later}.", err=True)


def _accepts(display: "Display", prompt: str) -> bool:
    """Return whether the user agrees; interrupting the question declines nothing."""
    try:
        return display.ask_key(prompt, "yn") not in ("n", "no")
    except (EOFError, KeyboardInterrupt):
        return True
