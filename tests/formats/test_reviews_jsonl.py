"""Reviews as JSON Lines."""

import pytest

from sco_quiz.core.errors import ReviewsError
from sco_quiz.core.review import Rating, Review, State
from sco_quiz.formats.exchange.reviews_jsonl import add_reviews, parse_reviews, render_review

FIRST = Review("seat", 1_790_000_000_123, Rating.AGAIN, State.LEARNING, 60, 2500, 6.4133)
SECOND = Review("staff", 1_790_000_000_124, Rating.EASY, State.REVIEW, 864_000)
LINE = (
    '{"at": 1790000000123, "bank": "life", "difficulty": 6.4133, "duration": 2500, "interval": 60, '
    '"question": "seat", "rating": 1, "state": 1}\n'
)


def test_a_line() -> None:
    assert render_review("life", FIRST) == LINE
    assert parse_reviews(LINE, "f") == [("life", FIRST)]
    assert parse_reviews(render_review("b", SECOND) + "\n" + LINE, "f") == [("b", SECOND), ("life", FIRST)]


def test_only_what_is_new_is_added() -> None:
    assert add_reviews("", "f", "life", [FIRST, SECOND]) == (LINE + render_review("life", SECOND), 2)
    assert add_reviews("", "f", "life", [FIRST, FIRST]) == (LINE, 1)
    assert add_reviews(LINE, "f", "life", [FIRST]) == (LINE, 0)
    assert add_reviews(LINE.rstrip(), "f", "life", [FIRST, SECOND]) == (LINE + render_review("life", SECOND), 1)
    assert add_reviews(LINE, "f", "another", [FIRST]) == (LINE + render_review("another", FIRST), 1)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        "{}",
        "[" * 100_000,
        LINE.replace('"rating": 1', '"rating": 5'),
        LINE.replace('"rating": 1', '"rating": true'),
        LINE.replace('"state": 1', '"state": 0'),
        LINE.replace("1790000000123", '"yesterday"'),
        LINE.replace("1790000000123", "NaN"),
        LINE.replace("1790000000123", "1e999"),
        LINE.replace('"seat"', "7"),
    ],
)
def test_a_line_that_is_not_a_review_is_reported(line: str) -> None:
    with pytest.raises(ReviewsError) as caught:
        parse_reviews(LINE + line, "reviews.jsonl")
    assert str(caught.value) == "reviews.jsonl:2: this line is not a review of sco-quiz"
