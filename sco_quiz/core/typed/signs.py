"""What compares as typed, and which symbols must be there. The words of a form are no matter of this module."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from sco_quiz.core.letters import as_written, fold, lower
from sco_quiz.core.text import ARTICLES, content_words
from sco_quiz.core.typed.closeness import DIFFERENT, SAME, Comparison, Key, near
from sco_quiz.core.typed.differences import describe
from sco_quiz.core.typed.symbols import WORDS, names_of, spelled

_BEFORE = re.compile(r"""[\s"'«»“”¿¡]+""")
_BEHIND = re.compile(r"""(?<![\s"'«»“”.?!])[\s"'«»“”.?!]+$""")
# backslash, braces, an assignment, a variable, a call but not "member(s)" or "colo(u)r", tags, pairs, statements,
# spans, paths
_CODE = re.compile(
    r"[\\\[\]{}=]|\$[A-Za-z_{(]|\w\((?!e?s\)|[a-z]+\)[a-z])|</?[a-z][^<>]*>|\"\s*:|:\s*\"|;\s*$|\(\)|\(\(|\(\*|->|::|\w\.\.\w|\?\.\w|(?:^|\s)/\w+/\w",
    re.IGNORECASE,
)
# n!, f'
_POSTFIX = re.compile(r"(?:[^\W\d_]|\d+|.*\))!|[^\W\d_]['\"]+")
# n-1, x^2, e^-x: a hyphen is a minus sign, unlike in e-book and B-12
_ALGEBRA = re.compile(r"(?:[a-z](?![a-z])|[0-9 .()*/+^-])+")
_MINUS = re.compile(r"\b(?:minus|negative)\b")
_WHOLE_POWER = re.compile(r"([a-z)])\^(?=[0-9])")
_FREE_SPACE = re.compile(r"(?:(?<!\s)\s+)?(->|=>|::|[=,;(){}\[\]<>|&+*])\s*")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_INSIDE = re.compile(r"(?<=\w)(?:[-/.:!?]+(?=\w)|[.:!?]+(?=\s|$))")
_LED = re.compile(r"\s*([./])(?=\w)")
_PIECE = re.compile(r"\S+")
_SOFT = frozenset("-./:!?")
_CURRENCY = "Sc"
_OF_NUMBERS = re.compile(r"[<>~]=?|\+/-|#")
_SHORT = 3  # in a longer word a typo is forgiven, so that the word cannot tell where its symbol is


def same_letters(typed: str, form: str, key: Key) -> Comparison | None:
    """Return SAME for strings that differ in nothing but case, spacing, and how symbols are typed."""
    return SAME if _whole(typed, lower) == _whole(form, lower) else None


def same_text(typed: str, form: str, key: Key) -> Comparison | None:
    """Return SAME for strings that differ in nothing but case, spacing, accents, and how symbols are typed."""
    return SAME if _whole(typed) == _whole(form) else None


