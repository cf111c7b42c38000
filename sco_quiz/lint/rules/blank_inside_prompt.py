"""A choice question has a gap in the middle of its prompt.

Learners must remember the gap while they read on, and then reread the prompt with each option. Ask a question, or put
the gap at the end of the prompt. If learners are to type the missing words, use `type: cloze`. A gap is a line of
underscores or dots, empty brackets, "(?)", or a question mark between two operators; in a sentence that
asks nothing, a single underscore, too. The rule reports a gap that has words after it.

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

# in code `__init__` is a name, and `String[]` and `x = []` are lists
_BLANK = re.compile(
    r"_{3,}|(?<!\w)__(?!\w)|\.{4,}|(?<![^\s(])(?<!= )\[\s*(?:…|\.\.\.)?\s*\](?![^\s.,;:?!)])"
    r"|\(\?\)|(?<=[-+−×÷*/=(] )\?(?= [-+−×÷*/=)])"
)
# one of these is in every gap
_MARKS = ("_", "....", "[", "(?)", " ?")
# in a question a single underscore may be a name, too
_UNDERSCORE = re.compile(r"(?<![\w`])_(?![\w`])")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a gap that has words after it."""
    if not facts.placed or not any(mark in facts.prose for mark in _MARKS):
        return
    match = _BLANK.search(facts.prose) or ("?" not in facts.prose and _UNDERSCORE.search(facts.prose))
    if match and re.search(r"[^\W_]", facts.prose[match.end() :]):
        yield Finding("the gap is in the middle of the prompt", hint="ask a question, or use `type: cloze`")
