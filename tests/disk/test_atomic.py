"""A file is replaced as a whole or stays as it was."""

import os
import secrets
import stat
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from sco_quiz.core.errors import BankError
from sco_quiz.disk.atomic import replacing
from sco_quiz.disk.os_errors import os_errors_as, reason_of
from sco_quiz.disk.stored_zip import write_stored

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes of POSIX")


def write(path: Path, data: bytes) -> None:
    with replacing(path) as file:
        file.write(data)


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write(tmp_path / "new" / "folder" / "a.txt", b"one\r\n")
    assert (tmp_path / "new" / "folder" / "a.txt").read_bytes() == b"one\r\n"


@pytest.mark.parametrize("error", [ValueError, OSError, KeyboardInterrupt])
def test_after_an_exception_the_old_file_is_untouched(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    def interrupted() -> None:
        with replacing(target) as file:
            file.write(b"half of the new")
            raise error

    with pytest.raises(error):
        interrupted()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_until_the_end_the_old_file_can_be_read(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with replacing(target) as file:
        file.write(b"new")
        file.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    write(tmp_path / ("я" * 125 + ".yaml"), b"text")
    assert [len(os.fsencode(path.name)) for path in tmp_path.iterdir()] == [255]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_is_preserved_from_the_first_byte(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.txt"
    target.touch()
    target.chmod(mode)
    with replacing(target):
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {mode}
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    former = os.umask(0o027)
    try:
        write(tmp_path / "a.txt", b"")
    finally:
        os.umask(former)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "a.txt").write_bytes(b"old")
    write(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@posix
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    write(Path("/dev/null"), b"text")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@posix
def test_an_archive_is_written_to_a_device_and_to_a_pipe() -> None:
    read, write = os.pipe()
    with replacing(Path("/dev/null")) as null, replacing(Path(f"/dev/fd/{write}")) as pipe:
        for file in (null, pipe):
            write_stored(file, [("name", 5, [b"12345"])])
    os.close(write)
    with open(read, "rb") as file, zipfile.ZipFile(BytesIO(file.read())) as archive:
        assert archive.read("name") == b"12345"


def test_a_draft_that_cannot_get_the_mode_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", b"old")

    def refuse(path: Path, mode: int) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(PermissionError):
        write(tmp_path / "a.txt", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_folder_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(BankError) as caught, os_errors_as(BankError, "it cannot be written"):
        write(tmp_path, b"text")
    assert isinstance(caught.value.__cause__, OSError)
    assert str(caught.value) == f"it cannot be written: {reason_of(caught.value.__cause__)}"


def test_every_error_has_a_reason() -> None:
    assert reason_of(FileNotFoundError(2, "No such file or directory")) == "no such file or directory"
    assert reason_of(OSError("Cannot seek")) == "cannot seek"


@posix
def test_no_link_in_the_place_of_a_draft_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"precious")
    old_draft = tmp_path / f".a.txt.{os.getpid()}.part"  # what 0.1.0 opened, through any link
    guessed = tmp_path / ".a.txt.0123456789abcdef.sco-quiz.part"
    for link in (old_draft, guessed):
        link.symlink_to(victim)
    write(tmp_path / "a.txt", b"new")
    monkeypatch.setattr(secrets, "token_hex", lambda _: "0123456789abcdef")
    with pytest.raises(FileExistsError):
        write(tmp_path / "a.txt", b"newer")
    assert victim.read_bytes() == b"precious"
    assert (tmp_path / "a.txt").read_bytes() == b"new"
