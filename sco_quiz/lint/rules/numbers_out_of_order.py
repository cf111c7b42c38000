"""Numbers or dates are unsorted, and the order is fixed.

Learners look for a number in ascending order; another order takes time or hints at the answer. With `order: fixed` they
see the options as written, the right one first. The rule reports three or more numbers, ranges or dates in neither
ascending nor descending order. Each option has exactly one, in the same words as the others ("about 5 km", "about 3
km"); "none of the above" and, beside three numbers, one option without a number do not matter. Without `order: fixed`
the program sorts such options.

Example:

    - type: single_choice
      prompt: How many members of staff has the Secretariat?
      answer: "30"
      distractors: ["10", "20"]
      order: fixed
      source: 3

Instead:

    - type: single_choice
      prompt: How many members of staff has the Secretariat?
      answer: "30"
      distractors: ["10", "20"]
      source: 3
"""

from collections.abc import Iterator

from sco_quiz.core.option_order import order_keys
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "numbers-out-of-order"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a fixed order that is neither ascending nor descending."""
    if facts.choice is None or facts.choice.order != "fixed":
        return
    keys = [key for key in order_keys(facts.options) or () if key is not None]
    if keys not in (ascending := sorted(keys), ascending[::-1]):
        yield Finding("the numbers are not sorted", ("order",), "remove `order: fixed`: the program sorts numbers")
