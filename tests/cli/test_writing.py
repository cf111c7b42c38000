"""Outputs of commands: what they may replace, links and pipes, and changes that were interrupted."""

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from sco_quiz.disk.several import JOURNAL
from tests.command import ok, sco_quiz
from tests.conftest import ROOT

if sys.platform == "win32":
    pytest.skip("links, pipes and SIGKILL need POSIX", allow_module_level=True)

QUESTIONS = """topic: First
questions:
  - id: year
    type: numeric
    prompt: "In which year did it open?"
    answer: 2004
    level: remember
  - id: second
    type: numeric
    prompt: In which year did it close?
    answer: 2014
    level: remember
"""
OTHER = QUESTIONS.replace("id: ", "id: other-").replace("level:", "status: retired\n    successor: year\n    level:")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "bank.yaml").write_text("id: b\ntitle: B\n", "utf-8")
    (folder / "first.yaml").write_text(QUESTIONS, "utf-8")
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("stats", "--html"),
        ("stats", "--svg"),
        ("history", "export", "-o"),
        ("preview", "year", "-o"),
        ("export", "page", "-o"),
        ("export", "anki", "-o"),
        ("export", "gift", "-o"),
        ("quiz", "--exam", "--result"),
    ],
)
def test_no_output_replaces_the_progress_file(bank: Path, command: tuple[str, ...]) -> None:
    progress = bank.parent / "mine.sqlite"
    given = () if command[0] == "history" else ("--bank", str(bank))
    ok("quiz", "--progress", str(progress), "--bank", str(bank), given="2004\n2014\n")
    before = progress.read_bytes()
    done = sco_quiz(*command, str(progress), *given, SCO_QUIZ_PROGRESS=str(progress))
    assert done.returncode == 1
    assert f"{progress} cannot be written: it is a database; name another file" in done.stderr
    assert progress.read_bytes() == before


def test_an_output_replaces_yesterdays_and_nothing_else(bank: Path) -> None:
    page, notes = bank.parent / "page.html", bank.parent / "notes.html"
    notes.write_bytes(b"my own notes\n")
    for _ in range(2):
        ok("stats", "--html", str(page), "--bank", str(bank))
    done = sco_quiz("stats", "--html", str(notes), "--bank", str(bank))
    assert (done.returncode, notes.read_bytes()) == (1, b"my own notes\n")
    assert "it is a text file, not an HTML page; name another file" in done.stderr


def test_outputs_go_to_standard_output(bank: Path) -> None:
    command = [sys.executable, "-m", "sco_quiz", "export", "gift", "--bank", str(bank), "-o", "-"]
    log = bank.parent / "log"
    log.write_bytes(b"before\n")
    with log.open("ab") as opened:
        assert subprocess.run(command, stdout=opened, cwd=bank, env=_environment(), check=False).returncode == 0
    text = log.read_text("utf-8")
    assert text.startswith("before\n")
    assert "::year::" in text
    assert "The questions are in" not in text
    assert not (bank / "-").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("schema", "."),
        ("source", "add", "../article.txt", "--replace", "--date", "2010-02-03", "--bank", "."),
        ("export", "anki", "--bank", ".", "-o", "../deck.apkg"),
    ],
)
def test_no_command_follows_a_link_out_of_a_bank(bank: Path, command: tuple[str, ...]) -> None:
    outside = bank.parent / "outside"
    outside.mkdir()
    (bank.parent / "article.txt").write_text("Title\n\nIt opened in 2004.\n", "utf-8")
    (bank / "schema").symlink_to(outside)
    for name in ("source.yaml", "summaries.yaml", "anki-ledger.jsonl"):
        (bank / name).symlink_to(outside / name)
    done = sco_quiz(*command, cwd=bank)
    assert list(outside.iterdir()) == []
    assert "Traceback" not in done.stderr
    assert "a link to" in done.stdout + done.stderr


KILLED = """
import os, signal, sys
from sco_quiz.cli.main import main
from sco_quiz.disk import several
write, left = several.write, [int(sys.argv[1])]
def counted(*arguments, **options):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    write(*arguments, **options)
several.write = counted
main(["rename", "year", "opened", "--bank", "."])
"""


