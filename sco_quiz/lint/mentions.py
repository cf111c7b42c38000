"""The numbers, dates and names in the text of an article, as they are written there."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sco_quiz.core.coverage import Kind
from sco_quiz.core.source import trace_form
from sco_quiz.core.stop_words import STOP_WORDS
from sco_quiz.core.text import MONTH_NAMES, Date, read_number_words, words
from sco_quiz.core.typed.dates import read_dates
from sco_quiz.lint.claims import names_in

_MONTH = f"(?:{'|'.join(MONTH_NAMES)})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:{_DAY} (?:of )?)?{_MONTH}\b(?: {_DAY}(?!\d))?(?:,? \d{{4}}\b)?"
    r"|\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}([./])\d{1,2}\1\d{4}\b"
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ENDING = re.compile(r"(?:st|nd|rd|th)?(?:[ -]([^\W\d_]+))?")
_CAPITALIZED = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)*")
_HEADLINE = re.compile(r"\b[A-Z]{2,}(?: [A-Z]{2,}){2,}\b")  # capitals that make no name: THE TIES THAT BIND
_POSSESSIVE_END = re.compile(r"(?<=['’]s) ")
# number words of a scan that has lost the second letter of fi
_DAMAGED = {trace_form(word): word for word in ["five", "fifteen", "fifty", "first", "fifth", "fifteenth", "fiftieth"]}


class Mention(NamedTuple):
    """A number, date or name, and what it is searched by: a value, a day, or the words of the name.

    `key` is the last word of a name that is not a common word: Imanaliev of Secretary General Imanaliev.
    """

    kind: Kind
    text: str
    forms: tuple[str, ...] = ()
    key: str = ""
    date: Date | None = None


class Vocabulary(NamedTuple):
    """The words of an article that are names, and those that occur in lower case, too."""

    names: frozenset[str]
    common: frozenset[str]


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """Return the names and the common words of some strings."""
    texts = tuple(texts)
    lower = (word for text in texts for word in re.findall(r"(?<!\w)[a-z]+", text))
    return Vocabulary(frozenset(names_in(texts)), frozenset(map(trace_form, lower)))


def dates_in(text: str) -> dict[str, Date]:
    """Return the dates of a string, as written; a month alone counts, too, except May."""
    found = {}
    for match in _DATE.finditer(text):
        if match[0] != "May" and (dates := read_dates(match[0], whole=False)):
            found[match[0]] = min(dates, key=repr)
    return found


def mentions_in(text: str, known: Vocabulary) -> tuple[Mention, ...]:
    """Return the names, dates and numbers of a string, each once, in this order."""
    text = _HEADLINE.sub(lambda match: match[0].lower(), text)
    dates = [Mention("date", written, date=date) for written, date in dates_in(text).items()]
    # a number or month of a date is no number or name of its own
    rest = _DATE.sub(" ; ", text)
    return tuple(dict.fromkeys([*_names(rest, known), *dates, *_numbers(rest)]))


def _names(text: str, known: Vocabulary) -> Iterator[Mention]:
    for match in _CAPITALIZED.finditer(text):
        for name in _POSSESSIVE_END.split(match[0]):
            # what begins a sentence is a name only if it is one elsewhere
            written = [word for word in name.split() if known.names.issuperset(words(word)) and words(word)]
            forms = tuple(trace_form(form) for word in written for form in words(word))
            if forms:
                own = [form for form in forms if form not in known.common]
                yield Mention("name", re.sub(r"['’]s?$", "", " ".join(written)), forms, (own or forms)[-1])


def _numbers(text: str) -> Iterator[Mention]:
    """Yield the numbers with the word after them; one and first are too common to count."""
    tokens = list(_TOKEN.finditer(text))
    plain = [_DAMAGED.get(trace_form(token[0].lower()), token[0].lower()) for token in tokens]
    at = 0
    while at < len(tokens):
        number, used = read_number_words(plain, at)
        value = str(number) if used else words(plain[at])[0] if plain[at][0].isdigit() else ""
        if value and (value, used) != ("1", 1):
            end = tokens[at + max(used, 1) - 1].end()
            yield Mention("number", text[tokens[at].start() : _with_noun(text, end)], (value,))
        at += max(used, 1)


def _with_noun(text: str, end: int) -> int:
    """Return where a number ends with its ordinal ending and the word that it counts."""
    after = _ENDING.match(text, end)
    if after is None or after[1] is None:
        return after.end() if after else end
    return after.end() if after[1].lower() not in STOP_WORDS else after.start(1) - 1
