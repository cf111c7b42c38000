"""Records are converted to JSON values and rows and back, and untrusted ones are checked."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest

from sco_quiz.core.answer import ANSWER, Answer
from sco_quiz.core.flag import FLAG, Flag
from sco_quiz.core.record_fields import LATEST, Codec
from sco_quiz.core.review import REVIEW, Rating, Review, State
from sco_quiz.core.verdict import Outcome

FULL = Answer("b", "q", 7, ("ä", "„;“"), Outcome.PARTLY, 0.25, 3, "exam", Rating.HARD, True, True)
BARE = Answer("b", "q", LATEST, None, None, 0.0, 0, "anki", None)
DOUBT = Flag("b", "q", 0, "")
REVIEWED = Review("q", 1, Rating.EASY, State.RELEARNING, 60, 5, 6.5)
CASES = [(ANSWER, FULL), (ANSWER, BARE), (FLAG, DOUBT), (REVIEW, REVIEWED)]


@pytest.mark.parametrize(("codec", "item"), CASES)
def test_what_is_converted_comes_back_equal(codec: Codec[Any], item: Any) -> None:
    assert codec.from_json(json.loads(json.dumps(codec.to_json(item)))) == item
    assert codec.from_row(codec.to_row(item)) == item


@pytest.mark.parametrize(("codec", "kind"), [(ANSWER, Answer), (FLAG, Flag), (REVIEW, Review)])
def test_each_field_says_what_it_expects(codec: Codec[Any], kind: type[Any]) -> None:
    assert codec.names == tuple(field.name for field in fields(kind))
    for name in codec.names:
        with pytest.raises(ValueError, match=rf"^`{name}` must be [a-z]"):
            codec.from_json(
                {**codec.to_json(FULL if kind is Answer else DOUBT if kind is Flag else REVIEWED), name: {}}
            )


def test_a_row_has_only_what_a_database_stores() -> None:
    row = ("b", "q", 7, json.dumps(FULL.response), "partly", 0.25, 3, "exam", 2, 1, 1, None)
    assert tuple(ANSWER.to_row(FULL)) == row
    assert ANSWER.from_row(row) == FULL
    assert type(ANSWER.from_row(row).hint_taken) is bool
    assert ANSWER.from_row((*row[:9], 0, 0, None)) == replace(FULL, hint_taken=False, claimed=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bank", b"b"),
        ("bank", "half of a pair: \ud800"),
        ("at", -1),
        ("at", LATEST + 1),
        ("at", 1.0),
        ("at", "1"),
        ("response", "[1]"),
        ("response", '"x"'),
        ("response", "["),
        ("response", "[" * 100_000),
        ("response", b"[]"),
        ("outcome", "good"),
        ("credit", float("nan")),
        ("credit", 1.01),
        ("mode", "play"),
        ("mode", None),
        ("rating", True),
        ("rating", 1.0),
        ("rating", 0),
        ("hint_taken", 2),
        ("hint_taken", None),
        ("claimed", "yes"),
    ],
)
def test_a_damaged_row_is_refused(name: str, value: object) -> None:
    row = ANSWER.to_row(FULL)
    row[ANSWER.names.index(name)] = value
    with pytest.raises(ValueError):
        ANSWER.from_row(row)
