"""`sco-quiz history`."""

from pathlib import Path

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import FILE, bank_option, given_options
from sco_quiz.cli.output import confirmed, print_text, print_wrapped
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.plural import counted


@click.group(context_settings=HELP)
def command() -> None:
    """Export, import or delete your answers and reviews."""


@command.command("export", context_settings=HELP)
@click.option("-o", "--output", type=FILE, help="File to write. Default: standard output.")
@progress_option
def export(output: Path | None, progress: Path | None) -> None:
    """Write all answers and flags as JSON Lines, one object per line.

    An answer has bank, question (its first id), at (ms since 1970, UTC), response, outcome, credit, duration (ms),
    mode, rating (1 again to 4 easy), hint_taken, claimed and, if known, utc_offset (minutes ahead of UTC); a flag has
    bank, question, at and note.

    \b
    Examples:
      sco-quiz history export -o answers.jsonl
      sco-quiz history export | grep '"wrong"'
    """
    from sco_quiz.app.history_file import count_lines, history_lines, with_progress
    from sco_quiz.app.result_file import write_result
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.cli.progress_file import open_progress

    database = open_progress(progress, "read").database
    lines = history_lines(database)
    if output is None:
        for line in lines:
            print_text(line, nl=False)
        return
    count = count_lines(database)
    with progress_bar("Writing") as on_progress:
        write_result(output, with_progress(lines, count, on_progress), b'{"bank"')
    print_text(f"{output}: {count} answers and flags")


@command.command("import", context_settings=HELP)
@click.argument("words", nargs=-1, required=True, metavar="[anki] FILE")
@click.option("-o", "--output", type=FILE, help="JSON Lines file to which reviews from Anki are added as well.")
@progress_option
@bank_option
@click.pass_context
def import_(
    ctx: click.Context, words: tuple[str, ...], progress: Path | None, bank: Path | None, output: Path | None
) -> None:
    """Import answers and flags that `history export` wrote into FILE, or your reviews in Anki.

    Answers and flags that you already have stay as they are. If a line cannot be read, nothing is imported. Questions
    are rescheduled from all their answers.

    With `anki`, FILE is an .apkg or .colpkg exported from Anki. Questions of the bank are recognized by their ids, even
    if their text has changed. The reviews are saved with your answers and count for the schedule of `review`; with -o
    they are also added to a file. No review is added twice.

    \b
    Examples:
      sco-quiz history import answers.jsonl
      sco-quiz history import anki collection.colpkg
      sco-quiz history import anki my-deck.apkg -o reviews.jsonl
    """
    from sco_quiz.cli.reviews import import_reviews

    *program, name = words
    file = click.Path(exists=True, dir_okay=False, path_type=Path).convert(name, ctx.command.params[0], ctx)
    if program == ["anki"]:
        import_reviews(file, progress, bank, output)
        return
    if program:
        raise click.UsageError(f"write one file, or `anki` and a file, not {' '.join(words)}", ctx)
    if given := given_options(ctx, "bank", "output").split():
        raise click.UsageError(f"use {given[0]} only with `anki`", ctx)
    _import_answers(file, progress)


def _import_answers(file: Path, progress: Path | None) -> None:
    from sco_quiz.app.history_file import import_history
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.cli.progress_file import open_progress

    done = import_history(open_progress(progress, "write").database, file, progress_bar)
    new = f"{counted(done.answers, 'new answer')}, {counted(done.flags, 'new flag')}"
    print_wrapped(f"{file}: {new}, {done.known} already there")


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
        # Answers are saved under the first id of a question.
        questions = [question_of(loaded, name).first_id for name in ids] or None
    count = sum(store.count(name, questions) for name in banks)
    if count and not yes:
        print_wrapped("`sco-quiz history export -o answers.jsonl` saves a copy.")
        if not confirmed(f"Delete {counted(count, 'answer')}?"):
            print_text("Nothing was deleted.")
            raise click.exceptions.Exit(1)
    with database.writing():  # one transaction: all banks, or none
        deleted = sum(store.reset(name, questions) for name in banks)
    print_text(f"{title}: deleted {counted(deleted, 'answer')}")
