"""`sco-quiz import`."""

from pathlib import Path

import click

from sco_quiz.cli.options import FILE, HELP, bank_option
from sco_quiz.cli.progress_file import progress_option


@click.group(context_settings=HELP)
def command() -> None:
    """Import reviews from another program."""


@command.command("anki", context_settings=HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@progress_option
@bank_option
@click.option("-o", "--output", type=FILE, help="JSON Lines file to which they are added as well.")
def anki(file: Path, progress: Path | None, bank: Path | None, output: Path | None) -> None:
    """Import your reviews of the bank from FILE, an .apkg or .colpkg exported from Anki.

    Questions are recognized by their ids, even if their text has changed. The reviews are saved with your answers and
    count for the schedule of `review`; with -o they are also added to a file. No review is added twice.

    \b
    Examples:
      sco-quiz import anki collection.colpkg
      sco-quiz import anki my-deck.apkg -o reviews.jsonl
    """
    from sco_quiz.cli.reviews import import_reviews

    import_reviews(file, progress, bank, output)
