"""The gap of a cloze comes early in the sentence.

Learners infer hidden words from what they have read before. A gap among the first words makes them read the sentence
twice. The rule reports a single gap in the first third of a cloze of more than five words.

Example:

    - type: cloze
      prompt: "{{c1::Almaty}} was the city in which finance ministers of six countries met in December 2009."

Instead:

    - type: cloze
      prompt: "Finance ministers of six countries met in December 2009 in the city of {{c1::Almaty}}."
"""

from collections.abc import Iterator
from itertools import takewhile

from sco_quiz.core.nodes import GapMark
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "early-gap"
SEVERITY = Severity.INFO

# in a short sentence the whole text is seen at once
MIN_WORDS, PART = 6, 3


def check(facts: Facts) -> Iterator[Finding]:
    """Report a single gap in the first third of the text."""
    if len(facts.gaps) != 1:
        return
    nodes = takewhile(lambda node: not isinstance(node, GapMark), facts.question.stem.inlines)
    before = len(plain_text(nodes).split())
    length = len(facts.question.stem.solved.split())
    if length >= MIN_WORDS and before * PART < length:
        hint = "rephrase the sentence so that the gap comes later"
        yield Finding(f"the gap comes after {before} of {length} words", hint=hint)
