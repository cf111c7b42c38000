"""A number in the answer or the prompt does not occur in the cited paragraphs.

Learners remember numbers, and writers mistype them easily. Number words and ordinals count as digits. Prompts may also
use the numbers of the source's `context`, and what a paragraph's `understood` field resolves ("last year": 2009) counts
as part of the paragraph. Correct the number, or cite the paragraph that contains it. If you calculated a numeric
answer, add `derivation: 30 / 6`; the rule then searches for the terms of the calculation.

Example:

    - type: numeric
      prompt: How many members of staff has the Secretariat?
      answer: 5
      source: 3

Instead:

    - type: numeric
      prompt: How many members of staff for each of the six countries has the Secretariat?
      answer: 5
      derivation: 30 / 6
      source: [2, 3]
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import key_texts, numbers_in, stated, understood_hint

NAME = "number-not-in-source"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report numbers of answer and prompt that the cited paragraphs lack."""
    ground = facts.cited
    if ground is None:
        return
    in_key = numbers_in(key_texts(facts.question))
    if facts.question.type == "numeric" and facts.question.derivation:
        if not facts.question.derivation_holds:
            yield Finding(f"`{facts.question.derivation}` does not give {facts.question.answer:f}", ("derivation",))
        in_key = [number for number in numbers_in([facts.question.derivation]) if number != "1"]
    for number in in_key:
        if not ground.holds(number) and not (facts.question.type == "true_false" and ground.allows(number)):
            message = f"the number {number} of the answer does not occur in the cited paragraphs"
            yield Finding(message, facts.key_path, "correct it, cite its paragraph, or add `derivation`")
    for number in numbers_in([stated(facts.question)]):
        if number not in in_key and not ground.allows(number):
            message = f"the number {number} of the prompt does not occur in the cited paragraphs"
            yield Finding(message, hint=understood_hint(number))
