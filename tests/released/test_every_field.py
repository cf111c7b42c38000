"""The bank of `tests/every_field` uses every field there is, so that a release leaves a specimen of each."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from sco_quiz.core.blueprint.model import Blueprint, Section
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.base import Question
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.records import BankFile, SummariesFile, TopicFile
from tests.conftest import ROOT

BANK = ROOT / "tests" / "every_field"
TOPICS: list[dict[str, Any]] = [
    yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    for path in sorted(BANK.glob("*.yaml"))
    if path.name not in ("bank.yaml", "source.yaml", "summaries.yaml")
]
QUESTIONS: list[dict[str, Any]] = [question for topic in TOPICS for question in topic["questions"]]


def record(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(Path(BANK / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def unused(model: type[BaseModel], *records: dict[str, Any]) -> set[str]:
    """Return the fields of a model that no record has."""
    return model.model_fields.keys() - set().union(*records)


def test_it_has_no_problem() -> None:
    assert read_bank(BANK).problems == ()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_fields(kind: str) -> None:
    of_kind = [question for question in QUESTIONS if question["type"] == kind]
    assert unused(KINDS[kind], *of_kind) <= Question.model_fields.keys()


def test_all_other_fields_are_there() -> None:
    assert unused(Question, *QUESTIONS) == set()
    assert unused(TopicFile, *TOPICS) <= {"questions"}
    bank = record("bank.yaml")
    assert unused(BankFile, bank) == set()
    assert unused(Blueprint, bank["exam"]) == set()
    assert unused(Section, *bank["exam"]["sections"]) == set()
    assert unused(SummariesFile, record("summaries.yaml")) == set()
