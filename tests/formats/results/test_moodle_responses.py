"""Moodle's report “Responses”, in any language: names, attempts and responses by their place."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.problem import Problem
from sco_quiz.core.submission import Submission
from sco_quiz.formats.results.moodle_dates import read_date
from sco_quiz.formats.results.moodle_responses import MAX_ATTEMPTS, parse_responses
from sco_quiz.loading.load import load_bank

BANK = """\
topic: seas
questions:
- {id: deepest, type: single_choice, level: remember, prompt: Which lake is deepest?, answer: Baikal,
   distractors: [Balkhash]}
- {id: salty, type: multiple_choice, level: remember, prompt: Which lakes are salty?, answers: [Aral; the sea, Van],
   distractors: [Geneva]}
- {id: dry, type: true_false, level: remember, prompt: The Aral Sea has shrunk., answer: true}
- {id: rivers, type: matching, level: remember, prompt: Where do they end?,
   pairs: {Volga: Caspian, Ural; north: Kara Sea}}
- {id: sizes, type: ordering, level: remember, prompt: Order by depth., items: [Baikal, Tanganyika, Vostok]}
- {id: gap, type: cloze, level: remember, prompt: "The {{c1::Volga}} ends in the {{c2::Caspian}} Sea."}
"""
FIXED = "Last name,First name,Email address,Status,Started,Completed,Duration,Grade/10.00"
ADA = "Lovelace,Ada,ada@example.org,Finished,2 March 2026 9:41 AM,2 March 2026 9:51 AM,10 mins,8.00"
GERMAN = "Nachname,Vorname,E-Mail-Adresse,Status,Begonnen am,Beendet,Dauer,Bewertung/10"


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    (tmp_path / "seas.yaml").write_text(BANK, "utf-8")
    return load_bank(tmp_path / "seas.yaml")


def read(bank: Bank, *lines: str) -> list[Submission | Problem]:
    return list(parse_responses("\n".join(lines).encode(), "quiz.csv", bank))


def one(bank: Bank, prompt: str, response: str) -> tuple[str, tuple[str, ...] | None]:
    (found,) = read(bank, f"{FIXED},Question 1,Response 1", f'{ADA},"{prompt}","{response}"')
    assert isinstance(found, Submission)
    (answer,) = found.answers
    return answer.id, answer.response


@pytest.mark.parametrize(
    ("prompt", "cell", "expected"),
    [
        ("Which lake is deepest?: Balkhash; Baikal", "Balkhash", ("deepest", ("Balkhash",))),
        ("Which lake is deepest?", "-", ("deepest", None)),
        ("Which lake is deepest?", "Como", ("deepest", ("Como",))),
        ("Which lakes are salty?: …", "Geneva; Aral; the sea", ("salty", ("Geneva", "Aral; the sea"))),
        ("The Aral Sea has shrunk.", "Wahr", ("dry", ("true",))),
        ("The Aral Sea has shrunk.", "Неверно", ("dry", ("false",))),
        (
            "Where do they end? {Ural; north; Volga} -> {…}",
            "Ural; north -> Caspian; Volga -> Kara Sea",
            ("rivers", ("Kara Sea", "Caspian")),
        ),
        ("Where do they end?", "Volga -> Caspian", ("rivers", ("Caspian", ""))),
        ("Order by depth.", "Vostok; Baikal; Tanganyika", ("sizes", ("Vostok", "Baikal", "Tanganyika"))),
        ("The _____ ends in the _____ Sea.", "part 1: Volga; part 2: Black", ("gap", ("Volga", "Black"))),
        ("The {…} ends in the {…} Sea.", "Teil 1: ; Teil 2: Kara; x", ("gap", ("", "Kara; x"))),
    ],
)
def test_a_response_is_read_as_its_question_has_it(
    bank: Bank, prompt: str, cell: str, expected: tuple[str, tuple[str, ...] | None]
) -> None:
    assert one(bank, prompt, cell) == expected


def test_columns_are_known_by_their_place_in_another_language(bank: Bank) -> None:
    head = f"{GERMAN},Antwort 1,Richtige Antwort 1"
    row = "Noether,Emmy,emmy@example.org,Beendet,2026-03-02 09:41,2026-03-02 09:51,10 Minuten,5"
    (found,) = read(bank, head, f"{row},Balkhash,Baikal", "Gesamtdurchschnitt,,,,,,,5,,")
    assert isinstance(found, Submission)
    assert (found.student, found.email, found.used) == ("Emmy Noether", "emmy@example.org", 600)
    assert [(answer.id, answer.response) for answer in found.answers] == [("deepest", ("Balkhash",))]


def test_what_cannot_be_matched_or_is_not_finished_is_named(bank: Bank) -> None:
    open_row = "Byron,Anna,a@example.org,In progress,2 March 2026 9:41 AM,-,-,-"
    head = f"{FIXED},Question 1,Response 1,Right answer 1"
    found = read(bank, head, f"{ADA},Why?,because,42", f"{open_row},Why?,-,42")
    assert [each.message for each in found if isinstance(each, Problem)] == [
        "the attempt of Anna Byron is not finished",
        "question 1 of this report does not match one question of the bank",
    ]


def test_grades_in_a_folder_are_not_taken_for_a_report(bank: Bank) -> None:
    grades = b"Name,Email,Points\nAda,,1\n"
    assert not list(parse_responses(grades, "grades.csv", bank, sure=False))
    (refused,) = parse_responses(grades, "grades.csv", bank)
    assert isinstance(refused, Problem)
    assert "not a report “Responses” of Moodle" in refused.message
    # the column "Grade/1" is not the first question
    row = ADA.rpartition(",")[0] + ",1"
    (found,) = read(bank, f"{FIXED.replace('10.00', '1')},Response 1", f"{row},Balkhash")
    assert isinstance(found, Submission)
    assert [answer.id for answer in found.answers] == ["deepest"]


def test_each_attempt_may_have_other_questions(bank: Bank) -> None:
    """A quiz with random questions has another one in the same column."""
    rows = f"{ADA},Which lake is deepest?,Baikal", f"{ADA},The Aral Sea has shrunk.,True", f"{ADA},Why?,so"
    *found, problem = read(bank, f"{FIXED},Question 1,Response 1", *rows)
    assert [[answer.id for answer in each.answers] for each in found if isinstance(each, Submission)] == [
        ["deepest"],
        ["dry"],
        [],
    ]
    assert isinstance(problem, Problem)
    assert problem.message == "question 1 of this report does not match one question of the bank, in 1 of 3 attempts"


RESPONSES = [
    "Balkhash",
    "Geneva; Van",
    "True",
    "Volga -> Caspian",
    "Vostok; Baikal; Tanganyika",
    "part 1: x; part 2: y",
]


def test_responses_alone_tell_their_questions_and_the_order_the_others(bank: Bank) -> None:
    head = ",".join([FIXED, *(f"Response {number}" for number in range(1, 7))])
    found, problem = read(bank, head, ",".join([ADA, *RESPONSES]))
    assert isinstance(found, Submission)
    assert [answer.id for answer in found.answers] == ["deepest", "salty", "dry", "rivers", "sizes", "gap"]
    assert [answer.response for answer in found.answers][2:4] == [("true",), ("Caspian", "")]
    assert isinstance(problem, Problem)
    assert (problem.severity, problem.hint[:45]) == ("warning", "in Moodle, choose “question text” and “right ")
    assert problem.name == "matched-by-order"
    assert problem.message == (
        "only their order says which questions of the bank are the questions 3, 6 of this report"
    )


def test_an_order_that_a_response_contradicts_says_nothing(bank: Bank) -> None:
    swapped = [RESPONSES[1], RESPONSES[0], *RESPONSES[2:]]
    head = ",".join([FIXED, *(f"Response {number}" for number in range(1, 7))])
    found, *problems = read(bank, head, ",".join([ADA, *swapped]))
    assert isinstance(found, Submission)
    assert [answer.id for answer in found.answers] == ["salty", "deepest", "rivers", "sizes"]
    assert [each.message[:10] for each in problems if isinstance(each, Problem)] == ["question 3", "question 6"]


DATES = [
    "2 March 2026  9:41 PM",
    "Montag  2. März 2026  21:41",
    "lundi 2 mars 2026  21:41",
    "2 de marzo de 2026  21:41",
    "понедельник  2 марта 2026  21:41",
    "2026年03月2日 21:41",
    "2/03/26, 21:41:00",
    "March 2 2026 9:41 PM",
]


@pytest.mark.parametrize("cell", DATES)
def test_dates_of_all_languages(cell: str) -> None:
    assert read_date(cell) == datetime(2026, 3, 2, 21, 41, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell", ["", "-", "soon", "10:00", "31 February 2026 10:00", "99/99/9999 99:99", "2 3 May 2026 1:00"]
)
def test_what_is_no_date(cell: str) -> None:
    assert read_date(cell) is None


def test_a_pupil_without_an_attempt_is_named(bank: Bank) -> None:
    (found,) = read(bank, f"{FIXED},Response 1", "Byron,Anna,a@example.org,-,-,-,-,-,-")
    assert isinstance(found, Problem)
    assert (found.message, found.name, found.severity) == (
        "Anna Byron made no attempt",
        "unfinished-attempt",
        "warning",
    )


def test_a_question_that_does_not_match_has_its_number(bank: Bank) -> None:
    head = ",".join([FIXED.replace("10.00", "10.1"), *(f"Question {n},Response {n}" for n in (1, 10, 11, 100))])
    found = read(bank, head, f"{ADA},Which lake is deepest?,Baikal,Why?,so,Who?,she,Order by depth.,-")
    assert [[answer.id for answer in each.answers] for each in found if isinstance(each, Submission)] == [
        ["deepest", "sizes"]
    ]
    assert [each.message[:11] for each in found if isinstance(each, Problem)] == ["question 10", "question 11"]


def test_a_long_report_is_refused_and_an_endless_response_is_read(bank: Bank) -> None:
    lines = [f"{FIXED},Response 1", *[f"{ADA},Balkhash"] * (MAX_ATTEMPTS + 1)]
    assert [each.message for each in read(bank, *lines) if isinstance(each, Problem)] == [
        "this report has more than 10000 attempts or 1000 questions"
    ]
    assert one(bank, "Which lake is deepest?", "Baikal; " * 9_000 + "Baikal")[1] != ("Baikal",)


def test_a_row_that_cannot_be_read_is_named_and_names_are_clean(bank: Bank) -> None:
    broken = ADA.replace("Ada", 'A"da')
    found = read(bank, f"{FIXED},Response 1", ADA.replace("Ada", "A\x1b[2Jda"), f'{ADA},"a"b"')
    assert [each.student for each in found if isinstance(each, Submission)] == ["A[2Jda Lovelace"], broken
    assert any("quotes in this row are not in pairs" in each.message for each in found if isinstance(each, Problem))
