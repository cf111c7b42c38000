"""`sco-quiz completion`."""

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.output import print_verbatim


@click.command(context_settings=HELP)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    Examples:
      eval "$(sco-quiz completion bash)"                                      in ~/.bashrc
      eval "$(sco-quiz completion zsh)"                                       in ~/.zshrc
      sco-quiz completion fish > ~/.config/fish/completions/sco-quiz.fish
    """
    from click.shell_completion import get_completion_class

    from sco_quiz.cli.main import cli

    complete = get_completion_class(shell)
    assert complete is not None  # click knows the three shells that the argument allows
    print_verbatim(complete(cli, {}, "sco-quiz", "_SCO_QUIZ_COMPLETE").source())
