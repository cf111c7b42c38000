"""A cloze has more than two gaps.

Each gap removes context that learners need for the others, and typing three answers at once is tedious. Split the text
into several questions. Gaps with the same number count separately, because learners fill in each of them.

Example:

    - type: cloze
      prompt: "On {{c1::9}} {{c2::December}} 2009 {{c3::finance}} ministers met in {{c4::Almaty}}."

Instead:

    - type: cloze
      prompt: "Finance ministers of six countries met in December 2009 in the city of {{c1::Almaty}}."
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "too-many-gaps"
SEVERITY = Severity.WARNING

MAXIMUM = 2


def check(facts: Facts) -> Iterator[Finding]:
    """Report a cloze with too many gaps."""
    count = len(facts.gaps)
    if count > MAXIMUM:
        yield Finding(f"the text has {count} gaps, expected at most {MAXIMUM}", hint="split it into several questions")
