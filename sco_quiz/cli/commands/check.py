"""`sco-quiz check`."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import Command
from sco_quiz.cli.output import print_text
from sco_quiz.cli.rule_pages import complete_name
from sco_quiz.core.constants import BANK_VARIABLE
from sco_quiz.disk.reading import is_present
from sco_quiz.formats import outputs_of

if TYPE_CHECKING:
    from sco_quiz.app.check import Names
    from sco_quiz.core.report import Report

FORMATS = ("text", *outputs_of("report"))


def _rules(flag: str, text: str) -> Callable[[Command], Command]:
    return click.option(flag, multiple=True, metavar="RULE[,RULE]", shell_complete=complete_name, help=text)


@click.command(context_settings=HELP)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Report format.")
@_rules("--select", "Report only these rules.")
@_rules("--ignore", "Do not report these rules.")
@click.option("--strict", is_flag=True, help="Fail on warnings, too; suggestions never do.")
@click.option("--enemies", is_flag=True, help="Show which questions give others away, instead of problems.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
# Other commands name a bank with --bank, so users try it here, too.
@click.option("--bank", "banks", multiple=True, hidden=True, type=click.Path(path_type=Path))
def command(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    enemies: bool,
    watch: bool,
    banks: tuple[Path, ...],
) -> None:
    """Check banks (folders) and question files; report all problems with their positions.

    Errors must be corrected, so they are always reported; warnings are known flaws, suggestions may improve a question.
    A bank with an error in its files does not load; one with an error that a rule finds in a question does.
    Without PATH it checks the bank in SCO_QUIZ_BANK, or the built-in bank.
    Exit codes: 0 no errors (with --strict: nor warnings), 1 otherwise, 2 usage error.
    `sco-quiz explain RULE` explains a name in brackets.

    \b
    Examples:
      sco-quiz check
      sco-quiz check my-bank/ --watch
      sco-quiz check my-bank/first-topic.yaml --strict --ignore missing-source
      sco-quiz check my-bank/ --enemies
      sco-quiz check my-bank/ --format sarif > check.sarif
    """
    from sco_quiz.cli.options import refuse_other_files
    from sco_quiz.cli.rule_pages import names_given, refuse_errors

    selected, ignored = names_given(select), refuse_errors(names_given(ignore))
    asked = paths + banks
    refuse_other_files(asked)
    check_once = partial(_fails, asked, form, selected, ignored, strict)
    if enemies:
        _print_enemies(asked or (_default_bank(),), alone=form == "text" and not watch)
    elif watch:
        from sco_quiz.cli.watch import repeat_on_save

        repeat_on_save(asked or (_default_bank(),), check_once)
    elif check_once():
        raise click.exceptions.Exit(1)


def _fails(asked: tuple[Path, ...], form: str, select: "Names", ignore: "Names", strict: bool) -> bool:
    """Check and print the report; return whether it counts as failed."""
    from sco_quiz.app.bank_names import copy_here
    from sco_quiz.app.cache_folder import cache_folder
    from sco_quiz.app.check import check_paths

    report = check_paths(asked or (_default_bank(),), select, ignore, cache_folder())
    render = _render_text if form == "text" else outputs_of("report")[form].render
    text = render(report if asked else replace(report, subject=_default_subject()))
    print_text(text, for_workflow=form == "github")
    # A teacher who forgot the path would search for their own questions in vain.
    if form == "text" and not asked and not os.environ.get(BANK_VARIABLE) and (copy := copy_here()):
        print_text(f"{copy[0].upper()}{copy[1:]}.")
    return report.fails(strict)


def _render_text(report: "Report") -> str:
    from sco_quiz.cli.output import with_commands, wrapped_report
    from sco_quiz.terminal.problem_view import render_report

    return wrapped_report(render_report(replace(report, problems=tuple(map(with_commands, report.problems)))))


def _print_enemies(paths: Iterable[Path], alone: bool) -> None:
    """Print the enemies of each question of some banks and files. Raises UsageError unless the option is `alone`."""
    from sco_quiz.core.selection import Filter, filter_questions
    from sco_quiz.loading.files import whole_bank
    from sco_quiz.loading.load import load_bank
    from sco_quiz.terminal.enemies_view import render_enemies

    if not alone:
        raise click.UsageError("use --enemies without --watch and --format; `sco-quiz list --json` has enemies, too")
    for path in paths:
        loaded = load_bank(whole_bank(path))
        topics = [topic.id for topic in loaded.topics if topic.id == path.stem and path != whole_bank(path)]
        print_text(render_enemies(loaded, filter_questions(loaded, Filter(topics))))


def _default_bank() -> Path:
    """Return the bank that the environment names, or the built-in one. Raises UsageError."""
    from sco_quiz.app.bank_names import missing_bank
    from sco_quiz.loading.files import shipped_bank

    variable = os.environ.get(BANK_VARIABLE)
    if variable and not is_present(Path(variable)):
        raise click.UsageError(missing_bank(variable))
    return Path(variable) if variable else shipped_bank()


def _default_subject() -> str:
    """Return which bank is checked if no path was given."""
    from sco_quiz.app.bank_names import BUILT_IN

    variable = os.environ.get(BANK_VARIABLE)
    return f"{variable} ({BANK_VARIABLE})" if variable else BUILT_IN
