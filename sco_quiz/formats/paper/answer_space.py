"""The room to answer a question on paper, for each interaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from sco_quiz.core.content import Content, literal
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.response_content import option_contents
from sco_quiz.core.words.language import Language

_LONG = 30
"""An answer with more characters gets a line as wide as the page; fewer sizes than answers give nothing away."""


@dataclass(frozen=True, slots=True)
class Lettered:
    """Something to choose, with its letter."""

    letter: str
    content: Content


@dataclass(frozen=True, slots=True)
class Boxes:
    """Options with a box (`several`) or a circle each. `in_line`: true and false, which have no letters."""

    options: tuple[Lettered, ...]
    several: bool = False
    in_line: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line to write on, `long` or not, before a unit if there is one."""

    long: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps of one width: in the prompt (`inline`), or below it."""

    count: int
    inline: bool = True


@dataclass(frozen=True, slots=True)
class MatchBoxes:
    """Rows with a box each for the letter of an option."""

    rows: tuple[Content, ...]
    options: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True)
class NumberBoxes:
    """Items with a box each for their number in the right order."""

    items: tuple[Lettered, ...]


AnswerSpace = Boxes | Line | Gaps | MatchBoxes | NumberBoxes


def answer_space(interaction: Interaction, shown: Iterable[str], words: Language) -> AnswerSpace:
    """Return the room to answer; `shown` are the options in their order on this form."""
    match interaction:
        case Choice(options, by_key=True):
            return Boxes(tuple(Lettered("", literal(words.label(each.text))) for each in options), in_line=True)
        case Choice(several=several):
            return Boxes(_lettered(interaction, shown, words), several)
        case TextEntry(gaps=(gap,), inline=False):
            return Line(max(len(form.plain) for form in gap.accepted) > _LONG)
        case TextEntry(gaps, inline):
            return Gaps(len(gaps), inline)
        case NumberEntry(unit=unit):
            return Line(unit=unit)
        case Match(rows=rows):
            return MatchBoxes(rows, _lettered(interaction, shown, words))
        case Order():
            return NumberBoxes(_lettered(interaction, shown, words))
    assert_never(interaction)


def _lettered(interaction: Interaction, shown: Iterable[str], words: Language) -> tuple[Lettered, ...]:
    contents = {content.source: content for content in option_contents(interaction)}
    return tuple(Lettered(letter_of(at, words), contents[text]) for at, text in enumerate(shown))


def letter_of(number: int, words: Language) -> str:
    """Return the letter of an option, counted from 0; behind the last letter, a number."""
    letters = words.word("letters")
    return letters[number] if number < len(letters) else str(number + 1)
