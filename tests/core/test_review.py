"""A review: ratings, repeated questions, due questions."""

from dataclasses import replace
from fractions import Fraction

import pytest

from sco_quiz.core.answer import answer_to, replayed
from sco_quiz.core.bank import Bank
from sco_quiz.core.due import LEARN_AHEAD_MS, plan_review
from sco_quiz.core.review import Memory, Rating, State
from sco_quiz.core.selection import question_of
from sco_quiz.core.session import (
    Answered,
    Claimed,
    Event,
    HintTaken,
    Mode,
    Rated,
    Result,
    Session,
    Skipped,
    Undone,
    missed,
    score,
    step,
)
from sco_quiz.core.verdict import Outcome, Verdict

NOW, DAY = 1_790_000_000_000, 86_400_000


@pytest.fixture
def session(bank: Bank) -> Session:
    questions = tuple(question for question in bank.questions if question.type == "single_choice")[:3]
    return Session(questions, 1, mode="review")


def after(session: Session, *events: Event) -> Session:
    for event in events:
        session = step(session, event)
    return session


def right(session: Session) -> Answered:
    assert session.current
    return Answered(session.current.key)


def wrong(session: Session) -> Answered:
    assert session.current
    return Answered(next((text,) for text in session.options if (text,) != session.current.key))


@pytest.mark.parametrize(
    ("outcome", "credit", "hint", "rating"),
    [
        (Outcome.RIGHT, 1, False, Rating.GOOD),
        (Outcome.RIGHT, 1, True, Rating.HARD),
        (Outcome.PARTLY, Fraction(1, 2), False, Rating.HARD),
        (Outcome.PARTLY, Fraction(1, 3), False, Rating.AGAIN),
        (Outcome.ALMOST, 1, False, Rating.HARD),
        (Outcome.WRONG, 0, False, Rating.AGAIN),
    ],
)
def test_the_rating_follows_from_the_verdict(
    bank: Bank, outcome: Outcome, credit: int | Fraction, hint: bool, rating: Rating
) -> None:
    question = bank.questions[0]
    result = Result(question, ("x",), Verdict(outcome, Fraction(credit)), hint)
    assert result.rating is rating
    assert Result(question, ("x",), Verdict(outcome, Fraction(credit)), hint, Rating.EASY).rating is Rating.EASY


def test_a_skipped_question_has_no_rating(bank: Bank) -> None:
    assert Result(bank.questions[0]).rating is None


def test_what_was_not_known_comes_back_at_the_end_in_another_order(session: Session) -> None:
    first = session.questions[0]
    options = session.options
    session = after(session, wrong(session))
    assert session.queue == (*session.questions, first)
    session = after(session, right(session))
    session = after(session, right(session))
    assert session.current is first
    assert sorted(session.options) == sorted(options)
    session = after(session, wrong(session))
    assert session.current is first
    session = after(session, right(session))
    assert session.current is None
    assert missed(session) == (first,)


def test_undo_and_ratings_change_what_comes_back(session: Session) -> None:
    failed = after(session, wrong(session))
    assert len(failed.queue) == 4
    assert after(failed, Undone()).queue == session.questions
    assert after(failed, Rated(Rating.HARD)).queue == session.questions
    known = after(session, right(session))
    assert known.queue == session.questions
    assert after(known, Rated(Rating.AGAIN)).queue == (*session.questions, session.questions[0])


def test_ratings_need_a_judged_answer(session: Session) -> None:
    assert after(session, Rated(Rating.EASY)) == session
    skipped = after(session, Skipped())
    assert after(skipped, Rated(Rating.EASY)) == skipped


def test_in_a_quiz_nothing_comes_back(session: Session) -> None:
    quiz = Session(session.questions, 1)
    assert after(quiz, wrong(quiz)).queue == quiz.questions


def test_a_session_is_played_again_from_its_answers(bank: Bank) -> None:
    by_kind = {question.type: question for question in bank.questions if question.hint}
    typed = by_kind["short_answer"]
    slip = typed.key[0][:-1]
    session = Session((bank.questions[0], typed, *bank.questions[1:3]), 5, bank.vocabulary)
    played = after(session, right(session), HintTaken(), Answered((slip,)), Claimed(), Skipped())
    assert played.results[1].hint_taken
    answers = [answer_to(result, bank.id, NOW, 1, "quiz") for result in played.results]
    assert replayed(session, answers) == played
    gone = Session(played.questions[1:], 5, bank.vocabulary)
    assert replayed(gone, answers).results == played.results[1:]


@pytest.mark.parametrize(("mode", "points"), [("quiz", 0), ("exam", 1)])
def test_a_verdict_that_was_seen_stays(bank: Bank, mode: Mode, points: int) -> None:
    """In 0.1.0 an almost right answer had no credit, unless it was counted as right."""
    question = question_of(bank, "rats-city")
    session = Session((question, *bank.questions[:2]), 5, bank.vocabulary, mode=mode)
    result = after(session, Answered(("Tashkant",))).results[0]
    seen = replace(answer_to(result, bank.id, NOW, 1, mode), credit=0.0)
    assert score(replayed(session, [seen], seen=mode == "quiz")).points == points
    claimed = replayed(session, [replace(seen, outcome=Outcome.RIGHT, credit=1.0, claimed=mode == "quiz")])
    assert score(claimed).points == 1
    if mode == "quiz":
        assert score(step(claimed, Claimed())).points == 1  # back to almost right, as it is judged today


def memory(due: int, state: State = State.REVIEW) -> Memory:
    return Memory(state, 5.0, 5.0, due, NOW - DAY, 1, due // DAY - 3, 3)


def test_what_is_due(bank: Bank) -> None:
    a, b, c, d, e, f, g = bank.questions[:7]
    today = NOW // DAY
    memories = {
        a.first_id: memory(today * DAY + DAY - 1),
        b.first_id: memory(today * DAY + DAY),
        c.first_id: memory(NOW - DAY),
        d.first_id: memory(NOW + LEARN_AHEAD_MS, State.LEARNING),
        e.first_id: memory(NOW + LEARN_AHEAD_MS + 1, State.RELEARNING),
    }
    found = plan_review((a, b, c, d, e, f, g), memories, NOW, today, 1)
    assert found.due == (c, d, a)
    assert found.new == (f,)
    assert found.next_due == NOW + LEARN_AHEAD_MS + 1
    assert plan_review((c,), memories, NOW, today, 0).next_due is None
    assert plan_review((f, g), memories, NOW, today, 0).new == ()
