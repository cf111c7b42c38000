"""The prompt does not ask anything.

Learners should know what is wanted before they read the options. Reported is a prompt (of another kind than true or
false and cloze) without a question mark, without a colon or a blank at its end and without a verb that sets a task,
or one with fewer than two content words, unless items to be matched or put in order say what it is about.

Example:

    - type: single_choice
      prompt: Finance ministers of six countries
      answer: met in Almaty
      distractors: [met in Moscow, met in Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Measured: published precision 0.5, so this is advice. On the 137 questions that come along it reported nothing.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import phrases

NAME = "unfocused-prompt"
SEVERITY = Severity.INFO

_ASKS = re.compile(r"\?|[:_…]\W*$")
_FIRST = re.compile(r"(?:^|[.!;:,]\s+|\bthen )(\w+)")


def check(facts: Facts) -> Iterator[Finding]:
    """Look for a question, a gap at the end, or a task."""
    if facts.question.type in ("true_false", "cloze"):
        return
    asks = _ASKS.search(facts.question.stem) or phrases("imperatives") & set(_FIRST.findall(facts.folded_stem))
    if not asks:
        yield Finding("the prompt asks nothing", hint="make it a question that can be understood without the options")
    elif len(facts.subject) < 2 and facts.question.type not in ("matching", "ordering"):
        yield Finding("the prompt hardly says what it is about", hint="name the subject")
