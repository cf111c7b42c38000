"""The prompt speaks of the present, and does not say of which.

Offices, numbers, members and plans change, and a card lives for years. Date the prompt ("in February 2010"), use the
past tense, or give `as_of`. Reported is a verb in the present tense beside a word for something that changes, with no
year in the prompt and no `as_of`.

Example:

    - type: numeric
      prompt: How many members of staff has the Secretariat?
      answer: 30
      source: 3
      as_of: null

Instead:

    - type: numeric
      prompt: How many members of staff has the Secretariat?
      answer: 30
      source: 3
      as_of: 2010-02-03

Measured: a search for words, without parsing; advice. On the 137 questions that come along it reported 1, of which
1 was mended.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "undated-claim"
SEVERITY = Severity.INFO

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Look for the present tense beside something that changes."""
    if facts.question.as_of or _YEAR.search(facts.folded_stem):
        return
    changing, present = (pattern(name).search(facts.folded_stem) for name in ("changing", "present"))
    if changing and present:
        message = f"`{present[0]}` with `{changing[0]}`: of which day is this true?"
        yield Finding(message, hint="date the prompt, or give `as_of`")
