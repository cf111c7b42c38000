"""The one way from a command to the terminal: whatever the text holds, it cannot act on the terminal."""

import click

from sco_quiz.terminal.visible import visible


def tell(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Print the text to standard output, or to standard error."""
    click.echo(visible(text), nl=nl, err=err)
