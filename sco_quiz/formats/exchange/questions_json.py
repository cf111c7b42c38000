"""The public JSON list of questions: an array with one object per question, whose keys never change."""

import json
from collections.abc import Iterable
from random import Random
from typing import Any, assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.collector import without_collector
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry, write_number
from sco_quiz.core.kinds import Question
from sco_quiz.core.responses import answer_key
from sco_quiz.core.selection import Filter, filter_questions


def render(bank: Bank) -> str:
    """Return all questions that are not retired, with a final line feed."""
    return render_list(bank, filter_questions(bank, Filter()))


def render_list(bank: Bank, questions: Iterable[Question]) -> str:
    """Return the array with a final line feed."""
    with without_collector():
        objects = [as_object(bank, question) for question in questions]
        return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def as_object(bank: Bank, question: Question) -> dict[str, Any]:
    """Return one question: `options` as shown under a fixed seed (empty when typed), `answers` the right ones.

    An answer of a matching question is "left = right", those of an ordering are in the right order, those of a cloze
    are the hidden words. `left` is the left column of a matching question; `gaps` lists the gaps of a cloze. `enemies`
    are the questions whose answers this one gives away, and those that give its answer away.
    """
    interaction = question.interaction()
    return {
        "id": question.id,
        "type": question.type,
        "topic": bank.topic_of(question.id).id,
        "setting": question.setting,
        "prompt": question.stem.plain,
        "left": [row.plain for row, _ in interaction.pairs] if isinstance(interaction, Match) else [],
        "gaps": [{"number": gap.number, "hint": gap.hint} for gap in question.stem.gaps],
        "options": list(options_of(question)),
        "answers": _answers(question),
        "explanation": question.explanation,
        "beyond": _beyond(bank, question),
        "source": list(question.source),
        "level": question.level,
        "difficulty": question.difficulty,
        "tags": list(question.tags),
        "hint": question.hint,
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "enemies": _enemies(bank, question),
    }


def _beyond(bank: Bank, question: Question) -> dict[str, Any] | None:
    """Return what the question adds from outside the article, with its references in full."""
    if question.beyond is None:
        return None
    references = [{"id": name, **item.model_dump()} for name, item in bank.references_of(question)]
    return {"text": question.beyond.text, "references": references}


def _enemies(bank: Bank, question: Question) -> list[dict[str, Any]]:
    return [
        {"id": enemy.id, "reason": enemy.why, "gives": bool(enemy.gives), "given": bool(enemy.given)}
        for enemy in bank.enemies.of(question.id)
    ]


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
