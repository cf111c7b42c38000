"""The public JSON list of questions: an array with one object per question, whose keys never change."""

from collections.abc import Iterable
from random import Random
from typing import Any, assert_never

from pydantic_core import to_json

from sco_quiz.core.bank import Bank
from sco_quiz.core.collector import without_collector
from sco_quiz.core.interaction import (
    Choice,
    Interaction,
    Match,
    NumberEntry,
    Order,
    TextEntry,
    partly_right,
    write_number,
)
from sco_quiz.core.kinds import Question
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.response_content import response_contents
from sco_quiz.core.responses import answer_key, shown_options
from sco_quiz.core.selection import Filter, filter_questions
from sco_quiz.formats.package import Package


def write(bank: Bank) -> Package:
    """Return all questions that are not retired."""
    text = render_list(bank, filter_questions(bank, Filter()))
    return Package({f"{bank.id}.json": text.encode()})


def render_list(bank: Bank, questions: Iterable[Question]) -> str:
    """Return the array with a final line feed."""
    with without_collector():
        objects = [as_object(bank, question) for question in questions]
        return to_json(objects, indent=2).decode() + "\n"  # as `json` writes it, which cannot indent as fast


def as_object(bank: Bank, question: Question) -> dict[str, Any]:
    """Return one question: `options` as shown under a fixed seed (empty when typed), `answers` the right ones.

    An answer of a matching question is "left = right", those of an ordering are in the right order, those of a cloze
    are the hidden words. `left` is the left column of a matching question; `gaps` lists the gaps of a cloze. `enemies`
    are the questions whose answers this one gives away, and those that give its answer away.

    `penalty` and `partial`, the credit of each answer that is partly right, are there only where a question sets them.

    All text is without markup. Where that differs from what the author wrote, `markdown` has the text as written, by
    the path of its field, such as `distractors.0`, or `distractors.0.note` for the note.
    """
    interaction = question.interaction()
    plain = {
        "id": question.id,
        "type": question.type,
        "topic": bank.topic_of(question.id).id,
        "setting": question.content(question.setting).plain,
        "prompt": question.stem.plain,
        "left": [row.plain for row, _ in interaction.pairs] if isinstance(interaction, Match) else [],
        "gaps": [{"number": gap.number, "hint": gap.hint} for gap in question.stem.gaps],
        "options": [content.plain for content in response_contents(interaction, _options(question, interaction))],
        "answers": _answers(interaction),
        "explanation": question.content(question.explanation).plain,
        "beyond": _beyond(bank, question),
        "source": list(question.source),
        "level": question.level,
        "difficulty": question.difficulty,
        "tags": list(question.tags),
        "hint": question.content(question.hint).plain,
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "enemies": _enemies(bank, question),
    }
    return plain | _scoring(interaction) | ({"markdown": written} if (written := _written(question)) else {})


def _scoring(interaction: Interaction) -> dict[str, Any]:
    """Return how a question counts where it says so: shares of the points between 0 and 1."""
    partial = {each.content.plain: float(each.partial.share) for each in partly_right(interaction) if each.partial}
    found: dict[str, Any] = {"partial": partial} if partial else {}
    if isinstance(interaction, Choice) and interaction.penalty:
        found["penalty"] = float(interaction.penalty.share)
    return found


def _written(question: Question) -> dict[str, str]:
    """Return the marked-up text of a question as its author wrote it, by the path of its field."""
    parts = question.parts() if question.markup == "markdown" else ()
    return {_path(part): part.content.source for part in parts if part.content.source != part.content.plain}


def _path(part: Part) -> str:
    """Return the path of text; an option and its note, which share one, get different ones."""
    beside = {Role.NOTE: ("note",), Role.ROW: ("left",)}.get(part.role, ())
    if part.path[0] == "correction" and part.role is Role.WRONG:
        beside = ("wrong",)
    return ".".join(map(str, (*part.path, *beside)))


def _beyond(bank: Bank, question: Question) -> dict[str, Any] | None:
    """Return what the question adds from outside the article, with its references in full."""
    if question.beyond is None:
        return None
    references = [{"id": name, **item.model_dump()} for name, item in bank.references_of(question)]
    return {"text": question.content(question.beyond.text).plain, "references": references}


def _enemies(bank: Bank, question: Question) -> list[dict[str, Any]]:
    return [
        {"id": enemy.id, "reason": enemy.why, "gives": bool(enemy.gives), "given": bool(enemy.given)}
        for enemy in bank.enemies.of(question.id)
    ]


def options_of(question: Question) -> tuple[str, ...]:
    """Return the options in an order that depends on the question's id alone, so that the list is reproducible."""
    return _options(question, question.interaction())


def _options(question: Question, interaction: Interaction) -> tuple[str, ...]:
    return shown_options(interaction, Random(question.id))  # not `hash`, which differs between processes


def _answers(interaction: Interaction) -> list[str]:
    match interaction:
        case NumberEntry(answer):
            return [write_number(answer)]  # without its unit, which no program could read as a number
        case Choice() | TextEntry() | Match() | Order():
            return list(answer_key(interaction))
    assert_never(interaction)
