"""The public JSON list of questions: an array with one object per question, whose keys never change."""

import json
from collections.abc import Iterable
from random import Random
from typing import Any, assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry, write_number
from sco_quiz.core.kinds import Question
from sco_quiz.core.responses import answer_key
from sco_quiz.core.selection import Filter, filter_questions


def render(bank: Bank) -> str:
    """Return all questions that are not retired, with a final line feed."""
    return render_list(bank, filter_questions(bank, Filter()))


def render_list(bank: Bank, questions: Iterable[Question]) -> str:
    """Return the array with a final line feed."""
    objects = [as_object(bank, question) for question in questions]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def as_object(bank: Bank, question: Question) -> dict[str, Any]:
    """Return one question: `options` as shown under a fixed seed (empty when typed), `answers` the right ones.

    An answer of a matching question is "left = right", those of an ordering are in the right order, those of a cloze
    are the hidden words.
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


def options_of(question: Question) -> tuple[str, ...]:
    """Return the options in an order that depends on the question's id alone, so that the list is reproducible."""
    return question.shown_options(Random(question.id))  # not `hash`, which differs between processes


def _answers(question: Question) -> list[str]:
    interaction = question.interaction()
    match interaction:
        case NumberEntry(answer):
            return [write_number(answer)]  # without its unit, which no program could read as a number
        case Choice() | TextEntry() | Match() | Order():
            return list(answer_key(interaction))
    assert_never(interaction)
