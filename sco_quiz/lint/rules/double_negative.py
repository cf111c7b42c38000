"""Both the prompt and an option are negative.

"Which city did he not say will not …" tests logic instead of knowledge. The rule reports a negative prompt if an option
contains a negation.

Example:

    - type: single_choice
      prompt: Which of these cities did the ministers not choose?
      answer: one that was not Almaty
      distractors: [Almaty, Beijing]

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
from sco_quiz.lint.word_lists import pattern

NAME = "double-negative"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first negative option under a negative prompt."""
    if not facts.placed or not facts.negation:
        return
    for path, _, folded in facts.folded:
        # the first one is enough: the prompt is what has to change
        if match := pattern("negations-in-options").search(folded):
            yield Finding(
                f"the prompt is negative, and so is this option: `{match[0]}`", path, "ask positively", part=match[0]
            )
            return
