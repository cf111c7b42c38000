"""Append a question to the file of its topic."""

from pathlib import Path

from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.disk.atomic import Content, content_of
from sco_quiz.disk.lock import locked
from sco_quiz.disk.os_errors import ChangedError, os_errors_as
from sco_quiz.disk.reading import is_folder
from sco_quiz.disk.several import writing
from sco_quiz.loading.files import as_saved, read_document, topic_path
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.append import new_topic, with_questions
from sco_quiz.loading.writing.json_schema import FOLDER, first_line

TRIES = 5
"""How often an editor may save the file just while it is written."""


def append_question(folder: Path, topic: str, title: str, question: AnyQuestion) -> Path:
    """Append a question to a topic, or to a new one with that title; return the file.

    What other programs appended meanwhile stays. Raises BankError if the file cannot be written, or if the question
    would not be read again as it is; the file is then as before.
    """
    path = topic_path(folder, topic)
    with os_errors_as(BankError, f"{path} cannot be written"), locked(folder):
        for left in reversed(range(TRIES)):
            before = content_of(path)
            after = _with_question(path, before, title, question)
            try:
                with writing({path: after}, folder, {path: before}):
                    _verify(folder, path, question)
                break
            except ChangedError:
                if not left:
                    raise
    return path


def _with_question(path: Path, before: Content, title: str, question: AnyQuestion) -> bytes:
    if before is None:
        header = first_line("questions") if is_folder(path.parent / FOLDER) else ""
        return new_topic(title, [question], header).encode()
    document, problems = read_document(path, str(path))
    if document is None:
        raise BankError(f"{path} cannot be read", tuple(problems))
    return as_saved(before, with_questions(document, [question]))


def _verify(folder: Path, path: Path, question: AnyQuestion) -> None:
    """Raise BankError unless the bank has the question, once."""
    # Only reading proves it: the end of the file may have a form in which appended text means something else. The
    # question of the file is compared, not that of the bank, which inherits a setting.
    loaded = read_bank(folder)
    read = loaded.located.get(question.id)
    if read is None or read.question != question or any(each.name == "duplicate-id" for each in loaded.errors):
        raise BankError(f"{path} would not be valid with the question; it is unchanged")
