"""`sco-quiz quiz`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.options import HELP, bank_option, filter_of, filter_options, plain_option
from sco_quiz.cli.output import say
from sco_quiz.cli.progress_file import progress_option

if TYPE_CHECKING:
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.session import Session
    from sco_quiz.history.database import Database
    from sco_quiz.history.saved_sessions import SavedSession


@click.command(context_settings=HELP)
@filter_options
@click.option("-n", "--number", type=click.IntRange(min=1), default=10, show_default=True, help="How many questions.")
@click.option("--all", "everything", is_flag=True, help="All questions that fit.")
@click.option("--seed", type=click.IntRange(min=0), help="Repeat a quiz: the same questions in the same order.")
@click.option("--resume", is_flag=True, help="Go on with the quiz or exam that was interrupted last.")
@click.option("--exam", is_flag=True, help="No verdicts before the end.")
@click.option("--time-limit", type=click.FloatRange(min=0, min_open=True), metavar="MINUTES", help="For --exam.")
@click.option("--pass-mark", type=click.IntRange(0, 100), default=60, show_default=True, metavar="PERCENT",
              help="For --exam.")  # fmt: skip
@click.option("--result", "output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write the result of --exam: by its ending .json, .html (a page to print), or text.")  # fmt: skip
@click.option("--name", default="", help="Your name, for the page to print.")
@progress_option
@plain_option
@bank_option
@click.pass_context
def command(ctx: click.Context, /, bank: Path | None, progress: Path | None, resume: bool, **options: Any) -> None:
    """Answer questions: of the whole bank, or of TOPICS.

    In a terminal one key answers; h shows a hint, s skips, u undoes, q ends, ? lists the keys. Without a terminal
    answers are read line by line. Every answer is kept at once, for `review` and `stats`. An exam tells nothing
    before it is handed in.

    \b
    Examples:
      sco-quiz quiz
      sco-quiz quiz security terms -n 20
      sco-quiz quiz --kind short_answer --level remember
      sco-quiz quiz --paragraph 14 --all
      sco-quiz quiz --exam -n 20 --time-limit 15 --pass-mark 70 --result certificate.html --name "A. Student"
      sco-quiz quiz --resume
    """
    from sco_quiz.cli.examining import ExamOptions, run_exam
    from sco_quiz.cli.study import open_or_go_on
    from sco_quiz.loading.load import load_bank

    _demand_exam(ctx)
    loaded = load_bank(bank)
    database = open_or_go_on(progress)
    session, begun = _resumed(loaded, database) if resume else (_begun(loaded, options), None)
    exam = ExamOptions(
        options["time_limit"], options["pass_mark"], options["output"], options["name"], options["plain"]
    )
    if session.exam:
        ctx.exit(run_exam(loaded, session, database, begun, exam))
    ctx.exit(_run_quiz(loaded, session, database, begun, options["plain"]))


def _demand_exam(ctx: click.Context) -> None:
    """Raise UsageError for an option that only an exam has."""
    for name in ("time_limit", "pass_mark", "output", "name"):
        given = ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
        if given and not ctx.params["exam"] and not ctx.params["resume"]:
            option = next(parameter for parameter in ctx.command.params if parameter.name == name)
            raise click.UsageError(f"{option.opts[0]} belongs to --exam.", ctx)


def _begun(bank: "Bank", options: dict[str, Any]) -> "Session":
    """A new session as the options ask for it."""
    from random import Random

    from sco_quiz.cli.study import any_seed
    from sco_quiz.core.selection import select
    from sco_quiz.core.session import Session

    seed = any_seed(options["seed"])
    number = None if options["everything"] else options["number"]
    questions = select(bank, filter_of(options), number, Random(seed))
    what = "exam with" if options["exam"] else "quiz with"
    say(
        f"{bank.title}: {what} {len(questions)} of {len(bank.questions)} questions; --seed {seed} repeats it, ? helps\n"
    )
    return Session(questions, seed, bank.vocabulary, exam=options["exam"])


def _resumed(bank: "Bank", database: "Database | None") -> "tuple[Session, SavedSession]":
    """The session that was interrupted last, with what was answered. Raises SelectionError when there is none."""
    from sco_quiz.core.answer import replayed
    from sco_quiz.core.errors import SelectionError
    from sco_quiz.core.session import Session
    from sco_quiz.history.saved_sessions import latest_open
    from sco_quiz.history.store import store_of

    begun = latest_open(database, bank.id) if database else None
    if database is None or begun is None:
        raise SelectionError(f"no quiz or exam of {bank.title} waits to go on.")
    questions = tuple(question for name in begun.questions if (question := bank.find(name)))
    session = Session(questions, begun.seed, bank.vocabulary, exam=begun.mode == "exam")
    session = replayed(session, store_of(database).answers_in(begun.id))
    done = len(session.results)
    say(f"{bank.title}: going on after {done} of {len(questions)} questions; ? helps\n")
    return session, begun


def _run_quiz(
    bank: "Bank", session: "Session", database: "Database | None", begun: "SavedSession | None", plain: bool
) -> int:
    from sco_quiz.cli.clock import Clock
    from sco_quiz.cli.display import display
    from sco_quiz.cli.study import recorder_of, say_unsaved
    from sco_quiz.terminal.quiz_loop import play

    recorder = recorder_of(bank, database, "quiz", Clock(used=begun.used if begun else 0), begun)
    ended = play(bank, session, display(plain), recorder)
    if recorder and recorder.can_go_on and len(ended.results) < len(ended.queue):
        say("`sco-quiz quiz --resume` goes on where you stopped.")
    return say_unsaved(recorder)
