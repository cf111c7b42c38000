"""A number of the key or the prompt does not occur in the cited paragraphs.

Numbers are what learners keep and what is most easily mistyped. Number words and ordinals count as digits; the
dates of the source's `context` may stand in any prompt, and what a paragraph's `understood` field resolves ("last
year": 2009) counts as part of it.

A numeric answer that was worked out says so by `derivation: 30 / 6`; then the terms of the sum are looked for.

Instead: mend the number, cite the paragraph it stands in, or give the derivation.
"""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.problem import Severity
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import ground_of, key_texts, numbers_in, stated, understood_hint

NAME = "number-not-in-source"
SEVERITY = Severity.WARNING


def check(bank: Bank, question: AnyQuestion) -> Iterator[Finding]:
    """Compare the numbers of key and prompt with the cited paragraphs."""
    ground = ground_of(bank, question)
    if ground is None:
        return
    in_key = numbers_in(key_texts(question))
    if question.type == "numeric" and question.derivation:
        if not question.derivation_holds:
            yield Finding(f"`{question.derivation}` does not give {question.answer:f}", ("derivation",))
        in_key = [number for number in numbers_in([question.derivation]) if number != "1"]
    for number in in_key:
        if not ground.holds(number) and not (question.type == "true_false" and ground.allows(number)):
            yield Finding(f"the number {number} of the answer does not occur in the cited paragraphs")
    for number in numbers_in([stated(question)]):
        if number not in in_key and not ground.allows(number):
            message = f"the number {number} of the prompt does not occur in the cited paragraphs"
            yield Finding(message, hint=understood_hint(number))
