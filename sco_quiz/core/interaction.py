"""What a learner does to answer: five interactions, in the terms of QTI 2.2, for all kinds of question.

A surface (terminal, card, page, another format) matches on these, so that a new kind of question that uses one of
them needs no change there; a new interaction is named by the type checker at every surface.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from sco_quiz.core.content import Content
from sco_quiz.core.plain_text import typed_text
from sco_quiz.core.words.language import ENGLISH, Language

OptionOrder = Literal["shuffled", "fixed"]
# a share that was rounded to two decimals stands for a fraction with at most this denominator
LARGEST_DENOMINATOR = 20
ROUNDING = Fraction(1, 20_000)


class Option(NamedTuple):
    """Something to choose. `keys` are what is typed for it instead of its number, the first one a single key.

    `note` is the feedback on a wrong option; `partial` is what one that is partly right gives.
    """

    content: Content
    right: bool = False
    note: Content | None = None
    keys: tuple[str, ...] = ()
    partial: "Percent | None" = None

    @property
    def text(self) -> str:
        """What identifies the option in a response: its source."""
        return self.content.source


class Choice(NamedTuple):
    """Choose one option, or `several` (choiceInteraction). The right options come first, as in the file.

    `penalty` is what a wrong choice of several takes off, if not as much as a right one gives.
    """

    options: tuple[Option, ...]
    several: bool = False
    order: OptionOrder = "shuffled"
    penalty: "Percent | None" = None

    @property
    def cost(self) -> Fraction:
        """What each wrong choice takes off, as a share of the points."""
        if not self.several:
            return Fraction(0)
        return self.penalty.share if self.penalty else Fraction(1, sum(option.right for option in self.options))

    @property
    def by_key(self) -> bool:
        """Whether options have keys of their own, as true and false have: then they are not listed by number."""
        return all(option.keys for option in self.options)


class TextGap(NamedTuple):
    """Words to type: their accepted forms, the one to show first, rejected ones with their notes, partly right ones."""

    accepted: tuple[Content, ...]
    rejected: tuple[Option, ...] = ()
    partial: tuple[Option, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The accepted forms that are words, also as a keyboard can type them: `x^n` beside `xⁿ`."""
        words = (form for form in self.accepted if form.notation == "words")
        return tuple(dict.fromkeys(text for form in words for text in (form.plain, typed_text(form.inlines))))

    @property
    def as_typed(self) -> tuple[Content, ...]:
        """The accepted forms that are code or formulas, which must be typed as they are."""
        return tuple(form for form in self.accepted if form.notation != "words")


class TextEntry(NamedTuple):
    """Type words for each gap (textEntryInteraction). `inline` says that the gaps are in the prompt.

    `strict` lists what is not forgiven.
    """

    gaps: tuple[TextGap, ...]
    inline: bool = False
    strict: tuple[str, ...] = ()

    @property
    def what_counts(self) -> tuple[str, ...]:
        """What is not forgiven in any answer: `all` where only code and formulas are right."""
        return self.strict if any(gap.words for gap in self.gaps) else ("all",)


@dataclass(frozen=True, slots=True)
class Percent:
    """A tolerance as a share of the answer, or a share of the points."""

    value: Decimal

    @property
    def share(self) -> Fraction:
        """The share as a fraction; 33.33 % is a third.

        >>> str(Percent(Decimal("33.33")).share), str(Percent(Decimal("33")).share), str(Percent(Decimal("12.5")).share)
        ('1/3', '33/100', '1/8')
        """
        exact = Fraction(self.value) / 100
        simple = exact.limit_denominator(LARGEST_DENOMINATOR)
        return simple if abs(simple - exact) <= ROUNDING else exact

    def __str__(self) -> str:
        return f"{show_number(self.value.normalize())} %"


