"""Selecting questions."""

from random import Random

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.selection import Filter, filter_questions, select


def test_filters_are_joined_by_and(bank: Bank) -> None:
    found = filter_questions(bank, Filter(topics=["security"], kinds=["cloze", "numeric"], levels=["remember"]))
    assert found
    assert all(bank.topic_of(q.id).id == "security" for q in found)
    assert all(q.type in ("cloze", "numeric") and q.level == "remember" for q in found)
    assert filter_questions(bank, Filter()) == tuple(q for q in bank.questions if q.status == "active")
    assert all(19 in q.source for q in filter_questions(bank, Filter(paragraphs=[19])))
    assert all("places" in q.tags for q in filter_questions(bank, Filter(tags=["places"])))


def test_a_seed_repeats_the_draw(bank: Bank) -> None:
    assert select(bank, Filter(), 20, Random(7)) == select(bank, Filter(), 20, Random(7))
    assert select(bank, Filter(), 20, Random(7)) != select(bank, Filter(), 20, Random(8))


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
