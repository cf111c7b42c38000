"""The page of statistics in a real Chromium."""

import shutil
from pathlib import Path

import pytest

from tests.cli.test_cli import ok
from tests.conftest import absent


@pytest.fixture
def page(tmp_path: Path) -> Path:
    ok("quiz", "--all", "--seed", "1", given="1\n" * 200)
    path = tmp_path / "s.html"
    ok("stats", "--html", str(path))
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
def test_it_fits_and_needs_nothing(page: Path, scheme: str, width: int) -> None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright")
    chromium = shutil.which("chromium")
    if chromium is None:
        absent("chromium")
    asked, said = [], []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(page.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.evaluate("document.querySelectorAll('svg[aria-label] title').length") > 10
        colours = tab.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
        assert colours[0] == ("rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)")
        browser.close()
    assert asked == [page.as_uri()]
    assert said == []
