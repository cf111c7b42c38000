"""Item: a question as a file of another program has it, before it becomes a draft of ours.

Readers only parse: what is right, in which share, and with which feedback, in the terms of Moodle and QTI. Whether
our kinds can hold that, `drafts_of` decides for all formats.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import Draft

TextForm = Literal["html", "plain", "moodle", "markdown"]
"""`moodle` is Moodle's auto-format: HTML in which a line feed is a line break. `markdown` may have any Markdown."""


@dataclass(frozen=True, slots=True)
class RichText:
    """Text as a file has it; `files` are the pictures embedded in the file by the name that the text gives them."""

    source: str = ""
    form: TextForm = "plain"
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.source.strip())


NO_TEXT = RichText()


@dataclass(frozen=True, slots=True)
class Answer:
    """An option or accepted answer: the share of the points that it gives (1: right, may be negative), its feedback."""

    text: RichText
    fraction: Fraction = Fraction(0)
    feedback: RichText = NO_TEXT


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """A number, or the middle of a range, with its tolerance in the unit of the number or in percent of it."""

    value: Decimal
    tolerance: Decimal = Decimal(0)
    fraction: Fraction = Fraction(1)
    feedback: RichText = NO_TEXT
    percent: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceBody:
    """Options: learners choose one (`single`) or several."""

    answers: tuple[Answer, ...]
    single: bool = True
    shuffle: bool = True


@dataclass(frozen=True, slots=True)
class TruthBody:
    """A statement that is right or not; feedback on the answers true and false."""

    right: bool
    feedback: tuple[RichText, RichText] = (NO_TEXT, NO_TEXT)


@dataclass(frozen=True, slots=True)
class TextBody:
    """Words to type: the answers with a positive fraction count. `wildcards`: a `*` matches any characters.

    `hint` is what a gap shows instead of its words.
    """

    answers: tuple[Answer, ...]
    case_sensitive: bool = False
    wildcards: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NumberBody:
    """A number to type. `units` are (name, factor by which a number in it is multiplied)."""

    answers: tuple[NumberAnswer, ...]
    units: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class MatchBody:
    """Pairs that belong together, and right sides that match no row."""

    pairs: tuple[tuple[RichText, RichText], ...]
    spare: tuple[RichText, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderBody:
    """Items in their right order; `grading` says how another program counts, if not like ours."""

    items: tuple[RichText, ...]
    grading: str = ""


@dataclass(frozen=True, slots=True)
class GapsBody:
    """Gaps in the text: where the prompt of the item has `marker(n)`, n from 1, is the n-th gap, with its weight."""

    gaps: tuple[tuple[ChoiceBody | TextBody | NumberBody, Fraction], ...]


def marker(number: int) -> str:
    """Return what stands for a gap in the prompt of an item: two characters of private use around its number."""
    return f"\ue010{number}\ue011"


Body = ChoiceBody | TruthBody | TextBody | NumberBody | MatchBody | OrderBody | GapsBody


@dataclass(frozen=True, slots=True)
class Item:
    """A question of another program, at the line where it begins.

    `name` is what the file calls it, `idnumber` its id there, `category` the path of its category, such as
    `Biology/Cells` (two slashes are one in a name), `feedback` what is shown after any answer.
    """

    place: Place
    prompt: RichText
    body: Body
    name: str = ""
    idnumber: str = ""
    category: str = ""
    feedback: RichText = NO_TEXT
    hints: tuple[RichText, ...] = ()
    tags: tuple[str, ...] = ()
    setting: RichText = NO_TEXT
    extra: Mapping[str, str] = field(default_factory=dict)
    """Fields of ours that the file has under our names, such as `level` in a sheet that the program wrote."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The items of a file in its order, the problems found on the way, and how columns were understood.

    `drafts` are questions of a file that the program wrote with all fields of ours, which need no conversion.
    """

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()
    guess: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()
