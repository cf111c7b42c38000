"""An option says that all of the others are right.

Seeing two right options is enough to pick it, and one wrong option is enough to exclude it. Ask for all that apply
instead. An option counts that is only "all" or "both", or that holds "all of the above", "both of these", "all …
are correct" or "A, B and C are correct".

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, All of the above]

Instead:

    - type: multiple_choice
      prompt: Which cities had a meeting of finance ministers, or the Secretariat, in December 2009?
      answers: [Almaty, Beijing]
      distractors: [Astana, Moscow]
      source: [2, 3]

Measured: published studies give a precision of 0.86 to 1.00. On the 137 questions that come along it reported
nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.option_references import ALL
from sco_quiz.lint.rule import Finding

NAME = "all-of-the-above"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look at each option."""
    for path, text, folded in facts.folded:
        if ALL.search(folded):
            hint = "make it a multiple_choice question, where each option counts by itself"
            yield Finding(f"the option `{text}` only refers to the others", path, hint)
