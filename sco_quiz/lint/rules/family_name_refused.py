"""The answer is a full name, and the family name alone is not accepted.

Most learners answer with the family name, and most teachers accept it. Accept it, or reject it with a note that asks
for the full name. The rule applies to typed answers of two or three capitalized words, if the question contains who,
whom or whose. It does not know names.

Example:

    - type: short_answer
      prompt: Who met the finance ministers in Almaty in 2009?
      answer: Igor Almatov
      allow: {answer-not-in-source: invented, name-not-in-source: invented}

Instead:

    - type: short_answer
      prompt: Who met the finance ministers in Almaty in 2009?
      answer: Igor Almatov
      accept: [Almatov]
      allow: {answer-not-in-source: invented, name-not-in-source: invented}
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
    """Report a name whose last word would be graded as wrong."""
    question = facts.question
    if not isinstance(question, ShortAnswer) or not _is_name(question.answer):
        return
    if not {"who", "whom", "whose"} & set(words(facts.lead_in)):
        return
    family = question.answer.split()[-1]
    listed = any(fold(refused.text) == fold(family) for _, refused in facts.notes)
    if not listed and grade_typed(family, question.accepted).outcome is not Outcome.RIGHT:
        yield Finding(f"`{family}` alone is not accepted", ("answer",), f"add `accept: [{family}]`")


def _is_name(answer: str) -> bool:
    """Return whether the answer consists of two or three capitalized words."""
    return bool(_NAME.fullmatch(answer)) and all(word[0].isupper() for word in answer.split())
