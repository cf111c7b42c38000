"""A full name is asked for, and the family name alone is not accepted.

Most learners answer with the family name, and most teachers count it. Accept it, or reject it with a note that asks
for more. Looked at are typed answers to a question with who, whom or whose, of two or three capitalised words.

Example:

    - type: short_answer
      prompt: Who met the finance ministers in Almaty in 2009?
      answer: Igor Almatov
      allow: {answer-not-in-source: made up, name-not-in-source: made up}

Instead:

    - type: short_answer
      prompt: Who met the finance ministers in Almaty in 2009?
      answer: Igor Almatov
      accept: [Almatov]
      allow: {answer-not-in-source: made up, name-not-in-source: made up}

Measured: the search knows no names, only capitals; advice. On the 137 questions that come along it reported
nothing.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.kinds import ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold, words
from sco_quiz.core.typed_answers import grade_typed
from sco_quiz.core.verdict import Outcome
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "family-name-refused"
SEVERITY = Severity.INFO

_NAME = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]*){1,2}")


def check(facts: Facts) -> Iterator[Finding]:
    """Grade the last word of a name as an answer."""
    question = facts.question
    if not isinstance(question, ShortAnswer) or not _is_name(question.answer):
        return
    if not {"who", "whom", "whose"} & set(words(facts.lead_in)):
        return
    family = question.answer.split()[-1]
    listed = any(fold(refused.text) == fold(family) for _, refused in facts.notes)
    if not listed and grade_typed(family, question.accepted).outcome is not Outcome.RIGHT:
        yield Finding(f"`{family}` alone is not accepted", ("answer",), f"write `accept: [{family}]`")


def _is_name(answer: str) -> bool:
    """Two or three capitalised words."""
    return bool(_NAME.fullmatch(answer)) and all(word[0].isupper() for word in answer.split())
