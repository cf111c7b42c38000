"""Markdown of other programs as HTML, where it has more than ours."""

import re
from functools import cache

from markdown_it import MarkdownIt

# headings, quotations, rules, references, code that is indented, HTML and entities, which ours does not have
_MORE = re.compile(
    r"^ {0,3}(?:#{1,6}\s|>|(?:[-*_][ \t]*){3,}$|=+[ \t]*$|\[[^\]\n]+\]:)|<[!/A-Za-z]|&#?\w+;|~~|"
    r"!\[[^\]]*\]\((?!media/)|^[ \t]*\n(?: {4}|\t)",
    re.MULTILINE,
)
_MATH = re.compile(
    r"\$\$(?:\\.|[^\\$])+\$\$|(?<!\\)\$(?![\s$])(?:\\.|[^\\$])+(?<!\s)\$(?!\d)|\\\\[(\[].+?\\\\[)\]]", re.DOTALL
)


# bold type that begins or ends with punctuation in the middle of a word, as in she**'s**: PHP Markdown reads it
_IN_WORD = re.compile(r"(?<=\w)\*\*(?=[^\w\s*])([^*\n]*[^*\s])\*\*|\*\*(?=[^\s*])([^*\n]*[^\w\s*])\*\*(?=\w)")


def html_of_markdown(source: str) -> str:
    """Return Markdown as HTML; nothing if it has only what ours has, and can stay as it is."""
    if "`" not in source:  # stars in code are powers
        source = _IN_WORD.sub(lambda bold: f"<strong>{bold[1] or bold[2]}</strong>", source)
    if not _MORE.search(source):
        return ""
    # a formula has no markup, and what it has of HTML is escaped
    return str(_reader().render(_MATH.sub(_kept, source)))


def _kept(formula: re.Match[str]) -> str:
    tex = formula[0]
    if tex.startswith("\\\\"):
        return re.sub(r"([\\`*_<&])", r"\\\1", tex.replace("\\\\(", "\\(").replace("\\\\)", "\\)"))
    return re.sub(r"([\\`*_<&])", r"\\\1", tex)


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"breaks": True}).enable(["table", "strikethrough"])
