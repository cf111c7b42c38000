"""A fixed order puts the right option first.

With `order: fixed` learners see the options as written, the right one first. Learners who notice this need no
knowledge. Remove the field: the program then shuffles options and sorts numbers and dates.

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
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "fixed-order-shows-key"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report `order: fixed`."""
    if facts.choice and facts.choice.order == "fixed":
        yield Finding("the right option is always the first one", ("order",), "remove `order: fixed`")
