"""The group of commands, and the one door where an error becomes a message and an exit code."""

import sys
from importlib import import_module
from io import StringIO
from keyword import iskeyword
from typing import Any, NoReturn

import click

from sco_quiz.cli.options import HELP
from sco_quiz.cli.output import say, tell

COMMANDS = {
    "quiz": "Answer questions in the terminal.",
    "review": "Review what is due today.",
    "stats": "Show what you answered, what you know and what is due.",
    "history": "Export, import or forget your answers.",
    "flags": "List the questions you flagged as doubtful.",
    "list": "List the questions of a bank.",
    "show": "Show one question with its key.",
    "preview": "Show a question as the terminal and a card show it.",
    "check": "Report what is wrong or could be better in a bank.",
    "diff": "Tell what changed between two states of a bank.",
    "explain": "Explain a name that check writes in brackets.",
    "schema": "Write the JSON Schemas that let editors complete fields.",
    "export": "Write a bank in another format, such as an Anki deck.",
    "import": "Bring in your reviews from Anki.",
    "new": "Ask for a new question and append it to its file.",
    "fmt": "Format question files without losing comments.",
    "rename": "Give a question another id.",
    "init": "Start a bank for another article.",
    "source": "Make the record of an article for a bank.",
    "doctor": "Print what helps to find a fault; repair what can be repaired.",
    "completion": "Print a script that completes commands in a shell.",
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"sco_quiz.cli.commands.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`help` and `version` work as commands, too."""
        if args[:1] == ["help"]:
            args = [*args[1:], "--help"]
        return super().parse_args(ctx, ["--version"] if args == ["version"] else args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command; a misspelt one gets a suggestion."""
        from difflib import get_close_matches

        close = get_close_matches(args[0], COMMANDS, 1) if args else []
        if args and args[0] not in COMMANDS and close:
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{close[0]}'?")
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings=HELP)
@click.version_option(package_name="sco-quiz")
def cli() -> None:
    """Quizzes and Anki decks from a folder of YAML questions.

    \b
    Examples:
      sco-quiz quiz                     ten questions of the bank that comes along
      sco-quiz quiz security -n 5       five questions of one topic
      sco-quiz list --by source         what is asked about each paragraph
      sco-quiz check my-bank/           check your own questions
      sco-quiz export anki              write a deck for Anki into decks/
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command. Exit codes: 0 done, 1 problems or an error, 2 wrong usage, 130 interrupted."""
    _never_fail_on_encoding()
    try:
        code = cli.main(arguments, prog_name="sco-quiz", standalone_mode=False)
    except click.ClickException as error:
        from sco_quiz.cli.usage_errors import better

        typed = sys.argv[1:] if arguments is None else arguments
        say(_usage(better(error, typed, list(COMMANDS))), nl=False, err=True)
        code = error.exit_code
    except click.Abort:
        tell("Interrupted.", err=True)
        code = 130
    except Exception as error:
        code = _report(error)
    sys.exit(code if isinstance(code, int) else 0)


def _usage(error: click.ClickException) -> str:
    """What click says of wrong usage, with all that was typed: it would take colours out in silence."""
    shown = StringIO()
    if isinstance(error, click.UsageError) and error.ctx:
        error.ctx.color = True
    error.show(shown)
    return shown.getvalue()


def _report(error: Exception) -> int:
    """Show a ScoQuizError; anything else is a bug and keeps its traceback."""
    from sco_quiz.cli.usage_errors import bank_meant
    from sco_quiz.core.errors import BankError, ScoQuizError, UnknownTopicError

    if not isinstance(error, ScoQuizError):
        raise error
    if isinstance(error, BankError):
        from sco_quiz.terminal.problem_view import render_problem

        for problem in error.problems:
            tell(render_problem(problem) + "\n", err=True)
    meant = bank_meant(error.topic) if isinstance(error, UnknownTopicError) else ""
    say(f"Error: {meant or error}", err=True)
    return 1


def _never_fail_on_encoding() -> None:
    """A terminal that cannot show a sign shows a question mark, and input that is no text is read as such signs."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
