"""Marked-up questions in the results of exams and in statistics."""

import json
import re
from datetime import UTC, datetime

import pytest

from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.formats.results import certificate, exam_json
from sco_quiz.formats.results.page_parts import escaped
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def record() -> ExamRecord:
    bank = load_bank(ROOT / "tests" / "marked_up")
    session = Session(bank.questions, seed=1, mode="exam")
    for question in session.questions:
        session = step(session, Answered(question.correct_response))
    return ExamRecord(bank, ExamResult(session, pass_mark=50, used=3), datetime(2026, 3, 2, tzinfo=UTC))


def test_the_page_has_formulas_pictures_code_and_tables_without_a_script(record: ExamRecord) -> None:
    page = certificate.render(record)
    assert page.count("<math") > 20
    kinds = ("png", "jpeg", "gif", "webp", "svg+xml")
    assert all(f'<img src="data:image/{kind};base64,' in page for kind in kinds)
    assert '<td dir="auto">H<sub>2</sub>SO<sub>4</sub>; HNO<sub>3</sub></td>' in page
    assert '<pre dir="ltr"><code class="language-python">for n in range(3):\n    if n == 1:' in page
    assert '<th class="align-right" dir="auto">right</th>' in page
    assert "<script" not in page
    assert re.search(r"\nimg {[^}]* background: #fff;", page)  # a drawing without a background has dark lines


def test_the_object_has_text_without_markup(record: ExamRecord) -> None:
    answers = {answer["id"]: answer for answer in json.loads(exam_json.render(record))["answers"]}
    acids = answers["which-are-acids"]
    assert (acids["setting"], acids["response"]) == ("A school book of physics and chemistry", ["H₂SO₄", "HNO₃"])
    assert acids["key"] == acids["response"]


def test_weak_questions_have_their_formulas(record: ExamRecord) -> None:
    (question,) = (question for question in record.bank.questions if question.id == "one-solution")
    shown = escaped(question.stem)
    assert shown.startswith("The solutions of <math")
    assert "<strong>exactly one</strong>" in shown
