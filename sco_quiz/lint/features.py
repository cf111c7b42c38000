"""What rules for the whole bank read of each question: little, so that it is remembered with what was found in it."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from sco_quiz.core.enemies.weights import ANSWERS, SHOWN
from sco_quiz.core.outline import Derive, Derived
from sco_quiz.lint.facts import Facts


class Features(NamedTuple):
    """Values of `Facts` under the same names."""

    stem: str
    spaced_stem: str
    compared: frozenset[str]
    truth: str
    first_markup: str
    single_keys: tuple[str, ...]
    folded_key: frozenset[str]
    single_lengths: tuple[int, ...]
    seen: str
    seen_later: str
    answer_words: tuple[str, ...]


def features_of(item: Facts) -> Features:
    """Read the features of a question."""
    return Features(*(getattr(item, name) for name in Features._fields))


def counting(features: Sequence[Features], derive: Derive) -> Derive:
    """Return how often the active questions of a bank show a word, or have an answer; else what `derive` returns."""

    def counted(name: str, kind: type[Derived], find: Callable[[], Derived]) -> Derived:
        if name == SHOWN:
            return cast(Derived, Counter(word for each in features for word in each.seen.split()))
        if name == ANSWERS:
            return cast(Derived, Counter(answer for each in features for answer in each.answer_words))
        return derive(name, kind, find)

    return counted
