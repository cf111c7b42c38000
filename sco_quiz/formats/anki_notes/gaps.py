"""The gaps of a cloze as Anki writes them: `{{c1::hidden words::hint}}`."""

import re
from typing import NamedTuple

from sco_quiz.core.character_references import decoded
from sco_quiz.core.html_tags import without_tags
from sco_quiz.formats.exchange.item import marker

_OPENING = re.compile(r"\{\{c(\d{1,9})::")
_END = re.compile(r"\{\{c\d+::|\}\}")


class Gap(NamedTuple):
    """A gap: its number, the HTML of what it hides, and its hint."""

    number: int
    hidden: str
    hint: str


class NestedGap(Exception):
    """A gap inside another one."""


def gaps_of(html: str) -> tuple[str, tuple[Gap, ...]]:
    """Return HTML with a marker for each gap, and the gaps. Raises NestedGap."""
    parts: list[str] = []
    gaps: list[Gap] = []
    end = 0
    while opening := _OPENING.search(html, end):
        closing = _END.search(html, opening.end())
        if closing is None:
            break  # as Anki has it, the rest is text
        if closing[0] != "}}":
            raise NestedGap
        hidden, _, hint = html[opening.end() : closing.start()].partition("::")
        gaps.append(Gap(int(opening[1]), hidden, " ".join(decoded(without_tags(hint)).split())))
        parts += [html[end : opening.start()], marker(len(gaps))]
        end = closing.end()
    return "".join([*parts, html[end:]]), tuple(gaps)
