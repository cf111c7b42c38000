"""A question has no explanation.

Feedback that explains is where most of the learning of a quiz happens; "right" or "wrong" alone teaches little. Say
in one to three sentences why the key is right and what it is easily confused with.

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

Measured: exact by construction. That it keeps to the words of the cited paragraph is not asked for: 99 of the 137
explanations that come along share fewer than four in ten with it, since they give what the paragraph does not.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "missing-explanation"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the explanation."""
    if not facts.question.explanation:
        yield Finding("there is no explanation", ("id",), "add one: why is the answer right, what is it confused with?")
