"""`sco-quiz quiz`."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sco_quiz.cli.help_settings import HELP
from sco_quiz.cli.options import (
    FILE,
    bank_option,
    blueprint_option,
    filter_of,
    filter_options,
    given_options,
    plain_option,
)
from sco_quiz.cli.output import print_wrapped
from sco_quiz.cli.progress_file import progress_option
from sco_quiz.cli.values import COUNT, MINUTES, NAME, PERCENT, SEED
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.plural import counted

if TYPE_CHECKING:
    from sco_quiz.app.exam import ExamRules
    from sco_quiz.app.progress_file import ProgressFile
    from sco_quiz.cli.study import Study
    from sco_quiz.core.bank import Bank
    from sco_quiz.core.blueprint.model import Blueprint
    from sco_quiz.core.session import Mode, Session


RESULT_HELP = "Result of an exam: .json, .html or .txt; with --resume, of the last exam."
REPEATED = (
    "topics",
    "kinds",
    "levels",
    "tags",
    "paragraphs",
    "number",
    "everything",
    "exam",
    "blueprint",
    "time_limit",
    "pass_mark",
)
"""What the command that repeats a quiz or exam has besides its seed, bank and progress file."""


@click.command(context_settings=HELP)
@filter_options
@click.option("-n", "--number", type=COUNT, default=10, show_default=True, help="Number of questions.")
@click.option("--all", "everything", is_flag=True, help="All matching questions.")
@click.option("--seed", type=SEED, help="Draw questions by this number alone: always the same ones.")
@click.option("--resume", is_flag=True, help="Resume the last interrupted quiz or exam.")
@click.option("--exam", is_flag=True, help="Show no verdicts before the end.")
@blueprint_option
@click.option("--check", is_flag=True, help="Only show whether the bank can fill the sections of the exam.")
@click.option("--time-limit", type=MINUTES, metavar="MINUTES", help="Time limit of an exam.")
@click.option("--pass-mark", type=PERCENT, default=60, show_default=True, metavar="PERCENT", help="To pass an exam.")
@click.option("--result", "output", type=FILE, metavar="FILE", help=RESULT_HELP)
@click.option("--name", type=NAME, default="", help="Your name, for the .json and .html result.")
@progress_option
@plain_option
@bank_option
@click.pass_context
def command(ctx: click.Context, /, bank: Path | None, progress: Path | None, resume: bool, **options: Any) -> None:
    """Answer questions from the bank, or from TOPICS.

    In a terminal one key answers; h shows a hint, s skips, u undoes, q ends, ? lists the keys. Without a terminal,
    answers are read line by line. Every answer is saved at once, for `review` and `stats`.

    A quiz prefers questions that you were never asked, then those asked longest ago; an exam, or a quiz with --seed,
    draws them at random. Of two questions where one gives the other away, a quiz asks one; with --all, the one that
    gives less away comes first.

    An exam has the sections and rules of `exam:` in bank.yaml, or of --blueprint FILE, unless TOPICS, a filter, -n or
    --all choose its questions.

    An exam shows no verdicts before you hand it in; q lists the questions without an answer, and the number of a
    question leads to it. A time limit keeps running while the exam is interrupted or paused; the result says for how
    long. The result can be a JSON file, a page to print (.html), or plain text; a resumed exam writes it, too, and
    --resume --result FILE writes that of an exam that is over.

    \b
    Examples:
      sco-quiz quiz
      sco-quiz quiz security energy -n 20
      sco-quiz quiz --kind short_answer --level remember
      sco-quiz quiz --paragraph 14 --all
      sco-quiz quiz --exam --check
      sco-quiz quiz --exam -n 20 --time-limit 15 --pass-mark 70 --result certificate.html --name "A. Student"
      sco-quiz quiz --resume
    """
    from sco_quiz.cli.progress_file import open_progress
    from sco_quiz.cli.sound_bank import sound_bank
    from sco_quiz.cli.study import run_exam, run_quiz

    _demand_exam(ctx)
    loaded = sound_bank(bank)
    if options["check"]:
        ctx.exit(_print_sections(ctx, loaded))
    file = open_progress(progress, "study")
    if resume and options["output"] and _written(loaded, file, options):
        ctx.exit()
    if not resume:
        _offer_digest(loaded, file, options)
    study = _resumed(loaded, file, bool(options["output"])) if resume else _begun(ctx, loaded, file)
    study = study._replace(options=given_options(ctx, "bank", "progress"))
    if not study.session.exam:
        ctx.exit(run_quiz(study, options["plain"]))
    ctx.exit(run_exam(study, _rules(ctx, study), options["plain"]))


def _rules(ctx: click.Context, study: "Study") -> "ExamRules":
    """Return the rules of a new exam; a resumed one keeps its own, except where its result is to be written."""
    from sco_quiz.app.exam import ExamRules, rules_for, rules_from

    options = ctx.params
    limit = options["time_limit"] and options["time_limit"] * 60
    if study.saved:
        rules = rules_from(study.saved.settings)
    elif study.form:
        rules = rules_for(study.form, options["pass_mark"] if _is_given(ctx, "pass_mark") else None, limit)
    else:
        rules = ExamRules(options["pass_mark"], limit)
    return _addressed(rules, options)


def _is_given(ctx: click.Context, name: str) -> bool:
    return ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT


def _blueprint(ctx: click.Context, bank: "Bank") -> "Blueprint | None":
    """Return the blueprint of the exam; None if the options choose its questions, or there is none."""
    from sco_quiz.cli.exam_forms import blueprint_of

    # of what is asked without a number there are ten questions: nobody chose that
    return blueprint_of(bank, ctx.params if _is_given(ctx, "number") else {**ctx.params, "number": None})


def _print_sections(ctx: click.Context, bank: "Bank") -> int:
    """Print whether the bank can fill the sections; return the exit code."""
    from sco_quiz.cli.exam_forms import print_sections

    return print_sections(bank, _blueprint(ctx, bank), ctx.params["seed"])


def _addressed(rules: "ExamRules", options: dict[str, Any]) -> "ExamRules":
    """Return the rules with the file and the name from the command line, if they were given."""
    file, name = options["output"] or rules.result_file, options["name"] or rules.student
    return replace(rules, result_file=file, student=name)


def _written(bank: "Bank", file: "ProgressFile", options: dict[str, Any]) -> bool:
    """Write the result of the last exam, if it has ended; return whether it has."""
    from sco_quiz.app.exam import finished_exam
    from sco_quiz.cli.study import write_exam

    found = finished_exam(bank, file.database)
    if found is None:
        return False
    record, rules = found
    rules = _addressed(rules, options)
    print_wrapped(f"{bank.title}: exam of {record.at:%Y-%m-%d %H:%M}, already handed in")
    write_exam(replace(record, student=rules.student), rules.result_file, "")
    return True


def _demand_exam(ctx: click.Context) -> None:
    """Raise UsageError for an option that works only with --exam."""
    for name in ("time_limit", "pass_mark", "output", "name", "blueprint", "check"):
        # What is resumed may be an exam.
        if _is_given(ctx, name) and not ctx.params["exam"] and not ctx.params["resume"]:
            option = next(parameter for parameter in ctx.command.params if parameter.name == name)
            raise click.UsageError(f"use {option.opts[0]} only with --exam", ctx)


def _offer_digest(bank: "Bank", file: "ProgressFile", options: dict[str, Any]) -> None:
    """Offer the digest before the first quiz; a seed repeats a quiz, and an exam asks without help."""
    from sco_quiz.cli.digest import offer_digest
    from sco_quiz.history.store import store_of

    if options["exam"] or options["seed"] is not None or file.read_only:
        return
    if sys.stdin.isatty() and sys.stdout.isatty() and not store_of(file.database).count(bank.id):
        offer_digest(bank, options["topics"], options["plain"])


def _begun(ctx: click.Context, bank: "Bank", file: "ProgressFile") -> "Study":
    """Begin a new quiz or exam as the options ask for it."""
    from sco_quiz.app.sessions import any_seed, begin_session
    from sco_quiz.cli.study import Study
    from sco_quiz.core.selection import filter_outlines

    options, wanted = ctx.params, filter_of(ctx.params)
    if options["exam"] and (blueprint := _blueprint(ctx, bank)):
        return _begun_exam(ctx, bank, file, blueprint)
    seed = any_seed(options["seed"])
    number = None if options["everything"] else options["number"]
    mode: Mode = "exam" if options["exam"] else "quiz"
    seeded = begin_session(bank, wanted, number, seed, mode)
    known = {} if options["exam"] or options["seed"] is not None else _last_asked(bank, file)
    session = begin_session(bank, wanted, number, seed, mode, known) if known else seeded
    asked = f"{len(session.questions)} of {counted(len(filter_outlines(bank, wanted)), 'question')}"
    rules = f"; pass mark {options['pass_mark']} %" if options["exam"] else ""
    print_wrapped(f"{bank.title}: {mode} with {asked}{rules}; ? shows the keys\n")
    # a choice that earlier answers made cannot be repeated by its seed
    again = f"quiz{given_options(ctx, *REPEATED)} --seed {seed}" if _ids(session) == _ids(seeded) else ""
    return Study(bank, session, file, again=again)


def _ids(session: "Session") -> list[str]:
    from sco_quiz.core.outline import outlines_of

    return [outline.id for outline in outlines_of(session.questions)]


def _begun_exam(ctx: click.Context, bank: "Bank", file: "ProgressFile", blueprint: "Blueprint") -> "Study":
    """Begin an exam of the sections of a blueprint."""
    from sco_quiz.app.sessions import any_seed
    from sco_quiz.cli.exam_forms import print_outline
    from sco_quiz.cli.study import Study
    from sco_quiz.core.blueprint.draw import draw
    from sco_quiz.core.session import Session

    given = ctx.params["seed"]
    seed = blueprint.seed if given is None and blueprint.draw == "fixed" else any_seed(given)
    form = draw(bank, blueprint, seed)
    session = Session(form.questions, form.seed, bank.vocabulary, mode="exam")
    study = Study(bank, session, file, again=f"quiz{given_options(ctx, *REPEATED)} --seed {seed}", form=form)
    print_outline(bank, form, _rules(ctx, study))
    return study


def _last_asked(bank: "Bank", file: "ProgressFile") -> dict[str, int]:
    """Return when questions were last asked; nothing from a damaged file, which `doctor` explains."""
    from sco_quiz.history.store import store_of

    try:
        return store_of(file.database).last_asked(bank.id)
    except HistoryError:
        return {}


def _resumed(bank: "Bank", file: "ProgressFile", exam: bool) -> "Study":
    """Resume the last interrupted quiz or exam, or only an exam. Raises SelectionError without one."""
    from sco_quiz.app.sessions import resume_session
    from sco_quiz.cli.study import Study

    session, saved = resume_session(bank, file.database, exam)
    done = f"{len(session.results)} of {len(session.questions)} questions"
    print_wrapped(f"{bank.title}: resuming after {done}; ? shows the keys\n")
    return Study(bank, session, file, saved)
