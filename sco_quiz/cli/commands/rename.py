"""`sco-quiz rename`."""

from pathlib import Path

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option, bank_to_edit, complete_id
from sco_quiz.cli.output import print_text
from sco_quiz.disk.reading import is_folder


@click.command(context_settings=HELP)
@click.argument("old", shell_complete=complete_id)
@click.argument("new")
@bank_option
def command(old: str, new: str, bank: Path | None) -> None:
    """Change the id of the question OLD to NEW; comments and layout stay.

    The old id is added to the question's field `formerly`, so that Anki decks and progress files still match. Questions
    that name OLD as their successor, facts in source.yaml and `exam:` in bank.yaml that name it, are updated.

    \b
    Examples:
      sco-quiz rename seat-of-secretariat secretariat-city --bank my-bank/
    """
    from sco_quiz.app.bank_names import find_question
    from sco_quiz.core.errors import BankError
    from sco_quiz.loading.files import replace_texts
    from sco_quiz.loading.load import read_bank
    from sco_quiz.loading.writing.rename import plan_renaming

    path = bank_to_edit(bank)
    loaded = read_bank(path)
    if loaded.errors:
        raise BankError(f"the bank in {path} has problems; fix them first", loaded.problems)
    question = find_question(loaded.bank, old, bank)  # OLD may itself be a previous id
    plan = plan_renaming(loaded, question.id, new)
    replace_texts({Path(name): texts for name, texts in plan.items()}, path if is_folder(path) else path.parent)
    for name in plan:
        print_text(f"{name}: {question.id} is now {new}")
