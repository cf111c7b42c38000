"""Texts of others made harmless: what could move the cursor, change the terminal or hide text is shown as its code."""

import re
import unicodedata

_CONTROL = re.compile(r"[^\n\x20-\x7e]")
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_JOINERS = "\u200c\u200d"
# what Unicode calls letters, signs or marks, and what shows nothing
_EMPTY = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0d\uffa0\U000e0100-\U000e01ef]")
MOST_MARKS = 4  # on one letter: beyond any language's need, they paint over the lines around
LONGEST, MOST_LINES = 2000, 40


def visible(text: str, kept: str = SPACES) -> str:
    """The text with every character that could act on the terminal or hide text written as JSON writes it.

    Line feeds stay, and so do the spaces in `kept`. Letters of scripts that run from the right stay, with the joiners
    that Persian and Indic spelling needs; anything else that steers direction or width does not. JSON made visible is
    JSON with the same values.

    >>> visible("a\\x1b[2J\\u202eb")
    'a\\\\u001b[2J\\\\u202eb'
    """
    if text.isascii() and not _CONTROL.search(text):
        return text
    shown, marks = [], 0
    for index, character in enumerate(text):
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        harmless = character.isprintable() or character == "\n" or character in kept or _joins(text, index)
        plain = harmless and marks <= MOST_MARKS and not _EMPTY.match(character)
        shown.append(character if plain else _code(character))
    return "".join(shown)


def one_line(text: str) -> str:
    """The text made visible, on one line."""
    return visible(" ".join(text.split("\n")))


def shortened(text: str, question_id: str) -> str:
    """The start of a text too long for a screen, and where the whole question is to be had."""
    start = "\n".join(text[:LONGEST].split("\n")[:MOST_LINES])
    left = len(text) - len(start)
    return f"{start}… ({left} more characters; `sco-quiz show {question_id}` prints all)" if left else text


def _joins(text: str, index: int) -> bool:
    """Whether a joiner stands where spelling needs it (RFC 5892, appendix A, without the shapes)."""
    if text[index] not in _JOINERS or not 0 < index < len(text) - 1:
        return False
    before = text[index - 1]
    spelt = unicodedata.bidirectional(before) == "AL" or unicodedata.combining(before) == 9
    return spelt and unicodedata.category(text[index + 1])[0] in "LM"


def _code(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
