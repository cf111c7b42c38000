"""The guide for classes is true: its commands run, with its blueprint and a result."""

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.house.guide_commands import run

TEXT = (ROOT / "questions" / "class.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"^```sh\n(.*?)^```$", TEXT, re.M | re.S) for line in block.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the built-in bank, the blueprint of the guide and a result."""
    copytree(ROOT / "questions", tmp_path / "my-bank")
    (blueprint,) = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.M | re.S)
    (tmp_path / "test-1.yaml").write_text(blueprint, "utf-8")
    bank = load_bank(tmp_path / "my-bank")
    question = bank.questions[0]
    answer = {"id": question.id, "given": question.correct_response}
    result = {"bank": bank.id, "at": "2026-03-02T09:41:00+01:00", "student": "Ada", "answers": [answer]}
    (tmp_path / "handed-in").mkdir()
    (tmp_path / "handed-in" / "ada.json").write_text(json.dumps(result), "utf-8")
    return tmp_path


def test_the_guide_shows_how_to_judge_a_class() -> None:
    assert [line for line in LINES if line.startswith("sco-quiz class results ")]


@pytest.mark.parametrize("line", LINES)
def test_a_command_of_the_guide_runs(line: str, folder: Path) -> None:
    run(line, folder)
