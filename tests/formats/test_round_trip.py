"""The helper that tests the law of formats: it must notice what is lost in silence."""

from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.content import Content
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.place import Place
from sco_quiz.formats.draft import Draft
from sco_quiz.formats.package import Loss
from sco_quiz.formats.rich_text.literal import escaped
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.round_trip import assert_same, normal


@pytest.fixture(scope="module")
def hostile() -> Bank:
    return load_bank(ROOT / "tests" / "hostile_bank")


def draft_of(bank: Bank, question: AnyQuestion, **values: Any) -> Draft:
    """Return a draft that says what a question says; text without markup is not escaped."""
    pictures = {file: picture.read() for file, picture in bank.pictures.items()}
    said = question.model_dump(exclude_unset=True, exclude={"id"})
    for name in {"distractors", "reject"} & said.keys():
        said[name] = [
            {option["text"]: option["note"]} if option.get("note") else option["text"] for option in said[name]
        ]
    return Draft({**said, **values}, Place("x"), idnumber=question.id, media=pictures)


def _question(bank: Bank, name: str) -> AnyQuestion:
    return next(question for question in bank.questions if question.id == name)


def test_a_hostile_bank_has_every_kind_with_and_without_markup(hostile: Bank) -> None:
    for topic in hostile.topics:
        assert len({question.type for question in topic.questions}) == 8
        assert len({question.markup for question in topic.questions}) == 1


def test_the_same_is_the_same(hostile: Bank) -> None:
    for question in hostile.topics[1].questions:
        assert_same(hostile, question, draft_of(hostile, question), [])


def test_escaped_text_is_the_same_as_text_without_markup(hostile: Bank) -> None:
    texts = [
        part.content for question in hostile.topics[0].questions for part in question.parts() if not part.content.gaps
    ]
    for text in texts:
        parsed = parse_content(escaped(text.source), markup="markdown")
        assert isinstance(parsed, Content)
        assert normal(parsed, {}) == normal(text, {})


CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("code-and-words", {"prompt": "Which of these are keywords?"}),
    ("code-and-words", {"answers": ["`while`", "`if`"]}),
    ("code-and-words", {"distractors": [{"*if*": "case *matters*"}, "`If`"]}),
    ("code-and-words", {"level": "apply"}),
    ("code-and-words", {"tags": ["new"]}),
    ("a-marked-statement", {"answer": "true", "correction": {}}),
    ("a-marked-number", {"answer": 6}),
    ("gaps-in-markup", {"accept": {}}),
    ("marked-pairs", {"distractors": ["`<<`"]}),
    ("formulas-in-options", {"hint": ""}),
]


@pytest.mark.parametrize(("name", "values"), CHANGES)
def test_what_differs_is_noticed(hostile: Bank, name: str, values: dict[str, Any]) -> None:
    question = _question(hostile, name)
    with pytest.raises(AssertionError):
        assert_same(hostile, question, draft_of(hostile, question, **values), [])


@pytest.mark.parametrize(
    ("loss", "values"),
    [
        (Loss("code-and-words", ("distractors", 0, "note"), "lost-feedback", ""), {"distractors": ["`If`", "*if*"]}),
        (Loss("code-and-words", ("level",), "lost-field", ""), {"level": "apply"}),
        (Loss("code-and-words", ("prompt",), "lost-markup", ""), {"prompt": "Which of these are keywords?"}),
    ],
)
def test_what_is_declared_may_differ_but_no_more(hostile: Bank, loss: Loss, values: dict[str, Any]) -> None:
    question = _question(hostile, loss.question)
    assert_same(hostile, question, draft_of(hostile, question, **values), [loss])
    for other in ({"answers": ["`if`", "while"]}, {"prompt": "Which are keywords?"}):
        with pytest.raises(AssertionError):
            assert_same(hostile, question, draft_of(hostile, question, **{**values, **other}), [loss])