class NumberEntry(NamedTuple):
    """Type a number (textEntryInteraction of base type float).

    Right is the answer, one of `accept`, and anything from `minimum` to `maximum`, each within the tolerance. A right
    number with fewer significant digits than `digits` is almost right.
    """

    answer: Decimal
    tolerance: Decimal | Percent = Decimal(0)
    unit: str = ""
    accept: tuple[Decimal, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    digits: int = 0

    @property
    def shown(self) -> str:
        """The answer with its unit."""
        return f"{show_number(self.answer)} {self.unit}".strip()

    @property
    def keys(self) -> tuple[Fraction, ...]:
        """The numbers that are right by themselves."""
        return tuple(map(Fraction, (self.answer, *self.accept)))

    @property
    def allowed(self) -> Fraction:
        """The tolerance in the unit of the answer."""
        if isinstance(self.tolerance, Percent):
            return abs(Fraction(self.answer)) * Fraction(self.tolerance.value) / 100
        return Fraction(self.tolerance)

    @property
    def has_range(self) -> bool:
        """Whether any number of a range is right."""
        return self.minimum is not None or self.maximum is not None

    def in_range(self, value: Fraction) -> bool:
        """Whether a number is in the range, within the tolerance; False when there is none."""
        low, high, allowed = self.minimum, self.maximum, self.allowed
        return (
            self.has_range
            and (low is None or value >= Fraction(low) - allowed)
            and (high is None or value <= Fraction(high) + allowed)
        )

    @property
    def also_right(self) -> tuple[str, ...]:
        """What is right beside the answer, in English sentences."""
        return self.also_right_in(ENGLISH)

    def also_right_in(self, language: Language) -> tuple[str, ...]:
        """Return what is right beside the answer, in sentences of a language."""
        sentences = []
        if self.accept:
            sentences.append(language.word("also_right_numbers", numbers="; ".join(map(show_number, self.accept))))
        if self.has_range:
            bounds = {"low": self.minimum, "high": self.maximum}
            limits = {name: show_number(bound) for name, bound in bounds.items() if bound is not None}
            key = "right_range" if len(limits) == 2 else "right_from" if "low" in limits else "right_to"
            sentences.append(language.word(key, **limits))
        if self.allowed:
            tolerance = (
                self.tolerance if isinstance(self.tolerance, Percent) else show_number(self.tolerance.normalize())
            )
            sentences.append(language.word("right_within", tolerance=tolerance))
        return tuple(sentences)


def show_number(number: Decimal) -> str:
    """Write a number in digits, or as a power of ten where it would have many zeros.

    >>> show_number(Decimal("9460000000000")), show_number(Decimal("6.022e23")), show_number(Decimal("-1.6e-19"))
    ('9460000000000', '6.022 × 10^23', '-1.6 × 10^-19')
    """
    power = number.adjusted()
    sign, digits, exponent = number.as_tuple()
    # up to 10 to the 15th and nine decimals numbers are easier to read without a power
    if not number or -10 < power < 15 or (power >= 15 and exponent == 0):
        return f"{number:f}"
    mantissa = Decimal((sign, digits, 1 - len(digits)))
    return f"{mantissa:f} × 10^{power}"


def write_number(number: Decimal) -> str:
    """Write a number as programs and files read it: in digits, or as 6.022e23 where it would have many zeros."""
    return show_number(number).replace(" × 10^", "e")


class Match(NamedTuple):
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


class Order(NamedTuple):
    """Put the items in order (orderInteraction); given in the right order."""

    items: tuple[Content, ...]

    def in_order(self, given: Iterable[str]) -> tuple[int, ...]:
        """Return the places, from 0, of the items of a response that are in the right order.

        They are a longest strictly increasing subsequence; of several, the one that ends first, as on the card.
        """
        place = {item.source: index for index, item in enumerate(self.items)}
        runs: list[tuple[int, ...]] = []  # the longest one that ends at each item of the response
        for number in (place[text] for text in given if text in place):
            before = max((run for run in runs if run[-1] < number), key=len, default=())
            runs.append((*before, number))
        return max(runs, key=len, default=())


Interaction = Choice | TextEntry | NumberEntry | Match | Order


def partly_right(interaction: Interaction) -> tuple[Option, ...]:
    """Return the options or typed forms that give a part of the points."""
    match interaction:
        case Choice(options):
            return tuple(option for option in options if option.partial)
        case TextEntry(gaps):
            return tuple(option for gap in gaps for option in gap.partial)
        case _:  # no other has answers that are partly right by themselves
            return ()
