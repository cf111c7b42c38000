"""Formats show the setting of a question, and what goes beyond the article."""

import json
from datetime import UTC, datetime

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.session import Answered, Session, step
from sco_quiz.formats.exchange import questions_json
from sco_quiz.formats.results import certificate, exam_json
from tests.beyond import bank_beyond


def record_of(bank: Bank) -> ExamRecord:
    session = step(Session(bank.questions, seed=1, mode="exam"), Answered(("Iran",)))
    return ExamRecord(bank, ExamResult(session, pass_mark=50, used=3), datetime(2026, 3, 2, tzinfo=UTC))


def rendered(bank: Bank) -> bytes:
    (data,) = questions_json.write(bank).files.values()
    return data


def test_the_list_of_questions() -> None:
    (question,) = json.loads(rendered(bank_beyond()))
    assert question["setting"] == "Muratbek Imanaliev,\nFebruary 2010"
    assert question["beyond"] == {
        "text": "It joined in 2023.",
        "references": [
            {
                "id": "by-day",
                "title": "Iran joins",
                "publisher": "SCO",
                "date": "2023-07-04",
                "url": "https://a.example/b?c#d",
            },
            {"id": "by-year", "title": "A history", "publisher": "Press", "date": "2024", "url": None},
        ],
    }
    (plain,) = json.loads(rendered(bank_beyond(setting="", beyond=None)))
    assert (plain["setting"], plain["beyond"]) == ("", None)


def test_the_list_has_the_left_column_of_a_matching_and_the_gaps_of_a_cloze() -> None:
    fields = {"type": "matching", "pairs": {"b": "2", "a": "1", "c": "3"}}
    cloze = {"type": "cloze", "prompt": "It is {{c2::Iran}} or {{c1::Oman::a sultanate}}."}
    (pairs,) = json.loads(rendered(bank_beyond(answer=None, **fields)))
    (sentence,) = json.loads(rendered(bank_beyond(answer=None, **cloze)))
    assert (pairs["left"], pairs["gaps"]) == (["b", "a", "c"], [])
    assert sentence["gaps"] == [{"number": 2, "hint": ""}, {"number": 1, "hint": "a sultanate"}]
    assert sentence["left"] == []


def test_the_results_of_an_exam() -> None:
    (answer,) = json.loads(exam_json.render(record_of(bank_beyond())))["answers"]
    assert answer["setting"] == "Muratbek Imanaliev,\nFebruary 2010"
    page = certificate.render(record_of(bank_beyond(setting="A <b>speaker</b>")))
    cell = '<td dir="auto"><p class="setting" dir="auto">A &lt;b&gt;speaker&lt;/b&gt;</p>Who had applied?</td>'
    assert cell in page
    assert '<p class="setting"' not in certificate.render(record_of(bank_beyond(setting="")))
