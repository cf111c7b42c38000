"""Only the right option repeats a word of the prompt.

Learners who do not know the answer pick the option that sounds like the question. The rule reports a content word of
four letters or more that occurs in the prompt and in the only right option but in no distractor, unless the prompt
names a distractor, too.

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
"""

from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import subject_of

NAME = "clang-word"
SEVERITY = Severity.INFO

MIN_LETTERS = 4


def check(facts: Facts) -> Iterator[Finding]:
    """Report content words that only the prompt and the right option share."""
    if len(facts.keys) != 1 or not facts.wrong:
        return
    shared = {word for word in facts.subject & subject_of(facts.keys[0]) if len(word) >= MIN_LETTERS}
    if not shared:
        return
    # a distractor with the same word sounds like the prompt as much as the right option
    shared.difference_update(*map(subject_of, facts.wrong))
    # a prompt that names two options repeats the words of both
    if shared and not facts.names_distractor:
        named = ", ".join(f"`{word}`" for word in sorted(shared))
        message = f"only the right option repeats {named} from the prompt"
        yield Finding(message, facts.placed[0][0], "use the word in a distractor too, or avoid it")
