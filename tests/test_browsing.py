"""Several tests share a page, and nothing else."""

from pathlib import Path
from typing import Any

from tests.browsing import Browser

KEEP = "localStorage.kept = sessionStorage.kept = '1'; document.cookie = 'kept=1'"
KEPT = "[localStorage.kept, sessionStorage.kept, document.cookie].join('')"
EMPTY = "<!doctype html>"


def test_a_page_finds_nothing_of_the_test_before(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(EMPTY, "utf-8")
    pages: list[Any] = []
    for width in (700, 320):
        page = browser.new_page(width=width, locale="de")
        assert page.evaluate("[history.length, window.name]") == [1, ""]
        page.route("http://**/*", lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
        for address in ("http://page.test/", file.as_uri()):
            page.goto(address)
            assert page.evaluate(KEPT) == ""
            page.evaluate(KEEP)
            assert "1" in page.evaluate(KEPT)
        page.evaluate("window.name = 'kept'")
        assert page.evaluate("[innerWidth, screen.width]") == [width, width]
        pages.append(page)
        browser.close(page)
    assert pages[0] is pages[1]


def test_a_page_is_heard_and_served_by_its_own_test_alone(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><script src='served.js'></script>", "utf-8")
    heard: list[list[str]] = []

    def visit(served: str, **media: str) -> bool:
        heard.append([])
        said = heard[-1]
        page = browser.new_page(locale="fr", hears={"console": lambda message: said.append(message.text)})
        dark = bool(page.evaluate("matchMedia('print').matches"))
        page.emulate_media(**media)
        if served:
            page.route("**/served.js", lambda route: route.fulfill(body=served))
        page.goto(file.as_uri())
        browser.close(page)
        return dark

    assert [visit("console.log('served')", media="print"), visit("")] == [False, False]
    assert heard[0] == ["served"]
    assert "served" not in heard[1]


def test_scripts_of_a_page_run_for_those_who_ask_for_them(browser: Browser) -> None:
    marked, plain = (browser.new_page(locale="it", scripts=scripts) for scripts in (("window.mark = 1",), ()))
    for page, expected in ((marked, 1), (plain, None)):
        page.goto("data:text/html,<p>")
        assert page.evaluate("window.mark") == expected
        browser.close(page)
    assert browser.new_page(locale="it") is plain


def test_pages_that_are_open_at_once_share_nothing(browser: Browser) -> None:
    pages = [browser.new_page(), browser.new_page(), browser.new_page(own=True)]
    assert len({id(page.context) for page in pages}) == 3
    for page in pages:
        browser.close(page)
