"""Load a bank that may have errors, for commands that show or ask its questions."""

from pathlib import Path
from typing import TYPE_CHECKING

from sco_quiz.cli.output import print_wrapped

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank


def sound_bank(path: Path | None) -> "Bank":
    """Load the questions without errors, and print that there are others. Raises BankError if no question is left."""
    from sco_quiz.app.shell import quoted
    from sco_quiz.core.plural import counted
    from sco_quiz.loading.files import shipped_bank
    from sco_quiz.loading.load import load_sound

    bank, errors = load_sound(path)
    if errors:
        checked = f"`sco-quiz check {quoted(path or shipped_bank())}`"
        count = counted(len(errors), "error")
        print_wrapped(f"{bank.title} has {count}; what has an error is skipped. {checked} shows them.\n", err=True)
    return bank
