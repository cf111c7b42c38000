"""Find the braces with the answers among all braces of a GIFT question."""

import re
from dataclasses import dataclass

from sco_quiz.formats.gift.masked import Slice

_ANSWERS = re.compile(r"\s*(?:[=~#>]|(?:T|F|TRUE|FALSE)\s*(?:#|$))", re.IGNORECASE)
# a command of LaTeX, a subscript or a superscript, as before braces that were not escaped
_LATEX = re.compile(r"(?:\\[A-Za-z]+\*?|[\^_])$")


@dataclass(frozen=True, slots=True)
class Answers:
    """The offsets of the braces with the answers, and what is doubtful about them (empty: nothing)."""

    start: int
    end: int
    doubt: str = ""


def find_answers(text: Slice) -> Answers | str | None:
    """Return the braces with the answers, what is wrong with the braces, or None if there are none."""
    pairs = _pairs(text.masked)
    if not pairs:
        return "a brace is missing" if "{" in text.masked or "}" in text.masked else None
    meant = [pair for pair in pairs if _ANSWERS.match(text.masked[pair[0] + 1 : pair[1]])]
    if len(meant) > 1:
        return "two groups of answers in braces are in one question"
    start, end = (meant or pairs)[0]
    if text.masked.count("{") > 1 or text.masked.count("}") > 1:
        return Answers(start, end, "other braces are in this question")
    doubtful = not meant and _LATEX.search(text.source[:start])
    return Answers(start, end, "these braces may be a part of a formula" if doubtful else "")


def _pairs(masked: str) -> list[tuple[int, int]]:
    """Return the outer pairs of braces; those of an ordering question may hold single braces."""
    pairs, depth, start = [], 0, 0
    for brace in re.finditer("[{}]", masked):
        if brace[0] == "{":
            start = brace.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                pairs.append((start, brace.start()))
        else:
            return []
    return [] if depth else pairs
