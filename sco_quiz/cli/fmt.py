"""`sco-quiz fmt`."""

from difflib import unified_diff
from pathlib import Path

import click

from sco_quiz.cli.options import HELP
from sco_quiz.cli.telling import tell


@click.command(context_settings=HELP)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def command(paths: tuple[Path, ...], check: bool, diff: bool) -> None:
    """Write the files of questions in PATHS (folders of banks, or files) the one way.

    Indents, quotes and blank lines are made alike; comments, the order of fields and every value stay. A file with
    errors is left alone.

    \b
    Examples:
      sco-quiz fmt my-bank/
      sco-quiz fmt --check --diff my-bank/first-topic.yaml
    """
    from sco_quiz.cli.checking import check_paths
    from sco_quiz.cli.naming import demand_questions
    from sco_quiz.core.problem import Severity
    from sco_quiz.loading.files import formattable, read_document, replace_text
    from sco_quiz.loading.format import reformatted
    from sco_quiz.terminal.report import render_problem

    demand_questions(paths)
    problems = [problem for problem in check_paths(paths).problems if problem.severity is Severity.ERROR]
    for problem in problems:
        tell(render_problem(problem) + "\n", err=True)
    broken = {problem.place.file for problem in problems}
    changed = 0
    files = [file for given in paths for file in formattable(given)]
    for path in files:
        document, _ = read_document(path, str(path))
        if document is None or str(path) in broken:
            continue
        after = reformatted(document)
        if after == document.text:
            continue
        changed += 1
        if diff:
            lines = unified_diff(document.lines, after.split("\n"), str(path), f"{path} formatted", lineterm="")
            tell("\n".join(lines))
        if not check and not diff:
            replace_text(path, document.text, after)
            tell(f"{path}: formatted")
    if not changed and not broken:
        tell(f"{len(files)} file{'s' * (len(files) != 1)}: nothing to change")
    if broken:
        tell(f"{len(broken)} file{'s' * (len(broken) != 1)} with errors left alone", err=True)
    if broken or (check and changed):
        raise click.exceptions.Exit(1)
