"""Pages of several tests share a context, and nothing else."""

from pathlib import Path
from typing import Any

from tests.browsing import Browser

KEEP = "localStorage.kept = sessionStorage.kept = '1'; document.cookie = 'kept=1'"
KEPT = "[localStorage.kept, sessionStorage.kept, document.cookie].join('')"


def test_a_page_finds_nothing_of_the_page_before(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html>", "utf-8")
    addresses = "http://page.test/", file.as_uri()
    contexts: list[Any] = []
    for width in (700, 320):
        page = browser.new_page(width=width, locale="de")
        page.route("http://**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        for address in addresses:
            page.goto(address)
            assert page.evaluate(KEPT) == ""
            page.evaluate(KEEP)
            assert "1" in page.evaluate(KEPT)
        assert page.evaluate("[innerWidth, screen.width]") == [width, width]
        contexts.append(page.context)
        browser.close(page)
    assert contexts[0] is contexts[1]


def test_pages_that_are_open_at_once_share_nothing(browser: Browser) -> None:
    pages = [browser.new_page(), browser.new_page(), browser.new_page(own=True)]
    assert len({id(page.context) for page in pages}) == 3
    for page in pages:
        browser.close(page)
