"""A question of a bank with a source record cites no paragraph.

Without a citation neither learners nor the source trace can look the answer up. Add `source` with the number of the
paragraph, or a list of numbers. `sco-quiz list --by source` lists the questions about each paragraph.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      source: []

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      source: 2
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "missing-source"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a question without a citation."""
    if facts.source is not None and not facts.question.source:
        yield Finding("the question cites no paragraph of the source", ("id",), "add one, such as `source: 14`")
