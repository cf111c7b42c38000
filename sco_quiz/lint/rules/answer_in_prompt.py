"""The prompt contains its own answer.

Learners can read the answer off the prompt without knowing it. The rule reports a right answer (an option, a typed
answer or a number) of four characters or more that occurs in the prompt, unless the prompt names all options. In a
cloze it reports hidden words that are visible elsewhere in the text.

Example:

    - type: short_answer
      prompt: In which city was the Almaty meeting of finance ministers held?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.interaction import NumberEntry, TextEntry
from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold, words
from sco_quiz.lint.facts import TRUTHS, Facts, subject_of
from sco_quiz.lint.rule import Finding

NAME = "answer-in-prompt"
SEVERITY = Severity.ERROR

MINIMUM = 4


def check(facts: Facts) -> Iterator[Finding]:
    """Report each answer that occurs in the text shown."""
    # a prompt such as "Is it Almaty or Astana?" gives nothing away
    if facts.placed and all(_occurs_in(text, facts) for text in facts.options):
        return
    for key in dict.fromkeys(_keys(facts)):
        if _occurs_in(key, facts):
            yield Finding(f"the prompt contains the answer `{key}`", hint="ask without naming the answer")


def _keys(facts: Facts) -> list[str]:
    """Return the answers that a prompt must not contain; function words in gaps are the subject of weak-gap."""
    if facts.gaps:
        return [key for key in facts.key_texts if subject_of(key)]
    keys = facts.key_texts if isinstance(facts.interaction, TextEntry | NumberEntry) else facts.keys
    # a question between true and false may well contain these words
    return [key for key in keys if len(key) >= MINIMUM and fold(key) not in TRUTHS]


def _occurs_in(text: str, facts: Facts) -> bool:
    return bool(wanted := " ".join(words(text))) and f" {wanted} " in facts.spaced_stem
