"""No active question asks a fact of the article.

`facts` in source.yaml lists what each paragraph states, and behind each fact the ids of the questions that ask it. The
rule reports a fact without a question, or whose questions are all retired: learners do not learn what no question asks.

Instead: write a question about it and add its id behind the fact, or delete a fact that is not worth asking.
`sco-quiz list --by source` shows the facts of each paragraph and which questions ask them.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.shorten import shorten
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "fact-not-asked"
SEVERITY = Severity.INFO


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report each fact that no active question asks."""
    for index, paragraph in enumerate(facts.bank.source.paragraphs if facts.bank.source else ()):
        for number, fact in enumerate(paragraph.facts):
            if not facts.bank.asking(fact):
                message = f"no active question asks this fact: {shorten(fact.text, 60)}"
                hint = "write one, and add its id behind the fact: `- fact: [id]`"
                yield Finding(message, ("paragraphs", index, "facts", number), hint)
