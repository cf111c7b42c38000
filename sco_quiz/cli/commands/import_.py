"""`sco-quiz import`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.options import FILE, HELP, bank_option
from sco_quiz.cli.output import print_text
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.core.review import Review


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
    from sco_quiz.anki.review_import import read_reviews
    from sco_quiz.core.answer import imported
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.load import load_bank

    loaded = load_bank(bank)
    found = read_reviews(file, loaded)
    retired = sum(question.id in found.questions for question in loaded.questions if question.status == "retired")
    of = f"{counted(len(found.questions), 'question')} of {loaded.id}" + (f" ({retired} retired)" if retired else "")
    reviews = counted(len(found.reviews), "review")
    print_text(f"{file}: {reviews} of {of}; ignored {counted(found.others, 'review')} of other cards")
    if found.notes and not found.reviews:
        print_text("The deck has no reviews: check “Include scheduling information” when you export it.")
    if found.reviews:  # without any, no progress file is created
        from sco_quiz.cli.progress_bar import progress_bar
        from sco_quiz.cli.progress_file import open_progress

        store = store_of(open_progress(progress, "write").database)
        with progress_bar("Scheduling") as on_progress:
            new = store.add((imported(review, loaded) for review in found.reviews), on_progress)
        print_text(f"Saved with your answers: {new} new, {len(found.reviews) - new} already there")
    if output:
        new = _add(output, loaded.id, found.reviews)
        print_text(f"{output}: {new} new, {len(found.reviews) - new} already there")


def _add(output: Path, bank: str, reviews: "tuple[Review, ...]") -> int:
    from sco_quiz.core.errors import BankError
    from sco_quiz.formats.exchange.reviews_jsonl import add_reviews
    from sco_quiz.loading.files import read_document, write_text

    document, problems = read_document(output, str(output)) if output.exists() else (None, [])
    if problems:  # not UTF-8, for instance: rewriting it would destroy it
        raise BankError(f"cannot add reviews to {output}", tuple(problems))
    text, new = add_reviews(document.text if document else "", str(output), bank, reviews)
    if new:
        write_text(output, text)
    return new
