"""The prompt asks which statement is true and names no subject.

Such a question is several true/false questions in one: learners must judge each option by itself and cannot think of an
answer before they read the options. Name the subject, or write separate true_false questions.

Example:

    - type: single_choice
      prompt: Which of the following statements is true?
      answer: Finance ministers of six countries met in Almaty.
      distractors: [Finance ministers of six countries met in Moscow., No ministers met.]
      source: 2

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "disguised-true-false"
SEVERITY = Severity.INFO

MIN_WORDS = 2

_ASKS = re.compile(
    r"\bwhich (?:one )?(?:of (?:the following|these) )?(?:statements?|sentences?)?\s*(?:is|are) (?:not )?"
    r"(?:true|false|correct|incorrect|right|wrong)\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Report a question for the true statement that names no subject."""
    # "Which statement about Almaty and Bonn is true?" names a subject
    asks = facts.placed and facts.mentions({"which"}) and _ASKS.search(facts.folded_stem)
    if asks and len(facts.subject) < MIN_WORDS:
        yield Finding("the prompt asks which statement is true but names no subject", hint="name it")
