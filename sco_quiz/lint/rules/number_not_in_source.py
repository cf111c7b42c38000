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

from sco_quiz.core.kinds import Numeric
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import numbers_in, understood_hint

NAME = "number-not-in-source"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Report numbers of answer and prompt that the cited paragraphs lack."""
    cited = facts.cited
    if cited is None:
        return
    in_key = _in_key(facts)
    may_use_context = bool(facts.truth)  # a statement is a prompt and its own answer
    for number in in_key:
        if not (cited.allows(number) if may_use_context else cited.contains(number)):
            message = f"the number {number} of the answer does not occur in the cited paragraphs"
            numeric = isinstance(facts.question, Numeric)
            hint = (
                "correct it, cite its paragraph, or add `derivation`" if numeric else "correct it or cite its paragraph"
            )
            yield Finding(message, facts.key_path, hint)
    for number in numbers_in([facts.statement]):
        if number not in in_key and not cited.allows(number):
            message = f"the number {number} of the prompt does not occur in the cited paragraphs"
            yield Finding(message, hint=understood_hint(number))


def _in_key(facts: Facts) -> list[str]:
    """Return the numbers to find: those of the answer, or those from which it was calculated."""
    question = facts.question
    if isinstance(question, Numeric) and question.derivation:
        # a calculation may add or subtract one, as in counting years inclusively
        return [number for number in numbers_in([question.derivation]) if number != "1"]
    return numbers_in(facts.key_texts)
