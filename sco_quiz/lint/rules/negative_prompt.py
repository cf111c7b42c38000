"""The prompt asks for what is not true.

Learners overlook "not", and a correct answer shows only that they know what is wrong, not what is right. The rule
reports not, never, least, "is false" or a similar word in the main clause of the question: behind its question word and
before the next comma or a word such as that, who or because. "At least", "not only" and a question for a reason (why)
are fine. It also reports "except" and "all but" where they single out the answer, and a negation in the last sentence
of a choice between true and false. If the word is in capitals or emphasized, it is only a suggestion. For true/false
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

from sco_quiz.core.nodes import Emphasis, Strong, walk
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.clauses import negation_of
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.judgments import judges
from sco_quiz.lint.rule import Finding

NAME = "negative-prompt"
SEVERITY = Severity.WARNING

_WORDS = "not|except|least|never|incorrect|false"
_CAPITALS = re.compile(rf"\b(?:{_WORDS.upper()})\b")
_WORD = re.compile(rf"\b(?:{_WORDS})\b|n't\b")
# as authors of plain text write it
_STARS = re.compile(rf"\*\*(?:{_WORDS})\*\*")


def check(facts: Facts) -> Iterator[Finding]:
    """Report a negation in the main clause of a question, or in what a choice between true and false is about."""
    if not facts.asks:
        return
    found = facts.negation or (judges(facts) and negation_of(facts.folded_question))
    if found:
        severity = Severity.INFO if _is_emphasized(facts) else None
        yield Finding(f"the prompt is negative: `{found}`", hint="ask for what is true", severity=severity, part=found)


def _is_emphasized(facts: Facts) -> bool:
    """Whether authors emphasize the word: they know what they do, and learners do not overlook it."""
    stem = facts.question.stem
    marked = (node for node in walk(stem.inlines) if isinstance(node, Emphasis | Strong))
    return bool(
        _CAPITALS.search(facts.prose)
        or _STARS.search(facts.prose)
        or any(_WORD.search(fold(plain_text(node.inside))) for node in marked)
    )
