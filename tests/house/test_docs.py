"""The README is true: its example runs, its links and commands exist."""

import io
import re
import runpy
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from sco_quiz.cli.main import COMMANDS, LazyGroup, cli
from sco_quiz.core.bank import Bank
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bank: Bank) -> None:
    (example,) = blocks("python")
    file = tmp_path / "example.py"
    file.write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = io.StringIO()
    with redirect_stdout(shown):
        runpy.run_path(str(file))
    prompt = f"{bank.questions[0].stem.plain}\n"
    assert shown.getvalue().startswith(prompt)
    summary, first, second = shown.getvalue().removeprefix(prompt).splitlines()
    assert summary.startswith("Beijing Review introduces the Shanghai Cooperation Organization")
    assert first.startswith("Score(points=")
    assert second == "almost Tashkent"
    assert (tmp_path / "decks" / "sco-2010.apkg").stat().st_size > 10_000


def test_there_are_two_commands() -> None:
    assert [len(block.splitlines()) for block in blocks("sh")] == [1, 1]
    assert "sco-quiz quiz" in blocks("sh")[0]
    assert "pytest" in blocks("sh")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_and_has_examples(name: str) -> None:
    import click

    assert f"`sco-quiz {name}" in README
    assert isinstance(cli, LazyGroup)
    command = cli.get_command(click.Context(cli), name)
    assert command
    leaves = command.commands.values() if isinstance(command, click.Group) else [command]
    assert all(leaf.help and "Examples:" in leaf.help for leaf in leaves)


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "questions/README.md", "decks/README.md"])
def test_every_link_has_a_target(file: str) -> None:
    path = ROOT / file
    text = path.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert all((path.parent / link).exists() for link in links), links
