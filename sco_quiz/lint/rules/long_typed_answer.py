"""A typed answer is long or a list.

Learners rarely type seven words exactly, and they cannot know how much of a list is wanted. Ask for one thing, or make
it a choice of all that apply. The rule reports answers of more than six words, without articles, and answers with a
comma or semicolon between words, except a place with its state or country ("Boston, Massachusetts"). Two names joined
by "and" are fine: learners may type them in either order.

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
from sco_quiz.core.text import ARTICLES, content_words
from sco_quiz.core.typed.places import may_follow
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "long-typed-answer"
SEVERITY = Severity.WARNING

MAXIMUM = 6
LISTED = "ask for one thing, or for all that apply (multiple_choice)"
# words before the comma, but no digit after it: "December 9, 2009" is a date
_LIST = re.compile(r"[^\W\d]{2}\s*[,;]\s*(?!\d)")


def check(facts: Facts) -> Iterator[Finding]:
    """Report long answers and lists in typed answers and gaps."""
    if not isinstance(facts.interaction, TextEntry):
        return
    for path, answer in facts.placed_as(Role.RIGHT):
        count = sum(word.lower() not in ARTICLES for word in answer.split())
        if count > MAXIMUM:
            message = f"the answer has {count} words, expected at most {MAXIMUM}"
            yield Finding(message, path, "ask for something shorter")
        elif _LIST.search(answer) and not _is_place(answer):
            yield Finding("the answer is a list", path, LISTED)


def _is_place(answer: str) -> bool:
    place, _, tail = (" ".join(content_words(part)) for part in answer.partition(","))
    return may_follow(tail, place)
