"""`--help` and `import sco_quiz` import no heavy package."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sco_quiz
from sco_quiz.core.constants import KIND_NAMES
from tests.conftest import ROOT

HEAVY = (
    "pydantic",
    "genanki",
    "yaml",
    "rich",
    "rapidfuzz",
    "anki",
    "backports",
    "fsrs",
    "sqlite3",
    "platformdirs",
    "markdown_it",
    "sco_quiz.core.markup.tex",
)
# standard modules that are slow to import, and that click does without
SLOW = ("pathlib", "urllib.parse", "json", "random", "dataclasses")


def test_the_list_of_commands_imports_little_beside_click() -> None:
    code = f"""
import sys
from sco_quiz.cli.main import main
try:
    main(["--help"])
except SystemExit:
    pass
print("SLOW", [name for name in {SLOW!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.endswith("SLOW []\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["quiz", "--help"],
        ["review", "--help"],
        ["flags", "--help"],
        ["doctor", "--help"],
        ["stats", "--help"],
        ["history", "--help"],
        ["history", "import", "--help"],
        ["list", "--help"],
        ["check", "--help"],
        ["diff", "--help"],
        ["preview", "--help"],
        ["explain", "--help"],
        ["import", "--help"],
        ["export", "--help"],
        ["--version"],
    ],
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import sys
from sco_quiz.cli.main import main
try:
    main({arguments!r})
except SystemExit as end:
    assert end.code == 0
print("HEAVY", [name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.endswith("HEAVY []\n")


def test_a_quiz_without_markup_imports_only_what_it_uses() -> None:
    code = """
import io, sys
sys.stdin = io.StringIO("")
from sco_quiz.cli.main import main
try:
    main(["quiz", "--bank", "tests/released/0.1.0/sco-2010"])
except SystemExit as end:
    assert end.code == 0
heavy = ("genanki", "rich", "rapidfuzz", "anki", "markdown_it", "sco_quiz.core.markup.tex")
print("HEAVY", [name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.endswith("HEAVY []\n")


# what the first question of a remembered bank does without
LATER = (
    "subprocess",
    "yaml",
    "sco_quiz.app.kept_answers",
    "sco_quiz.core.source",
    "sco_quiz.core.words.languages",
    "sco_quiz.formats",
    "sco_quiz.core.blueprint.model",
    "sco_quiz.loading.load",
    "genanki",
    "rich",
    "rapidfuzz",
    "markdown_it",
    "fsrs",
)


def test_the_first_question_of_a_remembered_bank_imports_only_what_it_uses(tmp_path: Path) -> None:
    """The question of this seed has no markup, which would need its parser."""
    code = f"""
import io, sys
from sco_quiz.cli.main import main
sys.stdin = io.StringIO("")
try:
    main(["quiz", "--seed", "1", "--progress", sys.argv[1]])
except SystemExit as end:
    assert end.code == 0
kinds = [name for name in {KIND_NAMES!r} if "sco_quiz.core.kinds." + name in sys.modules]
print("KINDS", len(kinds), "LATER", [name for name in {LATER!r} if name in sys.modules])
"""
    command = [sys.executable, "-c", code, str(tmp_path / "progress.sqlite")]
    cached = {**os.environ, "SCO_QUIZ_CACHE": str(tmp_path / "cache")}
    first, again = (
        subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=cached).stdout
        for _ in range(2)
    )
    assert "sco_quiz.loading.load" in first.rpartition("LATER")[2]
    assert again.endswith("KINDS 1 LATER []\n")


def test_nothing_is_collected_while_the_program_starts() -> None:
    code = """
import gc, runpy, sys
import sco_quiz
gc.collect()
before = gc.get_stats()
sys.argv[1:] = ["quiz", "--help"]
try:
    runpy.run_module("sco_quiz", run_name="__main__")
except SystemExit:
    pass
print("COLLECTED", sum(each["collections"] for each in gc.get_stats()) - sum(each["collections"] for each in before))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(done.stdout.rpartition("COLLECTED")[2]) < 3  # and not a dozen


def test_plugins_of_other_programs_are_not_loaded(tmp_path: Path) -> None:
    about = tmp_path / "watcher-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: watcher\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[pydantic]\nwatcher = watcher:plugin\n", "utf-8")
    (tmp_path / "watcher.py").write_text("print('LOADED')\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "SCO_QUIZ_CACHE": "off"}
    command = [sys.executable, "-m", "sco_quiz", "list", "security"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    assert "LOADED" not in done.stdout


def test_every_public_name_can_be_imported() -> None:
    assert len(sco_quiz.__all__) > 20
    assert all(getattr(sco_quiz, name) is not None for name in sco_quiz.__all__)
    with pytest.raises(AttributeError):
        _ = sco_quiz.no_such_name
