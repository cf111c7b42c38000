"""The public JSON listing of a bank: an array with one object per question. Its shape stays."""

import json
from collections.abc import Iterable
from random import Random
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion, Numeric, TrueFalse


def render_list(bank: Bank, questions: Iterable[AnyQuestion]) -> str:
    """The listing as text, ended by a line feed."""
    objects = [as_object(bank, question) for question in questions]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def as_object(bank: Bank, question: AnyQuestion) -> dict[str, Any]:
    """One question: `options` as shown under a fixed seed (empty when typed), `answers` its accepted key or keys.

    For matching an answer is "left = right", for ordering the answers stand in their right order, for cloze they
    are the hidden texts.
    """
    return {
        "id": question.id,
        "type": question.type,
        "topic": bank.topic_of(question.id).id,
        "prompt": question.stem.plain,
        "options": list(options_of(question)),
        "answers": _answers(question),
        "explanation": question.explanation,
        "source": list(question.source),
        "level": question.level,
        "difficulty": question.difficulty,
        "tags": list(question.tags),
        "hint": question.hint,
        "as_of": question.as_of.isoformat() if question.as_of else None,
    }


def options_of(question: AnyQuestion) -> tuple[str, ...]:
    """The options in an order that depends on the question's id alone."""
    return question.shown_options(Random(question.id))


def _answers(question: AnyQuestion) -> list[str]:
    match question:
        case Numeric():
            return [f"{question.answer:f}"]
        case TrueFalse():
            return [question.answer]
        case _:
            return list(question.key)
