"""The key words of the answer do not occur in the cited paragraphs.

At least three in five content words of the key (for a true or false statement: of the corrected statement) must
occur there, in any inflection of number. A key that shares fewer words may be right, but nobody can find it again
by looking at the paragraph.

Instead: cite the paragraph that holds the answer, use its terms in the key, or, when the answer has to be inferred,
allow the rule and say from what.
"""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Severity
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import ground_of, key_texts, share_found

NAME = "answer-not-in-source"
SEVERITY = Severity.WARNING
LEAST_SHARE = 0.6


def check(bank: Bank, question: AnyQuestion) -> Iterator[Finding]:
    """Count the content words of the key that occur in the cited paragraphs."""
    ground = ground_of(bank, question)
    if ground is None or question.type == "numeric":  # a number is the business of number-not-in-source
        return
    share = share_found(" ; ".join(key_texts(question)), ground)
    if share < LEAST_SHARE:
        yield Finding(
            f"{share:.0%} of the answer's key words occur in the cited paragraphs; at least {LEAST_SHARE:.0%} should"
        )
