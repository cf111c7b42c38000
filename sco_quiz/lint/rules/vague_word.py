"""An option contains a vague word.

"Usually", "often" and "sometimes" mean something different to every reader. In options they also hint at the answer,
because only right answers need hedging.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Sometimes Astana, Moscow, Beijing]

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

NAME = "vague-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report options with a vague word."""
    found = pattern("vague")
    for path, _, folded in facts.folded:
        if match := found.search(folded):
            yield Finding(f"this option says `{match[0]}`", path, "remove the word, or use it in every option")
