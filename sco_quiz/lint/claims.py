"""The numbers and names in the text of a question, which can be searched for in an article."""

import re
from collections.abc import Iterable

from sco_quiz.core.stop_words import STOP_WORDS
from sco_quiz.core.text import MONTHS, words

TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "st"})
SMALL = 10  # up to here a number word may just count what the writer lists: "two reasons", "the third step"
# after a period, colon, semicolon, line break or opening quotation mark a capital does not make a name,
# nor at the start of a list item or of a cell in a table;
# but the period of an initial or a title ends no sentence
# it starts with one of a few characters, for which `re` searches fast, and then looks behind them
_SENTENCE_START = re.compile(
    r"[.!?:\n;|](?:(?<=\.)(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St)\.)(?<!\bMrs\.)(?<!\bProf\.)\s{1,99}"
    r"|(?<=[!?:])\s{1,99}|(?<=[\n;|])\s{0,99}(?:-\s|\d+\.\s)?)(?=\S)"
)
_OPENING = ('"', "“", "(")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_POSSESSIVE = re.compile(r"['’]s?$")
_LETTER = r"[^\W\d_a-z]"  # a capital, or one of a few lower-case ones such as é
# initials in a row are a name (U.N.), a single one (George W. Bush) is not
# it starts with the capital, for which `re` searches fast, and then looks behind it
_CAPITAL = re.compile(rf"{_LETTER}(?<!\w.)(?<!\w['’.-].)(?:\.(?:{_LETTER}\.)+|(?!\.)[\w'’-]*)")
_NO_NAMES = STOP_WORDS | TITLES


def numbers_in(texts: Iterable[str]) -> list[str]:
    """Return the numbers of strings, number words included, each once; "one" and "first" are too common to count."""
    found: dict[str, None] = {}
    for text in texts:
        for word in dict.fromkeys(words(text)):  # each once, since a "1" is searched for in the whole text
            if word[0].isdigit() and (word != "1" or re.search(r"(?<![\d.])1(?![\d.])", text)):
                found[word] = None
    return list(found)


def is_count(number: str, text: str) -> bool:
    """Return whether a string contains a small number only as a word, such as the "two" of "two reasons"."""
    return (
        number.isdecimal()
        and len(number) <= len(str(SMALL))
        and int(number) <= SMALL
        and number not in _DIGITS.findall(text)
    )


def names_in(texts: Iterable[str]) -> dict[str, str]:
    """Return the capitalized words that do not start a sentence: folded, and as written."""
    found: dict[str, str] = {}
    for text in texts:
        starts: set[int] | None = None
        for match in _CAPITAL.finditer(text):
            at = match.start()
            if at == 0 or not text[at].isupper() or (at == 1 and text[0] in _OPENING):
                continue
            if starts is None and not _is_inside(text, at):
                starts = {start.end() for start in _SENTENCE_START.finditer(text)}
            if starts is None or at not in starts:
                parts = [word for word in words(match[0]) if _is_name(word, match[0])]
                for part in parts:
                    found.setdefault(part, _POSSESSIVE.sub("", match[0]) if len(parts) == 1 else part.title())
    return found


def _is_inside(text: str, at: int) -> bool:
    """Return whether a quick look at what is before a position shows that no sentence starts there."""
    last = text[at - 1]
    if last == " ":
        before = text[max(0, at - 2) : at - 1]
        return before.isalnum() or before == ","
    return not last.isspace() and last not in ";|"


def _is_name(word: str, written: str) -> bool:
    """Return whether a capitalized word is a name: no part of "I'm", title or function word except May and US."""
    if len(word) == 1:
        return len(written) == 1 and word != "i"
    return word not in _NO_NAMES or word in MONTHS or written in ("US", "U.S.")
