"""`sco-quiz export`."""

from pathlib import Path

import click

from sco_quiz.cli.options import HELP, bank_option
from sco_quiz.cli.telling import tell


@click.group(context_settings=HELP)
def command() -> None:
    """Write a bank in another format."""


@command.command("anki", context_settings=HELP)
@bank_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write. Default: decks/<id of the bank>.apkg.",
)
def anki(bank: Path | None, output: Path | None) -> None:
    """Write a deck for Anki, one sub-deck per topic.

    Write it over the previous one: the program looks up there which questions changed, so that students who
    import the new deck get these and keep everything else.

    \b
    Examples:
      sco-quiz export anki
      sco-quiz export anki --bank my-bank/ -o my-deck.apkg
    """
    from time import time

    from sco_quiz.anki.package import write_deck
    from sco_quiz.loading.load import load_bank

    loaded = load_bank(bank)
    report = write_deck(loaded, output or Path("decks") / f"{loaded.id}.apkg", int(time()))
    tell(f"{report.path}: {report.notes} questions on {report.cards} cards")
    tell(f"new {report.new}, changed {report.changed}, unchanged {report.unchanged}, dropped {report.dropped}")
