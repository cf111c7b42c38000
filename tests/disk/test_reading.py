"""Files are read with a limit, and only plain ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sco_quiz.disk.os_errors import reason_of
from sco_quiz.disk.private import read_private
from sco_quiz.disk.reading import TooLargeError, is_file, is_folder, is_there, read_file, reading
from tests.conftest import ROOT


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "five"
    path.write_bytes(b"a\r\nb\x1a")
    assert read_file(path, 5) == b"a\r\nb\x1a"
    with pytest.raises(TooLargeError) as caught:
        read_file(path, 4)
    assert caught.value.size == 5
    path.write_bytes(b"")
    assert read_file(path, 0) == b""


def test_a_high_limit_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "five"
    path.write_bytes(b"12345")
    path.chmod(0o600)
    assert read_file(path, 10**15) == read_private(path, 10**15) == b"12345"


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(TooLargeError) as caught:
        read_file(path, 1000)
    assert reason_of(caught.value) == "the file has 1000000 million bytes; the maximum is 0 million"


def test_nothing_raises_for_names_that_no_file_can_have() -> None:
    for name in ("x" * 300, "/" * 5000 + "x" * 5000, "a\0b", "\ud800", ""):
        path = Path(name)
        assert (is_there(path), is_file(path)) == (name == "", False)
        assert is_folder(path) == (name == "")
        with pytest.raises(OSError):
            read_file(path, 10)


def test_what_takes_the_name_of_a_file_meanwhile_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, pipe = tmp_path / "file", tmp_path / "pipe"
    path.touch()
    os.mkfifo(pipe)
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _, flags: opened(pipe, flags))
    with pytest.raises(OSError, match="it is a pipe, not a file"), reading(path):
        pytest.fail("read")


@pytest.mark.skipif(not Path("/proc/self/environ").is_file(), reason="the system shows no files of its own")
def test_a_file_of_the_system_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError, match="of the operating system"), reading(Path("/proc/self/environ")):
        pytest.fail("read")
    path = tmp_path / "events"
    path.touch()
    monkeypatch.setattr(os, "read", lambda *_: (_ for _ in ()).throw(BlockingIOError))  # as that of the kernel's log
    with pytest.raises(OSError, match="of the operating system"):
        read_file(path, 10)


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system has no pipes by name")
def test_a_pipe_of_the_shell_is_read_to_its_end() -> None:
    code = "from sco_quiz.disk.reading import *; print(len(read_file(Path('/dev/stdin'), 10**6)))"
    writer = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(.3); print('x' * 99999)"], stdout=-1)
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, stdin=writer.stdout, capture_output=True, text=True, cwd=ROOT
    )
    writer.communicate()
    assert (done.stdout, done.stderr) == ("100000\n", "")
