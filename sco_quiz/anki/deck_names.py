"""The names of a bank's decks: they sort in the order of study, and a published name stays. Pure.

Anki identifies decks by name, sorts them by name, and studies new cards in that order.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal, localcontext
from itertools import count, groupby
from math import ceil

from sco_quiz.anki.escape import deck_part
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.deck_name import LEVEL

_MIN_DIGITS = 2  # "01": nine topics may become ten
# a ledger may come from anywhere, so the numbers have limits: those of a hundred decks between two others are shorter
_NUMBERED = re.compile(r"((\d{2,9})(?:\.\d{1,99})?) (.*)", re.ASCII)
_PRECISION = 120


@dataclass(frozen=True, slots=True)
class DeckNames:
    """The full name of the parent deck, and the last part of each subdeck's name by topic id."""

    parent: str = ""
    topics: Mapping[str, str] = field(default_factory=dict)

    def full(self, topic: str) -> str:
        """Return the full name of a topic's deck. Raises KeyError for an unknown id."""
        return f"{self.parent}{LEVEL}{self.topics[topic]}"


UNPUBLISHED = DeckNames()


def name_decks(bank: Bank, published: DeckNames = UNPUBLISHED) -> DeckNames:
    """Name the decks of a bank. Published names stay, unless a field `deck` says otherwise; others get a number.

    The names of topics that are no longer in the bank are included: if one returns, it gets its deck back.
    """
    parent = _deck_path(bank.deck) or published.parent or deck_part(bank.title, bank.id)
    names = _inherited(bank.topics, published.topics)
    names |= {topic.id: deck_part(topic.deck, topic.id) for topic in bank.topics if topic.deck}
    titles = {topic.id: deck_part(topic.title, topic.id) for topic in bank.topics}
    # in a bank whose students have decks without numbers, a number would only put a new deck first
    if not _mostly_unnumbered(published.topics.values()):
        titles = _with_numbers(titles, names, _digits(published.topics.values()))
    return DeckNames(parent, _one_spelling({**titles, **names}))


def published_names(decks: Iterable[tuple[str, str]]) -> DeckNames:
    """Return the names in an exported deck, from the ids of topics and the full names of their decks."""
    found = {topic: name.rpartition(LEVEL) for topic, name in decks if topic and LEVEL in name}
    parent = next((parent for parent, _, _ in found.values()), "")
    return DeckNames(parent, {topic: part for topic, (_, _, part) in found.items()})


def _deck_path(name: str) -> str:
    return LEVEL.join(filter(None, (deck_part(level, "") for level in name.split(LEVEL))))


def _inherited(topics: Iterable[Topic], published: Mapping[str, str]) -> dict[str, str]:
    """Return the published names; a topic whose file was renamed inherits the name that ends in its title."""
    names = dict(published)
    present = {topic.id for topic in topics}
    for topic in topics:
        title = deck_part(topic.title, topic.id).casefold()
        renamed = (old for old in names if old not in present and title in _titles(names[old].casefold()))
        if topic.id not in names and (old := next(renamed, None)):
            names[topic.id] = names.pop(old)
    return names


def _titles(name: str) -> tuple[str, ...]:
    """Return the titles that a topic with this name may have: its number may be ours, or a part of the title."""
    found = _NUMBERED.fullmatch(name)
    return (name, found[3]) if found else (name,)


def _mostly_unnumbered(names: Collection[str]) -> bool:
    """Return whether most names have no number; one title alone may begin with a year."""
    return 2 * sum(not _NUMBERED.fullmatch(name) for name in names) > len(names)


def _digits(names: Iterable[str]) -> int:
    """Return how many digits the whole part of numbers has, by most of the names; 0 if none has a number."""
    widths = Counter(len(match[2]) for name in names if (match := _NUMBERED.fullmatch(name)))
    return widths.most_common(1)[0][0] if widths else 0


def _with_numbers(titles: Mapping[str, str], names: Mapping[str, str], digits: int) -> dict[str, str]:
    """Return the titles of the topics that have no name, each after a number; `titles` has all in order of study."""
    digits = digits or max(_MIN_DIGITS, len(str(len(titles))))
    with localcontext(prec=_PRECISION):
        numbers = _numbers(list(titles), names, digits)
        return {topic: f"{_padded(numbers[topic], digits)} {titles[topic]}" for topic in titles if topic not in names}


def _numbers(order: Sequence[str], names: Mapping[str, str], digits: int) -> dict[str, Decimal]:
    """Return the numbers by topic: those in names, and for a topic without a name one between its neighbors'."""
    found = {topic: _NUMBERED.fullmatch(name) for topic, name in names.items()}
    # one of another length is no number of ours, but a year
    numbers = {topic: Decimal(match[1]) for topic, match in found.items() if match and len(match[2]) == digits}
    before = Decimal(0)
    for is_named, run in groupby(order, names.__contains__):
        topics = list(run)
        if not is_named:
            # topics that were put in another order keep their numbers, so the last one may not have the highest
            start = max([before, *numbers.values()]) if topics[-1] == order[-1] else before
            after = min((number for number in numbers.values() if number > start), default=None)
            numbers |= zip(topics, _between(start, after, len(topics), digits), strict=True)
        before = next((numbers[topic] for topic in reversed(topics) if topic in numbers), before)
    return numbers


def _between(before: Decimal, after: Decimal | None, amount: int, digits: int) -> list[Decimal]:
    """Return ascending numbers between two others, with as few decimals as possible; whole ones at the end."""
    end = Decimal(10) ** digits  # one digit more would sort before all others
    if after is None and before + amount < end:
        return [before.to_integral_value(ROUND_FLOOR) + step for step in range(1, amount + 1)]
    decimals = next(decimals for decimals in count() if len(_free(before, after or end, decimals)) >= amount)
    free = _free(before, after or end, decimals)
    # evenly spread, so that there is room for more
    chosen = (free[step * (len(free) + 1) // (amount + 1) - 1] for step in range(1, amount + 1))
    return [Decimal(number).scaleb(-decimals) for number in chosen]


def _free(before: Decimal, after: Decimal, decimals: int) -> range:
    """Return the numbers with the given count of decimals between two others, without the decimal point."""
    return range(int(before.scaleb(decimals)) + 1, ceil(after.scaleb(decimals)))


def _padded(number: Decimal, digits: int) -> str:
    """Return a number as it sorts among strings: with leading zeros, and without trailing ones."""
    whole, point, decimals = f"{number.normalize():f}".partition(".")
    return f"{whole.zfill(digits)}{point}{decimals}"


def _one_spelling(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names; Anki ignores case, so names that differ in case alone are one deck."""
    spellings: dict[str, str] = {}
    return {topic: spellings.setdefault(name.casefold(), name) for topic, name in names.items()}
