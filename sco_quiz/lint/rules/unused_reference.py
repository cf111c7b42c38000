"""No question names a reference of the source record.

A reference confirms what some question adds from outside the article, under `beyond`. One that no active question names
is left over from a question that was deleted, retired or reworded, or its id was forgotten there.

Instead: name the reference in the question for which it was recorded, or remove it from source.yaml.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.rule import Finding

NAME = "unused-reference"
SEVERITY = Severity.INFO


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report references of source.yaml that no question names."""
    used = {name for item in facts.questions for name in item.question.references}
    for name in facts.bank.source.references if facts.bank.source else ():
        if name not in used:
            hint = "name it below a question's `beyond`, or remove it"
            yield Finding(f"no question names the reference `{name}`", ("references", name), hint)
