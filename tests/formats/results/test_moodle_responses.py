"""Moodle's report “Responses”, in any language: names, attempts and responses by their place."""

from pathlib import Path

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.problem import Problem
from sco_quiz.core.submission import Submission
from sco_quiz.formats.results.moodle_responses import is_responses, parse_responses
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
        "question 1 of this report does not match one question of the bank",
        "the attempt of Anna Byron is not finished",
    ]
    assert not is_responses(b"Name,Email,Points\nAda,,1\n", "grades.csv")
    assert is_responses(f"{head}\n{ADA},a,b,c\n".encode(), "quiz.csv")
