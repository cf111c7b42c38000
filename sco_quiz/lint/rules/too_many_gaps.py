"""A cloze has more than two gaps.

With each gap less is left to tell what belongs into the others, and a typed answer of three parts is a chore. Make
several questions of it. Gaps of one number count each: they are hidden together, and each must be filled.

Example:

    - type: cloze
      prompt: "On {{c1::9}} {{c2::December}} 2009 {{c3::finance}} ministers met in {{c4::Almaty}}."

Instead:

    - type: cloze
      prompt: "Finance ministers of six countries met in December 2009 in the city of {{c1::Almaty}}."

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import Cloze
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "too-many-gaps"
SEVERITY = Severity.WARNING

MOST = 2


def check(facts: Facts) -> Iterator[Finding]:
    """Count the gaps."""
    if isinstance(facts.question, Cloze):
        count = len(facts.question.gaps)
        if count > MOST:
            yield Finding(f"the text has {count} gaps; {MOST} are the most that help", hint="make several questions")
