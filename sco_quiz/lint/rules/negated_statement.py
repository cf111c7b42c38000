"""A statement to be judged holds a negation.

"It is false that it did not …": readers lose their way between the two. State it positively, true or false.

Example:

    - type: true_false
      prompt: Finance ministers did not meet in Almaty in 2009.
      answer: "false"
      correction: {did not meet: met}

Instead:

    - type: true_false
      prompt: Finance ministers of six countries met in Almaty in 2009.
      answer: "true"

Measured: exact by construction; human raters count it as a flaw. On the 137 questions that come along it reported
nothing.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "negated-statement"
SEVERITY = Severity.WARNING

_NEGATION = re.compile(r"\b(?:not|never|no|nobody|nothing|neither|nor|cannot|without)\b|n't\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Look for a negation outside "no. 7" and "not only"."""
    if facts.question.type != "true_false":
        return
    text = facts.folded_stem.replace("not only", "").replace("no. ", "")
    if match := _NEGATION.search(text):
        yield Finding(f"the statement is negative: `{match[0]}`", hint="state what is so, or what is falsely so")
