"""Phrases: strings as words that are the same for any article, abbreviation, spelling or spelled-out number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sco_quiz.core.letters import as_written
from sco_quiz.core.text import ARTICLES, fold, read_number_words
from sco_quiz.core.typed.spelling import american

# cards get the same tables, see sco_quiz/card/tables.py
ABBREVIATIONS = {
    "&": "and",
    "approx": "approximately",
    "ave": "avenue",
    "bce": "bc",
    "blvd": "boulevard",
    "bros": "brothers",
    "co": "company",
    "corp": "corporation",
    "dept": "department",
    "ft": "fort",
    "govt": "government",
    "hr": "hour",
    "hrs": "hours",
    "inst": "institute",
    "intl": "international",
    "jnr": "junior",
    "jr": "junior",
    "ltd": "limited",
    "min": "minute",
    "mins": "minutes",
    "mt": "mount",
    "natl": "national",
    "rd": "road",
    "sec": "second",
    "secs": "seconds",
    "snr": "senior",
    "sr": "senior",
    "st": "saint",
    "univ": "university",
    "wk": "week",
    "wks": "weeks",
    "yr": "year",
    "yrs": "years",
}
# those of titles, which are before a name
TITLE_ABBREVIATIONS = {
    "capt": "captain",
    "col": "colonel",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "messrs": "mister",
    "mr": "mister",
    "mrs": "missus",
    "pres": "president",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
}
ALIASES = {
    "united states of america": "us",
    "united states": "us",
    "usa": "us",
    "u s a": "us",
    "u s": "us",
    "united kingdom": "uk",
    "u k": "uk",
    "d c": "dc",
    "ww i": "world war 1",
    "ww ii": "world war 2",
    "wwi": "world war 1",
    "wwii": "world war 2",
    "ww": "world war",
}
LEAD_INS = ("the answer is", "my answer is", "answer is")

_POSSESSIVE = re.compile(r"'(?:s(?![^\W\d_]))?", re.IGNORECASE)
_DECADE = re.compile("([0-9]0)'s(?![^\\W\\d_])", re.IGNORECASE)
_THOUSANDS = re.compile(r"([0-9])[, '](?=[0-9]{3}(?![0-9]))")
# 1914-18 is 1914 to 1918
_SHORT_RANGE = re.compile(r"([0-9]{2})([0-9]{2}) ?- ?([0-9]{2})(?![0-9])")
_RANGE = re.compile(r"([0-9]) ?- ?(?=[0-9])")
# co-operate, A-level, text.size; but not U.S. and St.
_TIE = re.compile(r"[-_:/](?=[^\W_])|\.(?=[^\W_]{2})")
_INITIAL = re.compile(r"\.[^\W\d_](?![^\W_])")
_TOKEN = re.compile(
    r"[0-9]+(?:\.[0-9]+)?(?:(?:st|nd|rd|th)(?![a-z]))?|[,;/|>]|&"
    r"|[^\s0-9!-/:-@\[-`{-~\u00a1-\u00b4\u00b6-\u00bf\u2000-\u206f\u3000-\u303f]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word; `capital`: it is written with one; `cut`: a comma or slash follows; `tied`: to the next word.

    `initial`: it is a letter with a point before another one, as in a.m.
    """

    word: str
    capital: bool = False
    cut: bool = False
    tied: bool = False
    initial: bool = False


Phrase = tuple[Token, ...]


@lru_cache(maxsize=4096)
def read_phrase(text: str, articles: bool = False, spelling: bool = False) -> Phrase:
    """Return the words of a string; `articles` and `spelling` keep these as they are typed.

    >>> [token.word for token in read_phrase("The Theater of the U.S., twenty-one yrs, 1914–18")]
    ['theater', 'of', 'us', '21', 'years', '1914', 'to', '1918']
    """
    tokens = _with_aliases(_tokens(_prepared(text)))
    tokens = _without_lead_in(tokens)
    tokens = _with_numbers(tokens if articles else _without_articles(tokens))
    words = [_expanded(token, at, len(tokens)) for at, token in enumerate(tokens)]
    if not spelling:
        words = [american(word) for word in words]
    return tuple(replace(token, word=word) for word, token in zip(words, tokens, strict=True))


