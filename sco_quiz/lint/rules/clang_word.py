"""A word of the prompt comes back in the right option alone.

Learners who know nothing pick the option that sounds like the question. Reported is a content word of four letters or
more that stands in the prompt and in the key of a single choice, but in no distractor, unless the prompt quotes every
option.

Example:

    - type: single_choice
      prompt: Which talks did finance ministers hold in December 2009?
      answer: talks of six ministers
      distractors: [a parade, an exercise]
      source: 2

Instead:

    - type: single_choice
      prompt: What did finance ministers hold in Almaty in December 2009?
      answer: a meeting of six countries
      distractors: [a parade of six countries, an exercise of six countries]
      source: 2

Measured: published precision 0.31 to 0.79, so this is advice. On the 137 questions that come along it reported 1,
of which 1 was mended.
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.facts import Facts, subject_of
from sco_quiz.lint.rule import Finding

NAME = "clang-word"
SEVERITY = Severity.INFO

LEAST_LETTERS = 4


def check(facts: Facts) -> Iterator[Finding]:
    """Compare the content words of prompt, key and distractors."""
    if len(facts.keys) != 1 or not facts.wrong:
        return
    shared = {word for word in facts.subject & subject_of(facts.keys[0]) if len(word) >= LEAST_LETTERS}
    if not shared:
        return
    shared.difference_update(*map(subject_of, facts.wrong))
    quoted = all(fold(option) in facts.folded_stem for option in facts.options)
    if shared and not quoted:
        named = ", ".join(f"`{word}`" for word in sorted(shared))
        message = f"the prompt and the right option alone share {named}"
        yield Finding(message, facts.placed[0][0], "use the word in a distractor too, or in neither")
