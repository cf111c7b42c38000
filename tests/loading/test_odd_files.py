"""What is named like a file of a bank and is none: each is reported at its path, nothing is left out or waited for."""

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.problem import Severity
from sco_quiz.loading.files import MAX_BELOW
from sco_quiz.loading.load import LoadedBank, read_bank
from tests.cli.test_check import GOOD
from tests.command import sco_quiz

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(path.name)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "dangling": (lambda path: path.symlink_to("Nowhere.yaml"), "it is a link to Nowhere.yaml, which does not exist"),
    "loop": (lambda path: path.symlink_to(path.name), "too many levels of symbolic links"),
    "pipe": (os.mkfifo, "it is a pipe, not a file"),
    "socket": (bind, "it is a socket, not a file"),
    "folder": (lambda path: path.mkdir(), "it is a folder, not a file"),
    "endless": (lambda path: path.symlink_to("/dev/zero"), "it is a link to /dev/zero, which is not a YAML file"),
    "secret": (lambda path: path.symlink_to("/etc/passwd"), "it is a link to /etc/passwd, which is not a YAML file"),
    "long": (lambda path: path.symlink_to("x" * 300), "file name too long"),
}


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "one.yaml").write_text(GOOD.format(id="one"))
    (folder / "bank.yaml").write_text("id: b\ntitle: B\n")
    monkeypatch.chdir(folder)  # the name of a socket may have only a hundred characters
    return folder


def reports(loaded: LoadedBank) -> list[tuple[str, str, str]]:
    return [(Path(problem.place.file).name, problem.name, problem.message) for problem in loaded.problems]


@pytest.mark.parametrize("name", ["two.yaml", "two.yml", "bank.yaml", "source.yaml"])
@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_file_is_reported_at_its_path(bank: Path, kind: str, name: str) -> None:
    make, reason = ODD[kind]
    (bank / name).unlink(missing_ok=True)
    make(bank / name)
    loaded = read_bank(bank)
    assert reports(loaded) == [(name, "unreadable-file", f"it cannot be read: {reason}")]
    assert [question.id for question in loaded.bank.questions] == ["one"]


