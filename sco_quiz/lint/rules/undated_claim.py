"""The prompt makes a claim about the present without a date.

Offices, numbers, members and plans change, and learners use cards for years. Date the prompt ("in February 2010") or
its `setting`, use the past tense, or add `as_of`. The rule reports a verb in the present tense together with a word for
something that changes, if neither prompt nor setting contains a year and the question has no `as_of`. It searches for
words and does not parse the sentence.

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
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern

NAME = "undated-claim"
SEVERITY = Severity.INFO

# from 1000 to 2099; other numbers of four digits are mostly amounts
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Report the present tense together with something that changes."""
    if facts.question.as_of or not (facts.may_say("changing") and facts.may_say("present")):
        return
    if _YEAR.search(facts.folded_stem) or _YEAR.search(facts.setting):
        return
    changing, present = (pattern(name).search(facts.folded_stem) for name in ("changing", "present"))
    if changing and present:
        message = f"`{present[0]}` with `{changing[0]}` makes a claim about the present without a date"
        yield Finding(message, hint="date the prompt, or add `as_of`", part=present[0])
