"""The prompt asks for what is not true.

Learners overlook "not", and a correct answer shows only that they know what is wrong, not what is right. The rule
reports not, never, least, "is false" or a similar word in the main clause of the question: behind its question word and
before the next comma or a word such as that, who or because. "At least", "not only" and a question for a reason (why)
are fine. It also reports "except" and "all but" where they single out the answer, and a negation in the last sentence
of a choice between true and false. If the word is in capitals or bold, it is only a suggestion. For true/false
statements there is `negated-statement`.

Example:

    - type: single_choice
      prompt: In which city did finance ministers not meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.clauses import negation_in, negation_of
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "negative-prompt"
SEVERITY = Severity.WARNING

# authors who emphasize the word know what they do, and learners do not overlook it
_EMPHASIZED = re.compile(r"\b(?:NOT|EXCEPT|LEAST|NEVER|INCORRECT|FALSE)\b|\*\*(?:not|except|least|never)\*\*")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a negation in the main clause of a question, or in what a choice between true and false is about."""
    if not facts.asks:
        return
    found = negation_in(facts.folded_question) or (facts.judges and negation_of(facts.folded_question))
    if found:
        emphasized = bool(_EMPHASIZED.search(facts.question.prompt))
        severity = Severity.INFO if emphasized else None
        yield Finding(f"the prompt is negative: `{found}`", hint="ask for what is true", severity=severity)
