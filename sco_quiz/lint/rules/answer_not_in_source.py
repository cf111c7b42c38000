"""The key words of the answer do not occur in the cited paragraphs.

Readers who look up the answer must find it. The rule warns if the cited paragraphs contain no content word of the
answer (for a true/false statement: of the corrected statement) while another paragraph contains most of them: cite
that one, or correct the answer. For the levels `remember` and `understand` it suggests a look if fewer than 60 % occur,
in any form of the word; from `apply` on, learners infer the answer, and the explanation says from what. An answer in
other words than the article's is fine. Distractors may occur in a cited paragraph: good ones come from the same text.

Example:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Beijing

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in 2009?
      answer: Almaty
"""

from collections.abc import Iterator

from sco_quiz.core.figures import percent
from sco_quiz.core.interaction import NumberEntry
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "answer-not-in-source"
SEVERITY = Severity.WARNING
MIN_SHARE = 0.6


def check(facts: Facts) -> Iterator[Finding]:
    """Report an answer with too few content words in the cited paragraphs."""
    cited = facts.cited
    if cited is None or isinstance(facts.interaction, NumberEntry):  # number-not-in-source checks it
        return
    # a semicolon keeps the words of two answers from forming one number or name
    text = " ; ".join(facts.key_prose)
    share = cited.share(text)
    if share >= MIN_SHARE:
        return
    most, number = cited.share_elsewhere(text)
    if not share and most >= MIN_SHARE:
        message = f"the answer does not occur in the cited paragraphs, but in paragraph {number}"
        yield Finding(message, facts.key_path, "cite the paragraph that contains the answer, or correct the answer")
    elif not facts.inferred:
        expected = f"expected at least {percent(MIN_SHARE)}"
        message = f"{percent(share)} of the answer's key words occur in the cited paragraphs, {expected}"
        hint = "check that the cited paragraphs contain the answer, in these or in other words"
        yield Finding(message, facts.key_path, hint, severity=Severity.INFO)
