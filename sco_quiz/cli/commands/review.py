"""`sco-quiz review`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.options import HELP, bank_option, filter_of, filter_options, plain_option
from sco_quiz.cli.output import print_wrapped
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.app.review import Questions
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.session import Mode
    from sco_quiz.history.database import Database
    from sco_quiz.history.store import Store


SHARE = click.FloatRange(0.7, 0.99)  # the range that Anki allows


@click.command(context_settings=HELP)
@filter_options
@click.option("-n", "--number", type=click.IntRange(min=1), help="Maximum number of questions.")
@click.option("--new", type=click.IntRange(min=0), default=10, show_default=True, help="New questions per day.")
@click.option("--practice", is_flag=True, help="Practice what you most likely forgot, due or not.")
@click.option("--missed", is_flag=True, help="Practice questions whose last answer was not right.")
@click.option("--days", type=click.IntRange(min=1), default=7, show_default=True, help="Days that --missed goes back.")
@click.option("--retention", type=SHARE, metavar="SHARE", help="New desired retention, 0.7 to 0.99. Default: 0.9.")
@click.option("--seed", type=click.IntRange(min=0), help="Seed for the order of the options.")
@progress_option
@plain_option
@bank_option
@click.pass_context
def command(ctx: click.Context, /, bank: Path | None, progress: Path | None, plain: bool, **options: Any) -> None:
    """Review what is due today, and some new questions.

    FSRS, Anki's scheduler, plans when a question is due again: when the predicted recall has dropped to the desired
    retention. The verdict rates how well you knew the answer; keys 1 to 4 (again, hard, good, easy) change the rating.
    A question rated "again" comes back before the review ends. The day begins at 4 in the morning.

    \b
    Examples:
      sco-quiz review
      sco-quiz review security --new 5
      sco-quiz review --missed --days 30
      sco-quiz review --practice -n 10
    """
    from sco_quiz.app.sessions import any_seed
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.cli.study import Study, run_quiz
    from sco_quiz.core.session import Session
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.load import load_bank

    loaded = load_bank(bank)
    file = open_progress(progress, "study")
    if options["retention"] and not file.read_only:
        _reschedule(file.database, options["retention"], plain)
    questions, mode = _chosen(loaded, store_of(file.database), options, plain)
    if questions:
        session = Session(questions, any_seed(options["seed"]), loaded.vocabulary, mode=mode)
        ctx.exit(run_quiz(Study(loaded, session, file), plain))


def _reschedule(database: "Database", retention: float, plain: bool) -> None:
    """Move all due dates to another desired retention, with a progress bar; Ctrl-C leaves everything as it was."""
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.history.schedule import Schedule
    from sco_quiz.history.store import Store, desired_retention

    if retention != desired_retention(database):
        with progress_bar("Scheduling", plain) as on_progress:
            count = Store(database, Schedule(retention)).replay_all(on_progress)
        print_wrapped(f"Desired retention is now {retention}: {counted(count, 'question')} rescheduled.")


def _chosen(bank: "Bank", store: "Store", options: dict[str, Any], plain: bool) -> "tuple[Questions, Mode]":
    """Return what is asked, and whether that is a review or practice; print it."""
    from sco_quiz.app.days import now
    from sco_quiz.app.review import plan_today, recently_missed
    from sco_quiz.core.selection import filter_questions

    pool, limit = filter_questions(bank, filter_of(options)), options["number"]
    if options["missed"]:
        questions = recently_missed(bank, store, pool, options["days"], now())[:limit]
        print_wrapped(f"{bank.title}: {len(questions)} missed in the last {options['days']} days; ? shows the keys\n")
        return questions, "practice"
    if options["practice"]:
        return _practice(bank, store, pool, limit), "practice"
    plan = plan_today(bank, store, pool, options["new"], now())
    questions = (*plan.due, *plan.new)[:limit]
    if questions:
        due = min(len(plan.due), len(questions))  # what is due comes first
        print_wrapped(f"{bank.title}: {due} due, {len(questions) - due} new; ? shows the keys\n")
        return questions, "review"
    wanted = _offer_practice(plan.next_due, plain)
    return _practice(bank, store, pool, None) if wanted else (), "practice"


def _practice(bank: "Bank", store: "Store", pool: "Questions", limit: int | None) -> "Questions":
    from sco_quiz.app.days import now
    from sco_quiz.app.review import PRACTICE_SIZE, likely_forgotten

    questions = likely_forgotten(bank, store, pool, limit or PRACTICE_SIZE, now())
    print_wrapped(f"{bank.title}: practice with {counted(len(questions), 'question')}; ? shows the keys\n")
    return questions


def _offer_practice(next_due: int | None, plain: bool) -> bool:
    """Print that nothing is due; return whether the user wants to practice."""
    from sco_quiz.app.days import now
    from sco_quiz.cli.display import display
    from sco_quiz.core.durations import in_words

    print_wrapped(f"Nothing is due for {in_words((next_due - now()) / 1000)}." if next_due else "Nothing is due.")
    try:
        return display(plain).ask_line("Practice anyway? y/N ").strip().casefold() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        return False
