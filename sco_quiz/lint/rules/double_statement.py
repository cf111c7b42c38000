"""A true/false statement makes two points.

If one half is true and the other false, no answer is clearly right. Make one point in each statement. The rule reports
two clauses joined by a semicolon, by ", and", ", but", ", so" or ", while", or by because, although or whereas. It does
not parse the sentence; allow it where the contrast is the point.

Example:

    - type: true_false
      prompt: Finance ministers met in Almaty, and the Secretariat has its seat in Moscow.
      answer: "false"
      correction: {Moscow: Beijing}

Instead:

    - type: true_false
      prompt: Finance ministers of six countries met in Almaty in 2009.
      answer: "true"
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "double-statement"
SEVERITY = Severity.INFO

_JOINED = re.compile(r";|, (?:and|but|so) |\b(?:because|although|whereas)\b|, while ")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a conjunction between two clauses."""
    if facts.truth and (match := _JOINED.search(facts.folded_stem)):
        yield Finding(f"`{match[0].strip(' ,')}` joins two points", hint="split the statement into two questions")
