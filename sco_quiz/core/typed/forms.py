"""Other forms of the same words: each rule forgives only what it names.

Articles, abbreviations, spelling and numbers are made equal by `phrases`. What may surround an answer (a preposition,
a title, a place) is removed on one side only; the rest must be the same, word by word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from sco_quiz.core.letters import as_written, written_out
from sco_quiz.core.text import stem
from sco_quiz.core.typed.brackets import key_readings, typed_readings
from sco_quiz.core.typed.closeness import DIFFERENT, SAME, Comparison, Key, near
from sco_quiz.core.typed.differences import describe
from sco_quiz.core.typed.names import (
    adds_given_names,
    adds_particles,
    is_given,
    is_surname,
    needs_title,
    other_middle,
    same_name,
    title_length,
)
from sco_quiz.core.typed.numerals import is_numeral, same_numeral
from sco_quiz.core.typed.order import other_order, same_members, split_members, tied_words
from sco_quiz.core.typed.phrases import Phrase, joined, read_phrase, words_of
from sco_quiz.core.typed.places import countries, may_follow, states
from sco_quiz.core.typed.plurals import same_noun, same_sense

# cards get the same tables, see sco_quiz/card/tables.py
PREPOSITIONS = "in on at to from by for of during into with among within inside"
# "by 2009" and "from 2009" are other times than "in 2009"
PREPOSITIONS_OF_TIME = "in on at during for"
# "in out" and "by on" are not places behind a preposition
ADVERBS = "in on off out up down"
# words that make another answer wherever they are
TURNING = "or not no nor neither never none except without"
_TURNING = frozenset(TURNING.split())


@dataclass(frozen=True)
class Core:
    """What is left of a phrase, and what was cut off around it."""

    phrase: Phrase
    preposition: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()

    @cached_property
    def words(self) -> list[str]:
        """The words that are left."""
        return words_of(self.phrase)

    @cached_property
    def start(self) -> str:
        """The first letter, or "0" where a numeral may be written in another way."""
        return "0" if any(map(is_numeral, self.words)) else self.words[0][0]


@dataclass(frozen=True)
class Reading:
    """One reading of a string; everything is computed once."""

    phrase: Phrase

    @cached_property
    def words(self) -> list[str]:
        """All words."""
        return words_of(self.phrase)

    @cached_property
    def turning(self) -> list[str]:
        """The words that make another answer."""
        return [word for word in self.words if word in _TURNING]

    @cached_property
    def cores(self) -> tuple[Core, ...]:
        """The phrase as it is, and without what may be around an answer."""
        led = (core for tailed in _without_tail(Core(self.phrase)) for core in _without_preposition(tailed))
        return tuple(core for each in led for core in _untitled(each))


def compare_forms(typed: str, form: str, key: Key) -> Comparison | None:
    """Compare words; None when they differ in more than form."""
    if "all" in key.strict:
        return None
    spelling = "spelling" in key.strict
    pairs = _readings(typed, form, key, spelling)
    if any(_same(left, right, key, spelling) for left, right in pairs):
        return SAME
    if pairs and all(_turns(left, right) or _other_numeral(left.words, right.words) for left, right in pairs):
        return DIFFERENT
    return near(describe("order")) if any(other_order(left.phrase, right.phrase) for left, right in pairs) else None


def word_pairs(typed: str, form: str, key: Key) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words of both strings as they are spelled, in each of their readings, without what may be around.

    Hyphens that were typed join words where the form has fewer: "anti-terorism" is one word.
    """
    for left, right in _readings(typed, form, key, spelling=True):
        if not _turns(left, right):
            for one, other in product(left.cores, right.cores):
                if _fit(one, other):
                    yield one.words if len(one.words) <= len(other.words) else tied_words(one.phrase, ""), other.words


def words_of_form(form: str) -> set[str]:
    """Return the words that `word_pairs` may yield for a form."""
    phrases = (read_phrase(text, how, spelling=True) for text in key_readings(form) for how in (False, True))
    return {word for phrase in phrases for word in words_of(phrase)}


def _readings(typed: str, form: str, key: Key, spelling: bool) -> list[tuple[Reading, Reading]]:
    """Return each reading of what was typed with each of the form."""
    how = ("articles" in key.strict, spelling)
    with_vowels = not spelling and "accents" not in key.strict
    mine = [each for text in _spellings(typed, with_vowels) for each in typed_readings(text, key.accepted)]
    theirs = [each for text in _spellings(form, with_vowels) for each in key_readings(text)]
    pairs = product([_reading(text, *how) for text in mine], [_reading(text, *how) for text in theirs])
    return [(left, right) for left, right in pairs if left.phrase and right.phrase]


def _spellings(text: str, with_vowels: bool) -> tuple[str, ...]:
    """Return a string, and if need be with vowels as in ue for ü."""
    out = written_out(text) if with_vowels else text
    return (text,) if out in (text, as_written(text)) else (text, out)


@lru_cache(maxsize=4096)
def _reading(text: str, articles: bool = False, spelling: bool = False) -> Reading:
    return Reading(read_phrase(text, articles, spelling))


def _turns(typed: Reading, meant: Reading) -> bool:
    """Whether only one of two phrases has a word such as "or" or "not"."""
    return typed.turning != meant.turning


