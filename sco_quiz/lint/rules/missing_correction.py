"""A false statement does not say what is true instead.

Who judged it rightly still does not know how it is, and who did not keeps the wrong words in mind. `correction` names
the wrong words and the true ones; learners see them, and the trace looks for the true ones in the source.

Example:

    - type: true_false
      prompt: Finance ministers of six countries met in Astana in 2009.
      answer: "false"
      allow: {name-not-in-source: the statement is false}

Instead:

    - type: true_false
      prompt: Finance ministers of six countries met in Astana in 2009.
      answer: "false"
      correction: {Astana: Almaty}

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import TrueFalse
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "missing-correction"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the correction of a false statement."""
    question = facts.question
    if isinstance(question, TrueFalse) and question.answer == "false" and not question.correction:
        yield Finding("nothing says what is true instead", ("answer",), "add `correction: {wrong words: true words}`")
