"""A true/false statement contains a negation.

Learners are confused by "It is false that it did not …". State something true or false without a negation.

Example:

    - type: true_false
      prompt: Finance ministers did not meet in Almaty in 2009.
      answer: "false"
      correction: {did not meet: met}

Instead:

    - type: true_false
      prompt: Finance ministers of six countries met in Almaty in 2009.
      answer: "true"
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.clauses import negation_of
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "negated-statement"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a negation, except in "no. 7" and "not only"."""
    if facts.truth and (found := negation_of(facts.folded_stem)):
        yield Finding(f"the statement is negative: `{found}`", hint="write the statement without it", part=found)
