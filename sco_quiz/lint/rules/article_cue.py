"""The article at the end of the prompt matches the right option but not every distractor.

After "… is an" only an option that starts with a vowel sound is possible. Write "a(n)", or move the article into the
options. The rule ignores options that start with an abbreviation in capitals: it is an SCO, but a NATO member.

Example:

    - type: single_choice
      prompt: "What the finance ministers of six countries held in Almaty was an:"
      answer: evening meeting
      distractors: [parade, conference]

Instead:

    - type: single_choice
      prompt: "What the finance ministers of six countries held in Almaty was:"
      answer: a meeting of six finance ministers
      distractors: [an exchange of six finance ministers, a parade of six finance ministers]
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.core.text import fold
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "article-cue"
SEVERITY = Severity.WARNING

_ARTICLES = {"a", "an"}
_ENDS = re.compile(r"\b(an?)\s*[:_.…]*$", re.IGNORECASE)
# vowels by sound: not the u of union, user, Ukraine, utility or uranium, but silent h, and letters and numbers that
# are pronounced with a vowel first (an X, an 8)
_VOWEL = re.compile(r"[aeio]|u(?!ni(?![mn])|s[aeiu]|kr|ti|r[aou])|hours?\b|hono|honest|heir|8|11\b|18\b|[fhlmnrsx]\b")
_ABBREVIATION = re.compile(r"[A-Z]{2,}\b")
# written with a vowel, pronounced with a consonant
_CONSONANT = re.compile(r"one\b|once\b|eu|ewe")


def check(facts: Facts) -> Iterator[Finding]:
    """Report an article that does not match the first sound of a distractor."""
    ends = _ENDS.search(facts.prose) if facts.wrong and facts.mentions(_ARTICLES) else None
    if not ends:
        return
    vowel = ends[1].casefold() == "an"
    # an article that does not even match the right option is a mistake of grammar, not a hint
    if all(_starts_with_vowel(text) is vowel for text in facts.keys):
        misfits = [text for text in facts.wrong if _starts_with_vowel(text) is (not vowel)]
        if misfits:
            hint = "write `a(n)`, or move the article into the options"
            yield Finding(f"`{ends[1]}` does not match `{misfits[0]}`", hint=hint)


def _starts_with_vowel(text: str) -> bool | None:
    """Return whether the text starts with a vowel sound; None for an abbreviation, which may be read either way."""
    if _ABBREVIATION.match(text):
        return None
    folded = fold(text)
    return bool(_VOWEL.match(folded)) and not _CONSONANT.match(folded)
