"""Which notes of students change when they import the deck of a later state of a bank. Pure."""

from dataclasses import replace
from typing import NamedTuple

from sco_quiz.anki.note_parts import changed_parts
from sco_quiz.anki.notes import PlannedNote, deck_renderer, plan_note
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.typed.word_list import EMPTY


def rewritten_notes(old: Bank, new: Bank) -> dict[str, tuple[str, ...]]:
    """Return the parts that change, by the current id of the question, in study order."""
    if old.id != new.id:
        return {}  # to Anki no note is the same
    # to search for words that a typo may not become takes most of the time of a plan, and no part has them
    old, new = replace(old, common_words=EMPTY), replace(new, common_words=EMPTY)
    pairs = ((old.by_first_id.get(question.first_id), question) for question in new.questions)
    states = _State(old, deck_renderer(old)), _State(new, deck_renderer(new))
    found = {question.id: _changed(states[0], was, states[1], question) for was, question in pairs if was}
    return {question: parts for question, parts in found.items() if parts}


class _State(NamedTuple):
    """A bank, and the renderer of the notes of its deck."""

    bank: Bank
    html: HtmlRenderer


def _changed(old: _State, was: Question, new: _State, question: Question) -> tuple[str, ...]:
    if _seen_of(old.bank, was) == _seen_of(new.bank, question) and not new.bank.pictures:
        return ()  # most questions, which need no plan
    before, after = _planned(old, was), _planned(new, question)
    if before is None or after is None:
        return ()
    if before.guid != after.guid:
        return ("kind",)  # the old note gets a banner, for a new one asks the question
    return changed_parts(before.parts, after.parts)


def _seen_of(bank: Bank, question: Question) -> tuple[object, ...]:
    """Return what a note is made of, but for pictures, which may change under the same name."""
    return question, bank.references_of(question), bank.lang


def _planned(state: _State, question: Question) -> PlannedNote | None:
    """Return the note of a question; None for text that Anki cannot store, which no student has."""
    try:
        return plan_note(state.bank, question, state.html)
    except ExportError:
        return None
