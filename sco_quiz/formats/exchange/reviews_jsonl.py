"""Reviews as JSON Lines: one object a line, sorted by key, in the order of import.

The keys are the fields of `Review` and `bank`, the id of its bank. `bank`, `question` and `at` identify a review.
"""

import json
from collections.abc import Iterable

from sco_quiz.core.errors import ReviewsError
from sco_quiz.core.review import REVIEW, Review


def parse_reviews(text: str, name: str) -> list[tuple[str, Review]]:
    """Return each review with the id of its bank. Raise ReviewsError, which names the line of the file `name`."""
    reviews = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                reviews.append(_review(json.loads(line)))
            except (ValueError, RecursionError) as error:
                raise ReviewsError(f"{name}:{number}: this line is not a review of sco-quiz") from error
    return reviews


def render_review(bank: str, review: Review) -> str:
    """Return one line with its line feed."""
    values = {"bank": bank} | REVIEW.to_json(review)
    return json.dumps(values, sort_keys=True, ensure_ascii=False) + "\n"


def add_reviews(text: str, name: str, bank: str, reviews: Iterable[Review]) -> tuple[str, int]:
    """Return the text with the missing reviews at its end, and their number. Raise ReviewsError like parse_reviews."""
    known = {(bank_of, review.question, review.at) for bank_of, review in parse_reviews(text, name)}
    by_identity = {(bank, review.question, review.at): review for review in reviews}
    lines = [render_review(bank, review) for identity, review in by_identity.items() if identity not in known]
    # an editor may have removed the last line feed
    end = "\n" if lines and text and not text.endswith("\n") else ""
    return text + end + "".join(lines), len(lines)


def _review(values: object) -> tuple[str, Review]:
    if not isinstance(values, dict) or not isinstance(values.get("bank"), str):
        raise ValueError("no bank")
    return values["bank"], REVIEW.from_json({name: values[name] for name in REVIEW.names if name in values})
