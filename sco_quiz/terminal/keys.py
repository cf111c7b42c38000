"""Commands, and the keys and lines that stand for them."""

from collections.abc import Container
from enum import StrEnum
from typing import assert_never

from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.review import Rating


class Command(StrEnum):
    """What a learner can enter besides an answer."""

    HINT = "h"
    SKIP = "s"
    UNDO = "u"
    CLAIM = "r"
    FLAG = "f"
    PAUSE = "p"
    HELP = "?"
    QUIT = "q"


_COMMANDS = {command.value: command for command in Command}
# where every answer is a line, a number is an answer, so that ratings have names as well
_RATINGS = {name: rating for rating in Rating for name in (str(int(rating)), rating.name.casefold())}


def answer_keys(interaction: Interaction) -> tuple[str, ...]:
    """Return the letters that are answers: where a statement is judged, f is false and not a flag."""
    match interaction:
        case Choice(options):
            return tuple(key for option in options for key in option.keys)
        case TextEntry() | NumberEntry() | Match() | Order():
            return ()
    assert_never(interaction)


def command_of(text: str, answers: Container[str] = ()) -> Command | None:
    """Return the command that a line or key stands for, unless it is one of the answers."""
    text = text.strip().casefold()
    return None if text in answers else _COMMANDS.get(text)


def rating_of(text: str, by_number: bool = True) -> Rating | None:
    """Return the rating that a line or key stands for: 1 again, 2 hard, 3 good, 4 easy, or its name.

    Where numbers are answers (`by_number` is false), only the name counts.
    """
    text = text.strip().casefold()
    return _RATINGS.get(text) if by_number or not text.isdigit() else None


# terminals send arrow keys in two forms (ECMA-48), the Windows console in two others
UP = frozenset(("k", "\x1b[A", "\x1bOA", "\xe0H", "\x00H"))
DOWN = frozenset(("j", "\x1b[B", "\x1bOB", "\xe0P", "\x00P"))
ENTER = frozenset(("\r", "\n"))
ERASE = frozenset(("\x7f", "\b"))
