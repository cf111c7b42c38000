"""Files of all kinds are written, saved by others at the same moment, and the writer killed at any step."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sco_quiz.disk.atomic import content_of, write
from sco_quiz.disk.several import undo_interrupted, writing
from tests.conftest import ROOT

NAME = "write"
FULL = 1000

OLD, NEW, SAVED, OUTSIDE = b"old text\n", b"new text\n", b"saved by an editor\n", b"of somebody else\n"
STEPS = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.scandir", "ctypes.dlsym"}
KILLED, REFUSED, DONE = 99, 1, 0
MARK = "saved"  # a file that says that the editor has saved
NOBODY = 65534


@dataclass(frozen=True, slots=True)
class Case:
    """A target and what happens to it; `kill` and `save` are numbers of steps (0: never)."""

    target: str
    task: str
    kill: int
    save: int
    in_place: bool
    private: bool
    folder_mode: int


def case_of(seed: int) -> Case:
    """Return the case of a seed."""
    rng = Random(seed)
    return Case(
        rng.choice(["regular"] * len(TARGETS) + list(TARGETS)),
        rng.choice(list(TASKS)),
        rng.choice([0, rng.randint(1, 40)]),
        rng.choice([0, rng.randint(1, 25)]),
        rng.random() < 0.5,
        rng.random() < 0.3,
        rng.choice([0o777, 0o777, 0o1777, 0o555]),
    )


def _regular(path: Path) -> None:
    path.write_bytes(OLD)
    path.chmod(0o664)


def _link(to: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.symlink_to(to)

    return make


TARGETS: dict[str, Callable[[Path], None]] = {
    "regular": _regular,
    "missing": lambda path: None,
    "below a missing folder": lambda path: None,
    "read-only": lambda path: (_regular(path), path.chmod(0o444))[0],
    "another kind": lambda path: path.write_bytes(b"%PDF-1.7 " + OLD) and None,
    "link inside": lambda path: (_regular(path.with_name("real.txt")), path.symlink_to("real.txt"))[0],
    "link out": _link("../outside/victim.txt"),
    "dangling link": _link("../outside/missing.txt"),
    "loop": lambda path: path.symlink_to(path.name),
    "pipe": os.mkfifo,
    "folder": lambda path: path.mkdir(),
}


def _output(path: Path, folder: Path) -> Callable[[], None]:
    return lambda: write(path, NEW)


def _of_bank(path: Path, folder: Path) -> Callable[[], None]:
    seen = content_of(path)
    return lambda: write(path, NEW, seen=seen, inside=folder)


def _several(path: Path, folder: Path, refused: bool = False) -> Callable[[], None]:
    files = {folder / "a.txt": NEW, path: NEW, folder / "new" / "b.txt": NEW}
    seen = {each: content_of(each) for each in files}

    def work() -> None:
        with writing(files, folder, seen):
            if refused:
                raise OSError("it would not be valid")

    return work


def _several_refused(path: Path, folder: Path) -> Callable[[], None]:
    return _several(path, folder, refused=True)


# each looks at the files at once, and writes later
TASKS = {"output": _output, "bank": _of_bank, "several": _several, "several, refused": _several_refused}


def run(seed: int) -> None:
    """Try a case. Raises AssertionError if a file is lost, half written, or left over."""
    if sys.platform == "win32":
        return
    case = case_of(seed)
    with TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o777)
        for each in ("bank", "outside"):
            (root / each).mkdir()
            (root / each).chmod(0o777)
        _attempt(case, root)


def _attempt(case: Case, root: Path) -> None:
    folder = root / "bank"
    (root / "outside" / "victim.txt").write_bytes(OUTSIDE)
    (folder / "a.txt").write_bytes(OLD)
    path = folder / ("sub/x.txt" if case.target == "below a missing folder" else "x.txt")
    TARGETS[case.target](path)
    before, modes = dict(_tree(root)), dict(_modes(folder))
    folder.chmod(case.folder_mode)
    code = _in_child(lambda: TASKS[case.task](path, folder), case, path)
    assert code in (KILLED, REFUSED, DONE), f"{case}: exit code {code}"
    for each, content in _tree(root):
        _judge(case, each, content, before)
    if (root / MARK).exists() and code != KILLED and case.task != "output":
        assert path.read_bytes() == SAVED, f"{case}: what the editor saved is gone"
    (root / MARK).unlink(missing_ok=True)
    if case.folder_mode == 0o777:
        _next_run(case, folder, code, before)
    assert all(modes[each] == mode for each, mode in _modes(folder) if each in modes), f"{case}: modes"


def _judge(case: Case, name: str, content: bytes, before: dict[str, bytes]) -> None:
    """No file is half written; outside, only an output that its user named may be written."""
    allowed = {before.get(name, NEW), NEW, SAVED}
    if name.startswith("outside") and case.task != "output":
        allowed = {OUTSIDE}
    assert content in allowed or Path(name).name.startswith("."), f"{case}: {name} has {content!r}"


def _next_run(case: Case, folder: Path, code: int, before: dict[str, bytes]) -> None:
    """What a killed program left is removed; several files are all old or all new."""

    def clean() -> None:
        undo_interrupted(folder)
        # an output through a link has its draft where the link leads
        for each in {folder, folder.parent / "outside", *(path.parent for path in folder.rglob("*"))}:
            write(each / "next.txt", NEW)

    assert _in_child(lambda: clean) == DONE, f"{case}: the next run"
    after = dict(_tree(folder.parent))
    left = [name for name in after if Path(name).name.startswith(".")]
    assert not left, f"{case}: left over: {left}"
    assert set(before) <= set(after), f"{case}: lost: {set(before) - set(after)}"
    if case.task.startswith("several") and not case.save:
        done = {name: after.get(name) for name in ("bank/a.txt", "bank/x.txt", "bank/new/b.txt")}
        if case.target in ("regular", "missing"):
            states = {"old" if content == before.get(name) else "new" for name, content in done.items()}
            assert len(states) == 1, f"{case}: {done}"
            assert code != REFUSED or states == {"old"}, f"{case}: {done}"


def _tree(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each regular file and its content; what links lead to is in the tree itself."""
    for path in sorted(root.rglob("*")):
        if stat.S_ISREG(path.lstat().st_mode):
            yield path.relative_to(root).as_posix(), path.read_bytes()