def words_of(phrase: Phrase) -> list[str]:
    """Return the words alone."""
    return [token.word for token in phrase]


def joined(words: Sequence[str]) -> str:
    """Return words without spaces but between digits: "news paper" is "newspaper", "1 1" is not "11"."""
    text = ""
    for word in words:
        text += f" {word}" if text[-1:].isdigit() and word[0].isdigit() else word
    return text


def _prepared(text: str) -> str:
    text = _POSSESSIVE.sub("", _DECADE.sub(r"\1s", as_written(text)))
    text = _THOUSANDS.sub(r"\1", text)
    text = _SHORT_RANGE.sub(r"\1\2 to \1\3", text)
    return _RANGE.sub(r"\1 to ", text)


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        part = match[0]
        if part in ",;/|>":
            if tokens:
                tokens[-1] = replace(tokens[-1], cut=True)
        elif word := fold(part):  # an accent alone is not a word
            end = match.end()
            tied, initial = (bool(each.match(text, end)) for each in (_TIE, _INITIAL))
            tokens.append(Token(word, part[0].isupper(), tied=tied, initial=initial))
    return tokens


def _with_aliases(tokens: list[Token]) -> list[Token]:
    """Replace the long names of some countries and wars by their short ones."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        for length in (4, 3, 2, 1):
            part = tokens[at : at + length]
            alias = ALIASES.get(" ".join(token.word for token in part))
            if alias and not any(token.cut for token in part[:-1]):
                result += [Token(word, part[0].capital) for word in alias.split()]
                result[-1] = replace(result[-1], cut=part[-1].cut, tied=part[-1].tied)
                at += len(part)
                break
        else:
            result.append(tokens[at])
            at += 1
    return result


def _without_lead_in(tokens: list[Token]) -> list[Token]:
    for lead_in in LEAD_INS:
        words = lead_in.split()
        if [token.word for token in tokens[: len(words)]] == words and len(tokens) > len(words):
            return tokens[len(words) :]
    return tokens


def _without_articles(tokens: list[Token]) -> list[Token]:
    """Remove the articles; but not a last word (vitamin A) or an inner capital (hepatitis A virus)."""
    last = len(tokens) - 1
    kept = [token for at, token in enumerate(tokens) if at == last or not _is_article(token, at)]
    return kept or tokens


def _is_article(token: Token, at: int) -> bool:
    """Whether a word is an article, not a letter as in a.m."""
    is_letter = token.word == "a" and (token.initial or (token.capital and at > 0))
    return token.word in ARTICLES and not token.cut and not is_letter


def _with_numbers(tokens: list[Token]) -> list[Token]:
    """Replace number words by digits, those of ordinals with a point."""
    words = [token.word for token in tokens]
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        value, used = read_number_words(words, at)
        if used and not (words[at] == "second" and result and result[-1].word.isdigit()):
            last = tokens[at + used - 1]
            point = "." if re.search(r"(?:th|first|second|third)$", last.word) else ""
            result.append(Token(f"{value}{point}", cut=last.cut, tied=last.tied))
        else:
            word = re.sub(r"^([0-9]+)(?:st|nd|rd|th)$", r"\1.", words[at])
            result.append(replace(tokens[at], word=word))
            used = 1
        at += used
    return result


def _expanded(token: Token, at: int, length: int) -> str:
    word = token.word
    # co-operate, min-max; but St-Denis
    if token.tied and word != "st":
        return word
    if word == "st" and 0 < at == length - 1:
        return "street"
    # 6 ft is a length, and Co alone is cobalt
    if (word == "ft" and at) or (word == "co" and not at):
        return word
    if at < length - 1 and word in TITLE_ABBREVIATIONS:
        return TITLE_ABBREVIATIONS[word]
    return ABBREVIATIONS.get(word, word)
