"""Two copies of the bank, as after `pip install .` in a checkout: messages say which one was read."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.command import program
from tests.conftest import ROOT

HERE = "the folder `questions` here is another copy of this bank: add `--bank questions`"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """An installed program with its own copy of the bank."""
    site = tmp_path / "site"
    # with the compiled modules, but for those that another process is just writing
    copytree(ROOT / "sco_quiz", site / "sco_quiz", ignore=ignore_patterns("*.pyc.*"))
    copytree(ROOT / "questions", site / "sco_quiz" / "questions")
    return site


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the other copy, to which a teacher has added a question."""
    folder = copytree(ROOT / "questions", tmp_path / "checkout" / "questions")
    with (folder / "economy.yaml").open("a", encoding="utf-8") as file:
        file.write("\n  - {id: new-id, type: short_answer, prompt: Who?, answer: He, level: remember}\n")
    return folder.parent


def test_the_other_copy_is_named(installed: Path, checkout: Path) -> None:
    def said(*arguments: str) -> tuple[int, str]:
        done = program(*arguments, cwd=checkout, PYTHONPATH=str(installed))
        return done.returncode, done.stderr or done.stdout

    missing = "Error: no question has the id `new-id` in sco-2010, the built-in bank; "
    listed = "`sco-quiz list` lists them all. "
    for command in ("show", "preview"):
        assert said(command, "new-id") == (1, f"{missing}{listed}T{HERE[1:]}.\n")
    assert said("show", "new-id", "--bank", "questions")[0] == 0
    refused = "Error: the built-in bank is part of the installed package; an upgrade would overwrite the change; "
    assert said("new", "economy") == (1, f"{refused}{HERE}\n")
    assert said("rename", "rats-city", "x") == (1, f"{refused}{HERE}\n")
    code, checked = said("check")
    assert (code, checked.split("\n")[-2]) == (0, f"T{HERE[1:]}.")
    assert checked.startswith("the built-in bank: ")
    assert "another copy" not in said("check", "questions")[1]
    assert "another copy" not in said("check", "--format", "json")[1]
    (checkout / "questions" / "bank.yaml").write_text("id: mine\ntitle: Mine\n")
    assert said("show", "new-id")[1].endswith("The folder `questions` here is another bank: add `--bank questions`.\n")


def test_hints_repeat_the_bank(checkout: Path) -> None:
    copytree(checkout / "questions", checkout / "my bank")
    for arguments in (["show", "nobody-at-all"], ["rename", "nobody-at-all", "x"]):
        done = program(*arguments, "--bank", "my bank", cwd=checkout)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "Error: no question has the id `nobody-at-all` in my bank; "
            "`sco-quiz list --bank 'my bank'` lists them all.\n"
        )
