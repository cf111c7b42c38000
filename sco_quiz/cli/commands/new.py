"""`sco-quiz new`."""

from pathlib import Path

import click

from sco_quiz.app.shell import quoted
from sco_quiz.cli.options import HELP, bank_option, bank_to_edit, complete_topic
from sco_quiz.cli.output import print_wrapped
from sco_quiz.core.constants import KIND_NAMES


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
    from sco_quiz.cli.authoring.prompts import ask_topic, compose_question
    from sco_quiz.core.errors import BankError
    from sco_quiz.loading.files import read_document, replace_text, topic_path, write_text
    from sco_quiz.loading.load import load_bank, read_bank
    from sco_quiz.loading.writing.append import new_topic, with_question
    from sco_quiz.loading.writing.json_schema import FOLDER, first_line

    folder = bank_to_edit(bank)
    if not folder.is_dir():
        raise BankError(f"{folder} is not the folder of a bank")
    loaded = load_bank(folder)
    topic, title = ask_topic(loaded, topic)
    path = topic_path(folder, topic)
    question = compose_question(loaded, kind, path)
    if question is None:
        print_wrapped("Nothing was written.")
        return
    if title:
        write_text(path, new_topic(title, question, first_line("questions") if (folder / FOLDER).is_dir() else ""))
    else:
        document, _ = read_document(path, str(path))
        assert document
        after = with_question(document, question)
        replace_text(path, document.text, after)
        if read_bank(folder).bank.find(question.id) != question:
            replace_text(path, after, document.text)
            raise BankError(f"{path} would not be valid with the question; it is unchanged")
    print_wrapped(f"{path}: {question.id} appended. `sco-quiz check {quoted(folder)}` reports how to improve it.")
