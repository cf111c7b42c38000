"""`sco-quiz class`."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import FILE, bank_option
from sco_quiz.cli.output import print_problem, print_text, print_wrapped
from sco_quiz.core.plural import counted
from sco_quiz.core.shorten import shorten

if TYPE_CHECKING:
    from sco_quiz.app.class_results import ClassRules
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.problem import Problem
    from sco_quiz.formats.output import OutputFormat, Subject

_MARK = re.compile(r"\s*(\S(?:[^=]*[^\s=])?)\s*=\s*([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*")
_paths = click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER…", type=click.Path(True, path_type=Path))

_keep = click.option(
    "--keep",
    type=click.Choice(["last", "first", "best", "all"]),
    default="last",
    show_default=True,
    help="Which result of a pupil who handed in several times.",
)
_apart = click.option(
    "--apart",
    multiple=True,
    metavar="NAME",
    help="Several pupils have this name: each of its files counts; repeatable.",
)
_blueprint = click.option(
    "--blueprint",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Points, marks and time limit. Default: `exam:` in bank.yaml.",
)


@click.group(context_settings=HELP)
def command() -> None:
    """Judge the results of a class."""


def _scale(ctx: click.Context, param: click.Parameter, value: str) -> Mapping[str, Fraction]:
    """Return the lowest percentage of each mark. Raises UsageError."""
    marks: dict[str, Fraction] = {}
    for part in filter(None, value.split(",")):
        found = _MARK.fullmatch(part)
        least = Fraction(found[2]) if found else Fraction(0)
        if not found or least > 100:
            what = f"`{shorten(part)}` is not a mark with its lowest percentage"
            raise click.UsageError(f"{what}; write A=90,B=80,C=70,F=0", ctx)
        if found[1] in marks or least in marks.values():
            raise click.UsageError(f"`{shorten(part)}` repeats a mark or its lowest percentage", ctx)
        marks[found[1]] = least
    return marks


@command.command(context_settings=HELP)
@_paths
@_keep
@_apart
@_blueprint
@click.option("--scale", default="", callback=_scale, metavar="MARKS", help="Marks, such as A=90,B=80,C=70,F=0.")
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write .csv, .xlsx, .html or .json instead.")
@bank_option
@click.pass_context
def results(
    ctx: click.Context, /, paths: tuple[Path, ...], output: Path | None, bank: Path | None, **options: Any
) -> None:
    """Judge result files again, and show a row for each pupil and each question.

    Files come from a page for the class or from `quiz --exam --result FILE.json`; a folder or a zip archive may have
    many. The report "Responses" of a Moodle quiz (.csv, .xlsx, .ods) is read, too. Every answer is judged by the bank
    as it is now: what a file claims counts for nothing, and is named where it differs. Of a pupil who handed in twice,
    the last result counts.

    \b
    Examples:
      sco-quiz class results handed-in/ --bank my-bank
      sco-quiz class results handed-in/ --bank my-bank --scale A=90,B=80,C=70,F=0 -o grades.csv
    """
    from sco_quiz.app.class_results import read_class
    from sco_quiz.app.result_file import write_bytes
    from sco_quiz.cli.sound_bank import sound_bank
    from sco_quiz.terminal.class_view import class_lines

    form = _form(ctx, "class", output) if output else None
    loaded = sound_bank(bank)
    found, problems = read_class(paths, loaded, _rules(loaded, options))
    for problem in problems:
        print_problem(problem)
    if output and form:
        count, file = counted(len(found.pupils), "result"), write_bytes(output, form.data(found))
        print_wrapped(f"{count} {'is' if len(found.pupils) == 1 else 'are'} in {file}.")
    else:
        print_text("\n".join(class_lines(found)))
    ctx.exit(_exit_code(problems))


@command.command(context_settings=HELP)
@_paths
@_keep
@_apart
@_blueprint
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write .html or .json instead.")
@click.option("--suggest", is_flag=True, help="Suggest changes of the bank, and make them after asking.")
@click.option("--yes", is_flag=True, help="Change the bank without asking.")
@bank_option
@click.pass_context
def analysis(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    output: Path | None,
    suggest: bool,
    yes: bool,
    bank: Path | None,
    **options: Any,
) -> None:
    """Show what the answers say about the questions: facility, discrimination, distractors and reliability.

    \b
    Examples:
      sco-quiz class analysis handed-in/ --bank my-bank
      sco-quiz class analysis handed-in/ --bank my-bank --suggest
    """
    from sco_quiz.app.class_results import read_class
    from sco_quiz.cli.class_analysis import show_analysis, suggest_changes
    from sco_quiz.cli.sound_bank import sound_bank

    form = _form(ctx, "analysis", output) if output else None
    loaded = sound_bank(bank)
    found, problems = read_class(paths, loaded, _rules(loaded, options | {"scale": {}}))
    for problem in problems:
        print_problem(problem)
    shown = show_analysis(found, output, form)
    if suggest:
        suggest_changes(shown, bank, yes)
    ctx.exit(_exit_code(problems))


def _exit_code(problems: Iterable["Problem"]) -> int:
    from sco_quiz.core.problem import Severity

    return int(any(problem.severity is Severity.ERROR for problem in problems))


def _form(ctx: click.Context, subject: "Subject", output: Path) -> "OutputFormat":
    """Return the format that the suffix of a file means. Raises UsageError, which names those that there are."""
    from sco_quiz.formats import output_for, outputs_of

    if form := output_for(subject, output):
        return form
    *others, last = (form.suffixes[0] for form in outputs_of(subject).values())
    raise click.UsageError(f"the name of {output} must end in {', '.join(others)} or {last}", ctx)


def _rules(bank: "Bank", options: Mapping[str, Any]) -> "ClassRules":
    """Return how results are counted."""
    from sco_quiz.app.class_results import ClassRules
    from sco_quiz.loading.blueprint_file import read_blueprint

    file: Path | None = options["blueprint"]
    return ClassRules(
        options["keep"], options["scale"], read_blueprint(file, bank) if file else bank.exam, options["apart"]
    )
