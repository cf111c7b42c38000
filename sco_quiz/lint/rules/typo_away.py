"""A right answer is a slip of the keyboard away from a rejected one.

A learner who mistypes the right word by one letter is told that it is wrong, and the one who means the wrong word may
seem to have mistyped. Reported is a rejected answer that the grader would take for a typo of an accepted one. Answers
of other questions, names and common words need not be looked at: the grader never takes them for a typo.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      reject: [Almata]

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      reject: [Astana]

Measured: exact by construction: it is the grader that decides. On the 137 questions that come along it reported
nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import Cloze, ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.core.typed_answers import grade_typed
from sco_quiz.core.verdict import Outcome
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "typo-away"
SEVERITY = Severity.WARNING
FURTHEST = 6  # characters by which no two forms differ that a slip could make one


def check(facts: Facts) -> Iterator[Finding]:
    """Grade each rejected answer as if it were not rejected."""
    if isinstance(facts.question, ShortAnswer | Cloze):
        for path, refused in facts.notes:
            forms = [form for form in facts.question.key if abs(len(form) - len(refused.text)) <= FURTHEST]
            verdict = grade_typed(refused.text, forms)
            if verdict.outcome is Outcome.ALMOST:
                message = f"`{refused.text}` is a slip away from `{verdict.nearest}`"
                yield Finding(message, path, "ask for a choice instead; or, if it is a common word, take it out")
