"""A question of a bank with a source record cites no paragraph.

Without a citation neither a learner nor the trace can look the answer up. Add `source:` with the number of the
paragraph, or a list of numbers; `sco-quiz list --by source` shows what is asked about each.

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

Measured: exact by construction.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "missing-source"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for a citation."""
    if facts.bank.source is not None and not facts.question.source:
        yield Finding("no paragraph of the source is cited", ("id",), "add one, such as `source: 14`")
