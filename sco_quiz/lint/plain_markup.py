"""What looks like markup in the text of a plain question, where learners see it as it is typed."""

import re
from collections.abc import Iterable

CODE = re.compile(r"```.*?(?:```|\Z)|`[^`]*`", re.DOTALL)
# nothing is searched further than 300 characters, so that the time grows with the length of the text alone
_MARKUP = re.compile(
    r"!\[[^]]{0,300}\]\([^)]{1,300}\)|<img\b[^>]{0,300}>"
    r"|\[[^]]{1,300}\]\([^)\s]{1,300}\)|<a\b[^>]{0,300}>"
    r"|\*\*(?=\S).{1,300}?(?<=\S)\*\*|\b__(?=\S).{1,300}?(?<=\S)__\b|</?(?:b|i|em|strong|u)>"
    r"|</?(?:br|p|sub|sup|span|div|table|tr|td|ul|li)\b[^>]{0,300}>"
    r"|\$\$.{1,300}?\$\$|\$(?=\S)[^$\n]{0,300}[\\^_={][^$\n]{0,300}(?<=\S)\$|\\\(.{1,300}?\\\)"
    r"|^[ \t]*\|(?:\s*:?-{3,}:?\s*\|)+",
    re.MULTILINE,
)
# one of these is in all of it; a gap is shown in brackets
_MARKS = ("[", "{", "<", "**", "__", "$", "\\(", "|")


def first_markup(texts: Iterable[str]) -> str:
    """Return the first markup in some strings; empty if there is none."""
    marked = (CODE.sub("", text) for text in texts if any(mark in text for mark in _MARKS))
    return next((found[0].strip() for text in marked if (found := _MARKUP.search(text))), "")
