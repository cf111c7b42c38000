"""An option says that none of the others is right.

Learners who pick it correctly show that they know what is wrong, not what is right, and they learn no right answer. The
rule reports an option that is only "none" or "neither", or that contains "none of the above", "none of these", "neither
of them" or similar words.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, None of the above]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

from collections.abc import Iterator

from sco_quiz.core.option_references import refers_to_none
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "none-of-the-above"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report options that claim that no option is right."""
    for path, text, folded in facts.folded:
        if refers_to_none(folded):
            yield Finding(f"the option `{text}` only refers to the others", path, "replace it with a real alternative")
