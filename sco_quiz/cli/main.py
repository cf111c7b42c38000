"""The group of commands; an error becomes a message and an exit code only here."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from io import StringIO
from keyword import iskeyword
from typing import Any, NoReturn

import click

from sco_quiz.app.shell import in_this_shell
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.output import print_problem, print_text, print_wrapped
from sco_quiz.cli.streams import abandon_streams, output_error, prepare_streams

# Here and not in the modules of the commands, so that `sco-quiz --help` imports none of them.
COMMANDS = {
    "read": "Read what the article says, by topic.",
    "quiz": "Answer questions in the terminal.",
    "review": "Review what is due today.",
    "optimize": "Adapt the scheduler to your own reviews.",
    "stats": "Show what you answered, what you know and what is due.",
    "history": "Export, import or delete your answers.",
    "flags": "List the questions you flagged.",
    "class": "Judge the results of a class.",
    "list": "List the questions of a bank.",
    "show": "Show one question with its answer.",
    "preview": "Preview a question in the terminal or as an Anki card.",
    "check": "Report errors, warnings and suggestions for a bank.",
    "diff": "Compare two versions of a bank.",
    "explain": "Explain a problem or rule that check reports.",
    "schema": "Write the JSON Schemas that let editors complete fields.",
    "export": "Write a bank in another format, such as an Anki deck.",
    "import": "Read questions of other programs into a bank.",
    "new": "Add a question, field by field.",
    "fmt": "Format question files without losing comments.",
    "rename": "Change the id of a question.",
    "init": "Start a bank for another article.",
    "source": "Record the article of a bank; list what no question asks.",
    "doctor": "Diagnose problems; repair the progress file.",
    "completion": "Print a shell completion script.",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        # Python code cannot import a module with the name of a keyword, such as `import`.
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"sco_quiz.cli.commands.{module}").command
        assert isinstance(command, click.Command)
        _rewrite_help(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Accept `help` and `version` as commands."""
        if args[:1] == ["help"]:
            args = [*args[1:], "--help"]
        return super().parse_args(ctx, ["--version"] if args == ["version"] else args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Return the command; suggest one for a misspelled name."""
        if args and args[0] not in COMMANDS:
            from sco_quiz.core.suggest import nearest

            if close := nearest(args[0], COMMANDS):
                ctx.fail(f"No such command '{args[0]}'. Did you mean '{close}'?")
        return super().resolve_command(ctx, args)


def _rewrite_help(command: click.Command) -> None:
    """Let the examples of a command, and of those below it, start as the user started the program."""
    command.help = in_this_shell(command.help or "")
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        _rewrite_help(below)


@click.group(cls=LazyGroup, context_settings=HELP)
@click.version_option(package_name="sco-quiz")
def cli() -> None:
    """Quizzes and Anki decks from a folder of YAML questions.

    \b
    Examples:
      sco-quiz quiz                     ten questions of the built-in bank
      sco-quiz quiz security -n 5       five questions of one topic
      sco-quiz list --by source         questions by paragraph
      sco-quiz check my-bank/           check your own questions
      sco-quiz export anki              write a deck for Anki into decks/
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command. Exit codes: 0 success, 1 problems or an error, 2 usage error, 130 interrupted."""
    # plugins of other programs have no business with questions, and each start would search all packages for them
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    prepare_streams()
    _rewrite_help(cli)
    try:
        code = _run(arguments)
        if error := output_error():
            raise error
    except OSError as error:  # also of a message that cannot be printed
        code = _report_os_error(error)
    finally:
        abandon_streams()
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    """Run a command, and print the message of an error; return the exit code. Raises OSError."""
    try:
        # Standalone, click would print messages itself, unsanitized, and exit.
        code = cli.main(arguments, prog_name="sco-quiz", standalone_mode=False)
    except click.ClickException as error:
        from sco_quiz.cli.usage_errors import better

        typed = sys.argv[1:] if arguments is None else arguments
        print_wrapped(_usage(better(error, typed, list(COMMANDS))), nl=False, err=True)
        return error.exit_code
    except click.Abort:
        print_text("Interrupted.", err=True)
        return 130
    except Exception as error:
        return _report(error)
    # A command without ctx.exit() returns None.
    return code if isinstance(code, int) else 0


def _usage(error: click.ClickException) -> str:
    """Return click's message for a usage error."""
    shown = StringIO()
    # With color, click keeps escape sequences that the user typed; print_text makes them readable.
    if isinstance(error, click.UsageError) and error.ctx:
        error.ctx.color = True
    error.show(shown)
    return shown.getvalue()


def _report(error: Exception) -> int:
    """Print a ScoQuizError; raise anything else, which is a bug and needs its traceback."""
    from sco_quiz.cli.usage_errors import bank_meant
    from sco_quiz.core.errors import BankError, ScoQuizError, UnknownTopicError

    if not isinstance(error, ScoQuizError):
        raise error
    if isinstance(error, BankError):
        # The problems first: the summary is then the last line on the screen.
        for problem in error.problems:
            print_problem(problem)
    meant = bank_meant(error.topic) if isinstance(error, UnknownTopicError) else ""
    # a message may quote several lines, which must not look like further messages
    print_wrapped("Error: " + str(meant or error).replace("\n", "\n       "), err=True)
    return 1


def _report_os_error(error: OSError) -> int:
    """Print why the operating system refused, where no command says more."""
    from sco_quiz.disk.os_errors import reason_of

    # only what opens a file knows its name
    where = "standard output cannot be written" if output_error() else error.filename or "cannot read or write"
    if not isinstance(error, BrokenPipeError):  # the program that reads the output wants no more of it
        with suppress(OSError):
            print_wrapped(f"Error: {where}: {reason_of(error)}", err=True)
    return 1
