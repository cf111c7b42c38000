"""A choice question has too many options.

Three options measure as well as more (Rodriguez 2005). Each further one takes time to read and is usually a filler. The
rule reports more than five options of a single_choice question and more than eight of a multiple_choice question.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing, London, Kabul, Tashkent]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "too-many-options"
SEVERITY = Severity.WARNING

MAXIMUM, MAX_SEVERAL = 5, 8


def check(facts: Facts) -> Iterator[Finding]:
    """Report a choice with too many options."""
    count = len(facts.options)
    maximum = MAX_SEVERAL if facts.choice and facts.choice.several else MAXIMUM
    if count > maximum:
        message = f"the question has {count} options, expected at most {maximum}"
        yield Finding(message, facts.placed[maximum][0], "delete the weakest distractors")
