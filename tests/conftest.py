"""Options and fixtures of all tests."""

import gc
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from sco_quiz.__main__ import COLLECTED_AFTER
from sco_quiz.core.bank import Bank
from sco_quiz.loading.load import LoadedBank, read_bank, read_source
from sco_quiz.loading.writing.source_record import render_source

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
MEMORY = Path("/dev/shm")  # a disk in the memory of Linux
ROOM = 2 << 30  # bytes, several times what one run needs


def record_without_facts() -> str:
    """Return the source record of the built-in bank for a bank of other questions, which its facts do not name."""
    source = read_source(ROOT / "questions")
    assert source
    bare = tuple(paragraph.model_copy(update={"facts": (), "topic": None}) for paragraph in source.paragraphs)
    return render_source(source.model_copy(update={"paragraphs": bare}))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="Run every case in full size, as .ci/run does.")
    parser.addoption("--only-full", action="store_true", help="Run only what --full adds, in full size.")
    parser.addoption("--fuzz", type=int, metavar="N", help="How many cases each fuzzer tries.")
    parser.addoption("--update", action="store_true", help="Rewrite everything derived; read the diff afterwards.")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run single files in this process, and what writes into the repository; else use all processors.

    There is one more process than processors, for tests wait: for a browser, a terminal, a lock.
    """
    few = any(".py" in argument for argument in config.args)
    return 0 if few or config.getoption("--update") else _processors() + 1


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))  # those that this process may use
    return os.cpu_count() or 1


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update"):
        if os.environ.get("CI"):
            raise pytest.UsageError("--update does not run in CI")
        if config.getoption("numprocesses", 0):
            raise pytest.UsageError("--update writes into the repository: give -n 0")
    if config.getoption("numprocesses", 0):
        _write_into_memory(config)
    # the user's own cache neither helps nor suffers
    os.environ["SCO_QUIZ_CACHE"] = _temporary_folder(config, "sco-quiz-cache-")
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", "") and "PYTHONPYCACHEPREFIX" not in os.environ:
        _share_bytecode(config)
    if hasattr(config, "workerinput") and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        config.args[:] = _turned(config, config.workerinput)


def _turned(config: pytest.Config, worker: dict[str, Any]) -> list[str]:
    """Return the parts of the tests so that each process begins with another one, and compiles it for all."""
    ignored = {config.invocation_params.dir / path for path in config.getoption("ignore") or ()}  # not if it is named
    parts = sorted({TESTS / path.relative_to(TESTS).parts[0] for path in TESTS.rglob("test_*.py")} - ignored)
    at = len(parts) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    return list(map(str, parts[at:] + parts[:at]))


def _share_bytecode(config: pytest.Config) -> None:
    """Let the programs of tests share a folder of compiled modules, as none may be written beside the modules."""
    os.environ["PYTHONPYCACHEPREFIX"] = _temporary_folder(config, "sco-quiz-bytecode-")


def _write_into_memory(config: pytest.Config) -> None:
    """Put temporary files into memory if it has room: tests wait for a disk 20 000 times, until it has what they write.

    They go at the end; a test that failed keeps its own when it is run alone.
    """
    if sys.platform == "linux" and MEMORY.is_dir():
        disk = os.statvfs(MEMORY)
        if disk.f_bavail * disk.f_frsize >= ROOM and not disk.f_flag & os.ST_NOEXEC:
            tempfile.tempdir = os.environ["TMPDIR"] = _temporary_folder(config, "sco-quiz-tests-", MEMORY)
            os.chmod(tempfile.tempdir, 0o711)  # some programs of tests run as another user


def _temporary_folder(config: pytest.Config, prefix: str, parent: Path | None = None) -> str:
    folder = TemporaryDirectory(prefix=prefix, dir=parent, ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    return folder.name


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests marked `full` unless --full is given; with --only-full, those that it does not change."""
    items.sort(key=lambda item: item.nodeid.partition("::")[0].split("/")[:2])  # the same order in each process
    if config.getoption("--only-full"):
        _keep(config, items, [item for item in items if item.get_closest_marker("full") or _has_sizes(item)])
    elif not config.getoption("--full"):
        _keep(config, items, [item for item in items if not item.get_closest_marker("full")])


def pytest_collection_finish() -> None:
    """Collect garbage as seldom as the program does, and nothing of what is there now: it took a tenth of the time."""
    gc.set_threshold(COLLECTED_AFTER)
    gc.freeze()


def _has_sizes(item: pytest.Item) -> bool:
    return "full" in getattr(item, "fixturenames", ())


def _keep(config: pytest.Config, items: list[pytest.Item], kept: list[pytest.Item]) -> None:
    chosen = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = kept


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether tests run in full size."""
    return bool(request.config.getoption("--full") or request.config.getoption("--only-full"))


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders; to make one as `tmp_path` does takes longer than most tests."""
    parent = tmp_path_factory.mktemp("progress")
    return (parent / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_progress(request: pytest.FixtureRequest, _folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests from using the progress file of the person who runs them."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else next(_folders)
    folder.mkdir(exist_ok=True)
    monkeypatch.setenv("SCO_QUIZ_PROGRESS", str(folder / "progress.sqlite"))


@pytest.fixture(scope="session")
def loaded() -> LoadedBank:
    return read_bank(ROOT / "questions")


@pytest.fixture(scope="session")
def bank(loaded: LoadedBank) -> Bank:
    assert loaded.problems == ()
    return loaded.bank


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A folder in which nothing is remembered yet."""
    return tmp_path / "cache"


@pytest.fixture
def opened() -> Iterator[list[Any]]:
    """A list for the pseudo-terminals of a test; their programs are ended after it."""
    terminals: list[Any] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()


def pairs(first: Iterable[Any], second: Iterable[Any]) -> list[Any]:
    """Return all pairs as parameters; without --full only as many as needed to include each value."""
    some, others = list(first), list(second)
    size = max(len(some), len(others))
    quick = [(some[index % len(some)], others[index % len(others)]) for index in range(size)]
    every = [(one, other) for one in some for other in others]
    return [pytest.param(*pair, marks=() if pair in quick else pytest.mark.full) for pair in every]


def first(values: Iterable[Any], number: int = 1) -> list[Any]:
    """Return values (tuples: of several parameters) as parameters; without --full only the first ones."""
    every = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*each, marks=() if at < number else pytest.mark.full) for at, each in enumerate(every)]


def absent(tool: str) -> None:
    """Skip a test whose tool is missing; in CI fail."""
    if os.environ.get("CI"):
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium."""
    from tests.anki.card_apps import ARGUMENTS, chromium
    from tests.browsing import Browser

    program = chromium()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("the playwright package")
    if program is None:
        absent("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield Browser(running)
        running.close()
