"""The prompt holds its own answer.

A question whose answer can be read off its prompt teaches nothing. Reported is a key (a right option, a typed answer
or number) of four characters or more that stands whole in the text that is shown, unless the prompt names the other
options as well, and any hidden words of a cloze that can be read elsewhere in its text.

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

from sco_quiz.core.kinds import Cloze, Numeric, ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold, words
from sco_quiz.lint.facts import Facts, subject_of
from sco_quiz.lint.rule import Finding

NAME = "answer-in-prompt"
SEVERITY = Severity.ERROR

LEAST = 4
TRUTHS = ("true", "false")


def check(facts: Facts) -> Iterator[Finding]:
    """Look for each key in the text that is shown."""
    if facts.placed and all(_stands_in(text, facts) for text in facts.options):
        return
    for key in dict.fromkeys(_keys(facts)):
        if _stands_in(key, facts):
            yield Finding(f"the prompt holds the answer `{key}`", hint="ask without saying it")


def _keys(facts: Facts) -> list[str]:
    """The keys that a prompt must not hold; those of a cloze without the function words that another rule refuses."""
    match facts.question:
        case Cloze() as cloze:
            return [key for key in cloze.key if subject_of(key)]
        case ShortAnswer() as typed:
            keys: tuple[str, ...] = (typed.answer,)
        case Numeric() as numeric:
            keys = (f"{numeric.answer:f}",)
        case _:
            keys = facts.keys
    return [key for key in keys if len(key) >= LEAST and fold(key) not in TRUTHS]


def _stands_in(text: str, facts: Facts) -> bool:
    return bool(wanted := " ".join(words(text))) and f" {wanted} " in facts.spaced_stem
