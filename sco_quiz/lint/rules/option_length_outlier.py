"""One option is much longer or shorter than the others.

It draws attention, and learners look for a reason. The rule reports an option that is more than twice or less than half
as long as the median option, and differs from it by at least fifteen characters.

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
"""

from collections.abc import Iterator
from statistics import median

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "option-length-outlier"
SEVERITY = Severity.INFO

RATIO, MARGIN, MIN_OPTIONS = 2, 15, 3


def check(facts: Facts) -> Iterator[Finding]:
    """Report options whose length is far from the median."""
    if len(facts.lengths) < MIN_OPTIONS or max(facts.lengths) - min(facts.lengths) < MARGIN:
        return
    # the median, because a single long option would raise the mean
    middle = median(facts.lengths)
    for (path, _), length in zip(facts.placed, facts.lengths, strict=True):
        if (length > RATIO * middle or RATIO * length < middle) and abs(length - middle) >= MARGIN:
            more = "longer" if length > middle else "shorter"
            yield Finding(f"this option is much {more} than the others", path, "give it a similar length")
