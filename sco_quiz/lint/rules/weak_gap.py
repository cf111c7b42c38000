"""A gap hides only a function word.

Anyone who knows English can fill in "of" or "the". Hide a word that carries the point.

Example:

    - type: cloze
      prompt: "Finance ministers of six countries met {{c1::in}} Almaty in December 2009."

Instead:

    - type: cloze
      prompt: "Finance ministers of six countries met in December 2009 in the city of {{c1::Almaty}}."
"""

import re
from collections.abc import Iterator

from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import subject_words

NAME = "weak-gap"
SEVERITY = Severity.ERROR

_OPERATOR = re.compile(r"[<>=+*/%&|^~{}\[\]()$#@\\]")  # operators and brackets of code carry a point


def check(facts: Facts) -> Iterator[Finding]:
    """Report gaps without a content word."""
    for gap in facts.gaps:
        hidden = plain_text(gap.hidden)
        if not (subject_words(hidden) or _OPERATOR.search(hidden)):
            yield Finding(f"the gap hides only `{hidden}`", hint="hide a word that carries the point")
