"""`sco-quiz read`."""

from pathlib import Path

import click

from sco_quiz.cli.digest import print_digest
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option, complete_topic, plain_option


@click.command(context_settings=HELP)
@click.argument("topics", nargs=-1, shell_complete=complete_topic)
@plain_option
@bank_option
def command(topics: tuple[str, ...], plain: bool, bank: Path | None) -> None:
    """Read what the article of the bank says, or what it says about TOPICS.

    This is the digest of the bank: the summaries of the article's paragraphs, by topic. If it is longer than
    the screen, it opens in a pager, which q closes.

    \b
    Examples:
      sco-quiz read
      sco-quiz read energy economy
      sco-quiz read --bank my-bank/ > digest.txt
    """
    from sco_quiz.cli.sound_bank import sound_bank
    from sco_quiz.core.digest import digest
    from sco_quiz.core.errors import SelectionError

    found = digest(sound_bank(bank), topics)
    if not found.sections:
        raise SelectionError("there is nothing to read; write summaries of the paragraphs")
    print_digest(found, plain)
