"""The changes between two banks as a JSON object: `version` 1, what each sort means for students, and the changes."""

import json
from collections.abc import Sequence

from sco_quiz.core.bank import Bank
from sco_quiz.core.diff.changes import LOSSES, Change, FieldChange, Rewritten, meanings_of, rewrites


def render_changes(old: Bank, new: Bank, changes: Sequence[Change], rewritten: Rewritten) -> str:
    """Return one JSON object. Each side of a field is a list of strings, empty if absent; `question` and `topic` are
    null if a change concerns a topic or the whole bank. `only_markup` is true for text that is the same without its
    markup, and else missing. `rewritten` has the notes that students get again, with the
    parts that change; `rewrites` is true for changes that are a reason for it."""
    shown = {
        "version": 1,
        "old": {"id": old.id, "questions": len(old.questions)},
        "new": {"id": new.id, "questions": len(new.questions)},
        "students": {str(sort): sentence for sort, sentence in meanings_of(tuple(changes)).items()},
        "rewritten": {question: list(parts) for question, parts in rewritten.items()},
        "changes": [_object(change, rewritten) for change in changes],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _object(change: Change, rewritten: Rewritten) -> dict[str, object]:
    return {
        "sort": str(change.sort),
        "costs_cards": change.sort in LOSSES,
        "rewrites": rewrites(change, rewritten),
        "question": change.question or None,
        "topic": change.topic or None,
        "text": change.text,
        "fields": [_field(said) for said in change.wordings],
    }


def _field(said: FieldChange) -> dict[str, object]:
    shown: dict[str, object] = {"field": said.field, "old": list(said.old), "new": list(said.new)}
    return {**shown, "only_markup": True} if said.only_markup else shown
