"""The recipes of CONTRIBUTING.md work when they are followed to the letter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.house.recipes import follow, recipe

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def run(folder: Path, *arguments: str, given: str = "", code: int = 0) -> str:
    """The output of a Python command in a copy of the project, with the copy's package."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "CI": ""}
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, input=given, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def test_a_rule(tmp_path: Path) -> None:
    touched = follow("Add a rule", tmp_path)
    assert len(touched) == 2
    question = (
        "- id: met\n  type: single_choice\n  prompt: Did ministers meet in Almaty?\n  answer: They met in Almaty\n"
        "  distractors: [They met in Moscow, They met in Astana]\n  level: remember\n"
    )
    file = tmp_path / "one.yaml"
    file.write_text("topic: One\nquestions:\n" + question, encoding="utf-8")
    assert "[yes-or-no-prompt]" in run(tmp_path, "sco_quiz", "check", "one.yaml")
    assert run(tmp_path, "sco_quiz", "explain", "yes-or-no-prompt").startswith("yes-or-no-prompt (info)")
    assert "yes-or-no-prompt" in run(tmp_path, "sco_quiz", "explain")
    assert " passed" in run(
        tmp_path, "pytest", "tests/lint/test_rules.py", "-k", "yes-or-no-prompt", "-p", "no:cacheprovider"
    )


def test_a_command(tmp_path: Path) -> None:
    touched = follow("Add a command", tmp_path)
    assert len(touched) == 3
    shown = run(tmp_path, "sco_quiz", "--help")
    assert shown.index("  list ") < shown.index("  topics ") < shown.index("  show ")
    assert "energy: 15\n" in run(tmp_path, "sco_quiz", "topics")
    assert "  sco-quiz topics --bank my-bank/" in run(tmp_path, "sco_quiz", "topics", "--help")
    own = ["tests/house/test_docs.py", "tests/house/test_doors.py", "-k", "topics or wall", "-p", "no:cacheprovider"]
    assert " passed" in run(tmp_path, "pytest", *own)


def test_a_recipe_says_where_each_block_goes() -> None:
    page = "## Add x\n\nNew file `a.py`:\n\n```python\nx = 1\n```\n"
    (step,) = recipe("Add x", page)
    assert (step.file, step.where, step.text) == ("a.py", "new", "x = 1\n")
    with pytest.raises(ValueError, match="2 code blocks and 1 of them"):
        recipe("Add x", page + "\n```python\ny = 1\n```\n")
    with pytest.raises(ValueError, match="no section"):
        recipe("Add y", page)


def test_a_step_needs_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\ntwo\ntwo\n", encoding="utf-8")
    page = "## Add x\n\nIn `a.py`, {} the line{} `{}`:\n\n```python\nnew\n```\n"
    for where, starts, anchor, lines in [
        ("after", "", "one", "one\nnew\ntwo\ntwo\n"),
        ("before", " that starts with", "on", "new\none\ntwo\ntwo\n"),
        ("instead of", "", "one", "new\ntwo\ntwo\n"),
    ]:
        (tmp_path / "a.py").write_text("one\ntwo\ntwo\n", encoding="utf-8")
        (step,) = recipe("Add x", page.format(where, starts, anchor))
        step.apply(tmp_path)
        assert (tmp_path / "a.py").read_text("utf-8") == lines
    for anchor in ("two", "three"):
        (step,) = recipe("Add x", page.format("after", "", anchor))
        with pytest.raises(ValueError, match="times"):
            step.apply(tmp_path)
