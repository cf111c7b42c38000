"""`sco-quiz history`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.options import FILE, HELP, bank_option
from sco_quiz.cli.output import confirm, print_text, print_wrapped
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sco_quiz.core.answer import Answer
    from sco_quiz.core.flag import Flag

STEP = 1000  # lines between two steps of the progress bar


@click.group(context_settings=HELP)
def command() -> None:
    """Export, import or delete your answers."""


@command.command("export", context_settings=HELP)
@click.option("-o", "--output", type=FILE, help="File to write. Default: standard output.")
@progress_option
def export(output: Path | None, progress: Path | None) -> None:
    """Write all answers and flags as JSON Lines, one object per line.

    An answer has bank, question (its first id), at (ms since 1970, UTC), response, outcome, credit, duration (ms),
    mode, rating (1 again to 4 easy), hint_taken and claimed; a flag has bank, question, at and note.

    \b
    Examples:
      sco-quiz history export -o answers.jsonl
      sco-quiz history export | grep '"wrong"'
    """
    from itertools import chain

    from sco_quiz.app.result_file import write_result
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.formats.exchange.answers_jsonl import render_line
    from sco_quiz.history.flags import flags
    from sco_quiz.history.store import store_of

    database = open_progress(progress, "read").database
    marks = flags(database)
    items: Iterable[Answer | Flag] = chain(store_of(database).answers(), marks)
    if output is None:
        for item in items:
            print_text(render_line(item), nl=False)
        return
    count = store_of(database).count() + len(marks)
    with progress_bar("Writing") as on_progress:
        write_result(output, _counted(map(render_line, items), count, on_progress))
    print_text(f"{output}: {count} answers and flags")


def _counted(lines: "Iterable[str]", count: int, on_progress: "Callable[[int, int], None]") -> "Iterator[str]":
    """Yield the lines; report now and then how many of `count` are done."""
    for number, line in enumerate(lines, start=1):
        yield line
        if number % STEP == 0:
            on_progress(number, count)


@command.command("import", context_settings=HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@progress_option
def import_(file: Path, progress: Path | None) -> None:
    """Import answers and flags that `history export` wrote into FILE.

    Answers and flags that you already have stay as they are. If a line cannot be read, nothing is imported. Questions
    are rescheduled from all their answers.

    \b
    Examples:
      sco-quiz history import answers.jsonl
    """
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.history.flags import add_flags
    from sco_quiz.history.store import store_of

    database = open_progress(progress, "write").database
    given: list[int] = []
    marks: list[Flag] = []
    with database.writing(), progress_bar("Scheduling") as on_progress:
        new = store_of(database).add(_answers(file, given, marks), on_progress)
        noted = add_flags(database, marks)
    there = len(given) + len(marks) - new - noted
    print_wrapped(f"{file}: {counted(new, 'new answer')}, {counted(noted, 'new flag')}, {there} already there")


def _answers(file: Path, given: "list[int]", marks: "list[Flag]") -> "Iterator[Answer]":
    """Yield the answers in the file; append their timestamps and the flags to the lists."""
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.core.flag import Flag
    from sco_quiz.formats.exchange.answers_jsonl import parse_lines

    with progress_bar("Reading") as on_progress:
        for item in parse_lines(_lines(file, on_progress), str(file)):
            if isinstance(item, Flag):
                marks.append(item)
            else:
                given.append(item.at)
                yield item


def _lines(file: Path, on_progress: "Callable[[int, int], None]") -> "Iterator[str]":
    """Yield the lines of a file that may be large. Raises HistoryError if it is not UTF-8 or cannot be read."""
    from sco_quiz.core.errors import HistoryError
    from sco_quiz.disk.os_errors import os_errors_as

    with os_errors_as(HistoryError, str(file)), file.open("rb") as stream:
        size = file.stat().st_size
        for number, line in enumerate(stream, start=1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                hint = "use a file that `sco-quiz history export -o FILE` wrote"
                raise HistoryError(f"{file}:{number}:{error.start + 1}: not UTF-8; {hint}") from error
            if number % STEP == 0:
                on_progress(stream.tell(), size)


@command.command("reset", context_settings=HELP)
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--all", "every", is_flag=True, help="Delete the answers of every bank.")
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@progress_option
@bank_option
def reset(ids: tuple[str, ...], every: bool, yes: bool, progress: Path | None, bank: Path | None) -> None:
    """Delete the answers to the questions ID, or to all questions of the bank.

    \b
    Examples:
      sco-quiz history reset most-urgent
      sco-quiz history reset --bank my-bank/ --yes
      sco-quiz history reset --all
    """
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.core.selection import question_of
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.load import load_bank

    if every and (ids or bank):
        raise click.UsageError("--all means every bank: use it without ids and without --bank")
    database = open_progress(progress, "write").database
    store = store_of(database)
    if every:
        banks, questions, title = store.banks(), None, "All banks"
    else:
        loaded = load_bank(bank)
        banks, title = [loaded.id], loaded.title
        questions = [question_of(loaded, name).first_id for name in ids] or None
    count = sum(store.count(name, questions) for name in banks)
    if count and not yes:
        print_text("`sco-quiz history export -o answers.jsonl` saves a copy.")
        confirm(f"Delete {counted(count, 'answer')}?")
    with database.writing():
        deleted = sum(store.reset(name, questions) for name in banks)
    print_text(f"{title}: deleted {counted(deleted, 'answer')}")
