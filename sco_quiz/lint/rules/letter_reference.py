"""An option is named by its letter or position, but the options are shuffled.

"Option B" or "the last option" is a different one each time, and a printed paper may use other letters. Quote the words
of the option instead. A position in words ("the last option") is only a warning, because it may mean something else.

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
"""

import re
from collections.abc import Iterator

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
    """Report a letter or position of an option in any text of a shuffled choice."""
    if facts.choice is None or facts.choice.order == "fixed":
        return
    for part in facts.parts:
        if match := _REFERENCE.search(part.content.plain):
            # "the first choice" may be the first choice of a voter
            severity = Severity.WARNING if match["place"] else None
            yield Finding(f"`{match[0]}` is a different one each time", part.path, "quote its words", severity=severity)
