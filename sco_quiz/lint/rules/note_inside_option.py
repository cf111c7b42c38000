"""A wrong option seems to hold its own note.

With quotes around the whole line, option and note are one long option that learners are shown. Without them, what
stands before the colon is the option and what follows its note. Fires when a distractor or rejected answer without
a note holds a colon and a blank while the right answer holds none.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      reject:
        - "Astana: the capital"

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      reject:
        - Astana: the capital

Measured: in a draft of the bank that comes along it found 64 such lines, all of them slips.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "note-inside-option"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for a colon and a blank in options that have no note."""
    if any(": " in text for text in facts.question.key):
        return
    for field in ("distractors", "reject"):
        for index, option in enumerate(getattr(facts.question, field, ())):
            if ": " in option.text and not option.note:
                text, _, note = option.text.partition(": ")
                yield Finding(
                    f"the option `{option.text}` seems to hold its own note",
                    (field, index),
                    f"write `- {text}: {note}`",
                )
