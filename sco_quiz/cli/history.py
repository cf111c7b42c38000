"""`sco-quiz history`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.options import HELP, bank_option
from sco_quiz.cli.progress import progress_option
from sco_quiz.cli.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_quiz.core.answer import Answer
    from sco_quiz.core.flag import Flag


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

    from sco_quiz.cli.progress import read_progress
    from sco_quiz.formats.answer_lines import render_line
    from sco_quiz.history.flags import flags
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.files import write_text

    database = read_progress(progress)
    items: Iterable[Answer | Flag] = chain(store_of(database).answers(), flags(database)) if database else ()
    if output is None:
        for item in items:
            tell(render_line(item), nl=False)
    else:
        lines = [render_line(item) for item in items]
        write_text(output, "".join(lines))
        tell(f"{output}: {len(lines)} answers and flags")


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
    from sco_quiz.cli.bar import progress_bar
    from sco_quiz.cli.progress import open_progress
    from sco_quiz.core.answer import Answer
    from sco_quiz.core.flag import Flag
    from sco_quiz.history.flags import add_flags
    from sco_quiz.history.store import store_of

    items = _read(file)
    answers = [item for item in items if isinstance(item, Answer)]
    database = open_progress(progress)
    with progress_bar("Scheduling") as on_progress:
        new = store_of(database).add(answers, on_progress)
    noted = add_flags(database, [item for item in items if isinstance(item, Flag)])
    there = len(items) - new - noted
    tell(f"{file}: new {new} answers and {noted} flags, already there {there}")


def _read(file: Path) -> "list[Answer | Flag]":
    from sco_quiz.core.errors import BankError
    from sco_quiz.formats.answer_lines import parse_lines
    from sco_quiz.loading.files import read_document

    document, problems = read_document(file, str(file))
    if document is None or problems:
        raise BankError(f"{file} cannot be read", tuple(problems))
    return list(parse_lines(document.lines, str(file)))


@command.command("reset", context_settings=HELP)
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--yes", is_flag=True, help="Do not ask.")
@progress_option
@bank_option
def reset(ids: tuple[str, ...], yes: bool, progress: Path | None, bank: Path | None) -> None:
    """Forget the answers to the questions ID, or to all questions of the bank.

    \b
    Examples:
      sco-quiz history reset most-urgent
      sco-quiz history reset --bank my-bank/ --yes
    """
    from sco_quiz.cli.progress import open_progress
    from sco_quiz.core.selection import question_of
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.load import load_bank

    loaded = load_bank(bank)
    questions = [question_of(loaded, name).first_id for name in ids] or None
    store = store_of(open_progress(progress))
    count = store.count(loaded.id, questions)
    if count and not yes:
        tell("`sco-quiz history export -o answers.jsonl` keeps a copy.")
        click.confirm(f"Forget {count} answer{'s' * (count != 1)}?", abort=True)
    forgotten = store.reset(loaded.id, questions)
    tell(f"{loaded.title}: {forgotten} answer{'s' * (forgotten != 1)} forgotten")
