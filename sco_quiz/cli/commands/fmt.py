"""`sco-quiz fmt`."""

from difflib import unified_diff
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.output import print_problem, print_text
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.loading.document import Document


class Result(Enum):
    """The outcome for a file: already formatted, changed (or would be), or not changeable without loss."""

    TIDY = auto()
    CHANGED = auto()
    REFUSED = auto()


@click.command(context_settings=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--fix", is_flag=True, help="First rewrite options with letters and keys as other programs write them.")
def command(paths: tuple[Path, ...], check: bool, diff: bool, fix: bool) -> None:
    """Format the question files in PATHS (folders of banks, or files).

    Indentation, quotes and blank lines become uniform; comments, the order of fields and all values stay. A file is
    skipped with a message if it has errors, or if formatting would lose a comment (such as one inside brackets).

    --fix rewrites choice questions of other programs where only one reading is possible: options with letters, and a
    key such as `correct: B`. With --diff or --check it shows only that.

    \b
    Examples:
      sco-quiz fmt my-bank/
      sco-quiz fmt --check --diff my-bank/first-topic.yaml
      sco-quiz fmt --fix my-bank/first-topic.yaml
    """
    from sco_quiz.app.check import check_paths
    from sco_quiz.cli.options import refuse_other_files
    from sco_quiz.core.problem import Severity
    from sco_quiz.loading.files import formattable

    refuse_other_files(paths)
    files = [file for given in paths for file in formattable(given)]
    if fix and (fixed := [path for path in files if _fix(path, check, diff)]) and (check or diff):
        raise click.exceptions.Exit(int(check and bool(fixed)))
    problems = [problem for problem in check_paths(paths).problems if problem.severity is Severity.ERROR]
    for problem in problems:
        print_problem(problem)
    broken = {problem.place.file for problem in problems}
    results = [_format(path, check, diff) for path in files if str(path) not in broken]
    if not broken and set(results) <= {Result.TIDY}:
        print_text(f"{counted(len(files), 'file')}: nothing to change")
    if broken:
        print_text(f"skipped {counted(len(broken), 'file')} with errors", err=True)
    if broken or Result.REFUSED in results or (check and Result.CHANGED in results):
        raise click.exceptions.Exit(1)


def _format(path: Path, check: bool, diff: bool) -> Result:
    """Format one file, or only show what would change."""
    from sco_quiz.loading.files import read_document, replace_text
    from sco_quiz.loading.writing.format import reformatted

    document, problems = read_document(path, str(path))
    if document is None:  # it was readable before
        for problem in problems:
            print_problem(problem)
        return Result.REFUSED
    # `trouble` is the reason why the file cannot be formatted without loss.
    after, trouble = reformatted(document)
    if trouble:
        print_text(f"{path}: skipped: {trouble}", err=True)
        return Result.REFUSED
    if after == document.text:
        return Result.TIDY
    if diff:
        _print_diff(document, after, f"{path} formatted")
    if not check and not diff:
        replace_text(path, document.text, after)
        print_text(f"{path}: formatted")
    return Result.CHANGED


def _fix(path: Path, check: bool, diff: bool) -> bool:
    """Rewrite the questions of other programs in a file, or only show them; return whether there are any."""
    from sco_quiz.loading.files import read_document, replace_text
    from sco_quiz.loading.writing.repair import repaired_text

    document, _ = read_document(path, str(path))
    after, count = repaired_text(document) if document else ("", 0)
    if document is None or not count:
        return False
    if diff:
        _print_diff(document, after, f"{path} fixed")
    if not check and not diff:
        replace_text(path, document.text, after)
    print_text(f"{path}: {counted(count, 'question')} {'to rewrite' if check or diff else 'rewritten'}")
    return True


def _print_diff(document: "Document", after: str, name: str) -> None:
    lines = unified_diff(document.lines, after.split("\n"), document.name, name, lineterm="")
    print_text("\n".join(lines))
