"""Load a bank: without its faulty questions for commands that show or ask some, whole for those that write all."""

from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.cli.output import print_wrapped
from sco_quiz.terminal.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sco_quiz.core.bank import Bank
    from sco_quiz.core.problem import Problem

SHOWN = 5
"""How many questions with errors are named: enough to find them, few enough for a line or two."""


def sound_bank(path: Path | None) -> "Bank":
    """Load the questions without errors, and print which are skipped. Raises BankError if no question is left."""
    from sco_quiz.app.cache_folder import cache_folder
    from sco_quiz.app.shell import quoted
    from sco_quiz.core.collector import kept_to_the_end
    from sco_quiz.core.plural import counted
    from sco_quiz.loading.files import shipped_bank

    with kept_to_the_end():  # the classes that an import makes stay
        from sco_quiz.loading.recall.recall import recall_sound

        bank, errors = recall_sound(path, cache_folder())
    if errors:
        checked = f"`sco-quiz check {quoted(path or shipped_bank())}`"
        count, skipped = counted(len(errors), "error"), _skipped(errors)
        print_wrapped(one_line(f"{bank.title} has {count}. Skipped: {skipped}. {checked} shows more.") + "\n", err=True)
    return bank


def whole_bank(path: Path | None) -> "Bank":
    """Load all questions. Raises BankError, which carries all problems, if one has an error."""
    from sco_quiz.app.cache_folder import cache_folder
    from sco_quiz.core.collector import kept_to_the_end

    with kept_to_the_end():
        from sco_quiz.loading.recall.recall import recall_bank

        return recall_bank(path, cache_folder())


def _skipped(errors: "Sequence[Problem]") -> str:
    """Name the questions that have errors; of errors in no question, the lines."""
    names = list(dict.fromkeys(problem.question or str(problem.place) for problem in errors))
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(f"`{name}`" for name in names[:SHOWN]) + more
