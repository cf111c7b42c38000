"""Models of the programs that show cards, as pages in a real Chromium, with the HTML that the real Anki renders."""

import re
import shutil
from dataclasses import dataclass, field
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sco_quiz.anki.package import write_deck
from sco_quiz.core.bank import Bank
from sco_quiz.core.picture import SUFFIXES
from tests.anki.profile import NOW, Profile
from tests.conftest import absent

ADDRESS = "http://card.test/"
TYPE_IN = re.compile(r"\[\[type:(.+?)\]\]")
SCRIPT = re.compile(r"(<script.*?</script>)", re.DOTALL)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REFUSE_STORAGE = """["sessionStorage", "localStorage"].forEach(function (name) {
  Object.defineProperty(window, name, { get: function () { throw new DOMException("refused", "SecurityError"); } });
})"""
# The parts of the programs' own stylesheets that apply where a card sets no style.
DESKTOP_STYLE = """
body { margin: 20px; overflow-wrap: break-word } body.nightMode { background-color: #2c2c2c; color: #fcfcfc }
hr { margin: 1em 0; border: none; height: 1px; background-color: #737373 }
#typeans { box-sizing: border-box; width: 100%; line-height: 1.75 }
.typeGood, .typeBad, .typeMissed { color: #000 }
.typeGood { background: #afa } .typeBad { background: #faa } .typeMissed { background: #ccc }
"""
ANKIDROID_STYLE = """
body { margin: 0 0 30px; padding: 0 } body.night_mode { background-color: black; color: white }
#qa { margin: 0.5em } #typeans { width: 100% }
.typeGood { background-color: #0f0 } .typeBad { background-color: #f00 } .typeMissed { background-color: #ccc }
.night_mode input#typeans { background-color: black; color: white }
.night_mode .typeGood { background-color: #508040 } .night_mode .typeBad { background-color: #905050 }
"""
MATHJAX = (
    '<script src="/_anki/js/mathjax.js"></script><script src="/_anki/js/vendor/mathjax/tex-chtml-full.js"></script>'
)
# Keys that a program handles itself while nothing is being typed.
KEEP_KEYS = """keys => window.addEventListener("keydown", function (event) {
  var kept = keys.includes(event.key) && !event.altKey && event.target.tagName !== "INPUT";
  if (kept) event.stopImmediatePropagation();
}, true)"""
# the reviewer of the desktop program puts new HTML into the same page and runs its scripts again; scripts that a page
# has been sent, 180 kB for each card, come as numbers
SHOW_IN_PAGE = """([parts, classes]) => {
  document.body.className = classes;
  var qa = document.getElementById("qa"), sent = window[Symbol.for("sent")] ??= [];
  qa.innerHTML = parts.map(part => typeof part === "number" ? sent[part] : part).join("");
  sent.push(...parts.filter((part, at) => at % 2 && typeof part === "string"));
  qa.querySelectorAll("script").forEach(function (old) {
    var script = document.createElement("script");
    for (const attribute of old.attributes) script.setAttribute(attribute.name, attribute.value);
    script.textContent = old.textContent;
    old.parentNode.replaceChild(script, old);
  });
}"""


# as its reviewer does for a side with a formula, once its pictures are there
TYPESET = """() => MathJax.startup.promise.then(function () {
  MathJax.typesetClear();
  return MathJax.typesetPromise([document.getElementById("qa")]);
})"""
# pictures come later than the HTML that names them
PICTURES_CAME = "() => [...document.images].every(image => image.complete)"
FORGET = "try { sessionStorage.clear(); localStorage.clear(); } catch (refused) {}"
FORMULA = re.compile(r"\\[(\[]")
PICTURE_TYPES = {name: media_type for media_type, names in SUFFIXES.items() for name in names}


@dataclass(frozen=True)
class App:
    """A program that shows cards: the classes of its body, and whether each side is a new page.

    `keeps` are the keys that never reach a card.
    """

    name: str
    classes: str
    night: str
    page_per_side: bool = False
    touch: bool = False
    style: str = ""
    keeps: str = ""


DESKTOP = App("desktop", "card card1 isWin", "nightMode", style=DESKTOP_STYLE, keeps="1234567")
ANKIDROID = App(
    "AnkiDroid", "card card1 chrome", "night_mode nightMode", page_per_side=True, touch=True, style=ANKIDROID_STYLE
)
ANKIMOBILE = App("AnkiMobile", "card card1 iphone mobile", "nightMode", touch=True)
APPS = (DESKTOP, ANKIDROID, ANKIMOBILE)


@dataclass
class Deck:
    """A bank's deck in a real Anki."""

    profile: Profile

    @property
    def media(self) -> Path:
        """The folder of the pictures of its collection."""
        return Path(self.profile.col.media.dir())

    def side(self, question: str, side: str, typed: str = "", card: int = 0) -> str:
        """Return the HTML of one side of a card, with its type-in field replaced as in the desktop program."""
        shown = self.profile.note(question).cards()[card]
        return self.render(shown, side, typed)

    def render(self, card: Any, side: str, typed: str = "") -> str:
        """Return the HTML of one side of any card."""
        if side == "front":
            return TYPE_IN.sub('<center><input type="text" id="typeans"></center>', card.question())
        expected = card.note()["Typed"]
        compared = self.profile.col.compare_answer(expected, typed) if expected else ""
        return TYPE_IN.sub(lambda _: f"<div>{compared}</div>", card.answer())


