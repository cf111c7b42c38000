"""A measure is asked for, and no unit is given.

"How long" can be answered in days or in years; without `unit` the bare number is compared, and 36 months are wrong
where 3 years are right. Reported is a number without `unit` under a question with "how long", "how far", "how much"
and their like, or for a share, sum, price or size. After "how many" the prompt itself names what is counted.

Example:

    - type: numeric
      prompt: What share of the staff of thirty in the Secretariat is ten people, rounded?
      answer: 33
      source: 3
      allow: {number-not-in-source: made up}

Instead:

    - type: numeric
      prompt: How many members of staff has the Secretariat?
      answer: 30
      unit: members
      source: 3

Measured: a search for words, exact for those of the list. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import Numeric
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "missing-unit"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the words of the list where there is no unit."""
    question = facts.question
    if not isinstance(question, Numeric) or question.unit:
        return
    if match := pattern("measures").search(fold(facts.lead_in)):
        message = f"`{match[0]}` asks for a measure, and there is no unit"
        yield Finding(message, ("answer",), "add one, such as `unit: years`")
