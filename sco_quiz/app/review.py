"""Choose the questions of a review, or of practice."""

from collections.abc import Collection

from sco_quiz.core.bank import Bank
from sco_quiz.core.due import ReviewPlan, plan_review
from sco_quiz.core.enemies.sessions import without_enemies
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.review import DAY_MS
from sco_quiz.history.store import Store

Questions = tuple[AnyQuestion, ...]

MISSED_DAYS = 7
"""How many days a missed question counts as missed lately."""


def plan_today(bank: Bank, store: Store, pool: Questions, new_per_day: int, now: int) -> ReviewPlan[AnyQuestion]:
    """Plan what is due today, and new questions as far as today's share is not used up; `now` in ms since 1970.

    New questions are not enemies of each other or of what is due, if there are enough others.
    """
    today = store.schedule.days.number(now)
    left = max(0, new_per_day - store.begun_since(bank.id, store.schedule.days.start(today)))
    plan = plan_review(pool, store.memories(bank.id), now, today, len(pool))
    return plan._replace(new=without_enemies(plan.new, bank.enemies, min(left, len(plan.new)), plan.due))


def in_sessions(bank: Bank, questions: Questions, size: int) -> Questions:
    """Return questions in an order in which each session of `size` questions has no enemies, as far as possible."""
    ordered: Questions = ()
    rest = questions
    while rest:
        session = without_enemies(rest, bank.enemies, min(size, len(rest)))
        ordered += session
        asked = {question.id for question in session}
        rest = tuple(question for question in rest if question.id not in asked)
    return ordered


def recently_missed(bank: Bank, store: Store, pool: Questions, days: int, now: int) -> Questions:
    """Return the questions whose last answer was not right, the latest first."""
    by_id = {question.first_id: question for question in pool}
    return tuple(by_id[name] for name in store.missed_since(bank.id, now - days * DAY_MS) if name in by_id)


def likely_forgotten(bank: Bank, store: Store, pool: Questions, number: int, now: int) -> Questions:
    """Return the questions with the lowest predicted recall, without enemies; those never asked come last."""
    recall = store.retrievabilities(bank.id, now)
    never_asked = 2.0  # above any probability
    ordered = sorted(pool, key=lambda question: recall.get(question.first_id, never_asked))
    return without_enemies(ordered, bank.enemies, number, first=True)


def due_now(bank: Bank, store: Store, now: int, besides: Collection[str]) -> int:
    """Return how many questions a review would ask now as due, without those with some first ids."""
    active = (outline for outline in bank.outlines if outline.status == "active")
    waiting = [outline for outline in active if outline.first_id not in besides]
    return len(plan_review(waiting, store.memories(bank.id), now, store.schedule.days.number(now), 0).due)
