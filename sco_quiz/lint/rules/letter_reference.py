"""An option is named by its letter or position, but the options are shuffled.

"Option B" or "the last option" is a different one each time, and a printed paper may use other letters. Quote the words
of the option instead. A position in words ("the last option") is only a warning, because it may mean something else. A
name that is a whole option, or one of several that the prompt explains ("Option A: …"), does not count.

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
    # "the first choice" is what somebody likes best
    r"|\b(?P<place>first option|(?:second|third|fourth|fifth|last) (?:option|choice))\b"
)
# one of these is in every reference, and in few questions
_WORDS = ("ption", "hoice", "nswer")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a letter or position of an option in any text of a shuffled choice."""
    if facts.choice is None or facts.choice.order == "fixed":
        return
    if not any(word in facts.everything for word in _WORDS):
        return
    explained = {match[0].lower() for match in _REFERENCE.finditer(facts.stem)}
    # a prompt that names a single option does not explain it
    own = {*map(str.lower, facts.options), *(explained if len(explained) > 1 else ())}
    for part in facts.parts:
        match = _REFERENCE.search(part.content.plain)
        if match and match[0].lower() not in own:
            severity = Severity.WARNING if match["place"] else None
            yield Finding(
                f"`{match[0]}` is a different one each time",
                part.path,
                "quote its words",
                severity=severity,
                part=match[0],
            )
