"""`sco-quiz fmt`."""

from difflib import unified_diff
from enum import Enum, auto
from pathlib import Path

import click

from sco_quiz.cli.options import HELP
from sco_quiz.cli.output import tell


class Result(Enum):
    """What became of a file: it was in the one form, was or would be changed, or could not be without loss."""

    TIDY = auto()
    CHANGED = auto()
    REFUSED = auto()


@click.command(context_settings=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def command(paths: tuple[Path, ...], check: bool, diff: bool) -> None:
    """Write the files of questions in PATHS (folders of banks, or files) the one way.

    Indents, quotes and blank lines are made alike; comments, the order of fields and every value stay. A file with
    errors is left alone, and so is one whose comments would be lost (in a list in brackets, say); you are told.

    \b
    Examples:
      sco-quiz fmt my-bank/
      sco-quiz fmt --check --diff my-bank/first-topic.yaml
    """
    from sco_quiz.app.check import check_paths
    from sco_quiz.cli.options import refuse_other_files
    from sco_quiz.core.problem import Severity
    from sco_quiz.loading.files import formattable
    from sco_quiz.terminal.problem_view import render_problem

    refuse_other_files(paths)
    problems = [problem for problem in check_paths(paths).problems if problem.severity is Severity.ERROR]
    for problem in problems:
        tell(render_problem(problem) + "\n", err=True)
    broken = {problem.place.file for problem in problems}
    files = [file for given in paths for file in formattable(given)]
    results = [_format(path, check, diff) for path in files if str(path) not in broken]
    if not broken and set(results) <= {Result.TIDY}:
        tell(f"{len(files)} file{'s' * (len(files) != 1)}: nothing to change")
    if broken:
        tell(f"{len(broken)} file{'s' * (len(broken) != 1)} with errors left alone", err=True)
    if broken or Result.REFUSED in results or (check and Result.CHANGED in results):
        raise click.exceptions.Exit(1)


def _format(path: Path, check: bool, diff: bool) -> Result:
    """Format one file, or only show what would change."""
    from sco_quiz.loading.files import read_document, replace_text
    from sco_quiz.loading.writing.format import reformatted

    document, _ = read_document(path, str(path))
    if document is None:
        return Result.REFUSED
    after, trouble = reformatted(document)
    if trouble:
        tell(f"{path}: left alone, for {trouble}", err=True)
        return Result.REFUSED
    if after == document.text:
        return Result.TIDY
    if diff:
        lines = unified_diff(document.lines, after.split("\n"), str(path), f"{path} formatted", lineterm="")
        tell("\n".join(lines))
    if not check and not diff:
        replace_text(path, document.text, after)
        tell(f"{path}: formatted")
    return Result.CHANGED
