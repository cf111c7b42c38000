"""The prompt asks for what is not so.

Readers overlook the "not", and who answers rightly has shown what is wrong, not what is right. Reported is a question
word followed within eight words by not, never, least and their like ("at least" is fine), or "except" anywhere;
statements to be judged true or false have a rule of their own. With the word in capitals or bold it is advice.

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

Measured: published precision 0.5 to 0.7, recall 0.3 to 0.8, for the form with a question word. On the 137 questions
that come along it reported nothing.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import pattern, phrases

NAME = "negative-prompt"
SEVERITY = Severity.WARNING

_EMPHASISED = re.compile(r"\b(?:NOT|EXCEPT|LEAST|NEVER|INCORRECT|FALSE)\b|\*\*(?:not|except|least|never)\*\*")
_REACH = 8


def check(facts: Facts) -> Iterator[Finding]:
    """Look for a negation in the reach of a question word."""
    if facts.question.type in ("true_false", "cloze"):
        return
    found = negation_in(facts.folded_stem)
    if found:
        emphasised = bool(_EMPHASISED.search(facts.question.prompt))
        severity = Severity.INFO if emphasised else None
        yield Finding(f"the prompt asks what is `{found}` so", hint="ask for what is so", severity=severity)


def negation_in(folded: str) -> str:
    """The word that turns a folded prompt round; "" when there is none."""
    if "except" in folded and re.search(r"\bexcept\b", folded):
        return "except"
    match = pattern("negations").search(folded)
    if not match:
        return ""
    tokens = folded.replace("at least", "").split()
    openings = [index for index, token in enumerate(tokens) if token.strip("“\"'(") in phrases("question-words")]
    for start in openings:
        reach = " ".join(tokens[start + 1 : start + 1 + _REACH])
        if within := pattern("negations").search(reach):
            return within[0]
    return ""
