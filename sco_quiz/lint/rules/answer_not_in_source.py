"""The key words of the answer do not occur in the cited paragraphs.

At least 60% of the content words of the answer (for a true/false statement: of the corrected statement) must occur
there, in singular or plural. An answer with fewer matches may be right, but readers cannot find it in the paragraph.
Cite the paragraph that contains the answer, or use its terms in the answer. If learners have to infer the answer, allow
the rule and say from what. Distractors may occur in a cited paragraph: good ones come from the same text.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: the capital

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.trace import share_found

NAME = "answer-not-in-source"
SEVERITY = Severity.WARNING
MIN_SHARE = 0.6


def check(facts: Facts) -> Iterator[Finding]:
    """Report an answer with too few content words in the cited paragraphs."""
    cited = facts.cited
    if cited is None or isinstance(facts.interaction, NumberEntry):  # number-not-in-source checks it
        return
    # a semicolon keeps the words of two answers from forming one number or name
    share = share_found(" ; ".join(facts.key_texts), cited)
    if share < MIN_SHARE:
        expected = f"expected at least {MIN_SHARE:.0%}"
        message = f"{share:.0%} of the answer's key words occur in the cited paragraphs, {expected}"
        hint = "cite the paragraph that contains the answer, or allow the rule and say how to infer the answer"
        yield Finding(message, facts.key_path, hint)
