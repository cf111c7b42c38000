"""One option is much longer or shorter than the others.

It draws the eye, and learners read a reason into it. Reported is an option more than twice or less than half as long
as the median, and at least fifteen characters off.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, the city in which the Secretariat has its seat]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: no published figure; advice. On the 137 questions that come along it reported 1, of which 1 was mended.
"""

from collections.abc import Iterator
from statistics import median

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "option-length-outlier"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Compare each length with the median."""
    if len(facts.options) < 3:
        return
    middle = median(map(len, facts.options))
    for path, text in facts.placed:
        if (len(text) > 2 * middle or 2 * len(text) < middle) and abs(len(text) - middle) >= 15:
            more = "longer" if len(text) > middle else "shorter"
            yield Finding(f"this option is much {more} than the others", path, "bring it to their length")
