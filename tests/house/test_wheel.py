"""The wheel holds the bank and works outside the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, absent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed, and nothing else."""
    try:
        import hatchling  # noqa: F401
    except ImportError:
        absent("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-build-isolation", "--no-deps", "-w", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(folder / "site"), str(wheel)], check=True)
    return folder / "site"


def run(site: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "sco_quiz", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )


def test_it_asks_a_question_from_its_own_bank(site: Path, tmp_path: Path) -> None:
    where = [sys.executable, "-c", "import sco_quiz; print(sco_quiz.__file__)"]
    environment = {**os.environ, "PYTHONPATH": str(site)}
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert found.startswith(str(site))
    assert "1/10 · " in run(site, tmp_path, "quiz").stdout
    assert len(json.loads(run(site, tmp_path, "list", "--json").stdout)) >= 110
    assert "nothing to mend" in run(site, tmp_path, "check").stdout


def test_it_holds_what_it_needs_and_no_more(site: Path) -> None:
    (wheel,) = site.parent.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert "sco_quiz/questions/bank.yaml" in names
    assert "sco_quiz/questions/schema/questions.json" in names
    assert "sco_quiz/data/pages/duplicate-id.md" in names
    assert "sco_quiz/py.typed" in names
    assert "sco_quiz/data/known_words.txt" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert all(top == "sco_quiz" or top.endswith(".dist-info") for top in tops)
