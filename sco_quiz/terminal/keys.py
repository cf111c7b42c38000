"""Commands, and the keys and lines that stand for them."""

import re
from collections.abc import Container, Sized
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


def is_typed(interaction: Interaction, options: Sized) -> bool:
    """Return whether the answer is a line: then no letter alone is a command."""
    return isinstance(interaction, TextEntry | NumberEntry) or len(options) > MAX_SINGLE_KEYS


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


MAX_SINGLE_KEYS = 9
"""How many options have a key each: with more, 1 could be the start of 10."""

# terminals send these keys in several forms (ECMA-48 and xterm), the Windows console in two others
UP = frozenset(("k", "\x1b[A", "\x1bOA", "\xe0H", "\x00H"))
DOWN = frozenset(("j", "\x1b[B", "\x1bOB", "\xe0P", "\x00P"))
CANCEL = "\x1b"
ENTER = frozenset(("\r", "\n"))
ERASE = frozenset(("\x7f", "\b"))
DELETE = frozenset(("\x1b[3~", "\xe0S", "\x00S"))
LEFT = frozenset(("\x02", "\x1b[D", "\x1bOD", "\xe0K", "\x00K"))  # the first one, here and below: as in a shell
RIGHT = frozenset(("\x06", "\x1b[C", "\x1bOC", "\xe0M", "\x00M"))
HOME = frozenset(("\x01", "\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~", "\xe0G", "\x00G"))
END = frozenset(("\x05", "\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~", "\xe0O", "\x00O"))
PAGE_UP = frozenset(("\x1b[5~", "\xe0I", "\x00I"))
PAGE_DOWN = frozenset(("\x1b[6~", "\xe0Q", "\x00Q"))
PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal sends around a pasted text (bracketed paste of xterm)."""

TYPED_COMMANDS = {
    "\t": Command.HINT,
    **dict.fromkeys(("\x1bOP", "\x1b[11~", "\x1b[[A", "\x00;"), Command.HELP),  # F1
}
"""Keys that are commands where letters are part of an answer."""

OPEN_TYPING = frozenset(("\x1bOQ", "\x1b[12~", "\x1b[[B", "\x00<"))  # F2
OPEN = OPEN_TYPING | {"o"}
"""Keys that open a picture, if there is one; F2 alone where letters are part of an answer."""

_OPEN_LINE = re.compile(r"o *(\d{0,4})", re.IGNORECASE)


def number_up_to(count: int, line: str) -> int:
    """Return the number from 1 to a count that a line has; 0 for any other line, of however many digits."""
    number = int(line) if line.isdecimal() and len(line) < 9 else 0
    return number if number <= count else 0


def picture_number(line: str, count: int) -> int | None:
    """Return the number of the picture that a line such as `o` or `o 2` opens; None for any other line."""
    found = _OPEN_LINE.fullmatch(line.strip())
    number = int(found[1] or 1) if found else 0
    return number if 1 <= number <= count else None


def opening_choices(pictures: int, key: str = "o") -> tuple[tuple[str, str], ...]:
    """Return the key that opens a picture, with what it does; nothing without pictures."""
    return ((key, "open the picture" if pictures == 1 else "open a picture"),) if pictures else ()
