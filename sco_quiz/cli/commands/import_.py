"""`sco-quiz import`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import BankPath, complete_topic, one_bank, plain_option
from sco_quiz.cli.values import Text
from sco_quiz.core.constants import BANK_VARIABLE
from sco_quiz.core.suggest import suggest
from sco_quiz.disk.reading import is_folder, is_present
from sco_quiz.formats import FORMATS, format_named

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from sco_quiz.formats.format import Format

_MOST = 2_000  # characters that say what columns mean
_LIST = "\n".join(f"  {form.name:<12}{form.title}" for form in FORMATS if form.reader)


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the formats that start with what was typed, unless one is given, and let the shell complete files."""
    from click.shell_completion import CompletionItem

    given = ctx.params.get("words")
    names = [form.name for form in FORMATS if form.reader and form.name.startswith(incomplete) and not given]
    # the shell drops what comes before files
    return [CompletionItem(incomplete, type="file"), *map(CompletionItem, names)]


@click.command(
    context_settings=HELP,
    help=f"""Read questions from files of other programs, and write them into a bank.

    The format is guessed if you do not name it. Every question comes in, or is reported with its position and the
    reason. Questions that the bank has are updated: changes are shown first, and what you added stays. Without a bank,
    the questions are only read. `sco-quiz history import anki` imports your reviews.

    \b
    Formats:
    {_LIST.replace(chr(10), chr(10) + "    ")}

    \b
    Examples:
      sco-quiz import quiz.gift                         read it, and write nothing
      sco-quiz import quiz.gift --bank my-bank
      sco-quiz import moodle quiz.xml more.xml --bank my-bank --topic cells
      sco-quiz import questions.xlsx --bank my-bank --dry-run
    """,
)
@click.argument("words", nargs=-1, required=True, metavar="[FORMAT] FILE…", shell_complete=_complete)
@click.option(
    "--bank",
    type=BankPath(file_okay=False, path_type=Path),
    multiple=True,
    callback=one_bank,
    envvar=BANK_VARIABLE,
    show_envvar=True,
    help="Folder of the bank to write into; a new folder becomes a new bank. Default: only read.",
)
@click.option(
    "--topic",
    default="",
    shell_complete=complete_topic,
    help="Topic for all questions. Default: as the file says, else its name.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking, also changes and guessed columns.")
@click.option("--json", "as_json", is_flag=True, help="Print what was read as a JSON object, and write nothing.")
@click.option(
    "--columns", type=Text(_MOST), default="", metavar="SPEC", help="What the columns of a sheet mean. Default: guess."
)
@click.option("--encoding", default="", metavar="NAME", help="Encoding of text files, such as cp1252. Default: UTF-8.")
@plain_option
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    bank: Path | None,
    topic: str,
    dry_run: bool,
    yes: bool,
    as_json: bool,
    columns: str,
    encoding: str,
    plain: bool,
) -> None:
    """Read files, show what they say, and write it."""
    from sco_quiz.app.import_plan import NO_BANK, plan_import
    from sco_quiz.app.import_reading import read_files
    from sco_quiz.app.import_writing import bank_to_import_into
    from sco_quiz.cli.import_report import print_json, print_next_step, print_plan, write_after_asking
    from sco_quiz.cli.options import bank_to_edit
    from sco_quiz.formats.draft import ReadOptions

    form, paths = _format_and_files(ctx, words)
    folder = bank_to_edit(bank) if bank else None
    loaded = bank_to_import_into(folder) if folder else NO_BANK
    plan = plan_import(loaded, folder, read_files(paths, form, ReadOptions(encoding, columns)), topic)
    if as_json:
        print_json(plan)
        ctx.exit(int(plan.failed))
    print_plan(plan, folder, plain)
    if folder is None or dry_run:
        print_next_step(plan, folder, ctx)
        ctx.exit(int(plan.failed))
    ctx.exit(int(not write_after_asking(plan, folder, yes) or plan.failed))


def _format_and_files(ctx: click.Context, words: tuple[str, ...]) -> "tuple[Format | None, list[Path]]":
    """Return the format, if the first word names one, and the files. Raises UsageError."""
    form = None if is_present(Path(words[0])) else format_named(words[0])
    names = words[1:] if form else words
    if form and not form.reader:
        raise click.UsageError(f"the format {form.name} is only written: `sco-quiz export {form.name}`", ctx)
    if not names:
        raise click.UsageError(f"name a file to import: `sco-quiz import {words[0]} FILE`", ctx)
    return form, [_file(name, ctx, may_be_format=not form and name is words[0]) for name in names]


def _file(name: str, ctx: click.Context, may_be_format: bool) -> Path:
    """Return a file that exists. Raises UsageError."""
    path = Path(name)
    if is_folder(path):
        raise click.UsageError(f"`{name}` is a folder: name the files in it", ctx)
    if not is_present(path):
        known = [form.name for form in FORMATS if form.reader]
        is_word = may_be_format and not path.suffix and len(path.parts) == 1
        hint = suggest(name, known, otherwise=f"the formats are {', '.join(known)}") if is_word else ""
        what = f"`{name}` is neither a format nor a file; {hint}" if is_word else f"the file `{name}` does not exist"
        raise click.UsageError(what, ctx)
    return path
