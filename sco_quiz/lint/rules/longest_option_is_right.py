"""The right option is clearly the longest.

Writers qualify the right option and keep the others short, and learners know it. The rule reports a single right option
that is at least eight characters longer than the longest distractor, unless it only refers to the other options: at
least a quarter longer is a warning, at least a tenth a suggestion.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty, where ministers of six countries came together
      distractors: [Astana, Moscow, Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "longest-option-is-right"
SEVERITY = Severity.WARNING

# the margin keeps short options silent, in which a few characters are a quarter
RATIO, HINT_RATIO, MARGIN = 1.25, 1.1, 8


def check(facts: Facts) -> Iterator[Finding]:
    """Report a right option that is much longer than every distractor."""
    if len(facts.keys) != 1 or len(facts.lengths) <= 1 or facts.refers[0]:
        return
    length, *others = facts.lengths
    longest = max(others)
    if length / longest >= HINT_RATIO and length - longest >= MARGIN:
        severity = None if length / longest >= RATIO else Severity.INFO
        message = f"the right option has {length} characters, the longest distractor {longest}"
        yield Finding(message, facts.placed[0][0], "shorten it, or say more in the distractors", severity=severity)