def _modes(root: Path) -> Iterator[tuple[str, int]]:
    for path in sorted(root.rglob("*")):
        yield str(path), stat.S_IFMT(path.lstat().st_mode)


def _import_all() -> None:
    """Import what is imported late: a user without rights may be unable to read this Python's library."""
    import ctypes
    import secrets
    import traceback

    import sco_quiz.disk.content_kind

    assert all((ctypes, secrets, traceback, sco_quiz.disk.content_kind))


def _in_child(task: Callable[[], Callable[[], None]], case: Case | None = None, path: Path = ROOT) -> int:
    """Run a task in a process of its own, as a user without rights; return its exit code.

    An editor saves after the task has looked at its files: what it saved before, the task may replace.
    """
    _import_all()
    child = os.fork()
    if not child:
        code = 70
        try:
            if os.getuid() == 0:
                os.setuid(NOBODY)
            work = task()
            if case:
                _disturb(case, path)
            work()
            code = DONE
        except OSError:
            code = REFUSED
        except BaseException:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _disturb(case: Case, path: Path) -> None:
    """Let an editor save the file before one step of this process, and kill the process before another one."""
    steps = 0
    busy = False

    def hook(event: str, arguments: object) -> None:
        nonlocal steps, busy
        if event not in STEPS or busy:
            return
        steps += 1
        if steps == case.kill:
            os._exit(KILLED)
        if steps == case.save and case.target == "regular":
            busy = True
            _save(path, case.in_place)
            busy = False

    sys.addaudithook(hook)


def _save(path: Path, in_place: bool) -> None:
    draft = path.with_name("editor.tmp")
    try:
        if in_place:
            path.write_bytes(SAVED)
        else:
            draft.write_bytes(SAVED)
            draft.replace(path)
        (path.parent.parent / MARK).write_bytes(SAVED)
    except OSError:  # of a folder in which it may not write
        draft.unlink(missing_ok=True)
