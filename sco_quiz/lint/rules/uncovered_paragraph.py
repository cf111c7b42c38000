"""A long paragraph is not cited by any question.

Learners do not learn what no question asks. In a bank of at least ten questions the rule reports a paragraph of the
article with at least 25 different words that no question cites (headings and lines of data do not count), and any
paragraph that more than 30 % of the questions cite.

Instead: ask about the paragraph; `sco-quiz list --by source` lists the questions about each.
"""

from collections import Counter
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "uncovered-paragraph"
SEVERITY = Severity.INFO

MIN_WORDS, MIN_QUESTIONS, MAX_SHARE = 25, 10, 0.3


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report paragraphs that no question cites, or too many."""
    source, count = facts.bank.source, len(facts.questions)
    if source is None or count < MIN_QUESTIONS:
        return
    # a question that cites a paragraph twice is still one question
    cited = Counter(number for item in facts.questions for number in set(item.question.source))
    for paragraph in source.paragraphs:
        times = cited[paragraph.number]
        if paragraph.role in ("text", "question") and not times and len(paragraph.fingerprint) >= MIN_WORDS:
            yield Finding(f"no question cites paragraph {paragraph.number}", ("topics",), "ask about it")
        elif times > MAX_SHARE * count:
            message = f"{times} of {count} questions cite paragraph {paragraph.number}"
            yield Finding(message, ("topics",), "ask about other paragraphs, too")
