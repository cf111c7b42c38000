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

from sco_quiz.core.interaction import TextEntry, TextGap
from sco_quiz.core.parts import Role
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold, words
from sco_quiz.core.typed import grade_typed
from sco_quiz.core.verdict import Outcome
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "family-name-refused"
SEVERITY = Severity.INFO

# at most three words: a longer answer is a title or a sentence
_NAME = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]*){1,2}")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a name whose last word would be graded as wrong."""
    match facts.interaction:
        case TextEntry(gaps=(TextGap(),), inline=False) if _is_name(facts.key_texts[0]) and _asks_who(facts):
            family = facts.key_texts[0].split()[-1]
            # a rejected family name has a note that asks for more
            rejected = any(fold(text) == fold(family) for _, text in facts.placed_as(Role.REJECTED))
            if not rejected and grade_typed(family, facts.key).outcome is not Outcome.RIGHT:
                yield Finding(f"`{family}` alone is not accepted", facts.key_path, f"add `accept: [{family}]`")


def _asks_who(facts: Facts) -> bool:
    return not {"who", "whom", "whose"}.isdisjoint(words(facts.lead_in))


def _is_name(answer: str) -> bool:
    """Return whether the answer consists of two or three capitalized words."""
    return bool(_NAME.fullmatch(answer)) and all(word[0].isupper() for word in answer.split())
