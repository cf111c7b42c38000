"""How the terminal, the list and the cards say what is partly right, and what a wrong choice takes off."""

from io import StringIO
from random import Random
from typing import Any

import pytest
from rich.console import Console

from sco_quiz.anki.content_html import FIELD_HTML
from sco_quiz.card.content import card_content
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.session import Result
from sco_quiz.core.typed import NO_WORDS
from sco_quiz.core.words.language import ENGLISH
from sco_quiz.core.words.languages import language_of
from sco_quiz.formats.exchange.questions_json import as_object
from sco_quiz.formats.markdown_sheet.questions import answer_of
from sco_quiz.terminal.drawing import print_blocks
from sco_quiz.terminal.question_view import full_block, how_to_answer
from sco_quiz.terminal.verdict_view import answered_block, verdict_block
from tests.core.test_kinds import make


def bank_of(question: AnyQuestion) -> Bank:
    return Bank("b", "B", (Topic("t", "T", (question,)),))


def shown(*blocks: Any) -> str:
    out = StringIO()
    print_blocks(list(blocks), Console(file=out, width=120))
    return out.getvalue()


def judged(question: AnyQuestion, *response: str) -> str:
    bank, result = bank_of(question), Result(question, response, question.grade(response))
    options = question.shown_options(Random(1))
    return shown(answered_block(bank, result, options), verdict_block(bank, result))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "A wrong choice costs what a right one earns."),
        ({"penalty": "0 %"}, "A wrong choice costs nothing."),
        ({"penalty": "25 %"}, "A wrong choice costs 25 % of the credit."),
    ],
)
def test_learners_read_what_a_wrong_choice_costs(given: dict[str, Any], sentence: str) -> None:
    question = make("multiple_choice", **given)
    assert how_to_answer(question.interaction(), ("a", "b")).shown.endswith(sentence)
    text = judged(question, "China", "Iran")
    after = f"1 of 2 right answers; a wrong choice {sentence[15:]}" if given else "1 wrong choice is taken off."
    assert after in text


def test_an_option_that_is_partly_right_is_marked_so() -> None:
    text = judged(make("single_choice", partial={"Moscow": "50 %"}), "Moscow")
    assert "◐" in text
    assert "Moscow (your answer, 50 % of the credit)" in text
    assert "Partly right: 1/2 of the credit" in text
    assert "Moscow: home of the agency" in text


@pytest.mark.parametrize(
    ("kind", "partial", "line"),
    [
        ("single_choice", {"Almaty": "25 %"}, "Partly right: Almaty (25 %)"),
        ("short_answer", {"Bolat": "50 %", "Bob": "5 %"}, "Partly right: Bolat (50 %); Bob (5 %)"),
    ],
)
def test_a_question_in_full_lists_what_is_partly_right(kind: str, partial: dict[str, str], line: str) -> None:
    question = make(kind, partial=partial)
    assert line in shown(full_block(bank_of(question), question, ()))
    assert "Partly right" not in shown(full_block(bank_of(make(kind)), make(kind), ()))


def test_the_list_has_shares_only_where_a_question_sets_them() -> None:
    partly, costly = make("single_choice", partial={"Almaty": "25 %"}), make("multiple_choice", penalty="0 %")
    assert as_object(bank_of(partly), partly)["partial"] == {"Almaty": 0.25}
    assert as_object(bank_of(costly), costly)["penalty"] == 0
    for kind in ("single_choice", "multiple_choice", "short_answer"):
        question = make(kind)
        assert not {"partial", "penalty"} & as_object(bank_of(question), question).keys()


def test_the_sheet_for_paper_says_what_counts() -> None:
    assert "Almaty (25 %)" in answer_of(make("single_choice", partial={"Almaty": "25 %"}))
    assert "Each wrong choice takes off 30 %." in answer_of(make("multiple_choice", penalty="30 %"))
    assert "Bolat (50 %)" in answer_of(make("short_answer", partial={"Bolat": "50 %"}))


def test_cards_say_what_counts() -> None:
    costly = make("multiple_choice", penalty="25 %")
    assert (
        card_content(costly, NO_WORDS, ENGLISH, FIELD_HTML).task
        == "Choose all that apply. A wrong choice costs 25 % of the points."
    )
    german = language_of("de")
    free = card_content(make("multiple_choice", penalty="0 %"), NO_WORDS, german, FIELD_HTML)
    assert free.task.endswith("Eine falsche Wahl kostet nichts.")
    assert card_content(make("multiple_choice"), NO_WORDS, ENGLISH, FIELD_HTML).task == "Choose all that apply"
    noted = card_content(
        make("single_choice", partial={"Moscow": "50 %", "Almaty": "25 %"}), NO_WORDS, ENGLISH, FIELD_HTML
    ).feedback
    assert "Partly right: 50 %. home of the agency" in noted
    assert '<b>Almaty</b> <span class="note">Partly right: 25 %' in noted
    typed = card_content(make("short_answer", partial={"Bolat": "50 %"}), NO_WORDS, ENGLISH, FIELD_HTML)
    assert "Bolat" in typed.key
    assert '<b>Bolat</b> <span class="note">Partly right: 50 %' in typed.feedback
