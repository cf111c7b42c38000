"""A text names an option by its letter or place, and the options are shuffled.

"Option B" or "the last option" is another one each time, and none at all on a printed paper with other letters.
Quote the option's words instead. A place in words ("the last option") is a warning, since it may mean something else.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
      explanation: Option B is the capital of another country.

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.kinds import MultipleChoice, SingleChoice
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "letter-reference"
SEVERITY = Severity.ERROR

_REFERENCE = re.compile(
    r"\b(?:[Oo]ption|[Cc]hoice|[Aa]nswer) (?:[A-H]|[1-9])\b"
    r"|\b(?P<place>first|second|third|fourth|fifth|last) (?:option|choice)\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Look at the options, their notes, the hint and the explanation."""
    question = facts.question
    if not isinstance(question, SingleChoice | MultipleChoice) or question.order == "fixed":
        return
    texts = [(("explanation",), question.explanation), (("hint",), question.hint), (("prompt",), question.prompt)]
    notes = [(path, option.note) for path, option in facts.notes]
    for path, text in [*texts, *facts.placed, *notes]:
        if match := _REFERENCE.search(text):
            severity = Severity.WARNING if match["place"] else None
            yield Finding(f"`{match[0]}` is another one each time", path, "quote the option's words", severity=severity)
