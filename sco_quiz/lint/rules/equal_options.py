"""Two options mean the same.

Learners cannot tell two options apart that are the same number with the same unit, or the same date: if one is right,
so is the other. Symbols count: 10^9 and 10^-9 differ, as do 5 and "5". The same number with another number of decimals
(2 and 2.0) is only a suggestion, and so are the same words in another order, because both can carry the meaning
("Moscow before London"). A bank with identical options does not load at all.

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

import re
from collections.abc import Iterator

from sco_quiz.core.option_order import read_amount
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold, read_date, words
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.tokens import tokens

NAME = "equal-options"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Report options that are equal by value or by their words."""
    values: dict[object, str] = {}
    bags: dict[tuple[str, ...], str] = {}
    for path, text, folded in facts.folded:
        value, bag = _value(text), tuple(sorted(tokens(text)))
        if value is not None and (first := values.setdefault(value, text)) is not text:
            severity = Severity.INFO if _trimmed(first) == _trimmed(text) else None
            yield Finding(f"the options `{first}` and `{text}` are the same", path, "replace one of them", "", severity)
        # the order of code and formulas is their meaning
        elif len(bag) > 1 and folded == fold(text) and (first := bags.setdefault(bag, text)) is not text:
            message = f"the options `{first}` and `{text}` have the same words"
            yield Finding(message, path, "make sure that learners can tell them apart", "", Severity.INFO)


def _value(text: str) -> object:
    """Return the date or number that an option is; None for most, which have no digit or number word."""
    if not any(word[0].isdigit() for word in words(text)):
        return None
    return read_date(text) or _alone(text)


def _alone(text: str) -> tuple[object, str] | None:
    """Return the number of an option and what is around it, which must be the same in another option."""
    found = read_amount(text)
    return (found.key, found.around) if found else None


def _trimmed(text: str) -> str:
    """Return a string without the zeros at the end of its decimals."""
    return re.sub(r"\.(?!\d)", "", re.sub(r"(\.\d*?)0+(?!\d)", r"\1", text))