@pytest.mark.parametrize("kind", sorted(ODD.keys() - {"folder"}))
def test_one_that_is_named_is_reported_too(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make, reason = ODD[kind]
    make(tmp_path / "two.yaml")
    assert reports(read_bank(tmp_path / "two.yaml")) == [
        ("two.yaml", "unreadable-file", f"it cannot be read: {reason}")
    ]


def test_summaries_that_cannot_be_read_are_reported(bank: Path) -> None:
    (bank / "summaries.yaml").symlink_to("nowhere")
    expected = [
        ("summaries.yaml", "unreadable-file", "it cannot be read: it is a link to nowhere, which does not exist")
    ]
    assert reports(read_bank(bank)) == expected
    (bank / "source.yaml").write_text("title: T\nparagraphs: [{number: 1, fingerprint: 0a1b2c3d}]\n")
    assert reports(read_bank(bank)) == expected


def test_damaged_summaries_are_reported_without_a_source_too(bank: Path) -> None:
    (bank / "summaries.yaml").write_bytes(bytes(1000))
    assert [each[:2] for each in reports(read_bank(bank))] == [("summaries.yaml", "not-utf8")]
    (bank / "summaries.yaml").write_text("summaries: [1]\n")
    assert [each[:2] for each in reports(read_bank(bank))] == [("summaries.yaml", "wrong-shape")]
    (bank / "summaries.yaml").write_text("summaries:\n  1: What it says.\n")
    (problem,) = read_bank(bank).problems
    assert (problem.name, problem.severity, problem.place.line) == ("unknown-paragraph", Severity.WARNING, 1)
    assert problem.message.startswith("ignored: the bank has no source.yaml")


def test_an_endless_file_of_the_system_is_not_read(bank: Path) -> None:
    (bank / "two.yaml").symlink_to(bank / "again.yaml")
    (bank / "again.yaml").symlink_to("/proc/self/environ")
    messages = {message for _, _, message in reports(read_bank(bank))}
    assert messages == {f"it cannot be read: it is a link to /proc/{os.getpid()}/environ, which is not a YAML file"}
    (problem,) = read_bank(Path("/proc/self/environ")).problems
    assert problem.message == "it cannot be read: it is a file of the operating system"


def test_links_to_other_yaml_files_are_followed(bank: Path) -> None:
    shared = bank.parent / "shared.yml"
    shared.write_text(GOOD.format(id="two"))
    (bank / "two.yaml").symlink_to(shared)
    assert read_bank(bank).problems == ()
    assert {question.id for question in read_bank(bank).bank.questions} == {"one", "two"}


def test_a_locked_file_is_reported(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # a test may run as root, whom no lock stops
    denied = "it cannot be read: permission denied"
    assert {each[1:] for each in reports(read_bank(bank))} == {("unreadable-file", denied)}
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert reports(read_bank(bank)) == [("bank", "unreadable-file", denied)]


def test_a_locked_subfolder_is_no_part_of_the_bank(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bank / "locked").mkdir()
    listed = os.listdir, os.scandir  # what Path.iterdir calls depends on the version

    def refusing(function: Callable[..., Any]) -> Callable[..., Any]:
        def listing(path: Any) -> Any:
            if Path(path).name == "locked":
                raise PermissionError(13, "Permission denied")
            return function(path)

        return listing

    for function in listed:
        monkeypatch.setattr(os, function.__name__, refusing(function))
    assert read_bank(bank).problems == ()


def test_the_marks_of_an_editor_are_no_files(bank: Path) -> None:
    (bank / ".#one.yaml").symlink_to("somebody@computer.1234:1700000000")
    assert read_bank(bank).problems == ()


def test_questions_in_subfolders_are_noticed(bank: Path) -> None:
    for name in ("part", ".drafts", "other-bank", "no-questions"):
        (bank / name).mkdir()
        (bank / name / "two.yml").write_text(GOOD.format(id="two") if name != "no-questions" else "a: b")
    (bank / "other-bank" / "bank.yaml").write_text("id: o\ntitle: O\n")
    (problem,) = read_bank(bank).problems
    assert (problem.name, problem.place.file) == ("questions-in-subfolder", str(bank / "part" / "two.yml"))


def test_few_files_in_subfolders_are_checked(bank: Path) -> None:
    (bank / "a").mkdir()
    (bank / "b").mkdir()
    (bank / "b" / "two.yaml").write_text(GOOD.format(id="two"))
    for number in range(MAX_BELOW):
        (bank / "a" / f"{number}").touch()
    assert read_bank(bank).problems == ()


@pytest.mark.parametrize("name", ["\x07", " ", "\udcff", "\n", "a\x1b[2J"])
def test_names_that_no_title_may_have_are_survived(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    try:
        folder.mkdir()
    except OSError:  # pragma: no cover
        pytest.skip("this file system refuses such names")
    (folder / f"{name}.yaml").write_text("questions:\n" + GOOD.format(id="one").partition("questions:\n")[2])
    loaded = read_bank(folder)
    assert (loaded.bank.title, loaded.bank.topics[0].title) == ("unnamed", "unnamed")
    assert {problem.name for problem in loaded.problems} == {"missing-bank-file", "bad-id", "missing-field"}
    alone = read_bank(folder / f"{name}.yaml")
    assert (alone.bank.title, alone.bank.topics[0].title) == ("unnamed", "unnamed")


@pytest.mark.parametrize("command", [("import",), ("import", "gift"), ("history", "import")])
def test_no_import_waits_for_a_pipe(bank: Path, command: tuple[str, ...]) -> None:
    os.mkfifo(bank / "pipe")
    done = sco_quiz(*command, str(bank / "pipe"), cwd=bank)
    assert done.returncode == 1
    assert "it is a pipe, not a file" in done.stdout + done.stderr
