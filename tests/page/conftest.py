"""Pages in a real Chromium, without a network."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import ExamForm, FormItem, FormRules
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.writer import page_html
from sco_quiz.loading.load import read_bank
from tests.anki.card_apps import REFUSE_STORAGE
from tests.axe import violations
from tests.conftest import ROOT

# what the policy of a page refuses, as Chromium reports it
RECORD_REFUSALS = """document.addEventListener("securitypolicyviolation", function (event) {
  console.error("refused: " + event.violatedDirective + " " + event.blockedURI);
})"""

# a clock that tests move begins here, far from the end of a day
NOON = datetime(2030, 5, 6, 12)


def form_of(bank: Bank, rules: FormRules | None = None, title: str = "") -> ExamForm:
    """Return all questions that are asked, in the order of the bank, a point for each."""
    asked = [question for question in bank.questions if question.status == "active"]
    return ExamForm(title or bank.title, tuple(map(FormItem, asked)), rules=rules or FormRules())


@dataclass
class Opened:
    """A page, the errors of its scripts and of its policy, and the requests that it made beyond itself."""

    page: Any
    errors: list[str] = field(default_factory=list)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    @property
    def heading(self) -> str:
        """The heading of the screen, which has the focus."""
        return str(self.page.evaluate("document.activeElement.tagName + ' ' + document.activeElement.textContent"))

    @property
    def told(self) -> str:
        """What the live region says, once it says something."""
        self.page.locator(".live-region:not(:empty)").wait_for(state="attached")
        return str(self.page.locator(".live-region").inner_text())

    def findings(self) -> list[str]:
        """Return what axe-core finds."""
        return violations(self.page)


OpenPage = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[OpenPage]:
    """Open pages of banks, and assert at the end that none had an error or made a request."""
    all_opened: list[Opened] = []

    def open_one(
        bank: Bank,
        settings: PageSettings | None = None,
        forms: Sequence[ExamForm] = (),
        *,
        width: int = 800,
        dark: bool = False,
        touch: bool = False,
        refuse_storage: bool = False,
        clock: bool = False,
        address: str = "",
    ) -> Opened:
        file = tmp_path / "page.html"
        file.write_text(page_html(bank, forms or [form_of(bank)], settings or PageSettings()), "utf-8")
        scheme = "dark" if dark else "light"
        scripts = (RECORD_REFUSALS, REFUSE_STORAGE) if refuse_storage else (RECORD_REFUSALS,)
        options = {"color_scheme": scheme, "has_touch": touch, "own": clock, "scripts": scripts}
        errors: list[str] = []
        hears = {
            "pageerror": lambda error: errors.append(str(error)),
            "console": lambda message: errors.append(message.text),
            "request": lambda request: None if own(request.url) else errors.append(request.url),
        }
        page = browser.new_page(width=width, height=800, hears=hears, **options)
        opened = Opened(page, errors)
        all_opened.append(opened)
        if clock:
            page.clock.install(time=NOON)
        page.goto(file.as_uri() + address)
        if clock:
            page.clock.pause_at(NOON + timedelta(hours=1))
        return opened

    yield open_one
    for opened in all_opened:
        browser.close(opened.page)
        assert opened.errors == []


def own(address: str) -> bool:
    return address.partition(":")[0] in ("file", "data", "blob")


@pytest.fixture(scope="session")
def kinds_bank() -> Bank:
    """One question of each kind, with everything that it can show."""
    loaded = read_bank(ROOT / "tests" / "anki" / "cards.yaml")
    assert loaded.problems == ()
    return loaded.bank