@pytest.mark.parametrize("written", [1, 2])
def test_a_change_that_was_killed_is_undone_and_said(bank: Path, written: int) -> None:
    (bank / "other.yaml").write_text(OTHER, "utf-8")
    before = {path.name: path.read_bytes() for path in bank.iterdir()}
    command = [sys.executable, "-c", KILLED, str(written)]
    assert subprocess.run(command, cwd=bank, env=_environment(), check=False).returncode == -signal.SIGKILL
    assert (bank / JOURNAL).is_file()
    assert "a change was interrupted" in sco_quiz("doctor", "--bank", str(bank)).stdout
    done = sco_quiz("rename", "year", "no id at all", "--bank", str(bank))
    assert "Undone: a change of" in done.stderr
    assert {path.name: path.read_bytes() for path in bank.iterdir()} == before
    assert sco_quiz("rename", "year", "opened", "--bank", str(bank)).returncode == 0
    assert not (bank / JOURNAL).exists()


def test_a_journal_of_somebody_else_changes_nothing(bank: Path) -> None:
    """A bank comes from elsewhere, and who sends it may know what is in a file of its user."""
    known = b"known\n"
    (bank / ".git").mkdir()
    victims = [bank.parent / "victim.txt", bank / ".git" / "config"]
    for victim in victims:
        victim.write_bytes(known)
    after, here = sha256(known).hexdigest(), bank.stat().st_ino
    rows: list[object] = [
        *([[name, None, after]] for name in (".git/config", "../victim.txt", str(victims[0]), "a\0b", 5)),
        [[".git/config", "YQ==", after]],
        *({"folder": here, "files": [[name, None, after]]} for name in ("../victim.txt", str(victims[0]), "a\0b", 5)),
        *({"folder": folder, "files": [[".git/config", None, after]]} for folder in (0, here + 1, None, "")),
        *({"folder": here, "files": files} for files in (None, [1], [["a"]], [["a", 1, ""]], {"abc": 1})),
        *([], {}, "text", None),
    ]
    for journal in rows:
        (bank / JOURNAL).write_text(json.dumps(journal), "utf-8")
        done = sco_quiz("rename", "year", "opened", "--bank", str(bank))
        assert done.returncode == 1
        assert f"{JOURNAL} says how to undo a change of another folder; delete it" in " ".join(done.stderr.split())
        assert [victim.read_bytes() for victim in victims] == [known] * 2


def test_what_was_saved_after_a_kill_is_not_undone(bank: Path) -> None:
    (bank / "other.yaml").write_text(OTHER, "utf-8")
    subprocess.run([sys.executable, "-c", KILLED, "2"], cwd=bank, env=_environment(), check=False)
    changed = next(path for path in bank.glob("*.yaml") if "opened" in path.read_text("utf-8"))
    changed.write_text("saved since", "utf-8")
    sco_quiz("rename", "year", "opened", "--bank", str(bank))
    assert changed.read_text("utf-8") == "saved since"


def test_a_file_name_that_is_no_text_gets_the_result(bank: Path) -> None:
    result = bank.parent / "r\udcff.html"
    done = sco_quiz("quiz", "--exam", "--result", str(result), "--bank", str(bank), given="q\ny\n")
    assert done.returncode == 1  # not passed
    assert "0 of 2 points" in result.read_text("utf-8")


def test_a_result_that_no_command_can_write_again_is_rescued(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sco_quiz.app import result_file

    replacing, result = result_file.replacing, bank.parent / "r.txt"

    def full(path: Path, **options: object) -> object:
        if path == result:
            raise OSError(28, "No space left on device")
        return replacing(path)

    monkeypatch.setattr(result_file, "replacing", full)
    monkeypatch.setenv("SCO_QUIZ_PROGRESS", str(bank / "bank.yaml" / "progress.sqlite"))  # it cannot be written
    done = sco_quiz("quiz", "--exam", "--result", str(result), "--bank", str(bank), given="q\ny\n")
    assert done.returncode == 1
    said, _, rescued = done.stderr.strip().partition("; it is in ")
    assert said.endswith("r.txt cannot be written: no space left on device")
    assert "0 of 2 points" in Path(rescued).read_text("utf-8")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
