"""An option joins other options.

Options such as "A and C" or "both trade and transport" make learners solve a puzzle instead of answering; a question
with several right answers asks the same without the puzzle. An option counts that is a list of letters, Roman or
single digits, or that starts with "both … and".

Example:

    - type: single_choice
      prompt: Where did finance ministers of six countries meet in 2009?
      answer: A and C
      distractors: [A, B, C]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: published precision 0.25 to 0.7, so this is advice. On the 137 questions that come along it reported
nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.option_references import JOINED
from sco_quiz.lint.rule import Finding

NAME = "combined-options"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Look at each option."""
    for path, text, folded in facts.folded:
        if JOINED.search(folded):
            yield Finding(f"the option `{text}` joins others", path, "ask for all that apply (multiple_choice)")
