"""Questions in a real Chromium, as a page shows them: under its policy, with its style."""

from dataclasses import dataclass, field
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.core.selection import question_of
from sco_quiz.core.words.languages import language_of
from sco_quiz.formats.page.questions import Json, page_questions
from sco_quiz.formats.page.scripts import page_style, question_script
from sco_quiz.loading.load import read_bank
from tests.conftest import ROOT

ADDRESS = "http://page.test/"
POLICY = "default-src 'none'; script-src 'nonce-page'; style-src 'nonce-page'; img-src data:"
DOCUMENT = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Question</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}"><style nonce="page">{style}</style></head>
<body class="card {theme}"><main></main><script nonce="page">{script}
window.open_view = function (data, words, options) {{
  var place = document.querySelector("main");
  PAGE = {{ words: words }};
  speak(document.documentElement.lang);
  if (window.view) window.view.root.remove();
  window.changes = 0;
  options.onChange = function () {{ window.changes++; }};
  window.view = mountQuestion(place, data, options);
}};
</script></body></html>"""


@dataclass
class ViewPage:
    """A page that shows one question at a time. It records errors, and every request beside that for the page."""

    page: Any
    bank: Bank
    key: bool = True
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def show(self, question: str, seed: int = 1, state: Json | None = None) -> None:
        """Show a question; with `state`, as it was left."""
        (data,) = page_questions(self.bank, [question_of(self.bank, question)], self.key)
        self.show_data(data, seed, state)

    def show_data(self, data: Json, seed: int = 1, state: Json | None = None) -> None:
        words = language_of(self.bank.lang).page_words
        self.page.evaluate("args => open_view(...args)", [data, words, {"seed": seed}])
        if state is not None:
            self.page.evaluate("state => view.restore(state)", state)

    def call(self, name: str, *arguments: object) -> Any:
        """Call a method of the view."""
        return self.page.evaluate("([name, args]) => view[name](...args)", [name, list(arguments)])

    @property
    def verdict(self) -> str:
        return str(self.page.locator(".verdict").inner_text())

    @property
    def spoken(self) -> str:
        """What a screen reader announces of the last change."""
        return str(self.page.locator(".spoken").text_content())

    def too_wide(self) -> int:
        """Return by how many CSS pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def assert_clean(self) -> None:
        """Assert that there was no script error, nothing that the policy refused, and no request."""
        assert (self.errors, self.requests) == ([], [])


def open_view(
    browser: Any, bank: Bank, *, width: int = 400, night: bool = False, touch: bool = False, key: bool = True
) -> ViewPage:
    """Open a page for the questions of a bank; `width` is in CSS pixels."""
    errors: list[str] = []
    hears = {
        "pageerror": lambda error: errors.append(str(error)),
        "console": lambda message: errors.append(message.text) if message.type == "error" else None,
    }
    view = ViewPage(browser.new_page(width=width, height=700, has_touch=touch, hears=hears), bank, key, errors)
    document = DOCUMENT.format(
        lang=bank.lang or "en",
        policy=POLICY,
        theme="nightMode" * night,
        style=page_style(),
        script=question_script(),
    )

    def serve(route: Any) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=document, content_type="text/html; charset=utf-8")
        else:
            view.requests.append(route.request.url)
            route.abort()

    view.page.route("**/*", serve)
    view.page.goto(ADDRESS)
    return view


def bank_of_cards() -> Bank:
    """One question of each kind, with everything that can be shown."""
    return read_bank(ROOT / "tests" / "anki" / "cards.yaml").bank
