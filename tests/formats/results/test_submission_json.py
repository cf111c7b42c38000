"""Result files: what the program writes is read, and a damaged or hostile file is refused with a reason."""

import json
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

import pytest

from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.problem import Problem
from sco_quiz.core.result_file import MAX_ANSWERS, MAX_TEXT, result_schema
from sco_quiz.core.revision import bank_revision, question_revision
from sco_quiz.core.session import Answered, HintTaken, Session, Skipped, step
from sco_quiz.core.submission import Submission
from sco_quiz.formats.results import exam_json
from sco_quiz.formats.results.submission_json import MAX_BYTES, parse_result
from sco_quiz.loading.files import read_page
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.loading.test_pages import part

AT = datetime(2026, 3, 2, 9, 41, tzinfo=timezone(timedelta(hours=1)))
ANSWER = {"id": "energy", "given": ["ATP"]}
RESULT = {"bank": "cells", "at": "2026-03-02T09:41:00+01:00", "answers": [ANSWER]}


def read(values: object, name: str = "ada.json") -> Submission | Problem:
    return parse_result(json.dumps(values).encode(), name)


def refusal(values: object) -> str:
    problem = read(values)
    assert isinstance(problem, Problem)
    assert (problem.name, problem.place.file) == ("not-a-result", "ada.json")
    return problem.message


@pytest.fixture(scope="module")
def record() -> ExamRecord:
    bank = load_bank(ROOT / "tests" / "marked_up")
    session = Session(bank.questions, seed=11, mode="exam")
    session = step(step(session, HintTaken()), Skipped())
    for question in session.questions[1:]:
        session = step(session, Answered(question.correct_response))
    return ExamRecord(bank, ExamResult(session, 60, 125, 600), AT, "Ada")


def test_a_result_of_the_terminal_comes_back(record: ExamRecord) -> None:
    result = parse_result(exam_json.render(record).encode(), "ada.json")
    assert isinstance(result, Submission)
    assert (result.file, result.bank, result.student, result.mode) == ("ada.json", record.bank.id, "Ada", "exam")
    assert (result.at, result.began) == (AT, AT - timedelta(seconds=125))
    assert (result.used, result.time_limit, result.seed, result.form) == (125, 600, 11, 0)
    assert (result.exam, result.revision) == (record.bank.title, bank_revision(record.bank))
    first, *others = result.answers
    assert (first.response, first.claimed) == (None, 0)
    assert [answer.response for answer in others] == [q.correct_response for q in record.bank.questions[1:]]
    assert {answer.claimed for answer in others} == {1}
    asked = record.bank.questions
    assert [(a.id, a.first_id, a.revision) for a in result.answers] == [
        (q.id, q.first_id, question_revision(q)) for q in asked
    ]


def test_a_result_of_an_earlier_version_is_read(record: ExamRecord) -> None:
    added = {"format", "version", "revision", "exam", "form", "seed", "mode", "student", "began"}
    values = {name: value for name, value in json.loads(exam_json.render(record)).items() if name not in added}
    own = {"id", "setting", "prompt", "response", "key", "outcome", "credit"}
    values["answers"] = [{name: answer[name] for name in own} for answer in values["answers"]]
    result = read(values)
    assert isinstance(result, Submission)
    assert (result.student, result.mode, result.began, result.answers[1].revision) == ("", "exam", None, "")
    assert [len(answer.response or ()) > 0 for answer in result.answers] == [False] + [True] * (len(result.answers) - 1)


def test_a_page_without_a_key_claims_nothing() -> None:
    result = read(RESULT | {"percent": None, "points": None, "passed": None})
    assert isinstance(result, Submission)
    (answer,) = result.answers
    assert (answer.claimed, answer.response, answer.points, answer.first_id) == (None, ("ATP",), 1, "energy")


def test_thirds_are_thirds() -> None:
    result = read(RESULT | {"answers": [ANSWER | {"credit": 0.3333333333333333, "points": 2.5}]})
    assert isinstance(result, Submission)
    assert (result.answers[0].claimed, result.answers[0].points) == (Fraction(1, 3), Fraction(5, 2))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"answers": "all"}, "`answers`: Input should be a valid array"),
        ({"answers": [ANSWER | {"given": "ATP"}]}, "`answers[0].given`"),
        ({"answers": [ANSWER | {"given": [1]}]}, "`answers[0].given[0]`"),
        ({"answers": [ANSWER | {"credit": 1.5}]}, "`answers[0].credit`"),
        ({"answers": [ANSWER | {"credit": "1"}]}, "`answers[0].credit`"),
        ({"answers": [ANSWER | {"points": -1}]}, "`answers[0].points`"),
        ({"answers": [ANSWER, ANSWER]}, "2 answers to `energy`"),
        ({"answers": [ANSWER | {"given": ["x" * (MAX_TEXT + 1)]}]}, "`answers[0].given[0]`"),
        ({"answers": [{"id": str(number)} for number in range(MAX_ANSWERS + 1)]}, "`answers`"),
        ({"at": "2026-03-02T09:41:00"}, "`at`: Input should have timezone info"),
        ({"at": "yesterday"}, "`at`"),
        ({"bank": ""}, "`bank`"),
        ({"bank": None}, "`bank`"),
        ({"version": 2}, "`version`"),
        ({"format": "h5p"}, "`format`"),
        ({"mode": "homework"}, "`mode`"),
        ({"used": -1}, "`used`"),
        ({"student": "x" * 201}, "`student`"),
    ],
)
def test_a_wrong_value_is_named(changes: dict[str, Any], said: str) -> None:
    assert said in refusal(RESULT | changes)


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"bank":"\\ud800"}', b'{"used": NaN}', b"1e999", b"PK\3\4"],
)
def test_no_bytes_bring_a_traceback(data: bytes) -> None:
    problem = parse_result(data, "x.json")
    assert isinstance(problem, Problem)
    assert problem.name == "not-a-result"


def test_every_cut_of_a_result_is_refused(record: ExamRecord) -> None:
    whole = exam_json.render(record).rstrip().encode()
    assert all(isinstance(parse_result(whole[:end], "x"), Problem) for end in range(0, len(whole), 97))


def test_a_huge_file_is_refused_unread() -> None:
    problem = parse_result(b" " * (MAX_BYTES + 1), "x.json")
    assert isinstance(problem, Problem)
    assert problem.name == "unsafe-file"


def test_names_are_cleaned() -> None:
    result = read(RESULT | {"student": "\u202e Ada\n\x1b[31m  Lovelace\0 "})
    assert isinstance(result, Submission)
    assert result.student == "Ada [31m Lovelace"


def test_the_example_of_the_page_is_refused_and_its_fixed_form_is_read() -> None:
    page = read_page("not-a-result")
    assert isinstance(parse_result(part(page, "Example:").encode(), "x"), Problem)
    fixed = parse_result(part(page, "Instead:").encode(), "x")
    assert isinstance(fixed, Submission)
    assert fixed.at.astimezone(UTC).hour == 8


def test_the_schema_names_what_is_written(record: ExamRecord) -> None:
    values, schema = json.loads(exam_json.render(record)), result_schema()
    assert list(schema["properties"]) == list(values)
    assert list(schema["$defs"]["AnswerFields"]["properties"]) == list(values["answers"][0])
    described = [*schema["properties"].values(), *schema["$defs"]["AnswerFields"]["properties"].values()]
    assert all(field.get("description") for field in described)