def as_typed(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare a form of symbols, of an article or of code alone as typed; None for any other form."""
    if _is_algebra(as_written(form)) and (found := _compare_algebra(typed, form)):
        return found
    if is_symbols(form) or is_symbols(typed):
        return SAME if _same_symbols(typed, form) or _same_symbols(form, typed) else DIFFERENT
    if _whole(form) in ARTICLES:
        return SAME if _whole(typed) == _whole(form) else DIFFERENT
    if _CODE.search(as_written(form)) or _CODE.search(as_written(typed)):
        return _compare_code(typed, form)
    if _POSTFIX.fullmatch(as_written(form)):
        return _compare_code(*(as_written(text).replace('"', "''") for text in (typed, form)))
    return None


def same_form(left: str, right: str) -> bool:
    """Whether two forms are the same as written, before anything is forgiven but case and how symbols are typed."""
    key = Key((right,))
    return (as_typed(left, right, key) or same_letters(left, right, key)) is SAME


def missing_signs(typed: str, form: str, key: Key) -> Comparison | None:
    """Return DIFFERENT or NEAR where the symbols differ; None when both have the same ones."""
    left, right = signs_of(typed), signs_of(form)
    if left == right:
        return None
    led = _LED.match(form)
    if led and left == signs_of(form[led.end() :]) and content_words(typed) == content_words(form):
        return near(describe("symbol", symbol=led[1], right=form.strip()))
    same = not (left and right) and _named(typed) == _named(form) and _nameless(typed) == _nameless(form)
    return SAME if same else DIFFERENT


@lru_cache(maxsize=8192)
def is_symbols(text: str) -> bool:
    """Whether text has neither letters nor digits.

    >>> is_symbols("&&"), is_symbols("❤️"), is_symbols("C++"), is_symbols("दि")
    (True, True, False, False)
    """
    return not any(map(str.isalnum, text))


@lru_cache(maxsize=8192)
def signs_of(text: str) -> tuple[str, ...]:
    """Return the symbols that must be there, sorted; a short word that a symbol belongs to is part of it.

    >>> signs_of("C++ or C#"), signs_of("ls -l"), signs_of("(the) well-known O-, e.g. 'x'."), signs_of("< 7")
    (('c#', 'c++'), ('-l',), ('o-',), ('<7',))
    """
    folded = fold(spelled(text))
    shape = "".join("a" if unicodedata.category(each)[0] == "M" else each for each in folded)
    spans = [(0, 0), *(match.span() for match in _WORD.finditer(shape)), (len(folded),) * 2]
    gaps = ((folded[i:j], folded[j:k], folded[k:m]) for (i, j), (k, m) in pairwise(spans))
    return tuple(sorted(sign for gap in gaps for sign in _signs_between(*gap) if sign))


def _signs_between(left: str, gap: str, right: str) -> Iterator[str]:
    """Yield the symbols in the gap between two words that must be there."""
    for piece in _PIECE.finditer(gap):
        core = "".join(filter(_counts, piece[0]))
        before, after = (left if not piece.start() else ""), (right if piece.end() == len(gap) else "")
        if core and _SOFT.issuperset(core):
            yield _soft(left, before, core, after, right)
        elif core:
            hard = core if after else core.rstrip(".?!:") or core
            # "x < 7" is "x<7"
            if right and bool(before) == bool(after) and _OF_NUMBERS.fullmatch(hard):
                before, after = "", right
            yield _attached(before, hard, after)


def _soft(left: str, before: str, core: str, after: str, right: str) -> str:
    """Return symbols that often mean nothing, such as hyphens and points, where they mean something."""
    if core == "..." or (set(core) == {"-"} and bool(before) == bool(after) and len(core) > 1):
        return ""
    if before and after:
        core = "-" if core == ".-" else core  # J.-J.
        return core if len(core) > 1 or (left[-1].isdigit() and right[0].isdigit()) else ""
    if after or (not left and core == "-" and right[:1].isdigit()):
        return _attached("", core, right)
    if before:
        end = core[-1] == "-" and (len(core) > 1 or len(before) < _SHORT or any(map(str.isdigit, before)))
        return _attached(before, core, "") if end else ""
    digits = left[-1:].isdigit() and right[:1].isdigit()
    operator = (core == "-" and len(left) == len(right) == 1) or (core in "-:" and digits)
    return core if operator or core == "." or (len(core) > 1) else ""


def _attached(before: str, core: str, after: str) -> str:
    if bool(before) == bool(after) or any(unicodedata.category(each) == _CURRENCY for each in core):
        return core
    word = before or after
    part = word if len(word) <= _SHORT else "…"
    return part + core if before else core + part


def _counts(character: str) -> bool:
    kind = unicodedata.category(character)
    return character in "#@%&*/\\_-.:!?" or (kind[0] == "S" and kind != "Sk")


@lru_cache(maxsize=8192)
def _whole(text: str, folded: Callable[[str], str] = fold) -> str:
    return _bare(folded(spelled(text)))


def _bare(text: str) -> str:
    """Return text without the quotation marks and punctuation around it."""
    before = _BEFORE.match(text)
    return _BEHIND.sub("", text[before.end() :] if before else text)


def _same_symbols(left: str, right: str) -> bool:
    """Whether symbols are the same, or the other string is their name."""
    symbols, other = "".join(as_written(spelled(left)).split()), as_written(spelled(right))
    return symbols == "".join(other.split()) or fold(other) in names_of(symbols)


def _compare_code(typed: str, form: str) -> Comparison:
    left, right = (_FREE_SPACE.sub(r"\1", as_written(spelled(text))) for text in (typed, form))
    if left == right or _bare(left) == right:
        return SAME
    return (
        near(describe("symbol", symbol=right[0], right=form)) if right[0] in "./" and left == right[1:] else DIFFERENT
    )


def _nameless(text: str) -> list[str]:
    """Return the mathematical symbols that have no name: without them, "¬p" would be "p"."""
    return [each for each in as_written(spelled(text)) if unicodedata.category(each) == "Sm" and not names_of(each)]


def _is_algebra(text: str) -> bool:
    return bool(_ALGEBRA.fullmatch(text)) and ("-" in text or "^" in text) and any(map(str.isalpha, text))


def _compare_algebra(typed: str, form: str) -> Comparison | None:
    """Compare algebra without spaces; None if it differs in more, but has as many minus signs."""
    left, right = (
        _BEHIND.sub("", _MINUS.sub("-", as_written(spelled(text))).replace(" ", "")) for text in (typed, form)
    )
    left, right = (_WHOLE_POWER.sub(r"\1", text) for text in (left, right))
    if left == right:
        return SAME
    return None if all(left.count(sign) == right.count(sign) for sign in ("-", "^-")) else DIFFERENT


def _named(text: str) -> list[str]:
    """Return the words of text with the names of its symbols; a currency may be before or behind its amount."""
    folded = _INSIDE.sub(" ", _whole(text))
    named = "".join(f" {(names_of(each) or (each,))[0]} " if _counts(each) else each for each in folded)
    words = " ".join(WORDS.get(word, word) for word in content_words(named)).split()
    return sorted(words) if any(name in words for name in ("dollar", "euro", "pound")) else words
