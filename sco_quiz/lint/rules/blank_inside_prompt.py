"""A choice question has a gap in the middle of its prompt.

Learners must remember the gap while they read on, and then reread the prompt with each option. Ask a question, or put
the gap at the end of the prompt. If learners are to type the missing words, use `type: cloze`.

Example:

    - type: single_choice
      prompt: In December 2009 finance ministers met in ____ to hold talks.
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "blank-inside-prompt"
SEVERITY = Severity.WARNING

# two underscores or more, four dots or more (three are an ellipsis), or empty brackets
_BLANK = re.compile(r"_{2,}|\.{4,}|\[\s*(?:…|\.\.\.)?\s*\]")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a gap that has words after it."""
    if not facts.placed:
        return
    match = _BLANK.search(facts.stem)
    if match and re.search(r"\w", facts.stem[match.end() :]):
        yield Finding("the gap is in the middle of the prompt", hint="ask a question, or use `type: cloze`")
