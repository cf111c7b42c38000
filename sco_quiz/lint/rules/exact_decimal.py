"""A decimal number has no tolerance.

A learner who types 3.3 for 3.33 has understood the question, but without a tolerance the answer is wrong. Add
`tolerance`, or state in the prompt how many decimal places to give and allow the rule.

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
"""

from collections.abc import Iterator

from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "exact-decimal"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a decimal number without a tolerance."""
    match facts.interaction:
        # learners can type a whole number exactly
        case NumberEntry(answer, tolerance) if not tolerance and answer != answer.to_integral():
            yield Finding(f"learners must type {answer:f} exactly", facts.key_path, "add `tolerance`")
