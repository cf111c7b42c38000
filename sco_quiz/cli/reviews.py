"""Import the reviews of a bank from Anki, and print what came in."""

from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.cli.output import print_text
from sco_quiz.core.plural import counted
from sco_quiz.disk.reading import is_present

if TYPE_CHECKING:
    from sco_quiz.core.review import Review


def import_reviews(file: Path, progress: Path | None, bank: Path | None, output: Path | None) -> None:
    """Save the reviews of a bank in a file from Anki with the user's answers, and in another file."""
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
    from sco_quiz.disk.atomic import write
    from sco_quiz.disk.os_errors import os_errors_as
    from sco_quiz.formats.exchange.reviews_jsonl import add_reviews
    from sco_quiz.loading.files import read_document, seen_content

    document, problems = read_document(output, str(output)) if is_present(output) else (None, [])
    if problems:  # not UTF-8, for instance: rewriting it would destroy it
        raise BankError(f"cannot add reviews to {output}", tuple(problems))
    text, new = add_reviews(document.text if document else "", str(output), bank, reviews)
    if new:
        with os_errors_as(BankError, f"{output} cannot be written"):
            write(output, text.encode(), seen=seen_content(output, document.text) if document else None)
    return new
