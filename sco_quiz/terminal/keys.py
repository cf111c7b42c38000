"""From keys and lines to commands."""

from enum import StrEnum

from sco_quiz.core.kinds import AnyQuestion, TrueFalse
from sco_quiz.core.review import Rating


class Command(StrEnum):
    """What a learner can say besides an answer."""

    HINT = "h"
    SKIP = "s"
    UNDO = "u"
    CLAIM = "r"
    FLAG = "f"
    PAUSE = "p"
    HELP = "?"
    QUIT = "q"


_COMMANDS = {command.value: command for command in Command}
_RATINGS = {name: rating for rating in Rating for name in (str(int(rating)), rating.name.casefold())}


def command_of(text: str, question: AnyQuestion | None = None) -> Command | None:
    """The command that a line or key stands for, if it is one; where a statement is judged, f is an answer."""
    command = _COMMANDS.get(text.strip().casefold())
    return None if command is Command.FLAG and isinstance(question, TrueFalse) else command


def rating_of(text: str, by_number: bool = True) -> Rating | None:
    """The rating that a line or key stands for: 1 again, 2 hard, 3 good, 4 easy; by its name only where a number is an
    answer."""
    text = text.strip().casefold()
    return _RATINGS.get(text) if by_number or not text.isdigit() else None


UP = frozenset(("k", "\x1b[A", "\x1bOA", "\xe0H", "\x00H"))
DOWN = frozenset(("j", "\x1b[B", "\x1bOB", "\xe0P", "\x00P"))
ENTER = frozenset(("\r", "\n"))
ERASE = frozenset(("\x7f", "\b"))
