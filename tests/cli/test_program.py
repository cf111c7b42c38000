"""A command run as a program does the same as in the process of the tests."""

from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.cli.main import COMMANDS
from tests.command import Finished, program, sco_quiz
from tests.conftest import ROOT, first

EXAMPLES: dict[str, list[str]] = {
    "read": ["read", "village", "--bank", "bank"],
    "quiz": ["quiz", "--seed", "1", "-n", "2"],
    "review": ["review", "--new", "2", "--seed", "1"],
    "optimize": ["optimize", "--reset"],
    "stats": ["stats", "--json"],
    "history": ["history", "export"],
    "flags": ["flags"],
    "list": ["list", "--json"],
    "show": ["show", "rats-city"],
    "preview": ["preview", "rats-city", "--card", "-o", "card.html"],
    "check": ["check", "bank", "--format", "json"],
    "diff": ["diff", "bank/village.yaml", "bank/channel.yaml"],
    "explain": ["explain", "duplicate-id"],
    "schema": ["schema", "bank"],
    "export": ["export", "anki", "--bank", "bank", "-o", "bank/bank.yaml"],
    "import": ["import", "gift", "none.gift", "--bank", "bank"],
    "new": ["new", "village", "--bank", "bank", "--kind", "true_false"],
    "fmt": ["fmt", "--check", "bank"],
    "rename": ["rename", "what-a-share-is", "share", "--bank", "bank"],
    "init": ["init", "new-bank", "--article", "none.txt", "--date", "2026-01-31"],
    "source": ["source", "add", "none.txt"],
    "class": ["class", "results", "none", "--bank", "bank"],
    "doctor": ["doctor", "--bank", "none.yaml"],
    "completion": ["completion", "bash"],
}
TYPED = "2\nÅberg “1”\ns\n"


def test_every_command_has_an_example() -> None:
    assert set(EXAMPLES) == set(COMMANDS)


@pytest.mark.parametrize("name", first(COMMANDS, 8))
def test_the_program_does_the_same(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[Finished, dict[Path, bytes]]] = []
    for run in (sco_quiz, program):
        folder = tmp_path / run.__name__
        copytree(ROOT / "tests" / "other_article" / "bank", folder / "bank")
        monkeypatch.setenv("SCO_QUIZ_PROGRESS", str(tmp_path / f"{run.__name__}.sqlite"))
        finished = run(*EXAMPLES[name], given=TYPED, cwd=folder)
        files = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        done.append((finished, files))
    assert done[0] == done[1]
    assert any(done[0][0][1:]) or name == "history"  # which exports nothing
