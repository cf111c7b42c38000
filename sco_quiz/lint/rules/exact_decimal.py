"""A decimal number has no tolerance.

A learner who types 3.3 for 3.33 has understood the question, but without a tolerance the answer is wrong. Add
`tolerance`, a range (`min` and `max`) or `digits`, or state in the prompt how many decimal places to give and allow the
rule.

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

import re
from collections.abc import Iterator

from sco_quiz.core.interaction import NumberEntry, show_number
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "exact-decimal"
SEVERITY = Severity.WARNING

_WHEN = re.compile(r"\b(?:when|date|day)\b", re.IGNORECASE)
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a decimal number without a tolerance."""
    match facts.interaction:
        # learners can type a whole number exactly
        case NumberEntry(answer) as entry if _is_exact(entry) and answer != answer.to_integral():
            hint = "add `tolerance`, such as 1 %, or `digits`"
            if _GROUPED.fullmatch(show_number(answer)):
                meant = show_number(answer).replace(".", "")
                hint = f"write {meant} if the point separates thousands; otherwise {hint}"
            if _DAY.fullmatch(show_number(answer)) and _WHEN.search(facts.stem):
                hint = f"use short_answer if {show_number(answer)} is a date; otherwise {hint}"
            yield Finding(f"learners must type {show_number(answer)} exactly", facts.key_path, hint)


def _is_exact(entry: NumberEntry) -> bool:
    return not (entry.allowed or entry.has_range or entry.digits)
