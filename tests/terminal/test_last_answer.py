"""What a learner is told about the last answer of a review."""

from collections.abc import Mapping

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.review import Rating
from sco_quiz.core.session import Answered, Mode, Rated, Session, Skipped, step
from sco_quiz.loading.load import load_bank
from sco_quiz.terminal.blocks import Block
from sco_quiz.terminal.interfaces import NullRecorder, Stage
from sco_quiz.terminal.last_answer import choices_after, show_due
from tests.conftest import ROOT

MINUTE_MS = 60_000
NEW = {Rating.AGAIN: 1, Rating.HARD: 6, Rating.GOOD: 10, Rating.EASY: 3 * 1440}
LEARNED = {Rating.AGAIN: 10, Rating.HARD: 1440, Rating.GOOD: 2 * 1440, Rating.EASY: 30 * 1440}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(ROOT / "tests" / "terminal" / "eight-kinds.yaml")


def after(bank: Bank, right: bool, mode: Mode = "review") -> Session:
    session = Session(tuple(each for each in bank.questions if each.type == "short_answer"), 1, mode=mode)
    key = session.questions[0].correct_response
    return step(session, Answered(key if right else ("qzx",)))


class Shown:
    """A display that keeps what it shows."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def show(self, block: Block) -> None:
        self.lines += [line.text for line in block.lines]


class Scheduler(NullRecorder):
    def __init__(self, minutes: Mapping[Rating, int]) -> None:
        self.minutes = minutes

    def intervals(self) -> Mapping[Rating, int]:
        return {rating: minutes * MINUTE_MS for rating, minutes in self.minutes.items()}


@pytest.mark.parametrize(
    ("minutes", "rating", "told"),
    [
        (
            NEW,
            Rating.AGAIN,
            "Again: asked again at the end of this review (hard or good in your next review; easy in 3 days).",
        ),
        (
            NEW,
            Rating.GOOD,
            "Good: asked again in your next review "
            "(again at the end of this review; hard in your next review; easy in 3 days).",
        ),
        (
            LEARNED,
            Rating.HARD,
            "Hard: asked again in 1 day (again at the end of this review; good in 2 days; easy in 1 month).",
        ),
    ],
)
def test_a_rating_says_when_the_question_is_asked_again(
    bank: Bank, minutes: Mapping[Rating, int], rating: Rating, told: str
) -> None:
    display = Shown()
    show_due(Stage(bank, display, Scheduler(minutes)), step(after(bank, right=True), Rated(rating)))  # type: ignore[arg-type]
    assert display.lines == [told]


def test_easy_is_not_offered_after_a_wrong_answer(bank: Bank) -> None:
    def ratings(session: Session) -> list[str]:
        return [meaning for key, meaning in choices_after(session) if key.isdigit()]

    assert ratings(after(bank, right=True)) == ["again", "hard", "good", "easy"]
    assert ratings(after(bank, right=False)) == ["again", "hard", "good"]
    assert ratings(step(Session(bank.questions, 1, mode="review"), Skipped())) == []
    assert ratings(after(bank, right=True, mode="quiz")) == []
