"""Texts of a bank make up no line of a report, and no command of a workflow that prints it."""

import re
from pathlib import Path

import pytest

from sco_quiz.terminal.sanitize import disarm
from tests.command import sco_quiz

FORGED = "1 question checked: no problems found."
COMMAND = re.compile(r"^\s*::[a-z]|##\[|##vso", re.MULTILINE)
BANK = """\
id: forged
title: "::error::title"
description: "One.\\n\\n::warning::two ##[error]three"
"""
TOPIC = """\
topic: "::error::topic"
description: "One.\\n\\n::warning::two"
setting: "::error::setting"
questions:
  - id: which
    type: single_choice
    prompt: "Which one?\\n\\n::error::prompt\\n\\n##[group]prompt"
    answer: "::error::answer"
    distractors: ["::error::option", "##[error]option", "::stop-commands::x"]
    explanation: "So it is.\\n\\n::error file=x::explanation"
    hint: "::error::hint"
    level: remember
  - id: town
    type: short_answer
    prompt: "Which town?\\n\\n  ::notice::prompt"
    answer: "::error::town"
    level: remember
"""
ERRORS = f"""\
  - id: "bad\\n{FORGED}"
    type: short_answer
    prompt: Which?
    answer: "x"
    "field\\n::error::field": 1
    level: "recall\\n{FORGED}\\n::error::level"
"""
COMMANDS = (
    *(
        "check",
        "show which",
        "show town",
        "list --keys",
        "list --by source",
        "stats",
        "read",
        "export anki -o deck.apkg",
    ),
    *("quiz -n 2 --seed 1", "quiz --exam -n 2", "review", "preview which", "export gift -o deck.gift", "diff old"),
    *("new topic", "rename which other", "fmt", "show nobody"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("old", "bank"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bank.yaml").write_text(BANK, "utf-8")
    (tmp_path / "old" / "topic.yaml").write_text(TOPIC.replace("Which", "What"), "utf-8")
    (tmp_path / "bank" / "topic.yaml").write_text(TOPIC, "utf-8")
    return tmp_path


def said(folder: Path, command: str) -> str:
    words = command.split()
    bank = ["bank"] if words[0] in ("check", "fmt", "diff") else ["--bank", "bank"]
    given = "1\n\nx\n\n\n\n" if words[0] in ("quiz", "review") else ""
    done = sco_quiz(*words, *bank, given=given, cwd=folder, SCO_QUIZ_PROGRESS=str(folder / "progress.sqlite"))
    return done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_no_text_is_a_command_of_a_workflow(folder: Path, command: str) -> None:
    found = said(folder, command)
    assert found
    assert COMMAND.findall(found) == []


@pytest.mark.parametrize("command", ["check", "quiz -n 1", "list", "export anki", "diff old"])
def test_no_message_makes_up_a_line(folder: Path, command: str) -> None:
    (folder / "bank" / "topic.yaml").write_text(TOPIC + ERRORS, "utf-8")
    found = said(folder, command)
    assert FORGED in found
    assert [line for line in found.split("\n") if line.startswith(FORGED)] == []
    assert COMMAND.findall(found) == []


def test_an_error_makes_up_no_line(folder: Path) -> None:
    done = sco_quiz("show", f"nobody\n{FORGED}\n::error::x", "--bank", "bank", cwd=folder)
    assert (done.returncode, FORGED in done.stderr) == (1, True)
    assert [line for line in done.stderr.split("\n") if line.startswith(FORGED)] == []
    assert COMMAND.findall(done.stderr) == []


def test_a_report_for_github_has_a_line_for_each_problem(folder: Path) -> None:
    (folder / "bank" / "topic.yaml").write_text(TOPIC + ERRORS, "utf-8")
    lines = said(folder, "check --format github").rstrip("\n").split("\n")
    assert len(lines) >= 3
    annotation = re.compile(r"::(error|warning|notice) file=bank/topic\.yaml,line=\d+")
    assert [line for line in lines if not annotation.match(line)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "\\u003a:error::x"),
        ("one\n \t::Add-Mask::x", "one\n \t\\u003a:Add-Mask::x"),
        ("one ##[group]x ##vso[task]", "one \\u0023#[group]x \\u0023#vso[task]"),
        ("::std::vector\n## Heading ::error::", "::std::vector\n## Heading ::error::"),
    ],
)
def test_only_commands_are_escaped(text: str, shown: str) -> None:
    assert disarm(text) == shown
