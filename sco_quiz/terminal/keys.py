"""From single letters to commands."""

from enum import StrEnum


class Command(StrEnum):
    """What a learner can say besides an answer."""

    HINT = "h"
    SKIP = "s"
    UNDO = "u"
    CLAIM = "r"
    HELP = "?"
    QUIT = "q"


_COMMANDS = {command.value: command for command in Command}


def command_of(text: str) -> Command | None:
    """The command that a line or key stands for, if it is one."""
    return _COMMANDS.get(text.strip().casefold())
