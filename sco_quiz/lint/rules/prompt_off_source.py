"""The prompt shares hardly any words with the cited paragraphs.

Usually the question cites the wrong paragraph. The rule reports a prompt if fewer than two different content words
occur there. It reads a false statement in its corrected form, a cloze with its gaps filled, and the prompt of a
matching or ordering question together with its items. Cite the paragraph that the prompt is about, or name its subject
in the prompt.

Example:

    - type: short_answer
      prompt: Who won?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.interaction import Match, Order
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import count_found

NAME = "prompt-off-source"
SEVERITY = Severity.WARNING
MINIMUM = 2


def check(facts: Facts) -> Iterator[Finding]:
    """Report a prompt with too few content words in the cited paragraphs."""
    cited = facts.cited
    if cited is None:
        return
    # "Match each city with its country" names its subject in the rows
    named = facts.key if isinstance(facts.interaction, Match | Order) else ()
    found = count_found(" ; ".join([facts.statement, *named]), cited)
    if found < MINIMUM:
        shared = f"{found or 'no'} content word of the prompt occurs in the cited paragraphs"
        hint = "check the number of the paragraph, or name the subject in the prompt"
        yield Finding(f"{shared}, expected at least {MINIMUM}", hint=hint)
