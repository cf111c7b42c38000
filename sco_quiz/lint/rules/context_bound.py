"""The prompt points at a text that the learner does not see.

Questions become cards that come back after weeks. "The article" or "the author" means nothing then; name what is
meant: the paper, the speaker, the day.

Example:

    - type: short_answer
      prompt: In which city, says the article, did finance ministers meet in December 2009?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty

Measured: exact by construction for the phrases of the list. On the 137 questions that come along it reported
nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "context-bound"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the phrases of the list."""
    if match := pattern("context").search(facts.folded_stem):
        yield Finding(f"the prompt says `{match[0]}`, which a card does not show", hint="name what is meant")
