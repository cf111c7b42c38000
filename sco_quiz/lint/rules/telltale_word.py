"""A word gives away whether the statement is true.

Statements with "always" or "only" are mostly false, and those with "usually" or "some" mostly true; learners know it
and need not know more. Reported is a word without exception in a false statement, or a hedging one in a true one.

Example:

    - type: true_false
      prompt: All finance ministers met in Almaty every year.
      answer: "false"
      correction: {Almaty: Moscow}

Instead:

    - type: true_false
      prompt: Finance ministers of six countries met in Almaty in 2009.
      answer: "true"

Measured: published precision about 0.3, so this is advice. On the 137 questions that come along it reported
nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "telltale-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the words of the list that fits the answer."""
    question = facts.question
    if question.type != "true_false":
        return
    name = "absolute" if question.key == ("false",) else "vague"
    if match := pattern(name).search(facts.folded_stem):
        yield Finding(f"`{match[0]}` gives away that the statement is {question.key[0]}", hint="say it without")
