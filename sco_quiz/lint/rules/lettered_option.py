"""Options have letters, or the answer is only a letter.

The quiz and the cards number options themselves, in another order each time: learners would read "2: A) Moscow". The
rule reports options that start with letters in a row, and an answer that is only a letter.

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

_LETTERED = re.compile(r"\(?([A-Za-z])([).:])\s+(\S.*)", re.DOTALL)
MIN_CHARACTERS = 4  # shorter options may be letters or symbols themselves, such as blood groups
_LETTER = re.compile(r"\(?([A-Za-z])[).:]?")


def check(facts: Facts) -> Iterator[Finding]:
    """Report letters before options, and a letter instead of an answer."""
    lettered = {path: found for path, text in facts.placed if (found := _LETTERED.fullmatch(text))}
    texts = {found[1].upper(): found[3] for found in lettered.values()}
    bare = [(path, found[1].upper()) for path, text in facts.placed if (found := _LETTER.fullmatch(text))]
    letters = {*texts, *(letter for _, letter in bare)}
    row = set(ascii_uppercase[: len(facts.placed)])
    # letters in a row, not the initials of names; nobody writes initials with a parenthesis
    sure = len(texts) > 1 and {found[2] for found in lettered.values()}.isdisjoint(".:")
    all_lettered = texts and len(lettered) + len(bare) == len(facts.placed)
    if not letters <= row or not (sure or all_lettered):
        lettered = {}
    for path, letter in bare:
        message = f"the answer is only the letter {letter}"
        if lettered and letter in texts:
            yield Finding(message, path, f"write `{texts[letter]}`, and remove it from the wrong options")
        elif letter in row and all(len(text) >= MIN_CHARACTERS for other, text in facts.placed if other != path):
            yield Finding(message, path, "write the text of the right option", severity=Severity.WARNING)
    for path, found in lettered.items():
        yield Finding(f"the option starts with a letter: `{found[0]}`", path, f"write `{found[3]}`")
