"""Append a question to the file of its topic."""

from pathlib import Path

from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.loading.files import read_document, replace_text, topic_path, write_text
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.append import new_topic, with_questions
from sco_quiz.loading.writing.json_schema import FOLDER, first_line


def append_question(folder: Path, topic: str, title: str, question: AnyQuestion) -> Path:
    """Append a question to a topic, or to a new one with that title; return the file.

    Raises BankError if the file cannot be written, or if the question would not be read again as it is; the file is
    then as before.
    """
    path = topic_path(folder, topic)
    if title:
        header = first_line("questions") if (folder / FOLDER).is_dir() else ""
        return write_text(path, new_topic(title, [question], header))
    document, _ = read_document(path, str(path))
    if document is None:
        raise BankError(f"{path} cannot be read")
    after = with_questions(document, [question])
    replace_text(path, document.text, after)
    # Only reading proves it: the end of the file may have a form in which appended text means something else. The
    # question of the file is compared, not that of the bank, which inherits a setting.
    read = read_bank(folder).located.get(question.id)
    if read is None or read.question != question:
        replace_text(path, after, document.text)
        raise BankError(f"{path} would not be valid with the question; it is unchanged")
    return path
