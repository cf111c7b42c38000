"""Text contains markup, which learners see as it is typed.

Questions are plain text: there is no bold or italic type, no link, table, formula or picture. The rule reports
Markdown, HTML and LaTeX outside of backticks.

Example:

    - type: short_answer
      prompt: In which city did **finance** ministers of SCO members meet in December 2009?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers of SCO members meet in December 2009?
      answer: Almaty
"""

import re
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "literal-markup"
SEVERITY = Severity.WARNING

_CODE = re.compile(r"`[^`]*`")
_MARKUP = {
    "a picture": re.compile(r"!\[[^]]*\]\([^)]+\)|<img\b[^>]*>"),
    "a link": re.compile(r"\[[^]]+\]\([^)\s]+\)|<a\b[^>]*>"),
    "bold or italic type": re.compile(r"\*\*(?=\S).+?(?<=\S)\*\*|\b__(?=\S).+?(?<=\S)__\b|</?(?:b|i|em|strong|u)>"),
    "HTML": re.compile(r"</?(?:br|p|sub|sup|span|div|table|tr|td|ul|li)\b[^>]*>"),
    "a formula": re.compile(r"\$\$.+?\$\$|\$(?=\S)[^$\n]*[\\^_={][^$\n]*(?<=\S)\$|\\\(.+?\\\)"),
    "a table": re.compile(r"^\s*\|(?:\s*:?-{3,}:?\s*\|)+", re.MULTILINE),
}


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first markup of each text."""
    for part in facts.parts:
        text = _CODE.sub("", part.content.plain)
        for name, pattern in _MARKUP.items():
            if found := pattern.search(text):
                message = f"learners see this as it is typed: `{found[0].strip()}`"
                yield Finding(message, part.path, f"write plain text: {name} is not possible")
                break
