"""Selecting questions."""

from collections.abc import Sequence
from random import Random

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.selection import Filter, filter_questions, select


def test_filters_are_joined_by_and(bank: Bank) -> None:
    found = filter_questions(bank, Filter(topics=["security"], kinds=["cloze", "numeric"], levels=["remember"]))
    assert found
    assert all(bank.topic_of(q.id).id == "security" for q in found)
    assert all(q.type in ("cloze", "numeric") and q.level == "remember" for q in found)
    assert filter_questions(bank, Filter()) == tuple(q for q in bank.questions if q.status == "active")
    assert all(19 in q.source for q in filter_questions(bank, Filter(paragraphs=[19])))
    assert all("places" in q.tags for q in filter_questions(bank, Filter(tags=["places"])))


def test_a_tag_includes_the_levels_below_it_in_any_case(bank: Bank) -> None:
    tags = [("History",), ("history::Founding",), ("historical",), ("geography", "HISTORY::founding::day"), ()]
    questions = [q.model_copy(update={"tags": each}) for q, each in zip(bank.questions, tags, strict=False)]
    tagged = Bank("b", "B", (Topic("t", "T", tuple(questions)),))

    def found(*wanted: str) -> list[int]:
        return [questions.index(q) for q in filter_questions(tagged, Filter(tags=wanted))]

    assert found("history") == [0, 1, 3]
    assert found("History::FOUNDING") == [1, 3]
    assert found("history::found") == []
    assert found("geography", "historical") == [2, 3]


def test_a_seed_repeats_the_draw(bank: Bank) -> None:
    assert select(bank, Filter(), 20, Random(7)) == select(bank, Filter(), 20, Random(7))
    assert select(bank, Filter(), 20, Random(7)) != select(bank, Filter(), 20, Random(8))


def test_questions_never_asked_come_before_those_asked_longest_ago(bank: Bank) -> None:
    pool = filter_questions(bank, Filter())
    first = select(bank, Filter(), 10, Random(7))
    asked = {question.first_id: 1_000 for question in first}
    second = select(bank, Filter(), 10, Random(7), asked)
    assert not {q.id for q in first} & {q.id for q in second}
    assert enemies_in(bank, second) == []
    # all were asked, ten of them longest ago: as many of these as are no enemies
    all_asked = {question.first_id: 5_000 for question in pool} | asked
    assert {q.id for q in select(bank, Filter(), 10, Random(8), all_asked)} == {q.id for q in first}


def test_two_weeks_of_quizzes_ask_every_question(bank: Bank) -> None:
    asked: dict[str, int] = {}
    for day in range(1, 15):
        asked |= {q.first_id: day for q in select(bank, Filter(), 10, Random(day), asked)}
    assert len(asked) == len(filter_questions(bank, Filter()))


def test_earlier_answers_change_nothing_where_all_are_asked(bank: Bank) -> None:
    asked = {question.first_id: 1 for question in bank.questions[:40]}
    assert select(bank, Filter(), None, Random(7), asked) == select(bank, Filter(), None, Random(7))


def enemies_in(bank: Bank, questions: Sequence[AnyQuestion]) -> list[tuple[str, str]]:
    return [(clue.giver, clue.given) for clue in bank.enemies.among([question.id for question in questions])]


def test_no_question_twice_and_no_more_than_there_are(bank: Bank) -> None:
    drawn = select(bank, Filter(), None, Random(1))
    active = sorted(q.id for q in bank.questions if q.status == "active")
    assert sorted(q.id for q in drawn) == active
    assert len(select(bank, Filter(), 9999, Random(1))) == len(active)


def test_unknown_topic_gets_a_suggestion(bank: Bank) -> None:
    with pytest.raises(SelectionError, match="did you mean `security`"):
        select(bank, Filter(topics=["securty"]), 1, Random(1))
    with pytest.raises(SelectionError, match="the topics are organization"):
        select(bank, Filter(topics=["zzz"]), 1, Random(1))


def test_no_question_matches(bank: Bank) -> None:
    with pytest.raises(SelectionError, match="no question"):
        select(bank, Filter(tags=["no-such-tag"]), 1, Random(1))


def test_a_bank_refuses_two_questions_of_one_id(bank: Bank) -> None:
    question = bank.questions[0]
    with pytest.raises(ValueError, match="share an id"):
        Bank("x", "X", (Topic("t", "T", (question, question)),))
