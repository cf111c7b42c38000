"""A wrong option seems to hold its own note.

`- "Almaty: hosted the talks"` is one long option, for the quotes make one text of it; `- Almaty: hosted the talks` is
the option Almaty with a note. Fires when a distractor or rejected answer without a note holds a colon and a blank
while the right answer holds none.

Instead: take the quotes away, or put them around the two halves: `- "Almaty": "hosted the talks"`.
"""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Severity
from sco_quiz.lint.rule import Finding

NAME = "note-inside-option"
SEVERITY = Severity.WARNING


def check(bank: Bank, question: AnyQuestion) -> Iterator[Finding]:
    """Look for a colon and a blank in options that have no note."""
    if any(": " in text for text in question.key):
        return
    for field in ("distractors", "reject"):
        for index, option in enumerate(getattr(question, field, ())):
            if ": " in option.text and not option.note:
                text, _, note = option.text.partition(": ")
                yield Finding(
                    f"the option `{option.text}` seems to hold its own note",
                    (field, index),
                    f"write `- {text}: {note}`",
                )
