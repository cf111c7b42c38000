"""The page of statistics in a real Chromium."""

from pathlib import Path
from typing import Any

import pytest

from tests.command import ok
from tests.conftest import pairs


@pytest.fixture
def page(tmp_path: Path) -> Path:
    ok("quiz", "--all", "--seed", "1", given="1\n" * 200)
    path = tmp_path / "s.html"
    ok("stats", "--html", str(path))
    return path


@pytest.mark.parametrize(("width", "scheme"), pairs([320, 1200], ["light", "dark"]))
def test_it_fits_and_needs_nothing(browser: Any, page: Path, scheme: str, width: int) -> None:
    asked: list[str] = []
    said: list[str] = []
    hears = {"request": lambda request: asked.append(request.url), "console": lambda message: said.append(message.text)}
    tab = browser.new_page(width=width, height=800, color_scheme=scheme, hears=hears)
    tab.goto(page.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate("document.querySelectorAll('svg[aria-label] title').length") > 10
    colour = tab.evaluate("getComputedStyle(document.body).color")
    assert colour == ("rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)")
    browser.close(tab)
    assert asked == [page.as_uri()]
    assert said == []
