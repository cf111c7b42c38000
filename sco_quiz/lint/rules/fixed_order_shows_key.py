"""A fixed order puts the key first.

With `order: fixed` options are shown as they are written, and the key is always written first. Who notices it once
needs no knowledge any more. Leave it out: options are shuffled then, and numbers and dates sorted.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
      order: fixed

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: exact by construction; it takes the place of statistics of key positions, since options are shuffled. On
the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import MultipleChoice, SingleChoice
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "fixed-order-shows-key"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for `order: fixed`."""
    question = facts.question
    if isinstance(question, SingleChoice | MultipleChoice) and question.order == "fixed":
        yield Finding("the key stands first, for all to see", ("order",), "leave `order: fixed` out")
