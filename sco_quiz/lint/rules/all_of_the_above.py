"""An option says that all others are right.

Learners who recognize two right options can pick it, and one wrong option rules it out. Ask for all options that apply
instead. The rule reports an option that is only "all", or that contains "all of the above", "all … are correct" or
similar words, and a list of letters or numbers that leaves none out, such as "A, B and C" as the fourth option. An
option that joins only two others is the subject of `combined-options`.

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
"""

from collections.abc import Iterator

from sco_quiz.core.option_references import refer_to_all
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "all-of-the-above"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report options that claim that all options are right."""
    if not any(facts.refers):
        return
    refers = refer_to_all([folded for _, _, folded in facts.folded], facts.folded_stem)
    for (path, text, _), to_all in zip(facts.folded, refers, strict=True):
        if to_all:
            hint = "use `type: multiple_choice`, where learners judge each option by itself"
            yield Finding(f"the option `{text}` only refers to the others", path, hint)
