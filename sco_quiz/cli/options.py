"""Options that several commands share."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from sco_quiz.cli.values import COUNT, PARAGRAPH, SEED
from sco_quiz.core.constants import BANK_VARIABLE, KIND_NAMES, LEVEL_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sco_quiz.core.bank import Bank
    from sco_quiz.core.selection import Filter

PLAIN_VARIABLE = "SCO_QUIZ_PLAIN"


class OutputPath(click.Path):
    """A file to write, or `-` for standard output; it is tried before the work, which may take an hour."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path. Raises ExportError if it cannot be written."""
        from sco_quiz.app.result_file import try_result
        from sco_quiz.cli.output import TAKEN

        path = Path(STANDARD_OUTPUT if str(value) == "-" else value)
        if ctx and str(path) == STANDARD_OUTPUT:
            ctx.meta[TAKEN] = True
        try_result(path)
        return path


FILE = OutputPath(dir_okay=False, path_type=Path)
"""The type of a file to write."""
STANDARD_OUTPUT = "/dev/stdout"

Command = TypeVar("Command", bound=Callable[..., Any])


def complete_topic(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the topics of the bank that start with what was typed."""
    return _starting((topic.id for topic in _bank(ctx).topics), incomplete)


def complete_id(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the question ids of the bank that start with what was typed."""
    return _starting((question.id for question in _bank(ctx).questions), incomplete)


def _starting(names: "Iterable[str]", incomplete: str) -> list[str]:
    """Return the names with that start which a shell can show: a topic is a file, whose name may have any character."""
    from sco_quiz.terminal.sanitize import one_line, sanitize

    return [name for name in names if name.startswith(incomplete) and name == sanitize(one_line(name))]


def _bank(ctx: click.Context) -> "Bank":
    """Return the bank of the command line so far; one with errors, too, since names can still be completed."""
    from sco_quiz.loading.files import shipped_bank
    from sco_quiz.loading.load import read_bank

    return read_bank(ctx.params.get("bank") or shipped_bank()).bank


class BankPath(click.Path):
    """An existing path; the error for a missing one says if it comes from the environment."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path. Raises UsageError."""
        from sco_quiz.disk.reading import is_present

        from_environment = ctx and param and ctx.get_parameter_source(param.name or "") is ParameterSource.ENVIRONMENT
        if from_environment and not is_present(Path(value)):
            from sco_quiz.app.bank_names import missing_bank

            raise click.UsageError(missing_bank(value), ctx)
        return super().convert(value, param, ctx)

    def split_envvar_value(self, rv: str) -> list[str]:
        """Return the one path in the environment variable."""
        return [rv]


def one_bank(ctx: click.Context, param: click.Parameter, value: tuple[Path, ...]) -> Path | None:
    """Return the bank. Raises UsageError for a second one, which would silently replace the first."""
    if len(value) > 1:
        raise click.UsageError("give --bank once: a command works on one bank", ctx)
    return next(iter(value), None)


bank_option = click.option(
    "--bank",
    type=BankPath(exists=True, path_type=Path),
    multiple=True,
    callback=one_bank,
    envvar=BANK_VARIABLE,
    show_envvar=True,
    help="Folder of a bank, or one question file. Default: the built-in bank.",
)


class Day(click.DateTime):
    """A date as year-month-day."""

    name = "DAY"

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Return DAY, as versions of click differ here."""
        return "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the date. Raises UsageError, which says how to write it."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise click.UsageError(f"`{value}` is not a date; write year-month-day: {_as_day(value)}", ctx) from error


def _as_day(text: str) -> str:
    """Return what day.month.year meant; an example for anything else."""
    # In much of Europe and Asia a date is written with the day first.
    found = re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", text.strip())
    if found and 1 <= int(found[2]) <= 12 and 1 <= int(found[1]) <= 31:
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return "2026-01-31"


plain_option = click.option(
    "--plain",
    is_flag=True,
    envvar=PLAIN_VARIABLE,
    show_envvar=True,
    help="Plain lines instead of panels and single keys: for screen readers. Default in a pipe.",
)


def bank_to_edit(bank: Path | None) -> Path:
    """Return the bank that a command may change. Raises BankError for the one inside an installed package."""
    from sco_quiz.app.bank_names import BUILT_IN, copy_here
    from sco_quiz.cli.output import print_wrapped
    from sco_quiz.core.errors import BankError
    from sco_quiz.disk.os_errors import os_errors_as
    from sco_quiz.disk.reading import real_path
    from sco_quiz.disk.several import undo_interrupted
    from sco_quiz.loading.files import PACKAGE, shipped_bank

    path = bank or shipped_bank()
    # In a checkout the built-in bank is beside the package, and can be changed.
    if real_path(path).is_relative_to(PACKAGE):
        raise BankError(
            f"{BUILT_IN} is part of the installed package; an upgrade would overwrite the change; "
            + (copy_here() or f"name your own: `--bank my-bank`, or the environment variable {BANK_VARIABLE}")
        )
    with os_errors_as(BankError, f"the bank in {path} cannot be written"):
        if undo_interrupted(path):
            print_wrapped(f"Undone: a change of {path} that was interrupted while it was being written.\n", err=True)
    return path


def refuse_other_files(paths: "Iterable[Path]") -> None:
    """Raise UsageError for a file whose name does not end as that of a question file."""
    from sco_quiz.disk.reading import is_file
    from sco_quiz.loading.files import SUFFIXES

    for path in paths:
        if is_file(path) and path.suffix.lower() not in SUFFIXES:
            raise click.UsageError(f"{path} is not a question file: its name does not end in .yaml or .yml")


_topics = click.argument("topics", nargs=-1, shell_complete=complete_topic)
_kind = click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KIND_NAMES), help="Only questions of this kind; repeatable."
)
_level = click.option(
    "--level", "levels", multiple=True, type=click.Choice(LEVEL_NAMES), help="Only questions of this level; repeatable."
)
_tag = click.option(
    "--tag", "tags", multiple=True, metavar="TAG", help="Only questions with this tag, or one below it; repeatable."
)
_paragraph = click.option(
    "--paragraph",
    "paragraphs",
    multiple=True,
    type=PARAGRAPH,
    help="Only questions citing it; repeatable.",
)


def filter_options(command: Command) -> Command:
    """Add TOPICS, --kind, --level, --tag and --paragraph."""
    # The last decorator comes first in the help.
    for option in (_paragraph, _tag, _level, _kind, _topics):
        command = option(command)
    return command


blueprint_option = click.option(
    "--blueprint",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="YAML file with the sections of the exam. Default: `exam:` in bank.yaml.",
)

_form_options = (
    click.option("-n", "--number", type=COUNT, help="Number of questions. Default: those of the exam, else all."),
    click.option("--all", "everything", is_flag=True, help="All matching questions."),
    blueprint_option,
    click.option("--seed", type=SEED, help="Draw questions by this number. Default: 0."),
)


def form_options(command: Command) -> Command:
    """Add what chooses the questions of an exam: the filters, -n, --all, --blueprint and --seed."""
    for option in reversed(_form_options):
        command = option(command)
    return filter_options(command)


def given_options(ctx: click.Context, *names: str) -> str:
    """Return the arguments and options with these names as they were typed: ` --bank PATH`, or nothing."""
    typed = (each for each in ctx.command.params if each.name in names)
    return "".join(
        _as_typed(each, ctx.params[each.name])
        for each in typed
        if each.name and ctx.get_parameter_source(each.name) is ParameterSource.COMMANDLINE
    )


def _as_typed(parameter: click.Parameter, value: Any) -> str:
    from sco_quiz.app.shell import quoted

    if isinstance(parameter, click.Option) and parameter.is_flag:
        return f" {parameter.opts[0]}"
    name = f" {parameter.opts[0]}" if isinstance(parameter, click.Option) else ""
    values = value if isinstance(value, tuple) else (value,)
    texts = (f"{each:g}" if isinstance(each, float) else str(each) for each in values)
    return "".join(f"{name} {quoted(text)}" for text in texts)


def filter_of(options: Mapping[str, Any]) -> "Filter":
    """Return the filter that the options of `filter_options` describe."""
    from sco_quiz.core.selection import Filter

    return Filter(**{name: options[name] for name in ("topics", "kinds", "levels", "tags", "paragraphs")})
