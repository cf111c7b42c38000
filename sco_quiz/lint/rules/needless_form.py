"""An accepted form would be right without being listed.

Case, accents, articles, hyphens, number words and dates are folded anyway; a list of what they cover hides the forms
that matter, such as a short name or another spelling.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      accept: [the almaty]

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      accept: [Alma-Ata]

Measured: exact by construction: it is the grader that decides. On the 137 questions that come along it reported 6,
of which 6 were mended.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.core.typed_answers import grade_typed
from sco_quiz.core.verdict import Outcome
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "needless-form"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Grade each form against the ones before it."""
    question = facts.question
    if isinstance(question, ShortAnswer):
        for index, form in enumerate(question.accept):
            if grade_typed(form, question.accepted[: index + 1]).outcome is Outcome.RIGHT:
                yield Finding(f"`{form}` is right without being listed", ("accept", index), "remove it")
