"""What to do about a value or field that is not valid."""

import pytest

from sco_quiz.core.kinds import KINDS
from sco_quiz.loading.hints import (
    closest,
    hint_for_choice,
    hint_for_field,
    hint_for_number,
    hint_for_refusal,
    hint_for_value,
    meant,
    slugify,
)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("answr", ["answer", "answers"], "answer"),
        ("Correct Answer", ["answer"], "answer"),
        ("mcq", ["single_choice"], "single_choice"),
        ("single-choice", ["single_choice", "multiple_choice"], "single_choice"),
        ("solution", ["prompt"], ""),
        ("“prompt”", ["prompt"], "prompt"),
    ],
)
def test_closest(word: str, known: list[str], found: str) -> None:
    assert closest(word, known) == found


def test_meant() -> None:
    assert meant("retird", ["active", "retired"]) == "did you mean `retired`?"
    assert meant("zzz", ["active", "retired"]) == "choose from: active, retired"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Seat of the SCO", "seat-of-the-sco"),
        ("Élan & co.", "elan-co"),
        ("Мельница", "my-question"),
        ("x" * 99, "x" * 64),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("field", "kind", "start"),
    [
        ("options", "single_choice", "list only the wrong options, in `distractors`, without letters; the right one"),
        ("correct", "single_choice", "write the text of the right option in `answer`, not its letter"),
        ("correct", "multiple_choice", "write the text of the right option in `answers`, not its letter"),
        (
            "choices",
            "multiple_choice",
            "list only the wrong options, in `distractors`, without letters; the right ones",
        ),
        ("shuffle", "ordering", "remove the line"),
        ("answer", "cloze", "remove the line"),
        ("and so on", "cloze", "if this continues the text above"),
        ("zzz", "cloze", ""),
    ],
)
def test_hint_for_field(field: str, kind: str, start: str) -> None:
    hint = hint_for_field(field, KINDS[kind])
    assert hint.startswith(start)
    assert bool(hint) == bool(start)


@pytest.mark.parametrize(
    ("given", "choices", "hint"),
    [
        ("yes", ("true", "false"), "did you mean `true`?"),
        ("0", ("true", "false"), "did you mean `false`?"),
        ("retird", ("active", "retired"), "did you mean `retired`?"),
        ("zzz", ("active", "retired"), ""),
    ],
)
def test_hint_for_choice(given: str, choices: tuple[str, ...], hint: str) -> None:
    assert hint_for_choice(given, choices) == hint


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("3.2.2010", "write 2010-02-03"),
        ("01/31/2026", "write 2026-01-31"),
        ("01/02/2026", "write year-month-day, such as 2010-02-03"),
        ("31 January 2026", "write 2026-01-31"),
        ("2010-02-30", "write year-month-day, such as 2010-02-03"),
        ("2010", "write year-month-day, such as 2010-02-03"),
    ],
)
def test_hint_for_a_day(given: str, hint: str) -> None:
    assert hint_for_value("date_from_datetime_parsing", given) == hint


def test_hints_for_numbers_of_some_fields() -> None:
    assert hint_for_value("decimal_parsing", "±10", "tolerance").startswith("write a number in the unit")
    assert hint_for_value("int_parsing", "hard", "difficulty") == "write a whole number from 1 (easy) to 5 (hard)"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1,000", "write thousands without separators: 1000"),
        ("1.000.000", "write thousands without separators: 1000000"),
        ("2,5", "write a decimal point: 2.5"),
        ("3-5", "write several numbers as a list: [3, 5]"),
        ("14, 19", "write several numbers as a list: [14, 19]"),
        ("12:30", "write one number, or use short_answer for a time of day"),
        ("30 people", "write only the number, 30, and `unit: people` below it"),
        ("thirty", "write 30"),
        ("in about 30 of 45% or so", "write only the number, 30"),
        ("2.5", "write a whole number"),
        ("6.022*10^23", "write 6.022e23"),
        (r"$-1.6 \cdot 10^{-19}$", "write -1.6e-19"),
        ("2 x 10^−9^", "write 2e-9"),
        ("many", ""),
        ("30 or 40", ""),
    ],
)
def test_hint_for_number(text: str, hint: str) -> None:
    assert hint_for_number(text) == hint


@pytest.mark.parametrize(
    ("name", "given", "hint"),
    [
        ("unknown-level", "recal", "choose from: remember, understand, apply, analyze, evaluate"),
        ("unknown-level", "aply", "did you mean `apply`?"),
        ("bad-id", "File_Name.yaml", "for example `file-name`"),
        ("spreadsheet-formula", "=SUM(A1)", "restore what the spreadsheet changed, for example `sum-a1`"),
        ("wrong-derivation", {"derivation": "30 ÷ 6"}, "write `30 / 6`"),
        ("wrong-derivation", {"derivation": "30 – 6"}, "write `30 - 6` with a plain minus"),
        ("wrong-derivation", {"derivation": "30 / 6 = 5"}, "remove `= 5`"),
        ("wrong-derivation", {"derivation": "many"}, "write numbers with + - * / and parentheses"),
        ("needless-correction", {}, "remove it, or write `answer: false`"),
        ("no-such-name", "", ""),
    ],
)
def test_hint_for_refusal(name: str, given: object, hint: str) -> None:
    found = hint_for_refusal(name, given)
    assert found.startswith(hint)
    assert bool(found) == bool(hint)
