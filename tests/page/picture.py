"""Make the picture of the shipped page for the README: `python -m tests.page.picture`."""

from typing import Any

from playwright.sync_api import sync_playwright

from tests.anki.card_apps import ARGUMENTS, chromium
from tests.conftest import ROOT

PAGE = ROOT / "decks" / "sco-2010.html"
PICTURE = ROOT / "decks" / "pictures" / "page.png"


def partly_answered(page: Any) -> None:
    """Practice until a question with several right options comes; choose the first three of them."""
    page.get_by_role("button", name="Practice", exact=True).click()
    while page.locator(".sq").get_attribute("data-kind") != "multiple_choice":
        page.get_by_role("button", name="Skip", exact=True).click()
        page.get_by_role("button", name="Next", exact=True).click()
    for key in "123":
        page.keyboard.press(key)
    page.get_by_role("button", name="Check", exact=True).click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 760, "height": 560})
        page.goto(f"{PAGE.as_uri()}#seed=12")
        partly_answered(page)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
