"""`sco-quiz show`."""

import sys
from pathlib import Path

import click

from sco_quiz.cli.options import HELP, bank_option, complete_id


@click.command(context_settings=HELP)
@click.argument("question_id", metavar="ID", shell_complete=complete_id)
@bank_option
def command(question_id: str, bank: Path | None) -> None:
    """Show the question ID with its options, key, explanation and source.

    \b
    Examples:
      sco-quiz show most-urgent
      sco-quiz show my-question --bank my-bank/
    """
    from difflib import get_close_matches

    from sco_quiz.core.errors import SelectionError
    from sco_quiz.formats.json_list import options_of
    from sco_quiz.loading.load import load_bank
    from sco_quiz.terminal.screen import full_block

    loaded = load_bank(bank)
    question = loaded.find(question_id)
    if question is None:
        close = get_close_matches(question_id, [question.id for question in loaded.questions], 1)
        hint = f"did you mean `{close[0]}`?" if close else "see `sco-quiz list`."
        raise SelectionError(f"no question has the id `{question_id}`; {hint}")
    block = full_block(loaded, question, options_of(question))
    if sys.stdout.isatty():
        from sco_quiz.terminal.rich_display import RichDisplay

        RichDisplay().show(block)
    else:
        from sco_quiz.terminal.plain import render_plain

        click.echo(render_plain(block))
