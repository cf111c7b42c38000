"""`sco-quiz check`."""

from pathlib import Path

import click

from sco_quiz.cli.options import HELP
from sco_quiz.core.names import BANK_VARIABLE


@click.command(context_settings=HELP)
@click.argument("path", required=False, type=click.Path(path_type=Path), envvar=BANK_VARIABLE)
@click.option("--strict", is_flag=True, help="Fail on warnings and advice, too.")
def command(path: Path | None, strict: bool) -> None:
    """Check the bank in PATH (a folder, or one file of questions): all problems at once, each with its place.

    Errors keep a bank from being used; warnings and advice are about its quality. Exit code 1 when there are
    errors.

    \b
    Examples:
      sco-quiz check
      sco-quiz check my-bank/
      sco-quiz check my-bank/first-topic.yaml --strict
    """
    from sco_quiz.core.place import KeyPath, Place
    from sco_quiz.core.problem import Severity, in_order
    from sco_quiz.lint.engine import lint
    from sco_quiz.loading.files import shipped_bank
    from sco_quiz.loading.load import read_bank
    from sco_quiz.terminal.report import render_problem, render_summary

    path = path or shipped_bank()
    loaded = read_bank(path)

    def place_of(question_id: str, at: KeyPath) -> Place:
        return loaded.place_of(question_id, *at)

    findings = lint(loaded.bank, place_of)
    if path.is_file():
        findings = [finding for finding in findings if finding.place.file == str(path)]
    problems = in_order([*loaded.problems, *findings])
    for problem in problems:
        click.echo(render_problem(problem) + "\n")
    click.echo(render_summary(problems, loaded.count_in(path)))
    if any(strict or problem.severity is Severity.ERROR for problem in problems):
        raise click.exceptions.Exit(1)
