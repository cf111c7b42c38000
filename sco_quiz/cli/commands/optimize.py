"""`sco-quiz optimize`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.output import print_text, print_wrapped
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.history.database import Database
    from sco_quiz.history.optimize import Optimum


@click.command(context_settings=HELP)
@click.option("--reset", is_flag=True, help="Use the default parameters again.")
@progress_option
def command(reset: bool, progress: Path | None) -> None:
    """Adapt the scheduler to your memory.

    FSRS predicts how long you remember, with parameters that are right for most people. After 400 reviews, this command
    finds those that predict your own answers best, in all banks, and reschedules all questions with them. Repeat it
    every few months. It needs `pip install fsrs-rs-python`.

    \b
    Examples:
      sco-quiz optimize
      sco-quiz optimize --reset
    """
    from sco_quiz.app.days import now
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.history.optimize import optimize
    from sco_quiz.history.store import store_of

    database = open_progress(progress, "write").database
    store = store_of(database)
    current = store.schedule.preferences.parameters
    if reset:
        _reset(database, current)
        return
    until = now()
    answers = (answer for answer in store.answers() if answer.at <= until)
    found = optimize(answers, current, store.schedule.days)
    _show(found)
    if found.is_better:
        count = _use(database, found.parameters)
        print_wrapped(f"The new parameters are saved: {counted(count, 'question')} rescheduled.")
    else:
        print_wrapped("Your current parameters predict your answers as well: nothing was changed.")


def _reset(database: "Database", current: tuple[float, ...]) -> None:
    if current:
        count = _use(database, ())
        print_wrapped(f"The default parameters are used again: {counted(count, 'question')} rescheduled.")
    else:
        print_wrapped("The default parameters are in use: nothing was changed.")


def _show(found: "Optimum") -> None:
    print_text(f"{counted(found.reviews, 'review')}; lower numbers are better, 0 is a perfect prediction:")
    print_text(f"log loss  {found.before.log_loss:.4f} -> {found.after.log_loss:.4f}")
    print_text(f"RMSE      {found.before.rmse:.4f} -> {found.after.rmse:.4f}")


def _use(database: "Database", parameters: tuple[float, ...]) -> int:
    """Save parameters and reschedule all questions; return their number."""
    from dataclasses import replace

    from sco_quiz.app.progress_file import reschedule
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.history.preferences import preferences

    with progress_bar("Scheduling") as on_progress:
        return reschedule(database, replace(preferences(database), parameters=parameters), on_progress)
