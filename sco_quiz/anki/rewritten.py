"""Which notes of students change when they import the deck of a later state of a bank. Pure."""

from sco_quiz.anki.note_parts import changed_parts
from sco_quiz.anki.notes import PlannedNote, plan_note
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import Question


def rewritten_notes(old: Bank, new: Bank) -> dict[str, tuple[str, ...]]:
    """Return the parts that change, by the current id of the question, in study order."""
    if old.id != new.id:
        return {}  # to Anki no note is the same
    pairs = ((old.by_first_id.get(question.first_id), question) for question in new.questions)
    found = {now.id: _changed(_planned(old, was), _planned(new, now)) for was, now in pairs if was}
    return {question: parts for question, parts in found.items() if parts}


def _planned(bank: Bank, question: Question) -> PlannedNote | None:
    """Return the note of a question; None for text that Anki cannot store, which no student has."""
    try:
        return plan_note(bank, question)
    except ExportError:
        return None


def _changed(was: PlannedNote | None, note: PlannedNote | None) -> tuple[str, ...]:
    if was is None or note is None:
        return ()
    if was.guid != note.guid:
        return ("kind",)  # the old note gets a banner, for a new one asks the question
    return changed_parts(was.parts, note.parts)
