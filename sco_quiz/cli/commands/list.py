"""`sco-quiz list`."""

from pathlib import Path
from typing import Any

import click

from sco_quiz.cli.options import HELP, bank_option, filter_of, filter_options
from sco_quiz.cli.output import print_text

GROUPS = ("topic", "kind", "level", "source", "tag")


@click.command(context_settings=HELP)
@filter_options
@click.option("--by", type=click.Choice(GROUPS), default="topic", show_default=True, help="How to group the questions.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead.")
@bank_option
def command(by: str, as_json: bool, bank: Path | None, **filters: Any) -> None:
    """List the questions of the bank, or of TOPICS.

    \b
    Examples:
      sco-quiz list
      sco-quiz list --by source          questions by paragraph
      sco-quiz list security --kind cloze
      sco-quiz list --json > questions.json
    """
    from sco_quiz.core.selection import filter_questions
    from sco_quiz.formats.exchange.questions_json import render_list
    from sco_quiz.loading.load import load_bank
    from sco_quiz.terminal.listing import render_groups

    loaded = load_bank(bank)
    questions = filter_questions(loaded, filter_of(filters))
    retired = filter_questions(loaded, filter_of(filters), "retired")
    print_text(
        render_list(loaded, questions) if as_json else render_groups(loaded, questions, by, len(retired)), nl=False
    )
