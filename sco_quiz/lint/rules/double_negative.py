"""The prompt is negative, and so is an option.

"Which did he not say will not …" is solved by logic, not by knowledge. Reported is a negative prompt with a negation
in any option.

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

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.rules.negative_prompt import negation_in
from sco_quiz.lint.word_lists import pattern

NAME = "double-negative"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Look for a negation in options under a negative prompt."""
    if not facts.placed or not negation_in(facts.folded_stem):
        return
    for path, _, folded in facts.folded:
        if match := pattern("negations-in-options").search(folded):
            yield Finding(f"the prompt is negative, and this option says `{match[0]}`", path, "turn the prompt round")
            return
