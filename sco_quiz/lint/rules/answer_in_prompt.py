"""The prompt holds its own answer.

A question whose answer can be read off its prompt teaches nothing. Reported is a key of four characters or more (one
option of a single choice, a typed answer, a hidden text) that stands whole in the text that is shown, unless the
prompt names the other options as well.

Example:

    - type: short_answer
      prompt: In which city was the Almaty meeting of finance ministers held?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import Cloze, ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import words
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "answer-in-prompt"
SEVERITY = Severity.ERROR

LEAST = 4


def check(facts: Facts) -> Iterator[Finding]:
    """Look for each key in the text that is shown."""
    question = facts.question
    if question.type == "single_choice":
        if all(_stands_in(text, facts) for text in facts.options):
            return
        keys = question.key
    elif isinstance(question, ShortAnswer | Cloze):
        keys = (question.answer,) if isinstance(question, ShortAnswer) else question.key
    else:
        return
    for key in dict.fromkeys(keys):
        if len(key) >= LEAST and _stands_in(key, facts):
            yield Finding(f"the prompt holds the answer `{key}`", hint="ask without saying it")


def _stands_in(text: str, facts: Facts) -> bool:
    return bool(wanted := " ".join(words(text))) and f" {wanted} " in facts.spaced_stem
