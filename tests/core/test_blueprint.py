"""Blueprints: what forms are drawn, and how far a bank fills the sections."""

from collections import Counter
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.blueprint.draw import draw, draw_forms, enemies_in, filling, plain_form, plain_forms
from sco_quiz.core.blueprint.matching import Places
from sco_quiz.core.blueprint.model import Blueprint
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.short_answer import ShortAnswer
from sco_quiz.core.selection import Filter, select

WORDS = [
    *("anchor", "bridge", "castle", "desert", "engine", "forest"),
    *("garden", "harbor", "island", "jungle", "kettle", "lantern"),
]


def question(index: int, **fields: object) -> AnyQuestion:
    word = WORDS[index]
    values = {"id": word, "type": "short_answer", "prompt": f"Name {word}?", "answer": word[::-1], "level": "remember"}
    return ShortAnswer.model_validate(values | fields)


def bank(*questions: AnyQuestion) -> Bank:
    return Bank("words", "Words", (Topic("words", "Words", questions),))


def blueprint(*sections: dict[str, object], **fields: object) -> Blueprint:
    return Blueprint.model_validate({"sections": sections, **fields})


EASY = bank(*(question(index, difficulty=1 + index // 4) for index in range(12)))


def ids(found: object) -> list[str]:
    return [each.id for each in found.questions]  # type: ignore[attr-defined]


def test_competing_sections_are_filled_where_greedy_choice_fails() -> None:
    """`anchor` is the only one of difficulty 1; a first section that took it would leave the second one empty."""
    words = bank(question(0, difficulty=1), question(1, difficulty=2))
    both = blueprint({"title": "Any", "number": 1}, {"title": "Easy", "number": 1, "difficulty": 1})
    for seed in range(20):
        form = draw(words, both, seed)
        assert [(item.section, item.question.id) for item in form.items] == [("Any", "bridge"), ("Easy", "anchor")]


def test_the_matching_is_as_large_as_any() -> None:
    """Against all assignments of five questions to three sections."""
    accepts = {"a": (0,), "b": (0, 1), "c": (1, 2), "d": (1,), "e": (1, 2)}
    for room in product(range(3), repeat=3):
        places = Places(room, accepts)
        for name in accepts:
            places.add(name)
        assert all(section in accepts[name] for section, held in enumerate(places.held) for name in held)
        choices = product(*((None, *sections) for sections in accepts.values()))
        counts = (Counter(section for section in choice if section is not None) for choice in choices)
        possible = max(count.total() for count in counts if all(count[at] <= size for at, size in enumerate(room)))
        assert len(places.names) == sum(map(len, places.held)) == possible


def test_what_a_section_gets_is_said_for_all_sections_together() -> None:
    wanted = blueprint({"number": 4, "difficulty": 1}, {"title": "Rest", "number": 3, "difficulty": [1, 1]})
    first, second = filling(EASY, wanted)
    assert (first.title, first.wanted, first.matching) == ("Section 1", 4, 4)
    assert (second.title, second.matching, first.filled + second.filled) == ("Rest", 4, 4)
    with pytest.raises(SelectionError, match="the exam cannot be drawn"):
        draw(EASY, wanted, 0)


def test_a_section_without_a_number_takes_all_that_no_other_one_uses() -> None:
    form = draw(EASY, blueprint({"title": "All", "difficulty": 1}, {"title": "Two", "number": 2, "difficulty": 1}), 3)
    assert Counter(item.section for item in form.items) == {"All": 2, "Two": 2}
    assert set(ids(form)) == set(WORDS[:4])


def test_each_question_is_drawn_about_as_often_as_any() -> None:
    wanted = blueprint({"number": 3})
    counts = Counter(name for seed in range(800) for name in ids(draw(EASY, wanted, seed)))
    assert set(counts) == set(WORDS)
    assert 150 < min(counts.values()) <= max(counts.values()) < 250  # 200 expected, with a deviation of 12


def test_enemies_are_apart_if_possible_and_else_the_draw_is_full() -> None:
    foes = question(0, never_with=("bridge",)), question(1), question(2)
    words, two, three = bank(*foes), blueprint({"number": 2}), blueprint({"number": 3})
    assert all(enemies_in(words, draw(words, two, seed)) == 0 for seed in range(30))
    assert {name for seed in range(30) for name in ids(draw(words, two, seed))} == {"anchor", "bridge", "castle"}
    assert enemies_in(words, draw(words, three, 0)) == 1


CITY = question(0, prompt="In which city did the finance ministers meet in 2009?", answer="Almaty", difficulty=2)
TALKS = question(1, prompt="What did the finance ministers sign in Almaty?", answer="a charter", difficulty=1)


def test_a_giver_comes_after_what_it_gives_away_also_in_another_section() -> None:
    """`bridge` names the answer of `anchor`, and both match both sections."""
    both = {"number": 1}, {"number": 1}
    for order in ("sections", "shuffled"):
        forms = [draw(bank(CITY, TALKS), blueprint(*both, order=order), seed) for seed in range(20)]
        assert {tuple(ids(form)) for form in forms} == {("anchor", "bridge")}


def test_of_forms_with_enemies_one_without_an_early_giver_is_drawn() -> None:
    """The first section can have `bridge`, which gives `anchor` away, or `castle`, its enemy in another way."""
    words = bank(CITY, TALKS, question(2, difficulty=1, never_with=("anchor",)))
    both = blueprint({"number": 1, "difficulty": 1}, {"number": 1, "difficulty": 2})
    assert words.enemies.clue("castle", "anchor")
    assert {tuple(ids(draw(words, both, seed))) for seed in range(20)} == {("castle", "anchor")}


def test_forms_of_a_fixed_exam_have_the_same_questions_in_other_orders() -> None:
    forms = draw_forms(EASY, blueprint({"number": 6}), 5, 3)
    assert len({frozenset(ids(form)) for form in forms}) == 1
    assert len({tuple(ids(form)) for form in forms}) == 3
    assert [form.seed for form in forms] == [5, 6, 7]
    assert forms == draw_forms(EASY, blueprint({"number": 6}), 5, 3)


def test_forms_that_are_drawn_for_each_learner_have_other_questions() -> None:
    forms = draw_forms(EASY, blueprint({"number": 6}, draw="each"), 5, 3)
    assert len({frozenset(ids(form)) for form in forms}) == 3


def test_the_sections_stay_in_their_order_or_all_are_shuffled() -> None:
    sections = {"title": "A", "number": 4, "difficulty": 3, "points": 2}, {"title": "B", "number": 4, "difficulty": 1}
    form = draw(EASY, blueprint(*sections), 1)
    assert [item.section for item in form.items] == ["A"] * 4 + ["B"] * 4
    assert (form.most, form.items[0].points) == (12, Fraction(2))
    shuffled = draw(EASY, blueprint(*sections, order="shuffled"), 1)
    assert {item.section for item in shuffled.items} == {""}
    assert {item.question.id: item.points for item in shuffled.items} == {
        item.question.id: item.points for item in form.items
    }
    assert [item.points for item in shuffled.items] != [item.points for item in form.items]


def test_the_rules_of_a_form() -> None:
    rules = draw(EASY, blueprint({"number": 1}, time_limit="1.5", pass_mark="70", scale={"A": "87.5", "F": 0}), 0).rules
    assert (rules.time_limit, rules.pass_mark, dict(rules.scale)) == (90, 70, {"A": Fraction(175, 2), "F": 0})


def test_a_form_without_a_blueprint_is_that_of_an_exam_of_that_seed() -> None:
    form = plain_form(EASY, Filter(), 5, 9)
    assert form.questions == select(EASY, Filter(), 5, Random(9))
    first, second = plain_forms(EASY, Filter(), 5, 9, 2)
    assert first == form
    assert set(ids(second)) == set(ids(form))
    assert ids(second) != ids(form)
