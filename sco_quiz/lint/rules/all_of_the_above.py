"""An option says that all of the others are right.

Seeing two right options is enough to pick it, and one wrong option is enough to exclude it. Ask for all that apply
instead. An option counts that is only "all" or "both", or that holds "all of the above", "both of these" or "all …
are correct".

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, All of the above]

Instead:

    - type: multiple_choice
      prompt: Which of these had their finance ministers meet in Almaty in December 2009, by the count of six countries?
      answers: [six countries]
      distractors: [five countries, seven countries]

Measured: published studies give a precision of 0.86 to 1.00. On the 137 questions that come along it reported
nothing.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "all-of-the-above"
SEVERITY = Severity.WARNING

_ALL = re.compile(
    r"^(?:all|both)(?: of (?:them|these|those))?\W*$"
    r"|\b(?:all|both) (?:of )?(?:the above|the others|these|them|those|(?:the )?(?:answers|options|choices))\b"
    r"|\ball\b.*\bare (?:correct|right|true)\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Look at each option."""
    for path, text, folded in facts.folded:
        if _ALL.search(folded):
            hint = "make it a multiple_choice question, where each option counts by itself"
            yield Finding(f"the option `{text}` only refers to the others", path, hint)
