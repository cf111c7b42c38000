"""What an item analysis suggests, written into the files of a bank."""

from pathlib import Path

import pytest

from sco_quiz.app.analysis_changes import plan_changes, write_changes
from sco_quiz.core.errors import BankError
from sco_quiz.core.item_analysis.suggestions import Suggestion
from sco_quiz.loading.load import read_bank

TOPIC = """topic: Lakes
questions:
  # asked every year
  - id: deepest
    type: single_choice
    prompt: Which lake is the deepest?
    level: remember
    difficulty: 2  # a guess
    answer: Baikal
    distractors:
      - Balkhash  # the longest
      - Issyk-Kul
      - Sevan
"""
CHANGE = Suggestion("deepest", 2, 4, ("Sevan",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bank.yaml").write_text("id: seas\ntitle: Seas\n", "utf-8")
    (tmp_path / "lakes.yaml").write_text(TOPIC, "utf-8")
    return tmp_path


def test_only_the_suggested_values_change(folder: Path) -> None:
    changes = plan_changes(read_bank(folder), [CHANGE])
    write_changes(changes, folder)
    expected = TOPIC.replace("difficulty: 2", "difficulty: 4").replace("      - Sevan\n", "")
    assert (folder / "lakes.yaml").read_text("utf-8") == expected


def test_distractors_stay_unless_they_are_to_be_removed(folder: Path) -> None:
    (changed,) = plan_changes(read_bank(folder), [CHANGE], remove=False).values()
    assert changed[1] == TOPIC.replace("difficulty: 2", "difficulty: 4")
    assert not plan_changes(read_bank(folder), [Suggestion("deepest", 2, None, ("Sevan",))], remove=False)


def test_a_file_that_has_changed_since_is_not_overwritten(folder: Path) -> None:
    changes = plan_changes(read_bank(folder), [CHANGE])
    (folder / "lakes.yaml").write_text(f"{TOPIC}# new\n", "utf-8")
    with pytest.raises(BankError, match="has changed since it was read"):
        write_changes(changes, folder)
    assert (folder / "lakes.yaml").read_text("utf-8") == f"{TOPIC}# new\n"
