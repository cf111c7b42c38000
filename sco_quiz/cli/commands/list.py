"""`sco-quiz list`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option, filter_of, filter_options
from sco_quiz.cli.output import print_text
from sco_quiz.cli.progress_file import progress_option

if TYPE_CHECKING:
    from sco_quiz.app.review import Questions
    from sco_quiz.core.bank import Bank

GROUPS = ("topic", "kind", "level", "source", "tag")


@click.command(context_settings=HELP)
@filter_options
@click.option("--by", type=click.Choice(GROUPS), default="topic", show_default=True, help="How to group the questions.")
@click.option("--missed", is_flag=True, help="Only questions that you missed lately, with their right answers.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead.")
@progress_option
@bank_option
def command(by: str, missed: bool, as_json: bool, progress: Path | None, bank: Path | None, **filters: Any) -> None:
    """List the questions of the bank, or of TOPICS.

    --missed lists those whose last answer in the last seven days was not right.

    \b
    Examples:
      sco-quiz list
      sco-quiz list --by source          questions by paragraph
      sco-quiz list security --kind cloze
      sco-quiz list --missed             what you missed, with the right answers
      sco-quiz list --json > questions.json
    """
    from sco_quiz.cli.sound_bank import sound_bank, whole_bank
    from sco_quiz.core.collector import kept_to_the_end
    from sco_quiz.core.selection import Filter, filter_questions
    from sco_quiz.formats.exchange.questions_json import render_list
    from sco_quiz.terminal.listing import render_groups

    # a file of questions that lacks some would claim to be complete
    loaded = whole_bank(bank) if as_json else sound_bank(bank)
    questions = filter_questions(loaded, filter_of(filters))
    if missed:
        questions = _missed(loaded, questions, progress)
    if as_json:
        with kept_to_the_end():
            text = render_list(loaded, questions)
        print_text(text, nl=False)
        return
    retired = () if missed else filter_questions(loaded, filter_of(filters), "retired")
    partial = missed or filter_of(filters) != Filter()
    print_text(render_groups(loaded, questions, by, len(retired), partial=partial, keys=missed), nl=False)


def _missed(bank: "Bank", questions: "Questions", progress: Path | None) -> "Questions":
    from sco_quiz.app.days import now
    from sco_quiz.app.review import MISSED_DAYS, recently_missed
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.history.store import store_of

    store = store_of(open_progress(progress, "read").database)
    return recently_missed(bank, store, questions, MISSED_DAYS, now())
