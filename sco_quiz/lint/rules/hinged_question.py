"""The prompt leans on another question.

Questions are drawn at random and shown as cards: "the previous question" is another one each time. Say what is meant.

Example:

    - type: short_answer
      prompt: In which city did the meeting named in the previous question take place?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "hinged-question"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the phrases of the list."""
    if match := pattern("other-questions").search(facts.folded_stem):
        yield Finding(f"the prompt refers to another question: `{match[0]}`", hint="say what is meant")
