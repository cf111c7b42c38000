"""An option contains a vague word.

"Usually", "sometimes", "most" and "very" mean something different to every reader. In options they also hint at the
answer, because only right answers need hedging. The rule reports such options when others contain no vague word, and a
vague word in the prompt of a choice between true and false. "The most" and "at most" are exact.

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
from sco_quiz.lint.hedges import telling
from sco_quiz.lint.rule import Finding

NAME = "vague-word"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report options with a vague word, unless all have one, and such a statement."""
    for path, word in telling(facts, "vague"):
        this = "the statement" if path == ("prompt",) else "this option"
        hint = "say how often or how much" if path == ("prompt",) else "remove the word, or use it in every option"
        yield Finding(f"{this} says `{word}`", path, hint, part=word)
