"""What a learner does to answer: five interactions, in the terms of QTI 2.2, for all kinds of question.

A surface (terminal, card, page, another format) matches on these, so that a new kind of question that uses one of
them needs no change there; a new interaction is named by the type checker at every surface.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sco_quiz.core.content import Content

OptionOrder = Literal["shuffled", "fixed"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. `keys` are what is typed for it instead of its number, the first one a single key."""

    content: Content
    right: bool = False
    note: str = ""
    keys: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What identifies the option in a response: its source."""
        return self.content.source


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose one option, or `several` (choiceInteraction). The right options come first, as in the file."""

    options: tuple[Option, ...]
    several: bool = False
    order: OptionOrder = "shuffled"

    @property
    def by_key(self) -> bool:
        """Whether options have keys of their own, as true and false have: then they are not listed by number."""
        return all(option.keys for option in self.options)


@dataclass(frozen=True, slots=True)
class TextGap:
    """Words to type: their accepted forms, the one to show first, and rejected ones with their notes."""

    accepted: tuple[Content, ...]
    rejected: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class TextEntry:
    """Type words for each gap (textEntryInteraction). `inline` says that the gaps are in the prompt."""

    gaps: tuple[TextGap, ...]
    inline: bool = False


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """Type a number (textEntryInteraction of base type float); right within an absolute tolerance."""

    answer: Decimal
    tolerance: Decimal = Decimal(0)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Find the right side of each row (matchInteraction). `pairs` are (row, right side); distractors match no row."""

    pairs: tuple[tuple[Content, Content], ...]
    distractors: tuple[Option, ...] = ()

    @property
    def rows(self) -> tuple[Content, ...]:
        """The left sides, in the order of the file."""
        return tuple(row for row, _ in self.pairs)

    @property
    def rights(self) -> tuple[Content, ...]:
        """The right side of each row."""
        return tuple(right for _, right in self.pairs)

    @property
    def options(self) -> tuple[str, ...]:
        """What there is to choose from: the right sides in the order of their rows, then the distractors."""
        return (*(right.source for right in self.rights), *(option.text for option in self.distractors))


@dataclass(frozen=True, slots=True)
class Order:
    """Put the items in order (orderInteraction); given in the right order."""

    items: tuple[Content, ...]


Interaction = Choice | TextEntry | NumberEntry | Match | Order
