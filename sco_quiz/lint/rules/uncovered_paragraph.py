"""A paragraph of substance is cited by no question.

What is not asked is not learned. Reported is a paragraph of the article with at least 25 different words that no
question cites, and one that more than three in ten questions cite. Headings and lines of data are left aside, and so
are banks of fewer than ten questions.

Instead: ask something about the paragraph; `sco-quiz list --by source` shows what is asked about each.

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections import Counter
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "uncovered-paragraph"
SEVERITY = Severity.INFO

LEAST_WORDS, LEAST_QUESTIONS, MOST_SHARE = 25, 10, 0.3


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Count the citations of each paragraph."""
    source, count = facts.bank.source, len(facts.questions)
    if source is None or count < LEAST_QUESTIONS:
        return
    cited = Counter(number for item in facts.questions for number in set(item.question.source))
    for paragraph in source.paragraphs:
        times = cited[paragraph.number]
        if paragraph.role in ("text", "question") and not times and len(paragraph.fingerprint) >= LEAST_WORDS:
            yield Finding(f"no question cites paragraph {paragraph.number}", ("topics",), "ask something about it")
        elif times > MOST_SHARE * count:
            message = f"{times} of {count} questions cite paragraph {paragraph.number}"
            yield Finding(message, ("topics",), "ask about the others, too")
