"""Text of cells: HTML and formulas as other programs put them there, line feeds written as `\\n`."""

import re
from itertools import count

from sco_quiz.formats.exchange.item import RichText, marker
from sco_quiz.formats.rich_text.literal import escaped

_HTML = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|sub|sup|img|span|div|ul|ol|li|table|tr|td|th|code|pre|a|font)\b[^<>]*>", re.IGNORECASE
)
# a price in dollars has neither a command nor an index nor a power
_FORMULA = re.compile(r"\$\$?(?=\S)(?=[^$\n]*(?:\\[A-Za-z]|[\^_]))([^$\n]+)(?<=\S)\$\$?")
# `\n` for a line feed, unless it starts the name of a command in a formula
_LINE_FEED = re.compile(
    r"\\n(?!(?:e|eq|u|i|abla|eg|ot|otin|mid|atural|ewline|olimits|onumber|exists|leq|geq|less|gtr|subseteq)(?![A-Za-z]))"
)


def rich(cell: str) -> RichText:
    """Return the text of a cell in the form that it has."""
    text = _LINE_FEED.sub("\n", cell.strip())
    if _HTML.search(text):
        return RichText(text, "html")
    if not _FORMULA.search(text):
        return RichText(text)
    formulas = [found[1] for found in _FORMULA.finditer(text)]
    numbers = count()
    marked = escaped(_FORMULA.sub(lambda _: marker(next(numbers)), text))
    for number, formula in enumerate(formulas):
        marked = marked.replace(marker(number), f"${formula}$")
    return RichText(marked, "markdown")
