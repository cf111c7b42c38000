"""Two options mean the same.

Learners cannot tell two options apart that are the same number with the same unit, or the same date: if one is right,
so is the other. Two options with the same words in another order are only a suggestion, because order can carry the
meaning ("Moscow before London"). A bank with identical options does not load at all.

Example:

    - type: single_choice
      prompt: How many members of staff has the Secretariat?
      answer: "30"
      distractors: [thirty, "20"]
      source: 3

Instead:

    - type: single_choice
      prompt: How many members of staff has the Secretariat?
      answer: "30"
      distractors: ["40", "20"]
      source: 3
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import read_date, read_number, words
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "equal-options"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Report options that are equal by value or by their words."""
    seen: dict[object, str] = {}
    for path, text in facts.placed:
        # `30` and `thirty` are one value, `9 December 2009` and `2009-12-09` as well
        value = read_date(text) or read_number(text)
        bag = tuple(sorted(words(text)))
        if value is not None and value in seen:
            message = f"the options `{seen[value]}` and `{text}` are the same"
            yield Finding(message, path, "replace one of them")
        elif value is None and len(bag) > 1 and bag in seen:
            message = f"the options `{seen[bag]}` and `{text}` have the same words"
            yield Finding(message, path, "make sure that learners can tell them apart", severity=Severity.INFO)
        # a number or date is compared by its value only
        seen.setdefault(bag if value is None else value, text)
