"""The prompt hardly shares a word with the cited paragraphs.

Fewer than two different content words of the prompt and its answer occur there, which mostly means that a wrong
paragraph is cited. Cite the paragraph that the prompt is about, or name its subject in the prompt.

Example:

    - type: short_answer
      prompt: Who won?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet?
      answer: Almaty

Measured: on the bank that comes along, 0 of 137 questions are reported; see answer-not-in-source for mutations.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import count_found, stated

NAME = "prompt-off-source"
SEVERITY = Severity.WARNING
LEAST = 2


def check(facts: Facts) -> Iterator[Finding]:
    """Count the content words of the prompt that occur in the cited paragraphs."""
    ground = facts.ground
    if ground is None:
        return
    found = count_found(f"{stated(facts.question)} ; {' ; '.join(facts.question.key)}", ground)
    if found < LEAST:
        yield Finding(f"{found or 'no'} content word of prompt and answer occurs in the cited paragraphs")
