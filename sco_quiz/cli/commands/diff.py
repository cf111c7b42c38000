"""`sco-quiz diff`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.app.shell import in_this_shell
from sco_quiz.cli.display import show_blocks
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import plain_option
from sco_quiz.cli.output import print_text
from sco_quiz.disk.reading import is_folder

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank

_PATH = click.Path(exists=True, path_type=Path)


@click.command(context_settings=HELP)
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object instead.")
@click.option("--strict", is_flag=True, help="Exit code 1 if students lose cards; for workflows.")
@plain_option
def command(old: Path, new: Path, as_json: bool, strict: bool, plain: bool) -> None:
    """Show what changed between two versions of a bank, OLD and NEW, and what it means for students who use Anki.

    Both are folders, or both are question files. Questions are matched by their current and previous ids; deleted words
    are in (-…-), added words in (+…+).

    To compare with a version in git, check it out into another folder:

    \b
    Examples:
      sco-quiz diff last-year/my-bank my-bank
      git worktree add ../before HEAD~1
      sco-quiz diff ../before/my-bank my-bank
      git worktree remove ../before
      git show HEAD~1:my-bank/tasks.yaml > before.yaml
      sco-quiz diff before.yaml my-bank/tasks.yaml
    """
    from sco_quiz.anki.rewritten import rewritten_notes
    from sco_quiz.core.diff.changes import LOSSES
    from sco_quiz.core.diff.compare import compare
    from sco_quiz.formats.exchange.diff_json import render_changes
    from sco_quiz.terminal.diff_view import change_blocks

    if is_folder(old) != is_folder(new):
        raise click.UsageError("OLD and NEW must be two folders, or two question files")
    before, after = _both(old, new)
    changes, rewritten = compare(before, after), rewritten_notes(before, after)
    if as_json:
        print_text(in_this_shell(render_changes(before, after, changes, rewritten)))
    else:
        show_blocks(*change_blocks(before, after, changes, rewritten), plain=plain)
    if strict and any(change.sort in LOSSES for change in changes):
        raise click.exceptions.Exit(1)


def _both(old: Path, new: Path) -> "tuple[Bank, Bank]":
    """Load both banks. Raises BankError with the problems of both."""
    from sco_quiz.core.errors import BankError
    from sco_quiz.loading.load import load_bank

    banks, errors = [], []
    for path in (old, new):
        # One with errors must not hide the errors of the other.
        try:
            banks.append(load_bank(path) if is_folder(path) else _topic_alone(path, new.stem))
        except BankError as error:
            errors.append(error)
    if errors:
        raise BankError("; ".join(map(str, errors)), tuple(problem for error in errors for problem in error.problems))
    return banks[0], banks[1]


def _topic_alone(path: Path, name: str) -> "Bank":
    """Load one question file as a bank with a given name."""
    # One name for both files: a copy often has another file name.
    from dataclasses import replace

    from sco_quiz.core.bank import Bank
    from sco_quiz.loading.load import load_bank

    topics = [replace(topic, id=name) for topic in load_bank(path).topics if topic.id == path.stem]
    if not topics:
        raise click.UsageError(f"{path} is not a question file")
    return Bank(name, name, tuple(topics[:1]))
