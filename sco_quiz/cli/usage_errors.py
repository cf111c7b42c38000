"""Better messages for usage errors: what to type instead."""

from collections.abc import Sequence
from pathlib import Path

import click

from sco_quiz.app.shell import quoted
from sco_quiz.disk.reading import is_folder, is_present

# Names that users try for options that are called otherwise.
OTHER_NAMES = {"--type": "--kind", "--types": "--kind", "--topics": "--topic"}


def better(error: click.ClickException, arguments: Sequence[str], commands: Sequence[str]) -> click.ClickException:
    """Return the same error, or one that says what to type instead."""
    message = ""
    if isinstance(error, click.NoSuchOption) and error.ctx:
        message = _option(error.option_name, error.ctx, arguments, commands)
    elif isinstance(error, click.BadParameter) and error.param:
        message = _number(error, error.param)
    return click.UsageError(message, error.ctx) if message and isinstance(error, click.UsageError) else error


def _option(name: str, ctx: click.Context, arguments: Sequence[str], commands: Sequence[str]) -> str:
    if ctx.parent is None:
        return _after_the_command(name, arguments, commands)
    known = {option for parameter in ctx.command.params for option in parameter.opts}
    if OTHER_NAMES.get(name, name) == "--topic" and "topics" in known:
        value = _value(name, arguments) or "economy"  # an example, if no topic was typed
        return f"write topics without an option: `{ctx.command_path} {quoted(value)}`"
    other = OTHER_NAMES.get(name)
    return f"No such option: {name}. Did you mean {other}?" if other in known else ""


def _after_the_command(name: str, arguments: Sequence[str], commands: Sequence[str]) -> str:
    """Return the message for an option before the command."""
    at = next((index for index, word in enumerate(arguments) if word in commands), None)
    if at is None:
        return ""
    # The options that were before the command, moved behind it.
    line = " ".join(quoted(word) for word in (*arguments[at:], *arguments[:at]))
    return f"write {name} after the command: `sco-quiz {line}`"


def _value(name: str, arguments: Sequence[str]) -> str:
    for index, word in enumerate(arguments):
        if word.startswith(f"{name}="):
            return word.removeprefix(f"{name}=")
        if word == name:
            return next(iter(arguments[index + 1 : index + 2]), "")
    return ""


def _number(error: click.BadParameter, parameter: click.Parameter) -> str:
    """Return the message for a word instead of a number."""
    # Click raises its error from the ValueError of a conversion; a number out of range has no such context.
    if isinstance(error.__context__, ValueError) and isinstance(parameter.type, click.types.IntParamType):
        return f"{parameter.opts[0]} needs a whole number, such as 10"
    return ""


def bank_meant(topic: str) -> str:
    """Return what to type instead of a path that was given as a topic; nothing for a topic."""
    path = Path(topic)
    if not is_present(path):
        return ""
    return f"`{topic}` is a {'folder' if is_folder(path) else 'file'}, not a topic: write `--bank {quoted(topic)}`"
