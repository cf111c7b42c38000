"""Begin a quiz or exam, and resume an interrupted one."""

from collections.abc import Mapping
from random import Random, SystemRandom

from sco_quiz.core.answer import replayed
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.saved_session import SavedSession
from sco_quiz.core.selection import Filter, select
from sco_quiz.core.session import Mode, Session
from sco_quiz.history.database import Database
from sco_quiz.history.saved_sessions import latest_open
from sco_quiz.history.store import store_of

MAX_SEED = 999_999  # short enough to be typed again


def any_seed(seed: int | None) -> int:
    """Return the seed that was given, or a random one."""
    return SystemRandom().randrange(MAX_SEED + 1) if seed is None else seed


def begin_session(
    bank: Bank, wanted: Filter, number: int | None, seed: int, mode: Mode, last_asked: Mapping[str, int] | None = None
) -> Session:
    """Draw `number` questions (None: all) for a quiz or exam, as `select` does. Raises SelectionError if none match."""
    questions = select(bank, wanted, number, Random(seed), last_asked)
    return Session(questions, seed, bank.vocabulary, mode=mode)


def resume_session(bank: Bank, database: Database, exam: bool = False) -> tuple[Session, SavedSession]:
    """Return the last interrupted quiz or exam (only an `exam`) with its answers. Raises SelectionError without one."""
    saved = latest_open(database, bank.id, exam)
    if saved is None:
        raise SelectionError(f"there is no {'' if exam else 'interrupted quiz or '}exam of {bank.title} to resume.")
    # nobody has seen a verdict of an exam yet: it is graded by the current questions
    return replayed(_begun(bank, saved), store_of(database).answers_in(saved.id), seen=saved.mode != "exam"), saved


def seen_session(bank: Bank, database: Database, saved: SavedSession) -> Session:
    """Return a session that has ended, with the verdicts that the learner has seen."""
    return replayed(_begun(bank, saved), store_of(database).answers_in(saved.id), seen=True)


def _begun(bank: Bank, saved: SavedSession) -> Session:
    # Saved under first ids, so renamed questions are found; deleted ones are dropped.
    questions = tuple(question for name in saved.questions if (question := bank.find(name)))
    return Session(questions, saved.seed, bank.vocabulary, mode=saved.mode)
