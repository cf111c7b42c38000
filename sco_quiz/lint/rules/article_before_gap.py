"""An article before a gap hints at the hidden words.

"a" or "an" shows whether the hidden words start with a vowel sound. Hide the article too, or write "a(n)".

Example:

    - type: cloze
      prompt: "In December 2009 finance ministers of six countries held in Almaty a {{c1::conference}}."

Instead:

    - type: cloze
      prompt: "In 2009 there met in Almaty, as the guests of that city, a(n) {{c1::number of finance ministers}}."
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sco_quiz.core.nodes import GapMark
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "article-before-gap"
SEVERITY = Severity.WARNING

# `\Z`, because `$` would also match before a line break
_ARTICLE = re.compile(r"\b(an?) \Z", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first article before a gap."""
    if not facts.gaps:
        return
    for before, node in pairwise(facts.question.stem.inlines):
        match = _ARTICLE.search(plain_text([before])) if isinstance(node, GapMark) else None
        if match:
            yield Finding(f"`{match[1]}` before the gap hints at its first sound", hint="hide it too, or write `a(n)`")
            return
