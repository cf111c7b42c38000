"""A choice has more options than learners can weigh.

Three or four good options measure as well as five or six, and each further one costs reading time and is mostly
padding. Reported are more than five options of a single_choice and more than eight of a multiple_choice question.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing, London, Kabul, Tashkent]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: exact by construction; that three options are enough is what the meta-analysis of Rodriguez (2005) found.
On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "too-many-options"
SEVERITY = Severity.WARNING

MOST = {"single_choice": 5, "multiple_choice": 8}


def check(facts: Facts) -> Iterator[Finding]:
    """Count the options."""
    count, most = len(facts.options), MOST.get(facts.question.type, 0)
    if most and count > most:
        path = ("distractors", most - len(facts.keys))
        yield Finding(f"{count} options are shown; {most} are the most that help", path, "keep the best distractors")
