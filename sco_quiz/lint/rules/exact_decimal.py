"""A decimal number must be hit exactly.

Who types 3.3 for 3.33 has understood; without a tolerance it is wrong. Give `tolerance`, or say in the prompt to how
many places to round and allow the rule.

Example:

    - type: numeric
      prompt: How many of the thirty members of staff does each of eight rooms hold on average?
      answer: 3.75
      source: 3
      derivation: 30 / 8

Instead:

    - type: numeric
      prompt: How many members of staff does each of the six countries send to the Secretariat on average?
      answer: 5
      source: [2, 3]
      derivation: 30 / 6

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import Numeric
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "exact-decimal"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for decimals without a tolerance."""
    question = facts.question
    if isinstance(question, Numeric) and not question.tolerance and question.answer != question.answer.to_integral():
        yield Finding(f"{question.answer:f} must be hit exactly", ("answer",), "give a `tolerance`")
