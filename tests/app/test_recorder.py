"""The recorder: what reaches the progress file, and when the disk is full."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sco_quiz.app.days import now
from sco_quiz.app.outlook import due_by_day
from sco_quiz.app.recorder import ProgressRecorder
from sco_quiz.app.review import due_now
from sco_quiz.app.sessions import resume_session
from sco_quiz.app.stopwatch import Stopwatch
from sco_quiz.core.bank import Bank
from sco_quiz.core.errors import HistoryError
from sco_quiz.core.review import Rating
from sco_quiz.core.saving import NotSaved, Saved, Saving
from sco_quiz.core.session import (
    Answered,
    Claimed,
    Event,
    HintTaken,
    Mode,
    Rated,
    Session,
    Skipped,
    Undone,
    WentTo,
    repeat_missed,
    step,
)
from sco_quiz.history.database import Database
from sco_quiz.history.saved_sessions import latest_open
from sco_quiz.history.store import store_of
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT


class Breakable(Database):
    """A database on a disk that may be full."""

    full = False

    def writing(self):  # type: ignore[no-untyped-def]
        if self.full:
            raise HistoryError("the disk is full")
        return super().writing()


class Student:
    """Plays a session and records it."""

    def __init__(self, bank: Bank, database: Database, mode: Mode, count: int = 3) -> None:
        self.database = database
        self.recorder = ProgressRecorder(bank, database, Stopwatch(), {"pass_mark": 50})
        typed = [question for question in bank.questions if question.type == "short_answer"]
        choices = [question for question in bank.questions if question.type == "single_choice"]
        self.session = Session((*typed, *choices)[:count], 1, bank.vocabulary, mode=mode)
        self.recorder.begin(self.session)

    def does(self, event: Event) -> Saving | None:
        after = step(self.session, event)
        saving = self.recorder.changed(self.session, event, after)
        self.session = after
        return saving

    def answers(self, right: bool = True) -> Saving | None:
        assert self.session.current
        return self.does(Answered(self.session.current.correct_response if right else ("qzx",)))

    def kept(self) -> list[tuple[str, str | None]]:
        return [(answer.question, answer.outcome) for answer in store_of(self.database).answers()]


@pytest.fixture(scope="module")
def eight() -> Bank:
    return load_bank(ROOT / "tests" / "terminal" / "eight-kinds.yaml")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Breakable]:
    with closing(Breakable(tmp_path / "progress.sqlite")) as opened:
        yield opened


Play = Callable[..., Student]


@pytest.fixture
def play(eight: Bank, database: Breakable) -> Play:
    def begun(mode: Mode = "quiz", count: int = 3) -> Student:
        return Student(eight, database, mode, count)

    return begun


def test_answers_skips_claims_and_undone_ones(play: Play) -> None:
    student = play()
    assert student.answers(right=False) == Saved()
    assert student.does(Claimed()) == Saved()
    assert student.answers() == Saved()
    first, second = (question.first_id for question in student.session.questions[:2])
    assert student.kept() == [(first, "right"), (second, "right")]
    assert student.does(Undone()) == Saved()
    assert student.does(Skipped()) == Saved()
    assert student.kept() == [(first, "right"), (second, None)]


def test_what_changes_nothing_saves_nothing(play: Play) -> None:
    student = play()
    assert student.does(Undone()) is None
    assert student.does(HintTaken()) is None
    assert student.does(Claimed()) is None
    assert student.kept() == []


def test_a_full_disk_loses_nothing_once_there_is_room(play: Play, database: Breakable) -> None:
    student = play()
    database.full = True
    assert student.answers() == NotSaved("the disk is full")
    assert not student.recorder.can_resume
    assert student.answers(right=False) == NotSaved("the disk is full", waiting=1)
    assert student.does(Undone()) == NotSaved("the disk is full", waiting=2)
    assert not student.recorder.is_saved
    assert [answer.outcome for answer in student.recorder.kept().answers] == ["right"]
    database.full = False
    assert student.answers() == Saved(delayed=3)
    assert [outcome for _, outcome in student.kept()] == ["right", "right"]
    assert student.recorder.is_saved
    assert not student.recorder.kept()
    assert student.recorder.can_resume


def test_two_answers_at_once_keep_their_own_times(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_quiz.app.recorder.now", lambda: 1_000_000_000_000)
    student = play("review", count=1)
    assert student.answers(right=False) == Saved()  # rated again, so the question comes back
    assert student.answers() == Saved()
    assert [answer.at - 1_000_000_000_000 for answer in store_of(student.database).answers()] == [0, 1]
    student.does(Undone())
    assert [answer.outcome for answer in store_of(student.database).answers()] == ["wrong"]


@pytest.mark.parametrize("mode", ["quiz", "exam"])
def test_an_interrupted_round_is_resumed_in_its_mode(play: Play, eight: Bank, mode: Mode) -> None:
    student = play(mode)
    assert student.recorder.can_resume == (mode == "exam")  # its clock already runs
    student.answers()
    assert student.recorder.can_resume
    student.recorder.end(finished=False)
    session, saved = resume_session(eight, student.database)
    assert (session.mode, saved.mode, dict(saved.settings)) == (mode, mode, {"pass_mark": 50})
    assert session.results == student.session.results
    resumed = ProgressRecorder(eight, student.database, Stopwatch(used=saved.used), {}, saved)
    resumed.begin(session)
    after = step(session, Undone())
    assert resumed.changed(session, Undone(), after) == Saved()
    assert student.kept() == []


def test_a_finished_round_and_a_review_cannot_be_resumed(play: Play, database: Breakable) -> None:
    student = play(count=1)
    student.answers()
    student.recorder.end(finished=True)
    assert latest_open(database, "eight-kinds") is None
    reviewed = play("review", count=1)
    reviewed.answers()
    assert not reviewed.recorder.can_resume


def test_a_repetition_is_practice(play: Play, database: Breakable) -> None:
    student = play(count=1)
    student.answers(right=False)
    student.recorder.end(finished=True)
    student.session = repeat_missed(student.session)
    student.recorder.begin(student.session)
    student.answers()
    assert [answer.mode for answer in store_of(database).answers()] == ["quiz", "practice"]


def test_a_rating_can_be_changed_and_its_intervals_are_counted_from_before(play: Play) -> None:
    student = play("review")
    assert student.recorder.intervals() == {}
    student.answers()
    intervals = student.recorder.intervals()
    assert intervals[Rating.AGAIN] < intervals[Rating.GOOD] < intervals[Rating.EASY]
    assert student.does(Rated(Rating.EASY)) == Saved()
    assert student.recorder.intervals() == intervals
    assert [answer.rating for answer in store_of(student.database).answers()] == [Rating.EASY]


def test_a_flag_waits_for_the_disk_too(play: Play, database: Breakable) -> None:
    student = play()
    first, second = student.session.questions
    database.full = True
    assert student.recorder.flag(first, "doubtful") == NotSaved("the disk is full")
    database.full = False
    assert student.recorder.flag(second, "still") == Saved(delayed=1)
    assert [row[0] for row in database.query("SELECT note FROM flag ORDER BY id")] == ["doubtful", "still"]


def test_an_answer_given_later_replaces_the_skip_and_is_resumed(play: Play, eight: Bank) -> None:
    student = play("exam")
    first, second = (question.first_id for question in student.session.questions)
    student.does(Skipped())
    assert student.does(WentTo(1)) is None
    assert student.does(Skipped()) is None
    student.does(WentTo(2))
    student.answers()
    student.does(WentTo(1))
    student.answers(right=False)
    assert student.kept() == [(second, "right"), (first, "wrong")]
    assert resume_session(eight, student.database)[0].results == student.session.results
    student.does(Undone())
    assert student.kept() == [(second, "right")]


def test_a_resumed_exam_is_judged_again_and_its_answers_follow(play: Play, eight: Bank, database: Breakable) -> None:
    student = play("exam")
    student.answers()
    with database.writing():
        database.execute("UPDATE answer SET outcome = 'almost', credit = 0, rating = 2")
    session, saved = resume_session(eight, database)
    ProgressRecorder(eight, database, Stopwatch(), {"pass_mark": 50, "student": "A"}, saved).begin(session)
    assert [(answer.outcome, answer.credit, answer.rating) for answer in store_of(database).answers()] == [
        ("right", 1.0, Rating.GOOD)
    ]
    resumed = latest_open(database, "eight-kinds")
    assert resumed
    assert resumed.settings == {"pass_mark": 50, "student": "A"}


def test_what_is_due_falls_in_a_review_and_does_not_climb_in_a_quiz(play: Play, database: Breakable) -> None:
    student = play(count=2)
    assert [(student.answers(), student.recorder.due_today())[1] for _ in student.session.questions] == [0, 0]
    later = play("review", 2)
    assert later.recorder.due_today() == 2  # the steps of learning end within minutes
    assert [(later.answers(right), later.recorder.due_today())[1] for right in (True, False)] == [1, 0]
    later.does(Undone())
    assert later.recorder.due_today() == 1


def test_a_retired_question_is_not_due(play: Play, database: Breakable, eight: Bank) -> None:
    student = play(count=2)
    student.answers()
    student.answers()
    (topic,) = eight.topics
    retired = student.session.questions[0].model_copy(update={"status": "retired"})
    questions = tuple(retired if question.id == retired.id else question for question in topic.questions)
    bank = replace(eight, topics=(replace(topic, questions=questions),))
    store, moment = store_of(database), now()
    assert due_now(eight, store, moment, ()) == 2
    assert (due_now(bank, store, moment, ()), due_by_day(bank, store, moment)[0]) == (1, 1)
