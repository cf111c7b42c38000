"""Options and fixtures of all tests."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.loading.load import LoadedBank, read_bank

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz", type=int, default=500, metavar="N", help="How many damaged files are tried; 500.")
    parser.addoption("--update", action="store_true", help="Rewrite everything derived; read the diff afterwards.")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("--update does not run in CI")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(autouse=True)
def _own_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the progress file of the person who runs it."""
    monkeypatch.setenv("SCO_QUIZ_PROGRESS", str(tmp_path / "progress.sqlite"))


@pytest.fixture(scope="session")
def loaded() -> LoadedBank:
    return read_bank(ROOT / "questions")


@pytest.fixture(scope="session")
def bank(loaded: LoadedBank) -> Bank:
    assert loaded.problems == ()
    return loaded.bank


@pytest.fixture
def opened() -> Iterator[list[Any]]:
    """A list for pseudo-terminals that a test opens; their programs are ended after it."""
    terminals: list[Any] = []
    yield terminals
    for terminal in terminals:
        terminal.child.close(force=True)


def absent(tool: str) -> None:
    """Skip a test that lacks its tool, saying so; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium."""
    from tests.anki.hosts import ARGUMENTS, chromium

    program = chromium()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("the playwright package")
    if program is None:
        absent("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield running
        running.close()
