"""The built-in bank uses markup where it teaches, and sparingly."""

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.content import Content
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.nodes import BulletList, Strong, Table, walk
from sco_quiz.core.selection import Filter, filter_questions


@pytest.fixture(scope="module")
def asked(bank: Bank) -> tuple[AnyQuestion, ...]:
    return filter_questions(bank, Filter())


def strong(content: Content) -> list[Strong]:
    return [node for node in walk(content.inlines) if isinstance(node, Strong)]


def test_every_question_is_marked_up(bank: Bank) -> None:
    assert {question.markup for question in bank.questions} == {"markdown"}


def test_a_prompt_emphasizes_what_decides_and_no_more(asked: tuple[AnyQuestion, ...]) -> None:
    emphases = [strong(question.stem) for question in asked]
    assert 15 <= sum(map(bool, emphases)) <= len(asked) / 3
    assert max(map(len, emphases)) == 1
    assert [question.id for question in asked if strong(question.content(question.explanation))] == []


def test_emphasis_does_not_tell_true_statements_from_false_ones(asked: tuple[AnyQuestion, ...]) -> None:
    answers = [question.key[0] for question in asked if question.type == "true_false" and strong(question.stem)]
    assert abs(answers.count("true") - answers.count("false")) <= 1


def test_questions_show_maps_without_names(asked: tuple[AnyQuestion, ...]) -> None:
    in_prompts = {image.file for question in asked for image in question.stem.images}
    assert in_prompts == {"media/cities-marked.svg", "media/states-marked.svg"}
    explained = [question for question in asked if question.content(question.explanation).images]
    in_explanations = {image.file for question in explained for image in question.content(question.explanation).images}
    assert in_explanations == {"media/cities.svg", "media/states.svg"}
    assert len(explained) >= 10


def test_facts_are_compared_in_tables_that_fit_a_phone(asked: tuple[AnyQuestion, ...]) -> None:
    blocks = [block for q in asked for block in (*q.stem.blocks, *q.content(q.explanation).blocks)]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(tables) >= 4
    assert max(len(table.header) for table in tables) == 3
    assert any(isinstance(block, BulletList) for block in blocks)
