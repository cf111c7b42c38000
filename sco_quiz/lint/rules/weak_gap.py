"""A gap hides only a function word.

Anyone who knows English can fill in "of" or "the". Hide a word that carries the point.

Example:

    - type: cloze
      prompt: "Finance ministers of six countries met {{c1::in}} Almaty in December 2009."

Instead:

    - type: cloze
      prompt: "Finance ministers of six countries met in December 2009 in the city of {{c1::Almaty}}."
"""

from collections.abc import Iterator

from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import subject_words

NAME = "weak-gap"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Report gaps without a content word."""
    for gap in facts.gaps:
        if not subject_words(plain_text(gap.hidden)):
            yield Finding(f"the gap hides only `{plain_text(gap.hidden)}`", hint="hide a word that carries the point")
