"""How messages name a bank and its questions."""

from pathlib import Path

from sco_quiz.app.shell import bank_option_for
from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import BANK_VARIABLE
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.selection import unknown_question
from sco_quiz.disk.reading import read_file
from sco_quiz.loading.files import BANK_FILE, MAX_BYTES, shipped_bank

BUILT_IN = "the built-in bank"


def named(bank: Bank, path: Path | None) -> str:
    """Return the bank's path, or its id for the built-in bank."""
    return str(path) if path else f"{bank.id}, {BUILT_IN}"


def missing_bank(path: str) -> str:
    """Return the message for an environment variable that names a missing bank."""
    return f"{BANK_VARIABLE} is `{path}`, which does not exist (relative to {Path.cwd()})"


def copy_here() -> str:
    """Return a hint at the folder `questions` here, if it is another bank than the built-in one; else nothing."""
    here, shipped = Path("questions") / BANK_FILE, shipped_bank() / BANK_FILE
    try:
        # Byte by byte: a teacher's changed copy is not the built-in bank any more.
        same = read_file(here, MAX_BYTES) == read_file(shipped, MAX_BYTES)
        if here.samefile(shipped):
            return ""
    except OSError:
        return ""
    return f"the folder `questions` here is another {'copy of this bank' if same else 'bank'}: add `--bank questions`"


def find_question(bank: Bank, question_id: str, path: Path | None) -> AnyQuestion:
    """Return the question that has or had the id.

    Raises SelectionError, which names the bank, the nearest id, and the way to another bank.
    """
    question = bank.find(question_id)
    if question is None:
        listing = f"`sco-quiz list{bank_option_for(path)}` lists them all."
        known = (question.id for question in bank.questions)
        error = unknown_question(question_id, known, named(bank, path), listing)
        if path is None:
            more = copy_here() or "name yours with `--bank`"
            error = SelectionError(f"{error} {more[0].upper()}{more[1:]}.")
        raise error
    return question
