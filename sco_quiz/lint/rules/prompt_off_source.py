"""The prompt hardly shares a word with the cited paragraphs.

Fewer than two different content words of the prompt occur there, which mostly means that a wrong paragraph is cited.

Instead: cite the paragraph that the prompt is about, or name its subject in the prompt.
"""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Severity
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import count_found, ground_of, stated

NAME = "prompt-off-source"
SEVERITY = Severity.WARNING
LEAST = 2


def check(bank: Bank, question: AnyQuestion) -> Iterator[Finding]:
    """Count the content words of the prompt that occur in the cited paragraphs."""
    ground = ground_of(bank, question)
    if ground is None:
        return
    found = count_found(f"{stated(question)} ; {' ; '.join(question.key)}", ground)
    if found < LEAST:
        yield Finding(f"{found or 'no'} content word of prompt and answer occurs in the cited paragraphs")
