"""Programs that write the same file at the same moment: nobody's words are lost."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from sco_quiz.disk.atomic import write
from sco_quiz.disk.lock import locked
from sco_quiz.disk.os_errors import ChangedError, RefusedError
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

if sys.platform == "win32":
    pytest.skip("exchanging files needs POSIX", allow_module_level=True)

APPEND = """
import sys
from pathlib import Path
from sco_quiz.app.append_question import append_question
from sco_quiz.core.kinds import TrueFalse
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    question = TrueFalse(
        id=f"{name}-{number}", type="true_false", prompt=f"Statement {number} of {name}.", answer="true",
        explanation="It is so.", level="remember",
    )
    append_question(folder, "fresh", "Fresh", question)
"""


def test_questions_that_two_programs_append_are_all_there(tmp_path: Path, full: bool) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\n", "utf-8")
    count = 200 if full else 8
    command = [sys.executable, "-c", APPEND, str(tmp_path)]
    programs = [
        subprocess.Popen([*command, name, str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
        for name in ("one", "two")
    ]
    for program in programs:
        assert program.stdout
        program.stdout.readline()  # both have imported everything
    for program in programs:
        assert program.stdin
        program.stdin.write(b"\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
        assert program.returncode == 0
    expected = {f"{name}-{number}" for name in ("one", "two") for number in range(count)}
    assert {question.id for question in load_bank(tmp_path).questions} == expected
    assert {path.name for path in tmp_path.iterdir()} == {"bank.yaml", "fresh.yaml"}


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def by_renaming(path: Path, data: bytes) -> None:
    draft = path.with_suffix(".editor")
    draft.write_bytes(data)
    draft.replace(path)


def _seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes here, on whatever disk: the median of a few times."""
    began = [time.perf_counter()]
    for _ in range(9):
        work()
        began.append(time.perf_counter())
    return sorted(end - start for start, end in pairwise(began))[4]


@pytest.mark.parametrize("save", [in_place, by_renaming])
def test_what_an_editor_saves_meanwhile_is_not_lost(
    tmp_path: Path, save: Callable[[Path, bytes], None], full: bool
) -> None:
    path, rng, refused, rounds = tmp_path / "topic.yaml", Random(5), 0, 400 if full else 60
    path.write_bytes(b"old")
    takes = _seconds(lambda: write(path, b"old", seen=b"old", inside=tmp_path))
    for number in range(rounds):
        path.write_bytes(b"old")
        saved = f"saved {number}".encode()

        def editor(wait: float, saved: bytes = saved) -> None:
            time.sleep(wait)
            save(path, saved)

        thread = threading.Thread(target=editor, args=[rng.uniform(0, takes)])
        thread.start()
        try:
            write(path, b"new", seen=b"old", inside=tmp_path)
        except ChangedError:
            refused += 1
        thread.join()
        assert path.read_bytes() == saved  # it saved later, or it was noticed
        assert list(tmp_path.iterdir()) == [path]
    assert refused


def test_a_save_between_the_last_look_and_the_replacement_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sco_quiz.disk import atomic

    path, exchange = tmp_path / "topic.yaml", atomic.exchange
    path.write_bytes(b"old")

    def late(draft: Path, target: Path) -> bool:
        monkeypatch.undo()
        by_renaming(path, b"saved")
        return exchange(draft, target)

    monkeypatch.setattr(atomic, "exchange", late)
    with pytest.raises(ChangedError, match="has changed since it was read"):
        write(path, b"new", seen=b"old")
    assert path.read_bytes() == b"saved"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_bytes(b"made by somebody")
    with pytest.raises(ChangedError):
        write(tmp_path / "new.yaml", b"ours", seen=None)
    assert (tmp_path / "new.yaml").read_bytes() == b"made by somebody"


HOLD = """
import sys
from pathlib import Path
from sco_quiz.disk.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_writer_waits_for_another_one_and_at_last_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sco_quiz.disk.lock.PATIENCE_S", 0.05)
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(RefusedError, match="another sco-quiz is writing"):
            write(tmp_path / "a.txt", b"")
        other.kill()
        other.wait()
    with locked(tmp_path), locked(tmp_path):  # a killed program holds no lock
        write(tmp_path / "a.txt", b"text")
    assert os.listdir(tmp_path) == ["a.txt"]
