"""A cited paragraph has no summary.

The bank does not contain the words of the article. `sco-quiz read` and the cards of the deck tell learners by summaries
what a paragraph says, and a wrong answer points to it. Without a summary learners see a bare number, and teachers who
correct the question have to count paragraphs.

Instead: write one sentence in your own words after the number of the paragraph in summaries.yaml, or as its `summary`
in source.yaml. The rule reports each paragraph once, at the first question that cites it.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "missing-summary"
SEVERITY = Severity.INFO


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report each cited paragraph without a summary, at the first question that cites it."""
    paragraphs = facts.bank.source.paragraphs if facts.bank.source else ()
    bare = {paragraph.number for paragraph in paragraphs if not paragraph.summary}
    for item in facts.questions:
        for number in item.question.source:
            if number in bare:
                # the summary is missing once, however many questions cite the paragraph
                bare.remove(number)
                message = f"paragraph {number} has no summary: learners see only its number"
                yield Finding(
                    message,
                    ("source",),
                    "write one in your own words, in summaries.yaml or source.yaml",
                    item.question.id,
                )
