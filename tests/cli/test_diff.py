"""`sco-quiz diff`."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ok, sco_quiz
from tests.conftest import ROOT, absent

HEAD = "id: b\ntitle: The bank\n"
TOPIC = """\
topic: First topic
questions:
  - id: seat
    type: single_choice
    prompt: In which city did the Secretariat sit?
    answer: Beijing
    distractors:
      - Moscow: home of the agency
      - Almaty
    level: remember
  - id: staff
    type: numeric
    prompt: How many members of staff had it?
    answer: 30
    level: remember
  - id: year
    type: numeric
    prompt: In which year did it open?
    answer: 2004
    level: remember
"""
SECOND = (
    "topic: Second topic\nquestions:\n  - {id: who, type: short_answer, prompt: Who?, answer: He, level: remember}\n"
)
CHANGES = {
    "Secretariat sit?": "Secretariat of the SCO sit?",
    "- Almaty": "- Astana",
    "answer: 30\n    level: remember": "answer: 30\n    level: remember\n    status: retired\n    reason: asked twice",
    "id: year": "id: opened",
}
SHOWN = """\
Renamed by hand? (1)
The same prompt was removed under one id and added under another: students get a new card without reviews, beside the \
old one. If it is the same question, add its old id to the field `formerly`, as `sco-quiz rename` does.
· opened: In which year did it open?
  id: year → opened

Removed (1)
Students keep the cards, which are never updated again. Retire a question first (`status: retired`, with a reason), \
so that its card shows that it is retired.
· who: Who?

Retired (1)
The cards get a banner with the reason, and the tag `retired`; reviews stay. A quiz no longer asks them.
· staff: How many members of staff had it?
  reason: (+asked twice+)

Reworded (1)
The cards are updated; reviews and due dates stay.
· seat
  prompt: In which city did the Secretariat (+of the SCO+) sit?
  distractors: Moscow: home of the agency; (-Almaty-)(+Astana+)

Topics added and removed (1)
A new topic becomes a new subdeck, where it belongs in the order of study; students keep the subdeck of a removed one.
· second
  title: (-Second topic-)

Rewritten in Anki (2)
Students get these notes again when they import the new deck: it replaces their own tags and what they wrote into the \
notes. Reviews, due dates and flags stay. All other notes stay as they are.
· seat: prompt, options
· staff: status

