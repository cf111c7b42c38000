"""A statement to be judged makes two points.

When one half is true and the other false, the right answer is a matter of taste; one point to a statement. Reported
are two clauses joined by a semicolon, by ", and" or ", but", or by because, although or while.

Example:

    - type: true_false
      prompt: Finance ministers met in Almaty, and the Secretariat has its seat in Moscow.
      answer: "false"
      correction: {Moscow: Beijing}

Instead:

    - type: true_false
      prompt: Finance ministers of six countries met in Almaty in 2009.
      answer: "true"

Measured: a search for joined clauses without parsing; advice. On the 137 questions that come along it reported 1,
where the contrast was meant.
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
    """Look for the joints of two clauses."""
    if facts.question.type == "true_false" and (match := _JOINED.search(facts.folded_stem)):
        yield Finding(f"`{match[0].strip(' ,')}` joins two points", hint="make two questions of it")
