"""What other programs are told of answers that are partly right, and of what a wrong choice takes off."""

import re
from typing import Any

import pytest

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.formats import format_named
from sco_quiz.formats.package import Package
from tests.core.test_kinds import make

PARTLY = {"partial": {"Moscow": "50 %"}}
TYPED = {"partial": {"Bolat": "25 %"}}
FREE, ODD = {"penalty": "0 %"}, {"penalty": "12 %"}


def written(name: str, kind: str, fields: dict[str, Any]) -> Package:
    form = format_named(name)
    assert form is not None
    return form.write(Bank("b", "B", (Topic("t", "T", (make(kind, **fields),)),)))


def text_of(package: Package) -> str:
    return next(iter(package.files.values())).decode()


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("single_choice", {}, ["100", "0", "0"]),
        ("single_choice", PARTLY, ["100", "50", "0"]),
        ("multiple_choice", {}, ["50", "50", "-50", "-50"]),
        ("multiple_choice", FREE, ["50", "50", "0", "0"]),
        ("multiple_choice", ODD, ["50", "50", "-12.5", "-12.5"]),
        ("short_answer", TYPED, ["100", "100", "0", "25"]),
    ],
)
def test_grades_in_moodle(kind: str, fields: dict[str, Any], expected: list[str]) -> None:
    package = written("moodle", kind, fields)
    assert re.findall(r'<answer fraction="([^"]*)"', text_of(package)) == expected
    assert ("penalty",) in {loss.path for loss in package.losses} or fields != ODD


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("single_choice", PARTLY, ["=Beijing", "~%50%Moscow", "~Almaty"]),
        ("multiple_choice", FREE, ["~%50%China", "~%50%Russia", "~Iran", "~Pakistan"]),
        ("multiple_choice", ODD, ["~%50%China", "~%50%Russia", "~%-12.5%Iran", "~%-12.5%Pakistan"]),
        ("short_answer", TYPED, ["=Bolat Nurgaliev", "=Nurgaliev", "=%0%Imanaliev", "=%25%Bolat"]),
    ],
)
def test_weights_in_gift(kind: str, fields: dict[str, Any], expected: list[str]) -> None:
    package = written("gift", kind, fields)
    assert re.findall(r"^\t([^#\n}]+)", text_of(package), re.MULTILINE) == expected
    scoring = [(loss.path, loss.name) for loss in package.losses if loss.name == "other-scoring"]
    assert scoring == ([(("penalty",), "other-scoring")] if fields == ODD else [])


@pytest.mark.parametrize("name", ["qti", "blackboard", "kahoot", "aiken", "blooket", "quizlet"])
@pytest.mark.parametrize(
    ("kind", "fields", "loss"),
    [
        ("single_choice", PARTLY, (("partial",), "partial-credit")),
        ("multiple_choice", FREE, (("penalty",), "other-scoring")),
        ("short_answer", TYPED, (("partial",), "partial-credit")),
    ],
)
def test_what_others_count_themselves_is_lost(
    name: str, kind: str, fields: dict[str, Any], loss: tuple[tuple[str, ...], str]
) -> None:
    package = written(name, kind, fields)
    refused = any(each.path == () for each in package.losses)
    assert refused or loss in {(each.path, each.name) for each in package.losses}
    named = {each.name for each in written(name, kind, {}).losses}
    assert not named & {"partial-credit", "other-scoring"}
