"""A typed answer is long or a list.

Learners rarely type seven words exactly, and they cannot know the order of a list. Ask for one thing, or make it a
choice of all that apply. The rule reports answers of more than six words, and answers with a comma or semicolon between
words. Two names joined by "and" are only a suggestion, because they may be one name.

Example:

    - type: short_answer
      prompt: Which cities are named in the report of 2009?
      answer: Almaty, Beijing

Instead:

    - type: short_answer
      prompt: In which city did finance ministers meet in December 2009?
      answer: Almaty
"""

import re
from collections.abc import Iterator

from sco_quiz.core.interaction import TextEntry
from sco_quiz.core.parts import Role
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "long-typed-answer"
SEVERITY = Severity.WARNING

MAXIMUM = 6
LISTED = "ask for one thing, or for all that apply (multiple_choice)"
_PAIR = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)? (?:and|&) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?")
# words before the comma, but no digit after it: "December 9, 2009" is a date
_LIST = re.compile(r"[^\W\d]{2,}\s*[,;]\s*(?!\d)")


def check(facts: Facts) -> Iterator[Finding]:
    """Report long answers and lists in typed answers and gaps."""
    if not isinstance(facts.interaction, TextEntry):
        return
    for path, answer in facts.placed_as(Role.RIGHT):
        if len(answer.split()) > MAXIMUM:
            message = f"the answer has {len(answer.split())} words, expected at most {MAXIMUM}"
            yield Finding(message, path, "ask for something shorter")
        elif _LIST.search(answer):
            yield Finding("the answer is a list", path, LISTED)
        # in a sentence with gaps the words around show whether two things are wanted
        elif not facts.gaps and _PAIR.fullmatch(answer):
            yield Finding("the answer seems to be two things", path, LISTED, severity=Severity.INFO)
