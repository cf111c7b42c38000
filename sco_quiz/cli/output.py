"""Print to the terminal: every text is sanitized here, once."""

import re
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

import click

from sco_quiz.app.shell import in_this_shell
from sco_quiz.terminal.sanitize import disarm, sanitize

if TYPE_CHECKING:
    from sco_quiz.core.problem import Problem

WARNED = "sco_quiz.warned"
"""In the `meta` of a command that has printed a warning, which must not scroll off at once."""
TAKEN = "sco_quiz.taken"
"""In the `meta` of a command that writes a file to standard output."""
_COMMAND = re.compile("`[^`]*`")
_EXCERPT = re.compile(r" *\d* *\| ")
_NO_BREAK = "\0"
"""Stands for a space inside a command, where no line ends."""


def print_text(text: str, *, nl: bool = True, err: bool = False, for_workflow: bool = False) -> None:
    """Print text to standard output, or to standard error, also if a file is written to standard output.

    With `for_workflow`, commands of workflows remain commands.
    """
    text = sanitize(text)
    context = click.get_current_context(silent=True)
    taken = context is not None and TAKEN in context.meta
    click.echo(text if for_workflow else disarm(text), nl=nl, err=err or taken)


def print_wrapped(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Print sentences: their commands as this shell takes them; on a terminal, long lines break between words."""
    if err and (context := click.get_current_context(silent=True)):
        context.meta[WARNED] = True
    text = in_this_shell(text)
    print_text(wrapped(text) if (sys.stderr if err else sys.stdout).isatty() else text, nl=nl, err=err)


def print_pages(text: str) -> None:
    """Print text that is sanitized already; on a terminal that is too small for it, in a pager."""
    if sys.stdout.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        click.echo_via_pager(f"Space: next page · q: close\n\n{disarm(text)}")
    else:
        click.echo(disarm(text), nl=False)


def print_problem(problem: "Problem") -> None:
    """Print a problem to standard error, with a blank line after it."""
    from sco_quiz.terminal.problem_view import render_problem

    print_text(render_problem(with_commands(problem)) + "\n", err=True)


def with_commands(problem: "Problem") -> "Problem":
    """Return the problem with the commands of its hint as this shell takes them."""
    from dataclasses import replace

    return replace(problem, hint=in_this_shell(problem.hint))


def print_verbatim(text: str, *, nl: bool = True) -> None:
    """Print what the program itself wrote, such as a shell script, without escaping anything."""
    click.echo(text, nl=nl, color=True)


def ask(label: str, default: str = "", end: str = ": ") -> str:
    """Return the stripped line that is typed after a label. Raises click.Abort at the end of input."""
    return ask_line(label, default, end).strip()


def ask_line(label: str, default: str = "", end: str = ": ") -> str:
    """Return the line that is typed after a label, with its spaces. Raises click.Abort at the end of input."""
    shown = sanitize(wrapped(label) if sys.stdout.isatty() else label)
    return str(click.prompt(shown, default=default, show_default=bool(default), prompt_suffix=end))


def confirmed(question: str) -> bool:
    """Ask a yes-or-no question, and return the answer. Raises click.Abort at the end of input."""
    return bool(click.confirm(sanitize(question)))


def wrapped(text: str) -> str:
    """Return the text with its long lines broken between words, at the width of the terminal."""
    # One column less: a line as wide as the terminal is followed by an empty one on Windows.
    width = max(20, shutil.get_terminal_size().columns - 1)
    return "\n".join(_folded(line, width) if len(line) > width else line for line in text.split("\n"))


def wrapped_report(text: str) -> str:
    """Return problems as text; on a terminal, their sentences break between words, and lines of files stay whole."""
    if not sys.stdout.isatty():
        return text
    return "\n".join(line if _EXCERPT.match(line) else wrapped(line) for line in text.split("\n"))


def _folded(line: str, width: int) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    # Paths and commands stay whole, so that they can be copied.
    wrapper = textwrap.TextWrapper(width, indent, indent, break_long_words=False, break_on_hyphens=False)
    whole = _COMMAND.sub(lambda found: found[0].replace(" ", _NO_BREAK), line.lstrip())
    return wrapper.fill(whole).replace(_NO_BREAK, " ")
