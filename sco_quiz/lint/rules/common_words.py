"""All options share their first or last words.

What every option repeats belongs in the prompt, where it is read once. Reported are three or more words that all
options of a single choice begin or end with.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: in the city of Almaty
      distractors: [in the city of Astana, in the city of Moscow]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: exact by construction, though a list of parallel phrases may be meant. On the 137 questions that come
along it reported 2, of which 2 were mended.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "common-words"
SEVERITY = Severity.INFO

LEAST = 3


def check(facts: Facts) -> Iterator[Finding]:
    """Count the words that all options share at either end."""
    if len(facts.options) < 3:
        return
    for where, turned in (("start", facts.sequences), ("end", [words[::-1] for words in facts.sequences])):
        shared = 0
        for column in zip(*turned, strict=False):
            if len(set(column)) > 1:
                break
            shared += 1
        if shared >= LEAST:
            yield Finding(
                f"all options {where} with the same {shared} words", ("distractors",), "let the prompt say it"
            )
