"""The wheel contains the bank and works outside the checkout."""

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
    """A folder in which only the wheel is installed."""
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


def run(
    site: Path, cwd: Path, *arguments: str, given: str = "", fails: bool = False
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "sco_quiz", *arguments]
    done = subprocess.run(
        command, cwd=cwd, env=environment, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == int(fails), done.stdout + done.stderr
    return done


def test_it_asks_a_question_from_its_own_bank(site: Path, tmp_path: Path) -> None:
    where = [sys.executable, "-c", "import sco_quiz; print(sco_quiz.__file__)"]
    environment = {**os.environ, "PYTHONPATH": str(site)}
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert found.startswith(str(site))
    assert "Question 1 of 10, topic " in run(site, tmp_path, "quiz").stdout
    assert len(json.loads(run(site, tmp_path, "list", "--json").stdout)) >= 110
    assert "no problems found" in run(site, tmp_path, "check").stdout


@pytest.mark.full
def test_a_teacher_starts_a_bank_with_it(site: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("The Mill\n\nIn 1820 Pellan built a mill.\n", encoding="utf-8")
    run(site, tmp_path, "init", "my-bank", "--article", "article.txt", "--date", "2026-01-31")
    lines = ["Which town built a mill in 1820?", "Pellan", "", "", "It did.", "2", "", "", "mill-town", "y", ""]
    new = ["new", "first-topic", "--kind", "short_answer"]
    assert "mill-town appended" in run(site, tmp_path, *new, "--bank", "my-bank", given="\n".join(lines)).stdout
    assert "9 questions checked: 2 suggestions." in run(site, tmp_path, "check", "--strict", "my-bank").stdout
    assert "Right answer: Pellan" in run(site, tmp_path, "show", "mill-town", "--bank", "my-bank").stdout
    assert "9 questions on 9 cards" in run(site, tmp_path, "export", "anki", "--bank", "my-bank").stdout
    assert run(site, tmp_path, "explain", "duplicate-id").stdout.startswith("duplicate-id (error)")
    assert run(site, tmp_path, "explain", "absolute-word").stdout.startswith("absolute-word (info)")


@pytest.mark.full
def test_a_student_learns_with_it(site: Path, tmp_path: Path) -> None:
    words = ["quiz", "--exam", "--kind", "true_false", "-n", "1", "--pass-mark", "0", "--result", "r.html"]
    run(site, tmp_path, *words, given="t\n\n")
    assert "<h2>Answers</h2>" in (tmp_path / "r.html").read_text("utf-8")
    run(site, tmp_path, "stats", "--html", "s.html")
    assert (tmp_path / "s.html").read_text("utf-8").count("<svg") == 3
    assert "1 due, 9 new" in run(site, tmp_path, "review").stdout


def test_it_writes_nothing_into_itself(site: Path, tmp_path: Path) -> None:
    own = site / "sco_quiz" / "questions"
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    assert before
    for words in (["new", "economy"], ["rename", "rats-city", "other"], ["new", "--bank", str(own)]):
        assert "is part of the installed package" in run(site, tmp_path, *words, fails=True).stderr
    run(site, tmp_path, "export", "anki")  # whose ledger is not written either
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before


def test_it_contains_what_it_needs_and_no_more(site: Path) -> None:
    (wheel,) = site.parent.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert "sco_quiz/questions/bank.yaml" in names
    assert "sco_quiz/questions/media/cities.svg" in names
    assert "sco_quiz/questions/schema/questions.json" in names
    for folder in ("data/pages", "data/starter", "lint/words", "card", "anki/templates"):
        files = (path for path in (ROOT / "sco_quiz" / folder).rglob("*") if path.is_file())
        here = {path.relative_to(ROOT).as_posix() for path in files if path.suffix != ".pyc"}
        assert here
        assert here <= set(names), folder
    assert "sco_quiz/py.typed" in names
    assert "sco_quiz/data/known_words.txt.gz" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert all(top == "sco_quiz" or top.endswith(".dist-info") for top in tops)
