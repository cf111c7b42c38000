"""`sco-quiz show`."""

from pathlib import Path

import click

from sco_quiz.cli.display import show_blocks
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option, complete_id, plain_option
from sco_quiz.cli.sound_bank import sound_bank


@click.command(context_settings=HELP)
@click.argument("question_id", metavar="ID", shell_complete=complete_id)
@plain_option
@bank_option
def command(question_id: str, plain: bool, bank: Path | None) -> None:
    """Show the question ID with its options, answer, explanation and source.

    \b
    Examples:
      sco-quiz show most-urgent
      sco-quiz show my-question --bank my-bank/
    """
    from sco_quiz.app.bank_names import find_question
    from sco_quiz.formats.exchange.questions_json import options_of
    from sco_quiz.terminal.question_view import full_block

    loaded = sound_bank(bank)
    question = find_question(loaded, question_id, bank)
    show_blocks(full_block(loaded, question, options_of(question)), plain=plain, bank=loaded)