4 questions before, 3 now: 5 changes; students lose cards in 2 of them; 2 notes rewritten in Anki.
"""


def changed(text: str) -> str:
    for before, after in CHANGES.items():
        assert text.count(before) == 1
        text = text.replace(before, after)
    return text


@pytest.fixture
def banks(tmp_path: Path) -> tuple[str, str]:
    """Write two states of a bank."""
    for name, topics in (("old", {"first": TOPIC, "second": SECOND}), ("new", {"first": changed(TOPIC)})):
        (tmp_path / name).mkdir()
        for topic, text in topics.items():
            (tmp_path / name / f"{topic}.yaml").write_text(text)
        (tmp_path / name / "bank.yaml").write_text(HEAD)
    return str(tmp_path / "old"), str(tmp_path / "new")


def test_changes_are_reported(banks: tuple[str, str]) -> None:
    assert ok("diff", *banks) == SHOWN


def test_nothing_changed(banks: tuple[str, str]) -> None:
    assert ok("diff", banks[0], banks[0], "--strict") == "No changes: 4 questions.\n"


def test_changes_as_json(banks: tuple[str, str]) -> None:
    told = json.loads(ok("diff", *banks, "--json"))
    assert (told["version"], told["old"], told["new"]) == (1, {"id": "b", "questions": 4}, {"id": "b", "questions": 3})
    assert list(told["students"]) == ["id-lost", "removed", "retired", "reworded", "topics"]
    assert [(change["sort"], change["question"], change["topic"]) for change in told["changes"]] == [
        ("id-lost", "opened", "first"),
        ("removed", "who", "second"),
        ("retired", "staff", "first"),
        ("reworded", "seat", "first"),
        ("topics", None, "second"),
    ]
    assert told["rewritten"] == {"seat": ["prompt", "options"], "staff": ["status"]}
    assert [change["rewrites"] for change in told["changes"]] == [False, False, True, True, False]
    assert told["changes"][3] == {
        "sort": "reworded",
        "costs_cards": False,
        "rewrites": True,
        "question": "seat",
        "topic": "first",
        "text": "In which city did the Secretariat of the SCO sit?",
        "fields": [
            {
                "field": "prompt",
                "old": ["In which city did the Secretariat sit?"],
                "new": ["In which city did the Secretariat of the SCO sit?"],
            },
            {
                "field": "distractors",
                "old": ["Moscow: home of the agency", "Almaty"],
                "new": ["Moscow: home of the agency", "Astana"],
            },
        ],
    }
    assert json.loads(ok("diff", banks[0], banks[0], "--json"))["changes"] == []


def test_strict_fails_when_students_lose_cards(banks: tuple[str, str]) -> None:
    done = sco_quiz("diff", *banks, "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (1, SHOWN, "")
    (Path(banks[1]) / "first.yaml").write_text(TOPIC.replace("Almaty", "Astana"))
    (Path(banks[1]) / "second.yaml").write_text(SECOND)
    assert "1 change; 1 note rewritten in Anki.\n" in ok("diff", *banks, "--strict")


def test_another_bank_is_reported_first(banks: tuple[str, str]) -> None:
    (Path(banks[1]) / "bank.yaml").write_text(HEAD.replace("id: b", "id: c"))
    shown = ok("diff", *banks)
    assert shown.startswith(
        "The bank has another id (1)\nTo Anki this is another bank: students get every card as a new one, "
    )
    assert "reviews and due dates stay" not in shown
    assert "· the bank\n  id: b → c\n" in shown


def test_files_are_compared_whatever_their_names(banks: tuple[str, str], tmp_path: Path) -> None:
    copy = tmp_path / "before.yaml"
    copy.write_text(TOPIC)
    shown = ok("diff", str(copy), f"{banks[1]}/first.yaml")
    assert shown.endswith(
        "3 questions before, 3 now: 3 changes; students lose cards in 1 of them; 2 notes rewritten in Anki.\n"
    )
    assert "\nRemoved (" not in shown
    assert ok("diff", str(copy), f"{banks[0]}/first.yaml") == "No changes: 3 questions.\n"


def test_wrong_use(banks: tuple[str, str]) -> None:
    for paths, message in (
        ((banks[0], f"{banks[1]}/first.yaml"), "OLD and NEW must be two folders, or two question files"),
        ((f"{banks[0]}/bank.yaml", f"{banks[1]}/bank.yaml"), "is not a question file"),
        ((banks[0], "no-such-folder"), "does not exist"),
    ):
        done = sco_quiz("diff", *paths)
        assert (done.returncode, done.stdout) == (2, "")
        assert message in done.stderr


def test_a_broken_bank_is_reported_with_places(banks: tuple[str, str]) -> None:
    broken = Path(banks[0]) / "first.yaml"
    broken.write_text(TOPIC.replace("answer: Beijing", "answr: Beijing"))
    done = sco_quiz("diff", *banks)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{broken}:6:5: error: `answr` is not a field" in done.stderr
    assert done.stderr.endswith(f"Error: the bank in {banks[0]} has 1 problem\n")


def test_the_examples_of_the_help_run(tmp_path: Path) -> None:
    """They run in a repository whose bank changed since the commit before the last."""
    if not shutil.which("git"):
        absent("git")
    examples = [line.strip() for line in ok("diff", "--help").split("Examples:\n")[1].split("\n\n")[0].splitlines()]
    assert len(examples) == 6
    repository = tmp_path / "repository"
    (repository / "my-bank").mkdir(parents=True)
    bank, topic = repository / "my-bank" / "bank.yaml", repository / "my-bank" / "tasks.yaml"
    git = "git -c user.name=T -c user.email=t@example.org"
    steps = ["git init -q", "git add -A", f"{git} commit -qm one", f"{git} commit -qam two"]
    bank.write_text(HEAD)
    topic.write_text(TOPIC)
    subprocess.run(" && ".join(steps[:3]), shell=True, check=True, cwd=repository)
    shutil.copytree(repository / "my-bank", repository / "last-year" / "my-bank")
    topic.write_text(changed(TOPIC))
    subprocess.run(steps[3], shell=True, check=True, cwd=repository)
    for example in examples:
        command = re.sub(r"^sco-quiz", f"{sys.executable} -m sco_quiz", example)
        done = subprocess.run(
            command,
            shell=True,
            check=False,
            cwd=repository,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, (example, done.stderr)
        if example.startswith("sco-quiz"):
            assert "Renamed by hand? (1)" in done.stdout
            assert done.stdout.endswith(
                "3 questions before, 3 now: 3 changes; students lose cards in 1 of them; 2 notes rewritten in Anki.\n"
            )
    assert not (tmp_path / "before").exists()


def test_the_problems_of_both_are_reported(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bank.yaml").write_text("id: b\ntitle: B\n", "utf-8")
        (tmp_path / name / "t.yaml").write_text("topic: T\nquestions:\n  - {id: one, type: nothing}\n", "utf-8")
    done = sco_quiz("diff", str(tmp_path / "old"), str(tmp_path / "new"))
    assert done.returncode == 1
    assert f"{tmp_path}/old/t.yaml:3:" in done.stderr
    assert f"{tmp_path}/new/t.yaml:3:" in done.stderr
