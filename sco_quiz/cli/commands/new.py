"""`sco-quiz new`."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.app.shell import quoted
from sco_quiz.cli.display import draws, show_blocks
from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option, bank_to_edit, complete_topic
from sco_quiz.cli.output import print_wrapped
from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.disk.reading import is_folder

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.kinds import AnyQuestion


@click.command(context_settings=HELP)
@click.argument("topic", required=False, shell_complete=complete_topic)
@click.option("--kind", type=click.Choice(KIND_NAMES), help="Kind of question. Default: ask.")
@bank_option
def command(topic: str | None, kind: str | None, bank: Path | None) -> None:
    """Ask for a new question, field by field, and append it to the file of TOPIC; nothing else in the file changes.

    A value that is not valid is asked for again. At the end you can change the question, write it or discard it;
    Ctrl-C changes nothing.

    \b
    Examples:
      sco-quiz new economy --bank my-bank/
      sco-quiz new --kind cloze --bank my-bank/
    """
    from sco_quiz.app.append_question import append_question
    from sco_quiz.cli.authoring.prompts import ask_topic, compose_question
    from sco_quiz.core.errors import BankError
    from sco_quiz.loading.files import topic_path
    from sco_quiz.loading.load import load_bank

    folder = bank_to_edit(bank)
    if not is_folder(folder):
        raise BankError(f"{folder} is not the folder of a bank")
    loaded = load_bank(folder)
    topic, title = ask_topic(loaded, topic)
    if setting := next((item.setting for item in loaded.topics if item.id == topic), ""):
        print_wrapped(f"Learners see this setting above the question: {setting}")
    preview = partial(_preview, loaded, topic)
    question = compose_question(loaded, kind, topic_path(folder, topic), loaded.markup_of(topic), preview)
    if question is None:
        print_wrapped("Nothing was written.")
        return
    path = append_question(folder, topic, title, question)
    print_wrapped(f"{path}: {question.id} appended. `sco-quiz check {quoted(folder)}` reports how to improve it.")


def _preview(bank: "Bank", topic_id: str, question: "AnyQuestion") -> None:
    """Show a question that is in no file yet as students will see it."""
    from sco_quiz.core.bank import Topic
    from sco_quiz.terminal.preview import preview_blocks

    topic = next((topic for topic in bank.topics if topic.id == topic_id), Topic(topic_id, topic_id, ()))
    question = question.with_default("setting", topic.setting)
    alone = replace(bank, topics=(replace(topic, questions=(question,)),))
    show_blocks(*preview_blocks(alone, question, drawn=draws()), plain=False)
