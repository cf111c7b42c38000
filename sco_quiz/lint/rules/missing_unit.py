"""The prompt asks for a measure, and the answer has no unit.

Learners may answer "how long" in days or in years. Without `unit` only the number counts: 36 (months) is wrong if the
answer is 3 (years). The rule reports a number without `unit` if the question contains "how long", "how far", "how much"
or a similar phrase, or asks for a share, sum, price or size. After "how many" the prompt names what to count.

Example:

    - type: numeric
      prompt: What share of the staff of thirty in the Secretariat is ten people, rounded?
      answer: 33
      source: 3
      allow: {number-not-in-source: invented}

Instead:

    - type: numeric
      prompt: How many members of staff has the Secretariat?
      answer: 30
      unit: members
      source: 3
"""

from collections.abc import Iterator

from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "missing-unit"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a question for a measure without a unit."""
    if not isinstance(facts.interaction, NumberEntry) or facts.interaction.unit:
        return
    # the last question of the prompt asks; sentences before it may mention measures
    if match := pattern("measures").search(fold(facts.lead_in)):
        message = f"`{match[0]}` asks for a measure, but the answer has no unit"
        yield Finding(message, facts.key_path, "add one, such as `unit: years`")
