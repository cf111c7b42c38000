"""`sco-quiz export`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.commands.export_page import page, scorm
from sco_quiz.cli.commands.export_paper import paper
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import FILE, bank_option, complete_id, complete_topic
from sco_quiz.cli.output import print_wrapped
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.suggest import suggest
from sco_quiz.disk.reading import is_file, real_path
from sco_quiz.formats import FORMATS, format_named
from sco_quiz.formats.format import Format

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.review import Progress


class _Formats(click.Group):
    """Formats by name or by another name that `import` takes, such as `canvas`."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command that writes a format. Raises UsageError for an unknown name."""
        form = format_named(cmd_name)
        found = super().get_command(ctx, form.name if form else cmd_name)
        if found is None and not ctx.resilient_parsing and not cmd_name.startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            hint = suggest(cmd_name, self.commands, otherwise=f"the formats are {known}")
            raise click.UsageError(f"`{cmd_name}` is not a format that is written; {hint}", ctx)
        return found


@click.group(cls=_Formats, context_settings=HELP)
def command() -> None:
    """Write a bank in another format."""


@command.command("anki", context_settings=HELP)
@bank_option
@click.option("-o", "--output", type=FILE, help="File to write. Default: decks/<id of the bank>.apkg.")
@click.option("--dry-run", is_flag=True, help="Print what would change, and write nothing.")
@click.option(
    "--resend",
    multiple=True,
    metavar="ID",
    shell_complete=complete_id,
    help="Let students get a question again that has not changed; repeatable.",
)
@click.option("--with-progress", is_flag=True, help="Include your reviews and schedules, for your own Anki.")
@click.option(
    "--replaces",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File exported from your Anki, if it has the cards and you are going to delete them.",
)
@progress_option
def anki(
    bank: Path | None,
    output: Path | None,
    dry_run: bool,
    resend: tuple[str, ...],
    with_progress: bool,
    replaces: Path | None,
    progress: Path | None,
) -> None:
    """Write an Anki deck with a subdeck for each topic.

    The file anki-ledger.jsonl in the folder of the bank records when each question last changed: students who import
    the new deck get the changed questions and keep everything else. Commit it with the bank.

    With --with-progress, the default file name has `-with-progress` in it; check “Import any learning progress” in
    Anki. Anki adds progress only to cards that it does not have. If it has them, export your collection from Anki as
    FILE, run `sco-quiz history import anki FILE`, and add `--replaces FILE`.

    \b
    Examples:
      sco-quiz export anki
      sco-quiz export anki --bank my-bank/ -o my-deck.apkg
      sco-quiz export anki --bank my-bank/ --dry-run
      sco-quiz export anki --with-progress -o mine.apkg
      sco-quiz export anki --with-progress --replaces collection.colpkg
    """
    from time import sleep, time

    from sco_quiz.anki.package import write_deck
    from sco_quiz.app.cache_folder import cache_folder
    from sco_quiz.app.remembered_notes import RememberedNotes
    from sco_quiz.cli.deck_report import progress_lines, report_lines
    from sco_quiz.cli.sound_bank import whole_bank
    from sco_quiz.core.review import NO_PROGRESS
    from sco_quiz.loading.files import shipped_bank

    _refuse_options(with_progress, replaces, resend)
    loaded = whole_bank(bank)
    own = _own_progress(loaded, progress, replaces) if with_progress else NO_PROGRESS
    path, previous = _decks(loaded.id, output, with_progress)
    ledger, may_write = _ledger_of(bank)
    write = partial(write_deck, ledger_file=ledger, write_ledger=may_write, resend=resend, dry_run=dry_run)
    remembered = RememberedNotes(cache_folder(), bank or shipped_bank())
    report = write(loaded, path, int(time()), own, previous, recall=remembered.recall)
    # the newest stamp may be a second ahead of the clock: nobody may import a note from the future
    if not (report.behind or dry_run):
        sleep(min(1.0, max(0.0, report.latest - time())))  # not for years, with a clock in 1970
    lines = progress_lines(report, loaded.id, own, dry_run) if with_progress else report_lines(report, dry_run)
    for line in lines:
        print_wrapped(line)


def _refuse_options(with_progress: bool, replaces: Path | None, resend: tuple[str, ...]) -> None:
    """Raise UsageError for options that exclude each other."""
    if replaces and not with_progress:
        raise click.UsageError("use --replaces only with --with-progress")
    if resend and with_progress:
        raise click.UsageError("use --resend without --with-progress: your own deck does not record it")


def _decks(bank_id: str, output: Path | None, with_progress: bool) -> tuple[Path, Path | None]:
    """Return the deck to write and, for a student's own one, the deck for everyone. Raises UsageError."""
    from sco_quiz.anki.package import path_with_progress

    everyone = Path("decks") / f"{bank_id}.apkg"
    if not with_progress:
        return output or everyone, None
    path = output or path_with_progress(everyone)
    if real_path(path) == real_path(everyone):
        raise click.UsageError(f"{everyone} is the deck for everyone: name another file for your progress")
    return path, everyone


def _ledger_of(bank: Path | None) -> tuple[Path | None, bool]:
    """Return the file that records the notes of a bank, and whether it may be written; a lone file has none."""
    from sco_quiz.anki.ledger import LEDGER_FILE
    from sco_quiz.loading.files import BANK_FILE, PACKAGE, shipped_bank, whole_bank

    folder = whole_bank(bank or shipped_bank())
    # an upgrade would overwrite the one of an installed package; in a checkout, a learner elsewhere only reads it
    own = not real_path(folder).is_relative_to(PACKAGE) and (bank or Path.cwd().is_relative_to(folder.parent))
    return folder / LEDGER_FILE if is_file(folder / BANK_FILE) else None, bool(own)


def _format_command(form: Format) -> click.Command:
    """Return the command that writes a bank in one format."""
    name, suffix = form.name, form.suffixes[0]
    about = (
        f"Write {form.title}.\n\nWhat the format does not hold is listed first, by reason; `sco-quiz explain REASON` "
        "explains each. Several files are written into a folder."
    )
    examples = f"sco-quiz export {name}\n  sco-quiz export {name} --bank my-bank/ -o my-bank{suffix}"

    @click.command(name, help=f"{about}\n\n\b\nExamples:\n  {examples}", context_settings=HELP)
    @bank_option
    @click.option("-o", "--output", type=FILE, help=f"File to write. Default: <id of the bank>{suffix}.")
    @click.option(
        "--topic", "topics", multiple=True, shell_complete=complete_topic, help="Only this topic; repeatable."
    )
    @click.option("--strict", is_flag=True, help="Write nothing, with exit code 1, if something would be lost.")
    @click.option("--dry-run", is_flag=True, help="List every loss, and write nothing.")
    def export(bank: Path | None, output: Path | None, topics: tuple[str, ...], strict: bool, dry_run: bool) -> None:
        from sco_quiz.cli.format_export import export_bank, of_topics
        from sco_quiz.cli.sound_bank import whole_bank

        export_bank(form, of_topics(whole_bank(bank), topics), output, strict, dry_run)

    return export


for _form in FORMATS:
    if _form.writer:
        command.add_command(_format_command(_form))
for _for_class in (page, scorm, paper):
    command.add_command(_for_class)


def _own_progress(bank: "Bank", progress: Path | None, replaces: Path | None) -> "Progress":
    from sco_quiz.app.deck_progress import deck_progress, replacing
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.history.store import store_of

    own = deck_progress(bank, store_of(open_progress(progress, "read").database))
    return replacing(own, replaces, bank) if replaces else own
