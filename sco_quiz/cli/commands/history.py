"""`sco-quiz history`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.options import HELP, bank_option
from sco_quiz.cli.output import tell
from sco_quiz.cli.progress_file import progress_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sco_quiz.core.answer import Answer
    from sco_quiz.core.flag import Flag

EACH = 1000  # lines between two steps of the bar


@click.group(context_settings=HELP)
def command() -> None:
    """Carry your answers elsewhere, bring them in, or forget them."""


@command.command("export", context_settings=HELP)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File. Default: standard output.")
@progress_option
def export(output: Path | None, progress: Path | None) -> None:
    """Write all answers and flags as JSON Lines, one object a line.

    An answer has bank, question (its first id), at (ms since 1970, UTC), response, outcome, credit, duration (ms),
    mode, rating (1 again to 4 easy), hint_taken and claimed; a flag has bank, question, at and note.

    \b
    Examples:
      sco-quiz history export -o answers.jsonl
      sco-quiz history export | grep '"wrong"'
    """
    from itertools import chain

    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.formats.answers_jsonl import render_line
    from sco_quiz.history.flags import flags
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.files import write_result

    database = open_progress(progress, "read").database
    doubts = flags(database)
    items: Iterable[Answer | Flag] = chain(store_of(database).answers(), doubts)
    if output is None:
        for item in items:
            tell(render_line(item), nl=False)
        return
    count = store_of(database).count() + len(doubts)
    with progress_bar("Writing") as on_progress:
        write_result(output, _counted(map(render_line, items), count, on_progress))
    tell(f"{output}: {count} answers and flags")


def _counted(lines: "Iterable[str]", count: int, on_progress: "Callable[[int, int], None]") -> "Iterator[str]":
    """The lines, and now and then how many of so many are done."""
    for number, line in enumerate(lines, start=1):
        yield line
        if number % EACH == 0:
            on_progress(number, count)


@command.command("import", context_settings=HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@progress_option
def import_(file: Path, progress: Path | None) -> None:
    """Bring in answers and flags that `history export` wrote into FILE.

    What is there already is left as it is, and nothing is brought in when a line cannot be read. Questions are
    scheduled anew from all their answers.

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
    doubts: list[Flag] = []
    with database.writing(), progress_bar("Scheduling") as on_progress:
        new = store_of(database).add(_answers(file, given, doubts), on_progress)
        noted = add_flags(database, doubts)
    there = len(given) + len(doubts) - new - noted
    tell(f"{file}: new {new} answers and {noted} flags, already there {there}")


def _answers(file: Path, given: "list[int]", doubts: "list[Flag]") -> "Iterator[Answer]":
    """The answers in the file, one by one; their moments and the flags are put into the lists on the way."""
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.core.flag import Flag
    from sco_quiz.formats.answers_jsonl import parse_lines

    with progress_bar("Reading") as on_progress:
        for item in parse_lines(_lines(file, on_progress), str(file)):
            if isinstance(item, Flag):
                doubts.append(item)
            else:
                given.append(item.at)
                yield item


def _lines(file: Path, on_progress: "Callable[[int, int], None]") -> "Iterator[str]":
    """The lines of a file that may be large. Raises HistoryError for what is no text, or where the disk refuses."""
    from sco_quiz.core.errors import HistoryError
    from sco_quiz.disk.os_errors import os_errors_as

    with os_errors_as(HistoryError, str(file)), file.open("rb") as stream:
        size = file.stat().st_size
        for number, line in enumerate(stream, start=1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                advice = "`sco-quiz history export -o FILE` writes it as it should be"
                raise HistoryError(f"{file}:{number}:{error.start + 1}: this is no UTF-8; {advice}") from error
            if number % EACH == 0:
                on_progress(stream.tell(), size)


@command.command("reset", context_settings=HELP)
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--all", "every", is_flag=True, help="Forget the answers to every bank.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@progress_option
@bank_option
def reset(ids: tuple[str, ...], every: bool, yes: bool, progress: Path | None, bank: Path | None) -> None:
    """Forget the answers to the questions ID, or to all questions of the bank.

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
        raise click.UsageError("--all means every bank: it goes neither with ids nor with --bank.")
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
        tell("`sco-quiz history export -o answers.jsonl` keeps a copy.")
        click.confirm(f"Forget {count} answer{'s' * (count != 1)}?", abort=True)
    with database.writing():
        forgotten = sum(store.reset(name, questions) for name in banks)
    tell(f"{title}: {forgotten} answer{'s' * (forgotten != 1)} forgotten")
