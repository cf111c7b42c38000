"""The list of questions by paragraph shows the facts of each paragraph, and which questions ask them."""

from sco_quiz.core.source import Fact
from sco_quiz.terminal.listing import render_groups
from tests.lint.bank_examples import with_facts


def test_facts_are_listed_with_the_active_questions_that_ask_them() -> None:
    facts = (
        Fact(text="Ministers met in 2009", questions=("q0", "q1")),
        Fact(text="They met in Almaty", questions=("q1",)),
        Fact(text="There were six"),
    )
    bank = with_facts(*facts)
    listed = render_groups(bank, bank.questions, "source")
    assert listed.split("¶ 2 text")[1].split("\n\n")[0].splitlines()[-4:] == [
        "  facts:",
        "    Ministers met in 2009: q0",
        "    They met in Almaty: not asked",
        "    There were six: not asked",
    ]
    assert "facts" not in render_groups(bank, bank.questions, "topic")
