"""`sco-quiz review`."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.options import HELP, bank_option, filter_of, filter_options, plain_option
from sco_quiz.cli.output import say
from sco_quiz.cli.progress_file import progress_option

if TYPE_CHECKING:
    from sco_quiz.core.answer import Mode
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.due import ReviewPlan
    from sco_quiz.core.kinds import AnyQuestion
    from sco_quiz.history.database import Database
    from sco_quiz.history.store import Store

DAY_BEGINS = timedelta(hours=4)
DAY_MS = 86_400_000


@click.command(context_settings=HELP)
@filter_options
@click.option("-n", "--number", type=click.IntRange(min=1), help="At most so many questions.")
@click.option("--new", type=click.IntRange(min=0), default=10, show_default=True, help="New questions a day.")
@click.option("--practice", is_flag=True, help="Practise, whatever is due: what you are likeliest to have forgotten.")
@click.option("--missed", is_flag=True, help="Practise what was not right when it was last asked.")
@click.option("--days", type=click.IntRange(min=1), default=7, show_default=True, help="How far back --missed looks.")
@click.option("--retention", type=click.FloatRange(0.7, 0.99), metavar="SHARE",
              help="Chance of recall at which a question is due, from now on. At first 0.9.")  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), help="The order of the options.")
@progress_option
@plain_option
@bank_option
@click.pass_context
def command(ctx: click.Context, /, bank: Path | None, progress: Path | None, plain: bool, **options: Any) -> None:
    """Review what is due today: questions asked before, and some new ones.

    FSRS, the scheduler of Anki, plans when a question comes again. How well you knew it follows from the verdict, and
    1 to 4 (again, hard, good, easy) say otherwise. A question rated again comes back before the review ends. The day
    begins at 4 in the morning.

    \b
    Examples:
      sco-quiz review
      sco-quiz review security --new 5
      sco-quiz review --missed --days 30
      sco-quiz review --practice -n 10
    """
    from sco_quiz.cli.clock import Clock
    from sco_quiz.cli.display import display
    from sco_quiz.cli.progress_file import open_to_read
    from sco_quiz.cli.study import any_seed, open_or_go_on, recorder_of, say_unsaved
    from sco_quiz.core.session import Session
    from sco_quiz.history.store import store_of
    from sco_quiz.loading.load import load_bank
    from sco_quiz.terminal.quiz_loop import play

    loaded = load_bank(bank)
    database = open_or_go_on(progress)
    if options["retention"] and database:
        _reschedule(database, options["retention"], plain)
    recorder = recorder_of(loaded, database, "review", Clock())
    shown = display(plain)
    store = recorder.store if recorder else store_of(open_to_read(progress))
    questions, mode = _chosen(loaded, store, options, shown.ask_line)
    if recorder:
        recorder.mode = mode
    if questions:
        session = Session(questions, any_seed(options["seed"]), loaded.vocabulary, review=True)
        play(loaded, session, shown, recorder)
    ctx.exit(say_unsaved(recorder))


def _reschedule(database: "Database", retention: float, plain: bool) -> None:
    """Bring all due dates to another desired retention, with a bar; Ctrl-C leaves everything as it was."""
    from sco_quiz.cli.progress_bar import progress_bar
    from sco_quiz.history.schedule import Schedule
    from sco_quiz.history.store import Store, desired_retention

    if retention != desired_retention(database):
        with progress_bar("Scheduling", plain) as on_progress:
            count = Store(database, Schedule(retention)).replay_all(on_progress)
        questions = f"{count} question{'s' * (count != 1)}"
        say(f"Desired retention is now {retention}: {questions} scheduled anew.")


def _chosen(
    bank: "Bank", store: "Store", options: dict[str, Any], ask: "Any"
) -> "tuple[tuple[AnyQuestion, ...], Mode]":
    """What is asked, which is told, and whether that is a review or practice."""
    from sco_quiz.cli.recording import now
    from sco_quiz.core.selection import filter_questions

    pool = filter_questions(bank, filter_of(options))
    most = options["number"]
    if options["missed"]:
        missed = store.missed_since(bank.id, now() - options["days"] * DAY_MS)
        by_id = {question.first_id: question for question in pool}
        questions = tuple(by_id[name] for name in missed if name in by_id)[:most]
        say(f"{bank.title}: {len(questions)} missed in the last {options['days']} days; ? helps\n")
        return questions, "practice"
    if options["practice"]:
        return _practice(bank, store, pool, most or 10), "practice"
    plan = _plan(bank, store, pool, options["new"])
    questions = (*plan.due, *plan.new)[:most]
    if questions:
        due = sum(question in plan.due for question in questions)
        say(f"{bank.title}: {due} due, {len(questions) - due} new; ? helps\n")
        return questions, "review"
    say(f"Nothing of {bank.title} is due{_until(plan)}.")
    return _offered(bank, store, pool, ask), "practice"


def _plan(bank: "Bank", store: "Store", pool: "tuple[AnyQuestion, ...]", new: int) -> "ReviewPlan":
    from sco_quiz.cli.recording import now
    from sco_quiz.core.due import plan_review

    local = datetime.now().astimezone()
    begin = (local - DAY_BEGINS).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None) + DAY_BEGINS
    day_begin, day_end = (int(day.astimezone().timestamp() * 1000) for day in (begin, begin + timedelta(days=1)))
    left = max(0, new - store.begun_since(bank.id, day_begin))
    return plan_review(pool, store.memories(bank.id), now(), day_end, left)


def _until(plan: "ReviewPlan") -> str:
    from sco_quiz.cli.recording import now
    from sco_quiz.terminal.durations import in_words

    return f" before {in_words((plan.next_due - now()) / 1000)} have passed" if plan.next_due else ""


def _practice(bank: "Bank", store: "Store", pool: "tuple[AnyQuestion, ...]", most: int) -> "tuple[AnyQuestion, ...]":
    """What is likeliest to have been forgotten first; what was never asked comes last."""
    from sco_quiz.cli.recording import now

    known = store.retrievabilities(bank.id, now())
    questions = tuple(sorted(pool, key=lambda question: known.get(question.first_id, 2)))[:most]
    say(f"{bank.title}: practice with {len(questions)} questions; ? helps\n")
    return questions


def _offered(bank: "Bank", store: "Store", pool: "tuple[AnyQuestion, ...]", ask: "Any") -> "tuple[AnyQuestion, ...]":
    """Practice, for those who want it."""
    try:
        wanted = ask("Practise all the same? y/N ").strip().casefold() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        wanted = False
    return _practice(bank, store, pool, 10) if wanted else ()
