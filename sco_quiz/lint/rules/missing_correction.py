"""A false statement has no correction.

Learners who judge the statement correctly still do not know what is true, and the others remember the wrong words.
`correction` maps the wrong words to the right ones. Learners see both, and the source trace searches the cited
paragraphs for the right ones.

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
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "missing-correction"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a false statement without a correction."""
    if facts.truth == "false" and not facts.question.corrections:
        hint = "add `correction: {wrong words: right words}`"
        yield Finding("the false statement has no correction", ("answer",), hint)
