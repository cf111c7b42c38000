"""A question in full."""

import re

from sco_quiz import load_bank
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.content import literal
from sco_quiz.core.exam import ExamResult
from sco_quiz.core.interaction import TextEntry, TextGap
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.session import Answered, Session, Skipped, step
from sco_quiz.terminal.hand_in import overview_block
from sco_quiz.terminal.listing import render_groups
from sco_quiz.terminal.plain import render_plain
from sco_quiz.terminal.preview import preview_blocks
from sco_quiz.terminal.question_view import full_block, how_to_answer
from sco_quiz.terminal.score_view import exam_answer_blocks, score_block
from tests.beyond import bank_beyond

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


def test_the_setting_is_above_the_prompt_and_what_goes_beyond_below_the_explanation() -> None:
    bank = bank_beyond()
    (question,) = bank.questions
    asked, _, verdict = preview_blocks(bank, question)
    assert [(line.text, line.style) for line in asked.lines[:2]] == [
        ("Muratbek Imanaliev, February 2010", "dim"),
        ("Who had applied?", "strong"),
    ]
    assert render_plain(asked).startswith(
        "Question 1 of 1, topic T\nSetting: Muratbek Imanaliev, February 2010\nWho had applied?\n"
    )
    assert [line.text for line in verdict.lines] == [
        "It had applied in 2008.",
        "Beyond the article: It joined in 2023.",
        "See: Iran joins, SCO, 4 July 2023; A history, Press, 2024",
    ]
    *_, marked = preview_blocks(bank, question, drawn=True)
    shown = [line.text for line in marked.lines]
    assert shown[:2] == ["Muratbek Imanaliev, February 2010", "Who had applied?"]
    assert shown[-3:] == [line.text for line in verdict.lines]


def test_a_question_in_full_has_its_setting_and_the_addresses() -> None:
    bank = bank_beyond()
    shown = render_plain(full_block(bank, bank.questions[0], ()))
    assert "\nSetting: Muratbek Imanaliev, February 2010\nWho had applied?\n" in shown
    assert (
        "\nBeyond the article: It joined in 2023.\nSee: Iran joins, SCO, 4 July 2023, https://a.example/b?c#d\n"
        in shown
    )


def test_a_verdict_cites_its_source_and_only_the_question_in_full_has_the_summaries() -> None:
    """In a quiz, the summary of a paragraph would answer questions that are still to come."""
    bank = load_bank()
    question = next(question for question in bank.questions if len(question.source) == 2)
    first, second = question.source
    cited = f"{bank.source.citation if bank.source else ''}, paragraphs {first}, {second}"
    *_, verdict = preview_blocks(bank, question)
    assert verdict.lines[-1].text == cited
    in_full = render_plain(full_block(bank, question, ()))
    assert all(bank.source and bank.source.by_number[number].summary in in_full for number in (first, second))


def test_a_question_without_them_shows_nothing_of_it() -> None:
    bank = bank_beyond(setting="", beyond=None)
    shown = "\n".join(render_plain(block) for block in preview_blocks(bank, bank.questions[0]))
    assert "Setting" not in shown
    assert "Beyond" not in shown
    assert "See:" not in shown


def test_the_answers_of_an_exam_have_their_settings() -> None:
    bank = bank_beyond()
    session = step(Session(bank.questions, seed=1, mode="exam"), Answered(("Iran",)))
    result = ExamResult(session, used=3, pass_mark=50)
    (asked, verdict) = exam_answer_blocks(bank, result)
    assert [line.text for line in asked.lines] == ["", "Muratbek Imanaliev, February 2010", "Who had applied?"]
    assert "Beyond the article: It joined in 2023." in {line.text for line in verdict.lines}


def test_lists_of_questions_show_a_setting_once() -> None:
    """A prompt may need its setting in every list, but three questions in a row do not need it three times."""
    (first,) = bank_beyond().questions
    questions = tuple(
        first.model_copy(update={"id": name, "prompt": f"Who is {name}?", "setting": setting})
        for name, setting in (("a", "In 2009"), ("b", "In 2009"), ("c", ""), ("d", "In 2010"))
    )
    bank = Bank("b", "B", (Topic("t", "T", questions),))
    session = Session(questions, seed=1, mode="exam")
    skipped = step(step(step(step(session, Skipped()), Skipped()), Skipped()), Skipped())
    asked = ["Setting: In 2009", "Who is a?", "Who is b?", "Who is c?", "Setting: In 2010", "Who is d?"]
    for shown in (
        render_plain(score_block(skipped)),
        render_plain(overview_block(session)),
        render_groups(bank, questions, "topic"),
    ):
        assert re.findall(r"Setting: .*|Who is .\?", shown) == asked
