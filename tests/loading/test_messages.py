"""Pydantic's errors in the program's words."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.source import Source
from sco_quiz.loading.messages import Wording, shape_of, word_error

CHOICE = {
    "id": "a",
    "type": "single_choice",
    "prompt": "Where?",
    "answer": "Here",
    "distractors": ["There"],
    "level": "remember",
}
NUMERIC = {"id": "a", "type": "numeric", "prompt": "How many?", "answer": "5", "level": "remember"}
SOURCE = {"title": "T", "date": "2010-02-03", "paragraphs": [{"number": "1", "fingerprint": ""}]}


def wordings(model: type[BaseModel], values: dict[str, Any]) -> list[Wording]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    return [word_error(entry, model, "a question") for entry in caught.value.errors()]


def worded(kind: str, **changed: Any) -> Wording:
    base = NUMERIC if kind == "numeric" else CHOICE
    (wording,) = wordings(KINDS[kind], {name: value for name, value in (base | changed).items() if value is not None})
    return wording


@pytest.mark.parametrize(
    ("kind", "changed", "name", "message", "hint"),
    [
        (
            "single_choice",
            {"answer": None},
            "missing-field",
            "a question needs `answer`",
            "for example\nanswer: Beijing",
        ),
        (
            "single_choice",
            {"answr": "x"},
            "unknown-field",
            "`answr` is not a field of a question",
            "did you mean `answer`?",
        ),
        (
            "single_choice",
            {"tolerance": "1"},
            "unknown-field",
            "`tolerance` is not a field of a question",
            "only these types have it: numeric",
        ),
        (
            "single_choice",
            {"distractors": "a, b"},
            "wrong-shape",
            "`distractors` must be a list, not the text `a, b`",
            "write one item per line, each after a dash:\ndistractors:\n  - a\n  - b",
        ),
        (
            "single_choice",
            {"answer": ["a"]},
            "wrong-shape",
            "`answer` must be text, not a list",
            "for several right answers use multiple_choice, with `answers`",
        ),
        (
            "single_choice",
            {"hint": {"a": "b"}},
            "wrong-shape",
            "`hint` must be text, not a mapping (`name: value` lines)",
            "put text with a colon and a space in quotes",
        ),
        (
            "single_choice",
            {"order": "shufled"},
            "unknown-value",
            "`order` must be `shuffled` or `fixed`, not `shufled`",
            "did you mean `shuffled`?",
        ),
        (
            "single_choice",
            {"status": ["retired"]},
            "unknown-value",
            "`status` must be `active` or `retired`, not a list",
            "",
        ),
        (
            "single_choice",
            {"as_of": "3.2.2010"},
            "not-a-date",
            "`as_of` must be a date, not `3.2.2010`",
            "write 2010-02-03",
        ),
        ("single_choice", {"difficulty": "7"}, "out-of-range", "`difficulty` must be at most 5, not `7`", ""),
        ("numeric", {"answer": "1e301"}, "out-of-range", "`answer` has too many digits: `1e301`", ""),
        (
            "numeric",
            {"answer": "80-100"},
            "not-a-number",
            "`answer` must be a number, not `80-100`",
            "write one of these numbers as an example, and `min: 80` and `max: 100` below it",
        ),
        (
            "numeric",
            {"answer": "7 or 8"},
            "not-a-number",
            "`answer` must be a number, not `7 or 8`",
            "write 7, and `accept: [8]` below it",
        ),
        (
            "numeric",
            {"answer": 1, "digits": "3 digits"},
            "not-a-number",
            "`digits` must be a number, not `3 digits`",
            "write a whole number, such as 3",
        ),
        (
            "numeric",
            {"answer": 3, "min": 4},
            "out-of-range",
            "`answer`, 3, is less than `min`, 4",
            "correct one of them",
        ),
        ("numeric", {"answer": "5 km"}, "not-a-number", "`answer` must be a number, not `5 km`", None),
        (
            "single_choice",
            {"id": "=A1"},
            "spreadsheet-formula",
            "a spreadsheet seems to have changed this id: `=A1`",
            None,
        ),
    ],
)
def test_wordings(kind: str, changed: dict[str, Any], name: str, message: str, hint: str | None) -> None:
    wording = worded(kind, **changed)
    assert (wording.name, wording.message) == (name, message)
    assert hint is None or wording.hint == hint


def test_every_wording_has_the_path_of_its_value() -> None:
    assert worded("single_choice", answer=None).path == ()
    assert worded("single_choice", answr="x").path == ("answr",)
    assert worded("single_choice", distractors=["a", ["b"]]).path[:2] == ("distractors", 1)
    assert worded("single_choice", distractors=["Here"]).path == ("distractors", 0)


def test_choices_come_from_the_model_that_has_the_field() -> None:
    paragraph = SOURCE["paragraphs"][0] | {"role": "txt"}  # type: ignore[operator]
    (wording,) = wordings(Source, SOURCE | {"paragraphs": [paragraph]})
    assert wording.message == ("`role` must be `heading`, `metadata`, `text`, `question` or `caption`, not `txt`")
    assert (wording.hint, wording.path) == ("did you mean `text`?", ("paragraphs", 0, "role"))


def test_a_field_that_an_entry_needs() -> None:
    (wording,) = wordings(Source, SOURCE | {"paragraphs": [{"fingerprint": ""}]})
    assert (wording.message, wording.hint) == ("missing `number`", "for example\nnumber: 1")


def test_shapes() -> None:
    assert shape_of({}) == "a mapping (`name: value` lines)"
    assert shape_of([]) == "a list"
    assert shape_of("a  b") == "the text `a b`"
