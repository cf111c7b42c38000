"""The blueprint in the guide, and reading one from a file."""

import re
from pathlib import Path

import pytest

from sco_quiz.core.blueprint.draw import draw
from sco_quiz.core.errors import BankError
from sco_quiz.loading.blueprint_file import read_blueprint
from sco_quiz.loading.load import load_bank, read_bank
from tests.conftest import ROOT


def test_the_blueprint_of_the_guide_can_be_drawn_from_the_shipped_bank(tmp_path: Path) -> None:
    guide = (ROOT / "questions" / "class.md").read_text(encoding="utf-8")
    shown = re.search(r"^## A blueprint$.*?```yaml\n(.*?)```", guide, re.MULTILINE | re.DOTALL)
    assert shown
    file = tmp_path / "test-1.yaml"
    file.write_text(shown[1], encoding="utf-8")
    bank = load_bank()
    form = draw(bank, read_blueprint(file, bank), 0)
    assert (form.title, len(form.items), form.most) == ("Class test 1", 10, 14)


def test_the_shipped_bank_fills_its_exam() -> None:
    bank = load_bank()
    assert bank.exam
    assert len(draw(bank, bank.exam, 1).items) == 20


@pytest.mark.parametrize("content", [b"", b"sections: [", b"\xff\xfe", b"- 1\n", b"exam: {sections: [{number: 1}]}\n"])
def test_a_file_that_is_no_blueprint_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "exam.yaml"
    file.write_bytes(content)
    with pytest.raises(BankError) as caught:
        read_blueprint(file, load_bank())
    assert all(problem.place.file == str(file) for problem in caught.value.problems)
    assert caught.value.problems


@pytest.mark.parametrize("value", ["only text", "[1, 2]", "7"])
def test_an_exam_that_has_no_fields_is_answered_with_an_example(tmp_path: Path, value: str) -> None:
    (tmp_path / "bank.yaml").write_text(f"id: x\ntitle: X\nexam: {value}\n", encoding="utf-8")
    found = {problem.name: problem for problem in read_bank(tmp_path).problems}["wrong-shape"]
    assert (found.place.line, found.place.column) == (3, 7)
    assert "sections: [{number: 5, levels: remember}]" in found.hint
