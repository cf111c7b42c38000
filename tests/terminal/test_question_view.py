"""A question in full."""

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.content import literal
from sco_quiz.core.interaction import TextEntry, TextGap
from sco_quiz.core.kinds import KINDS
from sco_quiz.terminal.plain import render_plain
from sco_quiz.terminal.question_view import full_block, how_to_answer

SHOWN = """\
Question height, topic T
How high is it?
Right answer: 19 m
Right within ± 0.5.
With fewer than 2 significant digits: almost right.
retired: It was rebuilt. (replaced by new-height)
numeric, remember, difficulty 3/5, as of 2010-02-03, review by 2027-02-03, formerly size, formerly tallness
"""


def test_a_question_is_shown_with_all_that_the_bank_says_about_it() -> None:
    values = {
        "id": "height",
        "formerly": ["size", "tallness"],
        "type": "numeric",
        "prompt": "How high is it?",
        "answer": "19",
        "unit": "m",
        "tolerance": "0.50",
        "digits": "2",
        "level": "remember",
        "as_of": "2010-02-03",
        "review_by": "2027-02-03",
        "status": "retired",
        "reason": "It was rebuilt.",
        "successor": "new-height",
    }
    question = KINDS["numeric"].model_validate(values)
    bank = Bank("b", "B", (Topic("t", "T", (question,)),))
    assert render_plain(full_block(bank, question, ())) == SHOWN


def test_a_question_in_full_says_what_is_strict() -> None:
    values = {"id": "year", "type": "short_answer", "prompt": "Which?", "answer": "año", "strict": "accents"}
    question = KINDS["short_answer"].model_validate({**values, "level": "remember"})
    bank = Bank("b", "B", (Topic("t", "T", (question,)),))
    assert "\nRight answer: año\nAccents count.\n" in render_plain(full_block(bank, question, ()))


def test_the_last_line_says_what_is_strict() -> None:
    typed = TextEntry((TextGap((literal("año"),)),), strict=("accents", "case"))
    assert how_to_answer(typed, ()).shown == "Type the answer, then press Enter. Accents and capitals count."
