"""Options have letters, or the answer is only a letter.

The quiz and the cards number options themselves, in another order each time: learners would read "2: A) Moscow". The
rule reports options that all start with letters in a row, and an answer that is the letter of one of them.

Example:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: B
      distractors: [A) Moscow, B) Almaty, C) Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Moscow, Beijing]
"""

import re
from collections.abc import Iterator
from string import ascii_uppercase

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "lettered-option"
SEVERITY = Severity.ERROR

_LETTERED = re.compile(r"\(?([A-Za-z])[).:]\s+(\S.*)", re.DOTALL)
_LETTER = re.compile(r"\(?([A-Za-z])[).:]?")


def check(facts: Facts) -> Iterator[Finding]:
    """Report letters before options, and a letter instead of an answer."""
    lettered = {path: found for path, text in facts.placed if (found := _LETTERED.fullmatch(text))}
    texts = {found[1].upper(): found[2] for found in lettered.values()}
    bare = [(path, found[1].upper()) for path, text in facts.placed if (found := _LETTER.fullmatch(text))]
    letters = {*texts, *(letter for _, letter in bare)}
    # letters in a row, not the initials of names
    in_a_row = letters <= set(ascii_uppercase[: len(facts.placed)])
    if not texts or len(lettered) + len(bare) < len(facts.placed) or not in_a_row:
        return
    for path, letter in bare:
        if letter in texts:
            hint = f"write `{texts[letter]}`, and remove it from the wrong options"
            yield Finding(f"the answer is only the letter {letter}", path, hint)
    for path, found in lettered.items():
        yield Finding(f"the option starts with a letter: `{found[0]}`", path, f"write `{found[2]}`")
