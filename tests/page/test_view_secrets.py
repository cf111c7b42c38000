"""A page without a key says nothing of the answers: it is the same, whatever is right."""

import json
from collections.abc import Iterator

import pytest

from sco_quiz import load_bank
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.parts import Role
from sco_quiz.core.revision import question_revision, shown_id, shown_revision
from sco_quiz.formats.page.questions import page_questions
from tests.conftest import ROOT

SECRET = {"answer", "answers", "beyond", "cost", "explanation", "feedback", "gaps", "hint", "key", "partial", "source"}
FIELDS = {"level": "remember", "prompt": "Which?", "explanation": "qzx-told"}
NOTED = {"Almaty": "qzx-note"}
# questions of the same look that differ in their keys
TWINS: list[list[dict[str, object]]] = [
    [
        {
            "type": "single_choice",
            "answer": "Tashkent",
            "distractors": [NOTED, "Moscow"],
            "partial": {"Almaty": "50 %"},
        },
        {"type": "single_choice", "answer": "Moscow", "distractors": ["Tashkent", "Almaty"]},
    ],
    [
        {"type": "multiple_choice", "answers": ["one", "two", "four"], "distractors": ["three"]},
        {"type": "multiple_choice", "answers": ["three", "two"], "distractors": ["one", "four"]},
    ],
    [{"type": "true_false", "answer": "true"}, {"type": "true_false", "answer": "false"}],
    [
        {"type": "short_answer", "answer": "Bolat Nurgaliev", "accept": ["Nurgaliev"], "reject": [NOTED]},
        {"type": "short_answer", "answer": "Almaty", "partial": {"Tashkent": "50 %"}},
    ],
    [{"type": "numeric", "answer": "12"}, {"type": "numeric", "answer": "7.5", "tolerance": "0.5"}],
    [{"type": "numeric", "answer": "12", "unit": "km"}, {"type": "numeric", "answer": "-3", "unit": "km"}],
    [
        {"type": "cloze", "prompt": "In {{c1::Almaty::a city}} and {{c2::Beijing}}."},
        {"type": "cloze", "prompt": "In {{c1::Kabul::a city}} and {{c2::Rome}}.", "accept": {"Rome": ["Roma"]}},
    ],
    [
        {"type": "matching", "pairs": {"a": "x", "b": "y", "c": "z"}, "distractors": ["w"]},
        {"type": "matching", "pairs": {"a": "w", "b": "z", "c": "x"}, "distractors": ["y"]},
    ],
    [
        {"type": "ordering", "items": ["alpha", "beta", "gamma", "delta"]},
        {"type": "ordering", "items": ["delta", "gamma", "alpha", "beta"]},
    ],
]


def without_key(fields: dict[str, object]) -> str:
    question = KINDS[str(fields["type"])].model_validate({"id": "q", **FIELDS, **fields})
    bank = Bank("b", "B", (Topic("t", "T", (question,)),))
    return json.dumps(page_questions(bank, [question], with_key=False))


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: str(twins[0]["type"]))
def test_a_question_without_its_key_looks_the_same_whatever_is_right(twins: list[dict[str, object]]) -> None:
    one, other = map(without_key, twins)
    assert one == other
    assert "qzx" not in one


def secret_strings(question: AnyQuestion) -> Iterator[str]:
    """Yield what only the key has: words to type, what else is right, what is said of answers."""
    for part in question.parts():
        if part.role in (Role.ACCEPTED, Role.REJECTED, Role.NOTE, Role.EXPLANATION, Role.HINT):
            yield part.content.plain


@pytest.mark.parametrize("folder", ["questions", "tests/marked_up", "tests/hostile_bank"])
def test_nothing_of_a_key_is_in_the_data(folder: str) -> None:
    bank = load_bank(ROOT / folder)
    seen = 0
    for question in bank.questions:
        (data,) = page_questions(bank, [question], with_key=False)
        assert not SECRET & data.keys()
        text = json.dumps(data, ensure_ascii=False)
        shown = f"{question.setting} {question.stem.plain} {data.get('labels')} {data.get('values')}"
        for secret in secret_strings(question):
            if secret not in shown and len(secret) > 12:
                assert secret not in text, question.id
                seen += 1
    assert seen > 5


def test_the_revision_without_a_key_changes_with_what_is_shown_alone() -> None:
    fields = {"id": "q", **FIELDS, "type": "true_false"}
    right, wrong, other = (
        KINDS["true_false"].model_validate(fields | changed)
        for changed in ({"answer": "true"}, {"answer": "false"}, {"answer": "true", "prompt": "Why?"})
    )
    assert question_revision(right) != question_revision(wrong)
    assert shown_revision(right) == shown_revision(wrong) != shown_revision(other)


def test_a_page_without_a_key_has_ids_that_say_nothing() -> None:
    """An author's id may tell the answer, and so may the one that a question had before."""
    question = KINDS["true_false"].model_validate(
        {"id": "kazakh-speaker", "formerly": ["from-kazakhstan"], "type": "true_false", **FIELDS, "answer": "true"}
    )
    bank = Bank("b", "B", (Topic("t", "T", (question,)),))
    open_page = json.dumps(page_questions(bank, [question], with_key=True))
    closed = json.dumps(page_questions(bank, [question], with_key=False))
    assert "kazakh" in open_page
    assert "kazakh" not in closed
    assert f'"id": "{shown_id(bank, question)}"' in closed
