"""`--help` and `import sco_quiz` import no heavy package."""

import subprocess
import sys

import pytest

import sco_quiz
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


def test_every_public_name_can_be_imported() -> None:
    assert len(sco_quiz.__all__) > 20
    assert all(getattr(sco_quiz, name) is not None for name in sco_quiz.__all__)
    with pytest.raises(AttributeError):
        _ = sco_quiz.no_such_name
