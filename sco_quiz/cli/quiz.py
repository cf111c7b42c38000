"""`sco-quiz quiz`."""

from pathlib import Path
from typing import Any

import click

from sco_quiz.cli.options import HELP, bank_option, filter_of, filter_options, plain_option
from sco_quiz.cli.telling import tell

MOST_SEED = 999_999


@click.command(context_settings=HELP)
@filter_options
@click.option("-n", "--number", type=click.IntRange(min=1), default=10, show_default=True, help="How many questions.")
@click.option("--all", "everything", is_flag=True, help="All questions that fit.")
@click.option("--seed", type=click.IntRange(min=0), help="Repeat a quiz: the same questions in the same order.")
@plain_option
@bank_option
def command(number: int, everything: bool, seed: int | None, plain: bool, bank: Path | None, **filters: Any) -> None:
    """Answer questions: of the whole bank, or of TOPICS.

    In a terminal one key answers; h shows a hint, s skips, u undoes, q ends, ? lists the keys. Without a terminal
    answers are read line by line from standard input.

    \b
    Examples:
      sco-quiz quiz
      sco-quiz quiz security afghanistan -n 20
      sco-quiz quiz --kind cloze --level understand
      sco-quiz quiz --seed 7 < answers.txt
    """
    from random import Random, SystemRandom

    from sco_quiz.cli.display import display
    from sco_quiz.core.selection import select
    from sco_quiz.core.session import Session
    from sco_quiz.loading.load import load_bank
    from sco_quiz.terminal.play import play

    loaded = load_bank(bank)
    seed = SystemRandom().randrange(MOST_SEED + 1) if seed is None else seed
    questions = select(loaded, filter_of(filters), None if everything else number, Random(seed))
    tell(f"{loaded.title}: {len(questions)} of {len(loaded.questions)} questions, --seed {seed}; ? for help\n")
    play(loaded, Session(questions, seed, loaded.vocabulary), display(plain))
