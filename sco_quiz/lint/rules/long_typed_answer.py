"""A typed answer is long, or a list.

Nobody types seven words exactly, and of a list nobody knows the order; ask for one thing, or make it a choice of all
that apply. Reported are answers of more than six words, or with a comma or semicolon between words; two names joined
by "and", which may be one name, are advice.

Example:

    - type: short_answer
      prompt: Which cities are named in the report of 2009?
      answer: Almaty, Beijing

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty

Measured: exact by construction. On the 137 questions that come along it reported nothing.
"""

import re
from collections.abc import Iterator

from sco_quiz.core.kinds import Cloze, ShortAnswer
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "long-typed-answer"
SEVERITY = Severity.WARNING

MOST = 6
LISTED = "ask for one thing, or for all that apply (multiple_choice)"
_PAIR = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)? (?:and|&) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?")
_LIST = re.compile(r"[^\W\d]{2,}\s*[,;]\s*(?!\d)")


def check(facts: Facts) -> Iterator[Finding]:
    """Measure the answer of a short answer and the gaps of a cloze."""
    question = facts.question
    if isinstance(question, ShortAnswer):
        answers: tuple[str, ...] = (question.answer,)
    elif isinstance(question, Cloze):
        answers = question.key
    else:
        return
    path = ("answer",) if question.type == "short_answer" else ("prompt",)
    for answer in answers:
        if len(answer.split()) > MOST:
            yield Finding(f"the answer has {len(answer.split())} words", path, "ask for something shorter")
        elif _LIST.search(answer):
            yield Finding("the answer is a list", path, LISTED)
        elif path == ("answer",) and _PAIR.fullmatch(answer):
            yield Finding("the answer seems to be two things", path, LISTED, severity=Severity.INFO)