def deck_of(bank: Bank, profile: Profile, path: Path) -> Deck:
    """Write a bank's deck and import it."""
    write_deck(bank, path, NOW)
    assert profile.load(path) == {"new": len(bank.questions)}
    return Deck(profile)


@dataclass
class Viewer:
    """A page of an app. It records errors, and every request except for the page itself.

    With `media`, the folder of a collection's pictures, it shows these; with `mathjax` it typesets formulas.
    """

    app: App
    page: Any
    night: bool = False
    media: Path | None = None
    mathjax: bool = False
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    _sides: int = 0
    _document: str = ""
    _sent: list[str] = field(default_factory=list)

    def begin(self, *, night: bool, width: int, media: Path | None, mathjax: bool) -> None:
        """Begin as a new window, which knows nothing of what it showed before."""
        if mathjax:
            web_files()
        if self._sides:
            self.page.evaluate(FORGET)
        self.page.set_viewport_size({"width": width, "height": 700})
        self.night, self.media, self.mathjax = night, media, mathjax
        self.errors.clear()
        self.requests.clear()
        self._sides, self._document = 0, ""

    def show(self, html: str) -> None:
        """Show one side as the app does."""
        classes = f"{self.app.classes} {self.app.night if self.night else ''}".strip()
        if self.app.page_per_side or not self._sides:
            inside = html if self.app.page_per_side else ""
            self._document = (
                '<!doctype html><html><head><meta charset="utf-8">'
                '<meta name="viewport" content="width=device-width, initial-scale=1">'
                f"<style>{self.app.style}</style>{MATHJAX * self.mathjax}</head>"
                f'<body class="{escape(classes)}"><div id="qa">{inside}</div></body></html>'
            )
            self.page.goto(f"{ADDRESS}{self._sides}")
        self._sides += 1
        if not self.app.page_per_side:
            self.page.evaluate(SHOW_IN_PAGE, [self._unsent(html), classes])
            if "<img" in html:
                self.page.wait_for_function(PICTURES_CAME)
        if self.mathjax and FORMULA.search(html):
            self.page.evaluate(TYPESET)

    def _unsent(self, html: str) -> list[str | int]:
        """Return what is between scripts, and each script or, if the page has it, its number."""
        parts: list[str | int] = list(SCRIPT.split(html))
        for at in range(1, len(parts), 2):
            if (script := str(parts[at])) in self._sent:
                parts[at] = self._sent.index(script)
        self._sent += [part for part in parts[1::2] if isinstance(part, str)]
        return parts

    def serve(self, route: Any) -> None:
        """Answer requests for the page, its pictures and MathJax; record and refuse all others."""
        address, name = route.request.url, route.request.url.removeprefix(ADDRESS)
        picture = self.media / name if self.media and Path(name).suffix in PICTURE_TYPES else None
        if address.startswith(ADDRESS) and route.request.is_navigation_request():
            self._sent.clear()
            route.fulfill(body=self._document, content_type="text/html; charset=utf-8")
        elif picture and picture.is_file():
            route.fulfill(body=picture.read_bytes(), content_type=PICTURE_TYPES[picture.suffix])
        elif self.mathjax and name.startswith("_anki/"):
            route.fulfill(path=web_files() / name.removeprefix("_anki/"))
        else:
            self.requests.append(address)
            route.abort()

    def texts(self, selector: str) -> list[str]:
        """Return the texts of the matching elements, visible or not."""
        return list(self.page.eval_on_selector_all(selector, "found => found.map(e => e.textContent.trim())"))

    def visible(self) -> str:
        """Return the visible text."""
        return str(self.page.evaluate("document.body.innerText"))

    def too_wide(self) -> int:
        """Return by how many CSS pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def assert_clean(self) -> None:
        """Assert that there was no script error and no request."""
        assert (self.errors, self.requests) == ([], [])


def chromium() -> str | None:
    """Return the path of Chromium, or None; if there is one without windows, it needs half the time."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def web_files() -> Path:
    """Return the folder of the desktop program's web files, among them MathJax: `pip install --no-deps aqt`."""
    found = find_spec("_aqt")
    if not found or not found.submodule_search_locations:
        absent("MathJax, which the package aqt has,")
    return Path(found.submodule_search_locations[0]) / "data" / "web"


def open_viewer(browser: Any, app: App, *, scripts: bool = True, storage: bool = True, at_first: str = "") -> Viewer:
    """Open a page of an app; a script may run `at_first` in each document."""
    page = browser.new_page(java_script_enabled=scripts, has_touch=app.touch)
    if not storage:
        page.add_init_script(REFUSE_STORAGE)
    page.add_init_script(f"({KEEP_KEYS})({app.keeps!r});{at_first}")
    viewer = Viewer(app, page)
    viewer.page.on("pageerror", lambda error: viewer.errors.append(str(error)))
    viewer.page.on("console", lambda message: viewer.errors.append(message.text) if message.type == "error" else None)
    viewer.page.route("**/*", viewer.serve)
    return viewer
