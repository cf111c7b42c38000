"""The one way from a command to the terminal: whatever the text holds, it cannot act on the terminal."""

import shutil
import sys
import textwrap

import click

from sco_quiz.terminal.sanitize import sanitize


def tell(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Print the text to standard output, or to standard error."""
    click.echo(sanitize(text), nl=nl, err=err)


def say(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Tell sentences: on a terminal, lines that are too long for it break between words."""
    tell(wrapped(text) if (sys.stderr if err else sys.stdout).isatty() else text, nl=nl, err=err)


def ask(label: str, default: str = "", end: str = ": ") -> str:
    """The line that is typed after a label, without blanks around it. Raises click.Abort at the end of input."""
    shown = sanitize(wrapped(label) if sys.stdout.isatty() else label)
    return str(click.prompt(shown, default=default, show_default=bool(default), prompt_suffix=end)).strip()


def wrapped(text: str) -> str:
    """The text with its long lines broken between words, as wide as the terminal."""
    width = max(20, shutil.get_terminal_size().columns - 1)
    return "\n".join(_folded(line, width) if len(line) > width else line for line in text.split("\n"))


def _folded(line: str, width: int) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.fill(
        line.lstrip(), width, initial_indent=indent, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
