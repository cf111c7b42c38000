"""The prompt asks for what is not true.

Learners overlook "not", and a correct answer shows only that they know what is wrong, not what is right. The rule
reports a question word followed within eight words by not, never, least or a similar word ("at least" is fine), or
"except" anywhere. If the word is in capitals or bold, it is only a suggestion. For true/false statements there is
`negated-statement`.

Example:

    - type: single_choice
      prompt: In which city did finance ministers not meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]

Instead:

    - type: single_choice
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
      distractors: [Astana, Moscow, Beijing]
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern, phrases

NAME = "negative-prompt"
SEVERITY = Severity.WARNING

# authors who emphasize the word know what they do, and learners do not overlook it
_EMPHASIZED = re.compile(r"\b(?:NOT|EXCEPT|LEAST|NEVER|INCORRECT|FALSE)\b|\*\*(?:not|except|least|never)\*\*")
REACH = 8


def check(facts: Facts) -> Iterator[Finding]:
    """Report a negation in the reach of a question word."""
    if not facts.asks:
        return
    found = negation_in(facts.folded_stem)
    if found:
        emphasized = bool(_EMPHASIZED.search(facts.question.prompt))
        severity = Severity.INFO if emphasized else None
        yield Finding(f"the prompt is negative: `{found}`", hint="ask for what is true", severity=severity)


def negation_in(folded: str) -> str:
    """Return the word that negates a folded prompt, or an empty string."""
    # a test for a substring is faster than a pattern, and almost all prompts end here
    if "except" in folded and re.search(r"\bexcept\b", folded):
        return "except"
    match = pattern("negations").search(folded)
    if not match:
        return ""
    # a negation far from the question word is in another clause
    tokens = folded.replace("at least", "").split()
    openings = [index for index, token in enumerate(tokens) if token.strip("“\"'(") in phrases("question-words")]
    for start in openings:
        reach = " ".join(tokens[start + 1 : start + 1 + REACH])
        if within := pattern("negations").search(reach):
            return within[0]
    return ""
