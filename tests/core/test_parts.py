"""The parts of each kind, with their key paths and roles; the interaction, and what follows from both."""

from decimal import Decimal
from random import Random

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.content import literal
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Option, Order, TextEntry, TextGap
from sco_quiz.core.parts import ANSWER_ROLES, Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.responses import correct_response
from tests.core.test_kinds import FIELDS, make

# (path, role, text) of what each kind adds to the parts that all kinds have
PARTS: dict[str, list[tuple[KeyPath, Role, str]]] = {
    "single_choice": [
        (("answer",), Role.RIGHT, "Beijing"),
        (("distractors", 0), Role.WRONG, "Moscow"),
        (("distractors", 0), Role.NOTE, "home of the agency"),
        (("distractors", 1), Role.WRONG, "Almaty"),
    ],
    "multiple_choice": [
        (("answers", 0), Role.RIGHT, "China"),
        (("answers", 1), Role.RIGHT, "Russia"),
        (("distractors", 0), Role.WRONG, "Iran"),
        (("distractors", 1), Role.WRONG, "Pakistan"),
        (("distractors", 1), Role.NOTE, "had applied"),
    ],
    "true_false": [
        (("correction", "Almaty"), Role.WRONG, "Almaty"),
        (("correction", "Almaty"), Role.CORRECTION, "Beijing"),
    ],
    "short_answer": [
        (("answer",), Role.RIGHT, "Bolat Nurgaliev"),
        (("accept", 0), Role.ACCEPTED, "Nurgaliev"),
        (("reject", 0), Role.REJECTED, "Imanaliev"),
        (("reject", 0), Role.NOTE, "came after him"),
    ],
    "numeric": [(("answer",), Role.RIGHT, "118 people")],
    "cloze": [
        (("prompt",), Role.RIGHT, "Kabul"),
        (("prompt",), Role.RIGHT, "London"),
        (("accept", "Kabul", 0), Role.ACCEPTED, "Cabul"),
    ],
    "matching": [
        (("pairs", "China"), Role.ROW, "China"),
        (("pairs", "China"), Role.RIGHT, "Beijing"),
        (("pairs", "Russia"), Role.ROW, "Russia"),
        (("pairs", "Russia"), Role.RIGHT, "Moscow"),
        (("pairs", "Uzbekistan"), Role.ROW, "Uzbekistan"),
        (("pairs", "Uzbekistan"), Role.RIGHT, "Tashkent"),
        (("distractors", 0), Role.WRONG, "Almaty"),
    ],
    "ordering": [(("items", index), Role.ITEM, item) for index, item in enumerate(("one", "two", "three", "four"))],
}


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_parts_of_the_answer(kind: str) -> None:
    found = [(part.path, part.role, part.content.source) for part in make(kind).answer_parts()]
    assert found == PARTS[kind]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_all_parts_in_the_order_of_the_file(kind: str) -> None:
    question = make(
        kind,
        setting="A briefing in 2010",
        explanation="Because.",
        beyond={"text": "It moved in 2017.", "references": "minutes"},
        hint="A capital.",
        status="retired",
        reason="It moved.",
    )
    found = [(part.path, part.role) for part in question.parts()]
    assert found[:2] == [(("setting",), Role.SETTING), (("prompt",), Role.PROMPT)]
    assert found[-4:] == [
        (("explanation",), Role.EXPLANATION),
        (("beyond", "text"), Role.BEYOND),
        (("hint",), Role.HINT),
        (("reason",), Role.REASON),
    ]
    assert len(found) == 6 + len(PARTS[kind])
    assert Role.EXPLANATION not in {part.role for part in make(kind).parts()}


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_no_text_of_the_file_is_missing_from_the_parts(kind: str) -> None:
    """Every string that a kind adds is in a part: a field that is forgotten there is seen by no rule and no export."""
    parts = " ".join(part.content.source for part in make(kind).parts())

    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for pair in value.items() for side in pair for text in strings(side)]
        return [text for item in value for text in strings(item)] if isinstance(value, list) else [str(value)]

    expected = set(strings(list(FIELDS[kind].values()))) - {"false", FIELDS["cloze"]["prompt"], "2"}
    assert expected
    assert [text for text in expected if text not in parts] == []


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_neither_setting_nor_what_goes_beyond_the_article_is_an_answer(kind: str) -> None:
    """Grading knows the words of answers: these could turn a typo into a word that is meant."""
    added = {"setting": "Zanzibar", "beyond": {"text": "Zanzibar", "references": "minutes"}}
    question = make(kind, **added)
    assert question.texts() == make(kind).texts()
    assert question.key == make(kind).key
    assert "zanzibar" not in Bank("b", "B", (Topic("t", "T", (question,)),)).vocabulary


def test_roles_of_answers() -> None:
    of_kinds = {role for rows in PARTS.values() for _, role, _ in rows}
    partly = {part.role for part in make("short_answer", partial={"Bolat": "50 %"}).answer_parts()}
    assert (of_kinds | partly) - {Role.NOTE} == ANSWER_ROLES


def test_interactions() -> None:
    beijing, almaty = Option(literal("Beijing"), right=True), Option(literal("Almaty"))
    moscow = Option(literal("Moscow"), note=literal("home of the agency"))
    assert make("single_choice").interaction() == Choice((beijing, moscow, almaty))
    several = make("multiple_choice", order="fixed").interaction()
    assert isinstance(several, Choice)
    assert (several.several, several.order, several.by_key) == (True, "fixed", False)
    judged = make("true_false").interaction()
    assert isinstance(judged, Choice)
    assert (judged.by_key, [(option.text, option.right) for option in judged.options]) == (
        True,
        [("true", False), ("false", True)],
    )
    assert make("numeric").interaction() == NumberEntry(Decimal(118), Decimal(2), "people")
    kabul, london = (literal("Kabul"), literal("Cabul")), (literal("London"),)
    assert make("cloze").interaction() == TextEntry((TextGap(kabul), TextGap(london)), inline=True)
    matched = make("matching").interaction()
    assert isinstance(matched, Match)
    assert matched.options == ("Beijing", "Moscow", "Tashkent", "Almaty")
    assert make("ordering").interaction() == Order(tuple(map(literal, ("one", "two", "three", "four"))))


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_correct_response_is_right(kind: str) -> None:
    question = make(kind)
    assert question.grade(correct_response(question.interaction())).credit == 1


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "matching", "ordering", "true_false"])
def test_the_correct_response_can_be_typed(kind: str) -> None:
    question = make(kind)
    options = question.shown_options(Random(3))
    assert set(question.correct_response) <= set(options)
    typed = " ".join(str(options.index(text) + 1) for text in question.correct_response)
    assert question.parse_answer(typed, options) == question.correct_response


def test_a_statement_is_what_the_prompt_says_when_it_is_true() -> None:
    assert make("true_false").statement == "It sits in Beijing."
    assert make("cloze").statement == "Kabul follows London."
    assert make("single_choice").statement == "What is it?"
