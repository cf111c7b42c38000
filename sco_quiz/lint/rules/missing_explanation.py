"""A question has no explanation.

Learners learn from feedback that explains; "right" or "wrong" alone teaches little. Say in one to three sentences why
the answer is right and what it is easily confused with.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      explanation: ""

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
      explanation: The meeting was held in Almaty, the largest city of the country, not in its capital.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "missing-explanation"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a question without an explanation."""
    # at the id, because a missing field has no line
    if not facts.question.explanation:
        yield Finding("the question has no explanation", ("id",), "add one: why is the answer right?")
