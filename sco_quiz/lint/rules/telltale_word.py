"""A word gives away whether the statement is true.

Statements with "always" or "never" are usually false, and statements with "usually" or "most" are usually true.
Learners who know this need no other knowledge. The rule reports an absolute word in a false statement and a vague word
in a true one; `absolute-word` and `vague-word` look for the same words.

Example:

    - type: true_false
      prompt: All finance ministers met in Almaty every year.
      answer: "false"
      correction: {Almaty: Moscow}

Instead:

    - type: true_false
      prompt: Finance ministers of six countries met in Almaty in 2009.
      answer: "true"
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.hedges import absolute, vague
from sco_quiz.lint.rule import Finding

NAME = "telltale-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report an absolute word in a false statement, a vague word in a true one."""
    if not facts.truth:
        return
    # the other way round, the word misleads learners who guess
    find = absolute if facts.truth == "false" else vague
    if word := find(facts.folded_stem):
        yield Finding(f"`{word}` gives away that the statement is {facts.truth}", hint="remove the word", part=word)
