"""A package in a platform: frames in a real Chromium, and the strict API of SCORM 1.2."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import ExamForm
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.scorm.writer import scorm_package
from sco_quiz.loading.load import read_bank
from tests.conftest import ROOT
from tests.page.conftest import form_of

ADDRESS = "http://lms.test/"
LMS = (Path(__file__).parent / "lms.js").read_text("utf-8")
# a player as platforms have it: the API in the window, a frame within a frame
PLAYER = """<!doctype html><title>LMS</title><script>{lms}
window.values = {values}; window.faults = []; window.calls = [];
window.API = makeLms(window.values, window.faults, window.calls, {options});
</script><iframe src="middle.html" width="800" height="700"></iframe>"""
MIDDLE = '<!doctype html><iframe src="index.html" width="780" height="680"></iframe>'
TEST = PageSettings(mode="test")


@dataclass
class Visit:
    """A package that is open in a platform."""

    page: Any
    errors: list[str]
    values: dict[str, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    @property
    def sco(self) -> Any:
        return self.page.frames[2]

    def press(self, name: str) -> None:
        self.sco.get_by_role("button", name=name, exact=True).click()

    def begin(self) -> None:
        self.press("Begin")

    def hand_in(self) -> None:
        for name in ("Overview", "Hand in", "Hand in"):
            self.press(name)

    def now(self) -> dict[str, str]:
        return dict(self.page.evaluate("values"))

    def leave(self) -> None:
        """Leave as platforms do, which put another page into the frame; assert that no call was at fault."""
        self.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        self.page.wait_for_function("calls.includes('Finish') || !calls.length")
        self.values, self.calls = self.now(), list(self.page.evaluate("calls"))
        assert self.page.evaluate("faults") == []
        assert self.errors == []

    @property
    def recorded(self) -> str:
        """The calls without what differs from run to run: times."""
        timeless = (re.sub(r"\d{2,4}:\d\d:\d\d(\.\d\d)?$", "TIME", line) for line in self.calls)
        return "".join(re.sub(r"^(cmi.suspend_data = ).*", r"\1STATE", line) + "\n" for line in timeless)


OpenVisit = Callable[..., Visit]


@pytest.fixture
def visit(browser: Any) -> Iterator[OpenVisit]:
    """Open packages in a platform that has the values of an earlier visit."""
    pages: list[Any] = []

    def open_visit(
        bank: Bank,
        settings: PageSettings = TEST,
        form: ExamForm | None = None,
        values: dict[str, str] | None = None,
        refuses: str = "",
    ) -> Visit:
        files = ZipFile(BytesIO(scorm_package(bank, [form or form_of(bank)], settings)))
        kept = {"cmi.core.student_name": "Asanov, Bek", "cmi.core.lesson_mode": "normal"} | (values or {})
        player = PLAYER.format(lms=LMS, values=json.dumps(kept), options=json.dumps({"refuses": refuses}))
        served = {"": player, "middle.html": MIDDLE, "index.html": files.read("index.html").decode()}
        errors: list[str] = []
        page = browser.new_page(hears={"pageerror": lambda error: errors.append(str(error))})
        pages.append(page)

        def serve(route: Any) -> None:
            name = route.request.url.removeprefix(ADDRESS).partition("?")[0]
            route.fulfill(body=served.get(name, ""), content_type="text/html; charset=utf-8")

        page.route(f"{ADDRESS}**", serve)
        page.goto(ADDRESS)
        page.frames[2].locator("h2").wait_for()
        return Visit(page, errors)

    yield open_visit
    for page in pages:
        browser.close(page)


@pytest.fixture(scope="session")
def kinds_bank() -> Bank:
    """One question of each kind."""
    loaded = read_bank(ROOT / "tests" / "anki" / "cards.yaml")
    assert loaded.problems == ()
    return loaded.bank
