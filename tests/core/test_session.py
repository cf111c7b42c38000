"""The session as a state machine."""

from dataclasses import replace

from sco_quiz.core.bank import Bank
from sco_quiz.core.review import Rating
from sco_quiz.core.session import (
    Answered,
    Claimed,
    HintTaken,
    Session,
    Skipped,
    Stopped,
    Undone,
    WentTo,
    missed,
    outcomes_in_words,
    score,
    step,
)
from sco_quiz.core.verdict import Outcome


def session_of(bank: Bank, *ids: str) -> Session:
    questions = tuple(question for name in ids if (question := bank.find(name)))
    assert len(questions) == len(ids)
    return Session(questions, seed=1, known=bank.vocabulary)


def test_a_session_from_start_to_end(bank: Bank) -> None:
    session = session_of(bank, "rats-city", "founding-year", "home-country")
    session = step(session, Answered(("Tashkent",)))
    session = step(session, Answered(("1996",)))
    session = step(session, Skipped())
    assert session.current is None
    assert score(session).points == 1
    assert (score(session).answered, score(session).skipped, score(session).percent) == (2, 1, 50)
    assert [question.id for question in missed(session)] == ["founding-year", "home-country"]
    assert step(session, Answered(("more",))) == session
    assert step(session, Skipped()) == session


def test_events_without_values_are_equal_by_their_class() -> None:
    assert (Undone() == Undone(), Undone() == Stopped(), len({Undone(), Undone()})) == (True, False, 1)
    assert repr(Stopped()) == "Stopped()"


def test_a_step_never_changes_the_session_it_is_given(bank: Bank) -> None:
    before = session_of(bank, "rats-city", "founding-year")
    copy = replace(before)
    step(step(before, Answered(("Tashkent",))), Undone())
    assert before == copy


def test_undo_takes_back_one_result(bank: Bank) -> None:
    start = session_of(bank, "rats-city", "founding-year")
    assert step(step(start, Answered(("Almaty",))), Undone()) == start
    assert step(start, Undone()) == start


def test_almost_right_counts_as_right_until_the_learner_says_that_it_is_wrong(bank: Bank) -> None:
    session = step(session_of(bank, "rats-city"), Answered(("Tashkant",)))
    assert session.last
    assert session.last.verdict
    assert session.last.verdict.outcome is Outcome.ALMOST
    assert session.last.rating is Rating.HARD
    assert (score(session).points, missed(session)) == (1, ())
    claimed = step(session, Claimed())
    assert claimed.last
    assert claimed.last.rating is Rating.AGAIN
    assert (score(claimed).points, missed(claimed)) == (0, session.questions)
    assert step(claimed, Claimed()) == session


def test_a_claim_makes_a_wrong_answer_right_and_a_second_one_wrong_again(bank: Bank) -> None:
    session = step(session_of(bank, "rats-city"), Answered(("Paris",)))
    claimed = step(session, Claimed())
    assert claimed.last
    assert claimed.last.verdict
    assert (claimed.last.verdict.outcome, claimed.last.verdict.claimed) == (Outcome.RIGHT, True)
    assert score(claimed).points == 1
    assert step(claimed, Claimed()) == session


def test_the_score_says_how_many_answers_were_almost_right(bank: Bank) -> None:
    session = session_of(bank, "rats-city", "founding-year", "home-country", "most-urgent")
    assert outcomes_in_words(session) == ""
    for event in (Answered(("Tashkant",)), Answered(("2001",)), Answered(("Paris",)), Skipped()):
        session = step(session, event)
    assert outcomes_in_words(session) == "2 right (1 almost), 1 wrong, 1 skipped"


def test_a_rejected_answer_cannot_be_claimed(bank: Bank) -> None:
    session = step(session_of(bank, "rats-city"), Answered(("Almaty",)))
    assert step(session, Claimed()) == session
    assert step(session_of(bank, "rats-city"), Claimed()) == session_of(bank, "rats-city")


def test_hint_belongs_to_one_question(bank: Bank) -> None:
    session = step(session_of(bank, "rats-city", "founding-year"), HintTaken())
    assert session.hint_taken
    session = step(session, Answered(("Tashkent",)))
    assert not session.hint_taken
    assert session.last
    assert session.last.hint_taken


def test_stopping_ends_with_what_was_answered(bank: Bank) -> None:
    session = step(step(session_of(bank, "rats-city", "founding-year"), Answered(("Tashkent",))), Stopped())
    assert session.current is None
    assert score(session).percent == 100


def test_options_stay_the_same_for_a_seed(bank: Bank) -> None:
    session = session_of(bank, "most-urgent")
    assert session.options == session_of(bank, "most-urgent").options
    orders = {replace(session, seed=seed).options for seed in range(40)}
    assert len(orders) > 10


def places(session: Session) -> list[str]:
    return [result.question.id for result in session.results]


def test_a_question_can_be_gone_to_and_the_others_follow(bank: Bank) -> None:
    ids = ("rats-city", "founding-year", "home-country", "most-urgent")
    session = step(step(session_of(bank, *ids), Skipped()), WentTo(3))
    assert session.current == session.questions[2]
    session = step(session, Answered(("Paris",)))
    assert session.current == session.questions[1]
    session = step(step(session, WentTo(1)), Answered(("Tashkent",)))  # skipped before
    assert places(session) == ["home-country", "rats-city"]
    assert (score(session).points, score(session).skipped) == (1, 0)
    undone = step(session, Undone())
    assert (undone.current, places(undone)) == (session.questions[0], ["home-country"])
    again = step(step(session, WentTo(4)), Answered(("Paris",)))
    assert again.current == session.questions[1]
    assert step(again, Undone()).current == session.questions[3]


def test_who_only_looks_at_an_answered_question_keeps_its_answer(bank: Bank) -> None:
    session = step(session_of(bank, "rats-city", "founding-year"), Answered(("Tashkent",)))
    looked = step(session, WentTo(1))
    assert looked.current == session.questions[0]
    assert step(looked, Skipped()) == session
    changed = step(looked, Answered(("Paris",)))
    assert (places(changed), score(changed).points) == (["rats-city"], 0)


def test_nobody_goes_to_a_question_that_is_not_there(bank: Bank) -> None:
    session = session_of(bank, "rats-city", "founding-year")
    assert [step(session, WentTo(number)) for number in (-1, 0, 3)] == [session] * 3
    review = replace(session, mode="review")
    assert step(review, WentTo(2)) == review
