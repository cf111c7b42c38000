"""All options start or end with the same words.

Put words that every option repeats into the prompt, where learners read them once. The rule reports three or more words
that all options start or end with. Parallel phrases may be intended; then allow the rule.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: in the city of Almaty
      distractors: [in the city of Astana, in the city of Moscow]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "common-words"
SEVERITY = Severity.INFO

# two words are often an article or a preposition; two options are often two parts of one sentence
MIN_WORDS, MIN_OPTIONS = 3, 3


def check(facts: Facts) -> Iterator[Finding]:
    """Report words that all options share at their start or end."""
    if len(facts.options) < MIN_OPTIONS:
        return
    for where, turned in (("start", facts.sequences), ("end", [words[::-1] for words in facts.sequences])):
        shared = 0
        for column in zip(*turned, strict=False):
            if len(set(column)) > 1:
                break
            shared += 1
        if shared >= MIN_WORDS:
            message = f"all options {where} with the same {shared} words"
            yield Finding(message, facts.wrong_path, "move these words into the prompt")