def _other_numeral(typed: Sequence[str], meant: Sequence[str]) -> bool:
    """Whether two phrases of the same length have different numerals at the same place: no typo makes one of them."""
    if len(typed) != len(meant):
        return False
    pairs = enumerate(zip(typed, meant, strict=True))
    numerals = ((one, other, at) for at, (one, other) in pairs if is_numeral(one) and is_numeral(other))
    return any(one != other and not same_numeral(one, other, at) for one, other, at in numerals)


def _same(typed: Reading, meant: Reading, key: Key, spelling: bool) -> bool:
    if _turns(typed, meant):
        return False
    return any(
        _may_be_same(left, right)
        and _fit(left, right)
        and (_same_words(left, right, spelling) or _same_person(left, right, key))
        for left, right in product(typed.cores, meant.cores)
    )


def _without_tail(core: Core) -> Iterator[Core]:
    yield core
    phrase = core.phrase
    cut = next((at for at, token in enumerate(phrase[:-1], start=1) if token.cut), 0)
    place, tail = " ".join(words_of(phrase[:cut])), " ".join(words_of(phrase[cut:]))
    parts = split_members(phrase[cut:])
    if cut and (may_follow(tail, place) or all(may_follow(" ".join(part), place) for part in parts)):
        yield Core(phrase[:cut], tail=tuple(words_of(phrase[cut:])))


def _without_preposition(core: Core) -> Iterator[Core]:
    yield core
    first, *rest = core.phrase
    if rest:
        allowed = PREPOSITIONS_OF_TIME if rest[0].word[0].isdigit() else PREPOSITIONS
        if first.word in allowed.split() and not first.cut and rest[0].word not in ADVERBS.split():
            yield Core(tuple(rest), preposition=(first.word,), tail=core.tail)


def _untitled(core: Core) -> Iterator[Core]:
    yield core
    length = title_length(core.phrase)
    if length:
        yield Core(core.phrase[length:], core.preposition, tuple(words_of(core.phrase[:length])), core.tail)


def _fit(typed: Core, meant: Core) -> bool:
    """Whether what was cut off is on one side only, or the same."""
    slots = ((typed.preposition, meant.preposition), (typed.title, meant.title), (typed.tail, meant.tail))
    if any(mine and theirs and mine != theirs for mine, theirs in slots):
        return False
    if bool(meant.title) == bool(typed.title):
        return True
    # an emperor penguin is no other penguin with a title
    if not any(token.capital for token in meant.phrase):
        return False
    return not (needs_title(meant.title, meant.phrase) if meant.title else is_place(meant.phrase))


def is_place(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a country or state."""
    name = " ".join(words_of(phrase))
    return name in countries() or name in states()


def _may_be_same(typed: Core, meant: Core) -> bool:
    """Whether two phrases have a first letter or a word in common, or may have a numeral."""
    return (
        typed.start == meant.start or "0" in (typed.start, meant.start) or not set(typed.words).isdisjoint(meant.words)
    )


def _same_words(typed: Core, meant: Core, spelling: bool) -> bool:
    """Whether two phrases have the same words: joined or not, as members in any order, the last one in the plural."""
    left, right = typed.words, meant.words
    if joined(left) == joined(right) or _same_list(left, right) or same_members(typed.phrase, meant.phrase):
        return True
    if _ordinal_first(left, right) or _ordinal_first(right, left):
        return True
    return not spelling and _same_list(left[:-1], right[:-1]) and _plural(typed.phrase, meant.phrase)


def _same_list(left: Sequence[str], right: Sequence[str]) -> bool:
    if len(left) != len(right):
        return False
    pairs = enumerate(zip(left, right, strict=True))
    return all(one == other or same_numeral(one, other, at) for at, (one, other) in pairs)


def _ordinal_first(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether an ordinal before the words on the left is the numeral behind them: Second World War, World War II."""
    rest = left[1:]
    return (
        left[0].endswith(".") and bool(rest) and not any(map(is_numeral, rest)) and _same_list([*rest, left[0]], right)
    )


def _plural(typed: Phrase, meant: Phrase) -> bool:
    """Whether two last words are singular and plural of one noun; names have no plural."""
    one, other = typed[-1].word, meant[-1].word
    if not same_noun(one, other) or not same_sense(one, other) or is_numeral(one):
        return False
    return not meant[-1].capital or not (len(meant) > 1 or is_given(stem(one)) or is_place(meant))


def _same_person(typed: Core, meant: Core, key: Key) -> bool:
    if same_name(typed.phrase, meant.phrase):
        return not any(other_middle(typed.phrase, name) for name in _names(key.accepted))
    if meant.title or meant.preposition or not is_surname(meant.phrase) or is_place(meant.phrase):
        return False
    if adds_particles(typed.phrase, meant.phrase):
        return any(words_of(name)[-len(typed.words) :] == typed.words for name in _names(key.accepted))
    if not adds_given_names(typed.phrase, meant.phrase):
        return False
    return not any(_is_full_name(name, meant.words) for name in _names(key.accepted))


@lru_cache(maxsize=1024)
def _names(accepted: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Return what may be names in the forms, without titles."""
    readings = (_reading(text) for form in accepted for text in key_readings(form))
    return tuple(reading.cores[-1].phrase for reading in readings if reading.phrase)


def _is_full_name(name: Phrase, surname: list[str]) -> bool:
    """Whether a name has given names beside a surname: then no other given name is right."""
    words, count = words_of(name), len(surname)
    if len(words) <= count:
        return False
    return words[-count:] == surname or (words[:count] == surname and is_given(words[count]))
