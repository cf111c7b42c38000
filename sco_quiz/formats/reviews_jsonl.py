"""Reviews as JSON Lines: one object a line, keys sorted, in the order in which they were brought in.

The keys are `bank` (its id) and the fields of `Review`: `at` (ms since 1970, UTC), `difficulty` (after the answer),
`duration` (ms), `interval` (s), `question` (its id), `rating` (1 again, 2 hard, 3 good, 4 easy) and `state` (before
the answer: 1 learning, 2 review, 3 relearning). `bank`, `question` and `at` say which review it is.
"""

import json
from collections.abc import Iterable

from sco_quiz.core.errors import ReviewsError
from sco_quiz.core.review import Rating, Review, State

_NUMBERS = ("at", "duration", "interval", "rating", "state", "difficulty")


def parse_reviews(text: str, name: str) -> list[tuple[str, Review]]:
    """Each review with the id of its bank. Raises ReviewsError, which names the line of the file `name`."""
    reviews = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                reviews.append(_review(json.loads(line)))
            except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
                raise ReviewsError(f"{name}:{number}: this line is no review of sco-quiz") from error
    return reviews


def render_review(bank: str, review: Review) -> str:
    """One line, with its end."""
    values = {"bank": bank, "question": review.question} | {name: getattr(review, name) for name in _NUMBERS}
    return json.dumps(values, sort_keys=True, ensure_ascii=False) + "\n"


def add_reviews(text: str, name: str, bank: str, reviews: Iterable[Review]) -> tuple[str, int]:
    """The text with the reviews that it lacks at its end, and their number. Raises ReviewsError as parse_reviews."""
    known = {(bank_of, review.question, review.at) for bank_of, review in parse_reviews(text, name)}
    by_identity = {(bank, review.question, review.at): review for review in reviews}
    lines = [render_review(bank, review) for identity, review in by_identity.items() if identity not in known]
    end = "\n" if lines and text and not text.endswith("\n") else ""
    return text + end + "".join(lines), len(lines)


def _review(values: dict[str, object]) -> tuple[str, Review]:
    bank, question = values["bank"], values["question"]
    at, duration, interval, rating, state, difficulty = (_number(values[name]) for name in _NUMBERS)
    if not isinstance(bank, str) or not isinstance(question, str):
        raise TypeError("bank and question are names")
    whole = int(at), Rating(int(rating)), State(int(state)), int(interval), int(duration)
    return bank, Review(question, *whole, float(difficulty))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("not a number")
    return value
