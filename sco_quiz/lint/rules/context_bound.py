"""The prompt or its setting refers to the article, which learners do not see.

Cards come back after weeks, when "the article" or "the author" means nothing. Name the paper, the speaker or the day,
in the prompt or once for a whole topic in its `setting`. The rule reads prompts and settings.

Example:

    - type: short_answer
      prompt: In which city, says the article, did finance ministers meet in December 2009?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "context-bound"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report a phrase that refers to the article."""
    if not facts.may_say("context"):
        return
    if match := pattern("context").search(facts.folded_stem):
        yield Finding(
            f"the prompt refers to `{match[0]}`, which a card does not show", hint="name what is meant", part=match[0]
        )
    for path, text in facts.new_setting:
        if match := pattern("context").search(fold(text)):
            yield Finding(
                f"the setting refers to `{match[0]}`, which a card does not show",
                path,
                "name what is meant",
                part=match[0],
            )
