"""The prompt depends on another question.

Quizzes and decks show questions in random order, so "the previous question" is a different one each time. Name what you
mean.

Example:

    - type: short_answer
      prompt: In which city did the meeting named in the previous question take place?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "hinged-question"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report a phrase that refers to another question."""
    if facts.may_say("other-questions") and (match := pattern("other-questions").search(facts.folded_stem)):
        yield Finding(f"the prompt refers to another question: `{match[0]}`", hint="name what is meant")
