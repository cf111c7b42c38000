"""`sco-quiz export`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.options import FILE, HELP, bank_option
from sco_quiz.cli.output import print_text
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.plural import counted
from sco_quiz.formats import formats_of
from sco_quiz.formats.format import Format

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.review import Progress


@click.group(context_settings=HELP)
def command() -> None:
    """Write a bank in another format."""


@command.command("anki", context_settings=HELP)
@bank_option
@click.option("-o", "--output", type=FILE, help="File to write. Default: decks/<id of the bank>.apkg.")
@click.option("--with-progress", is_flag=True, help="Include your reviews and schedules, for your own Anki.")
@progress_option
def anki(bank: Path | None, output: Path | None, with_progress: bool, progress: Path | None) -> None:
    """Write an Anki deck with a subdeck for each topic.

    Overwrite the previous deck: the program compares the two, so that students who import the new one get the changed
    questions and keep everything else. With --with-progress, the default file name has `-with-progress` in it; check
    “Import any learning progress” in Anki.

    \b
    Examples:
      sco-quiz export anki
      sco-quiz export anki --bank my-bank/ -o my-deck.apkg
      sco-quiz export anki --with-progress -o mine.apkg
    """
    from time import sleep, time

    from sco_quiz.anki.package import path_with_progress, write_deck
    from sco_quiz.core.review import NO_PROGRESS
    from sco_quiz.loading.load import load_bank

    loaded = load_bank(bank)
    own = _own_progress(loaded, progress) if with_progress else NO_PROGRESS
    everyone = Path("decks") / f"{loaded.id}.apkg"
    path = output or (path_with_progress(everyone) if with_progress else everyone)
    if with_progress and path.resolve() == everyone.resolve():
        raise click.UsageError(f"{everyone} is the deck for everyone: name another file for your progress")
    previous = everyone if with_progress else None
    ledger, own_ledger = _ledger_of(bank)
    report = write_deck(loaded, path, int(time()), own, previous, ledger_file=ledger, write_ledger=own_ledger)
    if not report.behind:  # the newest stamp may be a second ahead: nobody may import a note from the future
        sleep(max(0.0, report.latest - time()))
    print_text(f"{report.path}: {counted(report.notes, 'question')} on {counted(report.cards, 'card')}")
    print_text(f"new {report.new}, changed {report.changed}, unchanged {report.unchanged}, dropped {report.dropped}")
    if with_progress:
        reviews = counted(len(own.reviews), "review")
        print_text(f"included: {reviews} of {counted(len(own.memories), 'question')}")


def _ledger_of(bank: Path | None) -> tuple[Path | None, bool]:
    """Return the file that records the notes of a bank, and whether it may be written; a lone file has none."""
    from sco_quiz.anki.ledger import LEDGER_FILE
    from sco_quiz.loading.files import BANK_FILE, PACKAGE, shipped_bank, whole_bank

    folder = whole_bank(bank or shipped_bank())
    # an upgrade would overwrite the one of an installed package
    own = not folder.resolve().is_relative_to(PACKAGE)
    return folder / LEDGER_FILE if (folder / BANK_FILE).is_file() else None, own


def _text_command(form: Format) -> click.Command:
    """Return the command that writes a bank in one format of text."""
    name, suffix = form.name, form.suffixes[0]
    examples = f"sco-quiz export {name}\n  sco-quiz export {name} --bank my-bank/ -o my-bank{suffix}"

    @click.command(name, help=f"Write {form.title}.\n\n\b\nExamples:\n  {examples}", context_settings=HELP)
    @bank_option
    @click.option("-o", "--output", type=FILE, help=f"File to write. Default: <id of the bank>{suffix}.")
    def export(bank: Path | None, output: Path | None) -> None:
        from sco_quiz.app.result_file import write_result
        from sco_quiz.loading.load import load_bank

        loaded = load_bank(bank)
        path = write_result(output or Path(f"{loaded.id}{suffix}"), [form.render(loaded)])
        print_text(f"The questions are in {path}.")

    return export


for _form in formats_of("bank").values():
    if _form.module:
        command.add_command(_text_command(_form))


def _own_progress(bank: "Bank", progress: Path | None) -> "Progress":
    from sco_quiz.app.deck_progress import deck_progress
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.history.store import store_of

    return deck_progress(bank, store_of(open_progress(progress, "read").database))
