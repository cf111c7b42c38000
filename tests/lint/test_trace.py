"""The source trace accepts the bundled bank and rejects mutations of it (`-s` prints figures)."""

import re
from random import Random
from typing import TypeVar

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion, Numeric, ShortAnswer
from sco_quiz.lint.engine import traced
from sco_quiz.lint.trace import names_in, numbers_in

ROUNDS = 20


Kind = TypeVar("Kind", bound=AnyQuestion)


def changed(question: Kind, **values: object) -> Kind:
    return question.model_copy(update=values)


def test_every_question_is_traced(bank: Bank) -> None:
    assert len(bank.questions) >= 110
    assert [question.id for question in bank.questions if not traced(bank, question)] == []


def test_a_shuffled_citation_is_rejected(bank: Bank) -> None:
    """Cite another paragraph in each question; at least 95 % are rejected."""
    assert bank.source
    numbers = [p.number for p in bank.source.paragraphs if p.role in ("text", "question", "caption")]
    rng = Random(2010)
    rejected = [
        not traced(bank, changed(question, source=(rng.choice([n for n in numbers if n not in question.source]),)))
        for _ in range(ROUNDS)
        for question in bank.questions
    ]
    share = sum(rejected) / len(rejected)
    print(f"citation shuffled: {share:.1%} of {len(rejected)} rejected")
    assert share >= 0.95


def test_every_changed_digit_is_rejected(bank: Bank) -> None:
    """Replace each digit of each numeric answer by each other digit; all are rejected."""
    tried = 0
    for question in bank.questions:
        if not isinstance(question, Numeric):
            continue
        digits = f"{question.answer:f}"
        for index, digit in enumerate(digits):
            for other in set("0123456789") - {digit}:
                mutant = changed(question, answer=type(question.answer)(digits[:index] + other + digits[index + 1 :]))
                refused = question.derivation and not mutant.derivation_holds  # the bank would not load
                assert refused or not traced(bank, mutant), (question.id, mutant)
                tried += 1
    print(f"digit changed: 100 % of {tried} rejected")
    assert tried >= 150


def test_a_changed_digit_of_a_prompt_is_rejected(bank: Bank) -> None:
    """Replace each digit of each prompt by each other digit; at least 98 % are rejected."""
    rejected = []
    for question in bank.questions:
        text = question.prompt
        shown = [
            found.start() for found in re.finditer(r"\d", re.sub(r"\{\{c\d+", lambda gap: "x" * len(gap[0]), text))
        ]
        for index in shown:
            for other in set("0123456789") - {text[index]}:
                mutant = text[:index] + other + text[index + 1 :]
                rejected.append(not traced(bank, changed(question, prompt=mutant)))
    share = sum(rejected) / len(rejected)
    print(f"digit of a prompt changed: {share:.1%} of {len(rejected)} rejected")
    assert len(rejected) > 1000
    assert share >= 0.98


def test_a_swapped_answer_is_rejected(bank: Bank) -> None:
    """Give each short answer the answer of another one; at least 95 % are rejected."""
    questions = [question for question in bank.questions if isinstance(question, ShortAnswer)]
    pairs = [(a, b) for a in questions for b in questions if a.answer != b.answer]
    rejected = [not traced(bank, changed(a, answer=b.answer)) for a, b in pairs]
    share = sum(rejected) / len(rejected)
    print(f"answer swapped: {share:.1%} of {len(rejected)} rejected")
    assert len(rejected) > 100
    assert share >= 0.95


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Beijing, Öström’s NATO met.", {"beijing": "Beijing", "ostrom": "Öström", "nato": "NATO"}),
        ("Members meet. Others wait: Some do not.", {}),
        ("the “Energy Club” of the SCO", {"energy": "Energy", "club": "Club", "sco": "SCO"}),
        ("a talk of Xinjiang-Uygur", {"xinjiang": "Xinjiang", "uygur": "Uygur"}),
    ],
)
def test_names(text: str, names: dict[str, str]) -> None:
    assert names_in([text]) == names


def test_numbers() -> None:
    assert numbers_in(["The first of thirty", "in 2009, the eighth"]) == ["30", "2009", "8"]
    assert numbers_in(["paragraph 1"]) == ["1"]
