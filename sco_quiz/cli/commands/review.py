"""`sco-quiz review`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import bank_option, filter_of, filter_options, given_options, plain_option
from sco_quiz.cli.output import print_wrapped
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.cli.values import COUNT, COUNT_OR_NONE, DAYS, HOUR, SEED, SHARE
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.app.review import Questions
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.session import Mode
    from sco_quiz.history.database import Database
    from sco_quiz.history.days import Days
    from sco_quiz.history.store import Store


NUMBER_HELP = "Questions at once; the rest is offered afterwards."
PREFERENCES = {"retention": "desired_retention", "day_begins": "day_begins", "fuzz": "fuzz"}
"""The options that change preferences, and the fields of `Preferences`."""


@click.command(context_settings=HELP)
@filter_options
@click.option("-n", "--number", type=COUNT, default=20, show_default=True, help=NUMBER_HELP)
@click.option("--new", type=COUNT_OR_NONE, default=10, show_default=True, help="New questions per day.")
@click.option("--practice", is_flag=True, help="Practice what you most likely forgot, due or not.")
@click.option("--missed", is_flag=True, help="Practice questions whose last answer was not right.")
@click.option("--days", type=DAYS, default=7, show_default=True, help="Days that --missed goes back.")
@click.option("--retention", type=SHARE, metavar="SHARE", help="New desired retention, 0.7 to 0.99. Default: 0.9.")
@click.option("--day-begins", type=HOUR, metavar="HOUR", help="New hour at which your day begins.")
@click.option("--fuzz/--no-fuzz", default=None, help="Whether to shift due dates by some days at random. Default: yes.")
@click.option("--seed", type=SEED, help="Seed for the order of the options.")
@progress_option
@plain_option
@bank_option
@click.pass_context
def command(ctx: click.Context, /, bank: Path | None, progress: Path | None, plain: bool, **options: Any) -> None:
    """Review what is due today, and some new questions.

    FSRS, Anki's scheduler, plans when a question is due again: when the predicted recall has dropped to the desired
    retention. The verdict rates how well you knew the answer; keys 1 to 4 (again, hard, good, easy) change the rating.
    A question rated "again" comes back before the review ends. After 20 questions, some ten minutes, you can stop or
    continue with the rest; -n sets another number.

    The schedule counts your days: one begins at 4 in the morning, or at the hour of --day-begins, in the time zone in
    which you are. An interval of more than two days is shifted a little, so that questions that you learned together
    are not due together. --retention, --day-begins and --no-fuzz are saved in the progress file and reschedule all
    questions.

    \b
    Examples:
      sco-quiz review
      sco-quiz review security --new 5
      sco-quiz review --missed --days 30
      sco-quiz review --practice -n 10
    """
    from sco_quiz.app.sessions import any_seed
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.cli.sound_bank import sound_bank
    from sco_quiz.cli.study import Study, run_quiz
    from sco_quiz.core.session import Session
    from sco_quiz.history.store import store_of

    loaded = sound_bank(bank)
    file = open_progress(progress, "study")
    _change_preferences(file.database, options, plain)
    questions, mode = _chosen(loaded, store_of(file.database), options, plain)
    if questions:
        now, later = questions[: options["number"]], questions[options["number"] :]
        session = Session(now, any_seed(options["seed"]), loaded.vocabulary, mode=mode)
        study = Study(loaded, session, file, rest=later, options=given_options(ctx, "bank", "progress"))
        ctx.exit(run_quiz(study, plain))


def _change_preferences(database: "Database", options: dict[str, Any], plain: bool) -> None:
    """Save new preferences and reschedule all questions, with a progress bar; Ctrl-C leaves everything as it was."""
    from dataclasses import replace

    from sco_quiz.app.progress_file import reschedule
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.history.preferences import preferences

    current = preferences(database)
    given = {field: options[option] for option, field in PREFERENCES.items() if options[option] is not None}
    wanted = replace(current, **given)
    if wanted == current:
        return
    with progress_bar("Scheduling", plain) as on_progress:
        count = reschedule(database, wanted, on_progress)
    told = "; ".join(_change(field, value) for field, value in given.items() if value != getattr(current, field))
    lasting = "" if database.is_file else " That is not saved either."
    print_wrapped(f"{told[0].upper()}{told[1:]}: {counted(count, 'question')} rescheduled.{lasting}")


def _change(field: str, value: Any) -> str:
    match field:
        case "desired_retention":
            return f"desired retention is now {value}"
        case "day_begins":
            return f"your day now begins at {value}:00"
    return f"due dates are {'now' if value else 'no longer'} shifted at random"


def _chosen(bank: "Bank", store: "Store", options: dict[str, Any], plain: bool) -> "tuple[Questions, Mode]":
    """Return what is asked, and whether that is a review or practice; print it."""
    from sco_quiz.app.days import now
    from sco_quiz.app.review import in_sessions, plan_today, recently_missed
    from sco_quiz.core.selection import filter_questions

    pool, limit = filter_questions(bank, filter_of(options)), options["number"]
    if options["missed"]:
        questions = in_sessions(bank, recently_missed(bank, store, pool, options["days"], now()), limit)
        span = f"in the last {counted(options['days'], 'day')}"
        if not questions:
            print_wrapped(f"{bank.title}: nothing missed {span}.")
            return (), "practice"
        count = f"{len(questions)} missed {span}"
        print_wrapped(f"{bank.title}: {count}{_at_once(questions, limit)}; ? shows the keys\n")
        return questions, "practice"
    if options["practice"]:
        return _practice(bank, store, pool, limit), "practice"
    plan = plan_today(bank, store, pool, options["new"], now())
    questions = in_sessions(bank, (*plan.due, *plan.new), limit)
    if questions:
        count = f"{len(plan.due)} due, {len(plan.new)} new{_at_once(questions, limit)}"
        print_wrapped(f"{bank.title}: {count}; ? shows the keys\n")
        return questions, "review"
    wanted = _offer_practice(plan.next_due, store.schedule.days, plain)
    return _practice(bank, store, pool, limit) if wanted else (), "practice"


def _at_once(questions: "Questions", limit: int) -> str:
    """Return how many of the questions are asked first, if not all."""
    return f"; {limit} of these {len(questions)} now" if len(questions) > limit else ""


def _practice(bank: "Bank", store: "Store", pool: "Questions", limit: int) -> "Questions":
    from sco_quiz.app.days import now
    from sco_quiz.app.review import likely_forgotten

    questions = likely_forgotten(bank, store, pool, limit, now())
    print_wrapped(f"{bank.title}: practice with {counted(len(questions), 'question')}; ? shows the keys\n")
    return questions


def _offer_practice(next_due: int | None, days: "Days", plain: bool) -> bool:
    """Print that nothing is due; return whether the user wants to practice."""
    from sco_quiz.app.days import now
    from sco_quiz.cli.display import display
    from sco_quiz.core.durations import in_words
    from sco_quiz.core.review import DAY_MS

    if next_due:
        left = days.number(next_due) - days.number(now())
        # days of the calendar, as after each answer: the last one is due in the night
        seconds = left * DAY_MS // 1000 if left > 1 else (next_due - now()) / 1000
        print_wrapped(f"Nothing is due for {in_words(seconds)}.")
    else:
        print_wrapped("Nothing is due.")
    try:
        return display(plain).ask_key("Practice anyway? y/N ", "yn") in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        return False
