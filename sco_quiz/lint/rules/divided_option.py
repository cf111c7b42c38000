"""A comma divides an option into two.

In a list in square brackets, each comma starts another item, also one within the parentheses of a pair or a formula.
The rule reports two items in a row if the first opens brackets or a formula and the second closes them. Put text that
contains a comma in quotes, or write each item on a line of its own.

Example:

    - type: single_choice
      prompt: Which type has a list of words in this program?
      answer: list<word>
      distractors: [map<word, key>, set<word>]

Instead:

    - type: single_choice
      prompt: Which type has a list of words in this program?
      answer: list<word>
      distractors: ['map<word, key>', set<word>]
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sco_quiz.core.parts import Role
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "divided-option"
SEVERITY = Severity.WARNING

# of `Map<K, V>` or `$x, y$`
_HALVES = re.compile(r"[^<\n]*\w<\w[^<>\n]*\n[^<>\n]*\w>|[^$\n]*\$[^$\s][^$\n]*\n[^$\n]*[^$\s]\$")
# one of these is in every first half
_MARKS = ("(", "[", "{", "<", "$")
_OPENED, _CLOSED = re.compile(r"[(\[{]\S"), re.compile(r"\S[)\]}]")


def check(facts: Facts) -> Iterator[Finding]:
    """Report neighbors in a list that are halves of one option."""
    if not any(mark in facts.everything for mark in _MARKS):
        return
    placed = facts.placed_as(Role.RIGHT, Role.WRONG, Role.ACCEPTED, Role.REJECTED, Role.PARTIAL, Role.ITEM)
    for (path, first), (following, second) in pairwise(placed):
        in_one_list = len(path) > 1 and path[:-1] == following[:-1]
        if in_one_list and (_are_halves(first, second) or (_depth(first) == 1 and _depth(second) == -1)):
            quote = "'" if "'" not in first + second else '"'
            hint = f"put text with a comma in quotes: {quote}{first}, {second}{quote}"
            yield Finding(f"`{first}` and `{second}` look like the halves of one option", path, hint)


def _are_halves(first: str, second: str) -> bool:
    return ("<" in first or "$" in first) and bool(_HALVES.fullmatch(f"{first}\n{second}"))


def _depth(text: str) -> int:
    """Return how many brackets text leaves open; negative if it closes others."""
    return len(_OPENED.findall(text)) - len(_CLOSED.findall(text))
