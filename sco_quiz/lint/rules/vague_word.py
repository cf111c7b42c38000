"""An option holds a word that leaves room for doubt.

"Usually", "often" and "sometimes" mean something else to every reader, and hedge what should be clear; in options
they hint at the key, since only right answers need hedging.

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

Measured: published precision 0.5, so this is advice. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "vague-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the words of the list."""
    found = pattern("vague")
    for path, _, folded in facts.folded:
        if match := found.search(folded):
            yield Finding(f"this option says `{match[0]}`", path, "say it without the word, or in every option")
