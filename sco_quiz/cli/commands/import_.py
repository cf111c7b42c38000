"""`sco-quiz import`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.options import HELP, bank_option
from sco_quiz.cli.output import tell
from sco_quiz.cli.progress_file import progress_option

if TYPE_CHECKING:
    from sco_quiz.core.review import Review


@click.group(context_settings=HELP)
def command() -> None:
    """Bring in reviews from another program."""


@command.command("anki", context_settings=HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@progress_option
@bank_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="JSON Lines file to add them to.")
def anki(file: Path, progress: Path | None, bank: Path | None, output: Path | None) -> None:
    """Find your reviews of the bank in FILE, an .apkg or .colpkg exported from Anki.

    Questions are known by their ids, whatever became of their text. The reviews are kept with your answers and count
    for the schedule of `review`; with -o they are added to a file, too. What is there already is not added again.

    \b
    Examples:
      sco-quiz import anki collection.colpkg
      sco-quiz import anki my-deck.apkg -o reviews.jsonl
    """
    from sco_quiz.anki.review_import import read_reviews
    from sco_quiz.core.answer import imported
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.load import load_bank

    loaded = load_bank(bank)
    found = read_reviews(file, loaded)
    withdrawn = sum(question.id in found.questions for question in loaded.questions if question.status == "retired")
    of = f"{len(found.questions)} questions of {loaded.id}" + (f" ({withdrawn} withdrawn)" if withdrawn else "")
    tell(f"{file}: {len(found.reviews)} reviews of {of}; {found.others} reviews of other cards left alone")
    if found.notes and not found.reviews:
        tell("The deck is there, but no review: tick “Include scheduling information” when you export it.")
    if found.reviews:
        from sco_quiz.cli.progress_bar import progress_bar
        from sco_quiz.cli.progress_file import open_progress

        store = store_of(open_progress(progress, "write").database)
        with progress_bar("Scheduling") as on_progress:
            new = store.add((imported(review, loaded) for review in found.reviews), on_progress)
        tell(f"Kept with your answers: new {new}, already there {len(found.reviews) - new}")
    if output:
        new = _add(output, loaded.id, found.reviews)
        tell(f"{output}: new {new}, already there {len(found.reviews) - new}")


def _add(output: Path, bank: str, reviews: "tuple[Review, ...]") -> int:
    from sco_quiz.core.errors import BankError
    from sco_quiz.formats.reviews_jsonl import add_reviews
    from sco_quiz.loading.files import read_document, write_text

    document, problems = read_document(output, str(output)) if output.exists() else (None, [])
    if problems:
        raise BankError(f"{output} cannot be added to", tuple(problems))
    text, new = add_reviews(document.text if document else "", str(output), bank, reviews)
    if new:
        write_text(output, text)
    return new
