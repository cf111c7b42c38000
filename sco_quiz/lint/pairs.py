"""Pairs of questions with similar prompts, found without comparing all pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Final, NamedTuple

from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.word_lists import subject_of

# one content word is too little to call two prompts similar
MIN_WORDS = 2
MIN_SHARE = 0.6
# bounds of work: all pairs of 2000 similar questions are two million
MAX_SIMILAR: Final = 10
MAX_COMPARED: Final = 2000


class Pair(NamedTuple):
    """Two questions, the earlier one first, with the Jaccard index of their content words."""

    one: Facts
    other: Facts
    share: float


class Similar(NamedTuple):
    """Similar pairs in the order of the later question, and the questions that were not compared with all others."""

    pairs: tuple[Pair, ...]
    partly: tuple[Facts, ...]


def same_prompts(facts: BankFacts) -> tuple[Pair, ...]:
    """Return each question of one kind with the first one that has the same words, setting and pictures."""
    return facts.once("same prompts", lambda: tuple(_same(_subjects(facts))))


def similar_pairs(facts: BankFacts) -> Similar:
    """Return pairs of questions of one kind with the same answers and similar prompts.

    The index is that of the prompts, or of settings and prompts together if that is lower, and 0.6 or more. Of several
    questions with the same words only the first is compared with others. Prompts with other pictures are not similar.
    """
    return facts.once("similar pairs", lambda: _similar(_subjects(facts)))


class _Subject:
    """The words by which a question is compared: those of its prompt, and with those of its setting."""

    def __init__(self, item: Facts, position: int) -> None:
        self.item = item
        self.position = position
        self.prompt = item.compared
        # the same prompt below another setting asks something else
        self.whole = self.prompt | subject_of(item.setting)
        # and so does the same prompt with another picture
        self.pictures = frozenset(image.file for image in item.question.stem.images)
        self.same = (item.question.type, self.prompt, self.whole, self.pictures)


def _subjects(facts: BankFacts) -> Sequence[_Subject]:
    def read() -> Sequence[_Subject]:
        subjects = (_Subject(item, position) for position, item in enumerate(facts.questions))
        return [subject for subject in subjects if len(subject.prompt) >= MIN_WORDS]

    return facts.once("subjects", read)


def _same(subjects: Iterable[_Subject]) -> Iterator[Pair]:
    first: dict[object, Facts] = {}
    for subject in subjects:
        earlier = first.setdefault(subject.same, subject.item)
        if earlier is not subject.item:
            yield Pair(earlier, subject.item, 1.0)


def _similar(subjects: Sequence[_Subject]) -> Similar:
    counts = Counter(word for subject in subjects for word in subject.whole)
    groups = defaultdict[object, list[_Subject]](list)
    for subject in {subject.same: subject for subject in reversed(subjects)}.values():
        groups[subject.item.question.type, subject.pictures, subject.item.folded_key].append(subject)
    matches = [match for group in groups.values() if group[1:] for match in _joined(group, counts)]
    found = {
        (later.position, earlier.position): Pair(earlier.item, later.item, share)
        for match in matches
        for earlier, later, share in match.pairs
    }
    partly = sorted((match.subject for match in matches if match.partly), key=lambda each: each.position)
    return Similar(tuple(found[key] for key in sorted(found)), tuple(subject.item for subject in partly))


def _joined(group: Sequence[_Subject], counts: Counter[str]) -> Iterator["_Matches"]:
    """Yield the similar pairs of each question of a group with those before it.

    Prefix filtering (Chaudhuri, Ganti and Kaushik, ICDE 2006): two similar sets share one of the rarest words of each.
    Smaller sets come first, so that fewer words of each need an index (Bayardo, Ma and Srikant, WWW 2007; Xiao, Wang,
    Lin and Yu, WWW 2008): the larger of two sets has at least 3/4 of the words of the smaller one in common with it.
    """
    index = defaultdict[str, list[_Subject]](list)
    for subject in sorted(group, key=lambda each: (len(each.whole), each.position)):
        size = len(subject.whole)
        # ties are broken by the word itself, so that all prefixes follow one order
        rarest = sorted(subject.whole, key=lambda word: (counts[word], word))
        yield _matches(subject, [index[word] for word in rarest[: size - _least(MIN_SHARE, size) + 1]])
        overlap = 2 * MIN_SHARE / (1 + MIN_SHARE)
        for word in rarest[: size - _least(overlap, size) + 1]:
            index[word].append(subject)


def _least(share: float, size: int) -> int:
    # a product that is a whole number may be a little more as a float
    return ceil(share * size - 1e-9)


class _Matches(NamedTuple):
    """What is similar to a question: (earlier, later, share), and whether others were not compared with it."""

    subject: _Subject
    pairs: list[tuple[_Subject, _Subject, float]]
    partly: bool


def _matches(subject: _Subject, lists: Iterable[Sequence[_Subject]]) -> _Matches:
    """Compare a question with those of some lists, the rarest word first."""
    compared: set[int] = set()
    pairs: list[tuple[_Subject, _Subject, float]] = []
    for other in (other for each in lists for other in each):
        if other.position in compared:
            continue
        if len(pairs) >= MAX_SIMILAR or len(compared) >= MAX_COMPARED:
            return _Matches(subject, pairs, partly=True)
        compared.add(other.position)
        whole = _jaccard(subject.whole, other.whole)
        if whole >= MIN_SHARE and (share := min(whole, _jaccard(subject.prompt, other.prompt))) >= MIN_SHARE:
            earlier, later = sorted((subject, other), key=lambda each: each.position)
            pairs.append((earlier, later, share))
    return _Matches(subject, pairs, partly=False)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)
