"""An option combines other options.

Options such as "A and C" or "both trade and transport" make learners solve a puzzle. A question with several right
answers asks the same without the puzzle. The rule reports an option that lists letters, Roman numerals or single
digits, that is only "both" or contains "both of these", or that starts with "both … and". A list that leaves no option
out is the subject of `all-of-the-above`.

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
"""

from collections.abc import Iterator

from sco_quiz.core.option_references import combines_options, refer_to_all
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "combined-options"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Report options that combine others."""
    if not any(facts.refers):
        return
    refers = refer_to_all([folded for _, _, folded in facts.folded], facts.folded_stem)
    for (path, text, folded), to_all in zip(facts.folded, refers, strict=True):
        if combines_options(folded) and not to_all:
            yield Finding(f"the option `{text}` combines others", path, "ask for all that apply (multiple_choice)")
