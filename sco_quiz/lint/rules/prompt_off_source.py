"""The prompt hardly shares a word with the cited paragraphs.

Fewer than two different content words of the prompt occur there (of a false statement: corrected; of a cloze: filled;
of pairs and parts to be ordered: with these), which mostly means that a wrong paragraph is cited. Cite the paragraph
that the prompt is about, or name its subject in the prompt.

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
    ground = facts.cited
    if ground is None:
        return
    named = facts.question.key if facts.question.type in ("matching", "ordering") else ()
    found = count_found(" ; ".join([stated(facts.question), *named]), ground)
    if found < LEAST:
        message = f"{found or 'no'} content word of the prompt occurs in the cited paragraphs"
        yield Finding(message, hint="look whether the right paragraph is cited, or name the subject in the prompt")
