"""Write into a bank what an item analysis suggests: difficulties, and fewer distractors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sco_quiz.core.errors import BankError
from sco_quiz.core.interaction import partly_right
from sco_quiz.core.item_analysis.suggestions import Suggestion
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.fields import fields_of
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import is_folder
from sco_quiz.disk.several import writing
from sco_quiz.loading.document import Document
from sco_quiz.loading.files import as_saved, seen_content
from sco_quiz.loading.load import LoadedBank, read_bank
from sco_quiz.loading.writing.update import Update, can_update, with_updates

Changes = Mapping[Path, tuple[Document, str]]
"""The document and the new text of each file that changes."""


def plan_changes(loaded: LoadedBank, suggested: Iterable[Suggestion], remove: bool = True) -> Changes:
    """Return the changed files; a question that cannot be changed line by line stays as it is."""
    updates: dict[str, list[Update]] = defaultdict(list)
    files = {}
    for each in suggested:
        located = loaded.located[each.id]
        values = _values(located.question, each, remove)
        if values and can_update(located.origin.document, located.origin.node):
            name = located.origin.document.name
            files[name] = (located.origin.document, located.file.node)
            updates[name].append(Update(located.origin.node, values, fields_of(type(located.question))))
    return {
        Path(name): (document, with_updates(document, root, updates[name])) for name, (document, root) in files.items()
    }


def write_changes(changes: Changes, folder: Path) -> None:
    """Write all files or none. Raises BankError if a file has changed since, or if the bank would not be valid."""
    with os_errors_as(BankError, f"the bank in {folder} cannot be written"):
        seen = {path: seen_content(path, document.text) for path, (document, _) in changes.items()}
        data = {path: as_saved(seen[path], text) for path, (_, text) in changes.items()}
        with writing(data, folder if is_folder(folder) else folder.parent, seen):
            if errors := read_bank(folder).errors:
                raise BankError("the bank would not be valid after the change; nothing was written", errors)


def _values(question: AnyQuestion, suggestion: Suggestion, remove: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if suggestion.difficulty:
        values["difficulty"] = suggestion.difficulty
    distractors = getattr(question, "distractors", ())
    # an option that gives partial credit is named elsewhere in the question, too
    if remove and suggestion.dead and distractors and not partly_right(question.interaction()):
        values["distractors"] = tuple(each for each in distractors if each.text not in suggestion.dead)
    return values
