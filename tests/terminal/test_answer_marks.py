"""An answer marked in its question, as it is drawn; without color, symbols and words say it all."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from sco_quiz.core.bank import Bank
from sco_quiz.core.session import Answered, Result, Session, Skipped, step
from sco_quiz.loading.load import read_bank
from sco_quiz.terminal.drawing import print_blocks
from sco_quiz.terminal.plain import render_plain
from sco_quiz.terminal.verdict_view import answered_block, verdict_block
from tests.conftest import ROOT


@pytest.fixture
def small() -> Bank:
    return read_bank(Path(__file__).parent / "eight-kinds.yaml").bank


def drawn(bank: Bank, name: str, *response: str) -> list[str]:
    """Return the lines inside the panel after this response, or after a skip without one."""
    question = bank.find(name)
    assert question
    session = Session((question,), seed=1, known=bank.vocabulary)
    (result,) = step(session, Answered(response) if response else Skipped()).results
    out = io.StringIO()
    print_blocks([answered_block(bank, result, session.options)], Console(file=out, width=90))
    return [line.strip("│").strip() for line in out.getvalue().splitlines()[1:-1]]


CASES = {
    ("seat", "Moscow"): ["✗ 1 Moscow (your answer)", "2 Almaty", "✓ 3 Beijing (right answer)", "", "✗ Wrong"],
    ("seat", "Beijing"): ["1 Moscow", "2 Almaty", "✓ 3 Beijing (your answer)", "", "✓ Right"],
    ("seat",): ["1 Moscow", "2 Almaty", "✓ 3 Beijing (right answer)", "", "Skipped"],
    ("members", "Iran", "China"): [
        "1 Pakistan",
        "✗ 2 Iran (wrong)",
        "○ 3 Russia (missed)",
        "✓ 4 China (right)",
        "",
        "✗ Wrong",
        "You found 1 of 2 right answers; 1 wrong choice is taken off.",
    ],
    ("statement", "true"): ["✗ t true (your answer)", "✓ f false (right answer)", "", "✗ Wrong"],
    ("homes", "Beijing", "Almaty", "Tashkent"): [
        "✓ Secretariat = Beijing",
        "✗ Antiterrorism Structure = Almaty (right: Tashkent)",
        "✗ Finance talks = Tashkent (right: Almaty)",
        "",
        "◐ Partly right: 1/3 of the credit",
    ],
    ("course", "two", "one", "three", "four"): [
        "✗ 1 one (you: 2)",
        "✓ 2 two",
        "✓ 3 three",
        "✓ 4 four",
        "",
        "◐ Partly right: 2/3 of the credit",
        "3 of 4 are in the right order; each after the first earns 1/3.",
    ],
    ("course", "four", "one", "two", "three"): [
        "✓ 1 one",
        "✓ 2 two",
        "✓ 3 three",
        "✗ 4 four (you: 1)",
        "",
        "◐ Partly right: 2/3 of the credit",
        "3 of 4 are in the right order; each after the first earns 1/3.",
    ],
    ("course", "four", "three", "two", "one"): [
        "✗ 1 one (you: 4)",
        "✗ 2 two (you: 3)",
        "✗ 3 three (you: 2)",
        "✗ 4 four (you: 1)",
        "",
        "✗ Wrong",
    ],
    ("course",): ["1 one", "2 two", "3 three", "4 four", "", "Skipped"],  # nobody was right
    ("homes",): [
        "· Secretariat = Beijing",
        "· Antiterrorism Structure = Tashkent",
        "· Finance talks = Almaty",
        "",
        "Skipped",
    ],
    ("predecessor", "Ivanov"): ["✗ Your answer: Ivanov", "✓ Right answer: Nurgaliev", "", "✗ Wrong"],
    ("predecessor", "Nurgaliev"): ["✓ Your answer: Nurgaliev", "", "✓ Right"],
    ("staff", "30"): ["✓ Your answer: 30", "✓ Right answer: 30 people", "", "✓ Right"],
}


@pytest.mark.parametrize(("name", "response"), [(name, response) for name, *response in CASES])
def test_what_was_chosen_and_what_is_right_is_marked_in_the_list(small: Bank, name: str, response: list[str]) -> None:
    lines = CASES[(name, *response)]
    shown = drawn(small, name, *response)
    assert shown[1] == ""
    assert shown[2 : 2 + len(lines)] == lines


@pytest.mark.parametrize(
    ("response", "stem"),
    [
        (("Moscow", "London"), "The meeting in [✓ Moscow] came before the conference in [✓ London]."),
        (("Moscow", "Rome"), "The meeting in [✓ Moscow] came before the conference in [✗ Rome → London]."),
        (("Mosco", ""), "The meeting in [≈ Mosco → Moscow] came before the conference in [✗ … → London]."),
        ((), "The meeting in [Moscow] came before the conference in [London]."),
    ],
)
def test_gaps_are_filled_in_place(small: Bank, response: tuple[str, ...], stem: str) -> None:
    assert drawn(small, "sequence", *response)[0] == stem


def test_gaps_in_formulas_and_code_are_filled_with_what_belongs_there() -> None:
    bank = read_bank(ROOT / "tests" / "marked_up").bank
    question = bank.find("everything")
    assert question
    assert "in, [✓ 1/2] in it" in "\n".join(drawn(bank, "everything", *question.correct_response))
    assert "  [✗ yield → return]" in "\n".join(drawn(bank, "everything", "gap", "½", "b", "yield"))


def test_an_order_that_contains_code_is_told_item_by_item() -> None:
    bank = read_bank(ROOT / "tests" / "marked_up").bank
    question = bank.find("order-of-lines")
    assert question
    *start, code, end = question.correct_response
    order = (code, *start, end)
    said = render_plain(verdict_block(bank, Result(question, order, question.grade(order))))
    in_words = "1: code, python:\n       print(n)\n       n -= 1\n   end of code\n2: `n = 3`\n3: `while n > 0:`\n"
    assert f"Your answer:\n{in_words}" in said
    right = Result(question, question.correct_response, question.grade(question.correct_response))
    assert "\nYour answer:\n1: `n = 3`\n2: " in render_plain(verdict_block(bank, right, final=True))
