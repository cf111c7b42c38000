"""Make pictures of cards as Anki's programs show them: `python -m tests.anki.pictures FOLDER [PATTERN]`.

Cards of each kind in each state, in other languages and directions too, on the desktop and on phones, by day and by
night, from the real Anki and a real Chromium. PATTERN selects pictures by name, such as "matching-*-360-day".
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sco_quiz import load_bank
from sco_quiz.core.bank import Bank
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.source_record import make_source
from tests.anki.card_apps import APPS, ARGUMENTS, App, Deck, Viewer, chromium, deck_of, open_viewer
from tests.anki.profile import Profile
from tests.browsing import Browser
from tests.conftest import ROOT

LIGHTS = {"day": False, "night": True}
WIDTHS = (360, 1100)
HEIGHT = 640  # of a small phone
ANSWERS = ("right", "partly", "wrong")
BACKS = tuple(f"back-{answer}" for answer in ANSWERS)
STATES = ("front", "front-answered", "front-checked-partly", "front-checked-wrong", "back", "back-unfolded", *BACKS)
LANGUAGES = {"russian": "ru", "chinese": "zh", "rtl": "ar", "marked-rtl": "ar"}
FOLDERS = {"questions": ROOT / "questions", "marked_up": ROOT / "tests" / "marked_up"}


@dataclass(frozen=True)
class Scene:
    """A card of one bank, and what is typed for each of ANSWERS."""

    bank: str
    question: str
    typed: tuple[str, ...] = ()
    card: int = 0


SCENES = {
    "single_choice": Scene("questions", "most-urgent"),
    "multiple_choice": Scene("questions", "pledges"),
    "true_false": Scene("questions", "london-rank"),
    "short_answer": Scene("questions", "rats-city", ("tashkent", "Tashkant", "Moscow")),
    "numeric": Scene("questions", "staff-number", ("30", "approx. 30", "31")),
    "cloze": Scene("questions", "gas-pipeline"),
    "matching": Scene("questions", "meetings-and-outcomes"),
    "ordering": Scene("questions", "timeline"),
    "map": Scene("questions", "places-on-the-map"),
    "table": Scene("questions", "dues-of-four"),
    "big_number": Scene("typed", "crowns", ("12 000 000 <old> crowns", "12 000 000 km", "17 000 000")),
    "gaps": Scene("typed", "gaps"),
    "withdrawn": Scene("typed", "old"),
    "hebrew": Scene("typed", "hebrew", ("ירושלים", "ירושלם", "תל אביב")),
    "rtl_choice": Scene("rtl", "rtl-single"),
    "rtl_pairs": Scene("rtl", "rtl-matching"),
    "rtl_order": Scene("rtl", "rtl-ordering"),
    "rtl_words": Scene("rtl", "rtl-short", ("بكين", "بكن", "موسكو")),
    "russian_choice": Scene("russian", "single"),
    "russian_number": Scene("russian", "number", ("1200", "1200 м", "7")),
    "russian_pairs": Scene("russian", "matching"),
    "russian_withdrawn": Scene("russian", "retired"),
    "chinese_choice": Scene("chinese", "zh-single"),
    "chinese_pairs": Scene("chinese", "zh-matching"),
    "marked_everything": Scene("marked_up", "everything"),
    "marked_choice": Scene("marked_up", "one-solution"),
    "marked_code": Scene("marked_up", "what-is-printed"),
    "marked_pictures": Scene("marked_up", "the-picture-of-water"),
    "marked_pairs": Scene("marked_up", "figures-and-names"),
    "marked_operators": Scene("marked_up", "signs-of-python"),
    "marked_order": Scene("marked_up", "order-of-lines"),
    "marked_gaps": Scene("marked_up", "a-function"),
    "marked_words": Scene("marked_up", "print-a-text", ('print("Hello")', 'Print("Hello")', "echo Hello")),
    "marked_false": Scene("marked_up", "speed-of-light"),
    "marked_blocks": Scene("marked", "blocks"),
    "marked_rtl": Scene("marked-rtl", "rtl-code"),
}


def bank_of(name: str) -> Bank:
    """Return the bank of a folder, or one for tests in its language."""
    if name in FOLDERS:
        return load_bank(FOLDERS[name])
    loaded = read_bank(ROOT / "tests" / "anki" / f"{name}.yaml")
    source = make_source("A report\n\nIt tells.\n\nIt answers.\n", "A report", date(2010, 2, 3))
    told = [each.model_copy(update={"summary": f"Summary {each.number}."}) for each in source.paragraphs]
    source = source.model_copy(update={"paragraphs": tuple(told)})
    return replace(loaded.bank, lang=LANGUAGES.get(name, "en"), source=source)


def keys_of(viewer: Viewer, answer: str) -> list[str]:
    """Return the keys of options that make an answer right, partly right or wrong."""
    inside = viewer.page.locator("script.secret")
    if not inside.count():
        return []
    key = inside.text_content().split('data-f="key">')[1].split("<")[0].split()
    items = viewer.page.locator(".choices > ol:not(.lefts) > li")
    others = [name for name in items.evaluate_all("all => all.map(e => e.dataset.k)") if name not in key]
    if answer == "right":
        return key
    if viewer.page.locator(".rights, .parts").count():
        return [key[1], key[0], *key[2:]] if answer == "partly" else key[::-1] if not others else [*key[1:], others[0]]
    return [*key[:-1], others[0]] if answer == "partly" and len(key) > 2 else others[:1]


def choose(viewer: Viewer, answer: str) -> None:
    """Tap options, or the first gap."""
    for key in keys_of(viewer, answer):
        viewer.page.locator(f'.choices > ol:not(.lefts) > li[data-k="{key}"] > .text').click()
    if viewer.page.locator(".cloze.tappable").count():
        viewer.page.locator(".cloze.tappable").first.click()


def states(viewer: Viewer, deck: Deck, scene: Scene) -> Iterator[str]:
    """Show a card in each of its states; yield the name of the state."""
    front = deck.side(scene.question, "front", card=scene.card)
    viewer.show(front)
    yield "front"
    viewer.show(deck.side(scene.question, "back", card=scene.card))
    yield "back"
    folded = viewer.page.locator("details")
    if folded.count():
        folded.evaluate_all("all => all.forEach(e => { e.open = true; })")
        yield "back-unfolded"
    for number, answer in enumerate(ANSWERS):
        viewer.show(front)
        typed = scene.typed[number] if scene.typed else ""
        if typed:
            viewer.page.fill("#typeans", typed)
        choose(viewer, answer)
        if answer == "partly":
            yield "front-answered"
        viewer.show(deck.side(scene.question, "back", typed=typed, card=scene.card))
        yield f"back-{answer}"
        viewer.show(front)
        choose(viewer, answer)
        check = viewer.page.locator(".check:visible")
        if answer != "right" and check.count():
            check.click()
            yield f"front-checked-{answer}"


def take(browser: Any, deck: Deck, name: str, look: tuple[App, int, str], folder: Path, pattern: str) -> None:
    """Take the pictures of one card on one screen."""
    app, width, light = look
    marked = SCENES[name].bank.startswith("marked")
    viewer = open_viewer(browser, app, at_first="Math.random = () => 0.4;")  # the same pictures each time
    viewer.begin(night=LIGHTS[light], width=width, media=deck.media, mathjax=marked)
    viewer.page.set_viewport_size({"width": width, "height": HEIGHT})
    for state in states(viewer, deck, SCENES[name]):
        picture = f"{name}-{state}-{app.name}-{width}-{light}"
        if fnmatch(picture, pattern):
            viewer.page.mouse.move(0, 0)
            viewer.page.screenshot(path=str(folder / f"{picture}.png"), full_page=True)
    viewer.assert_clean()
    viewer.page.close()


def main(folder: Path, pattern: str = "*") -> None:
    """Write the pictures, named by card, state, program, width and light."""
    from anki.collection import Collection
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        place = Path(stack.enter_context(TemporaryDirectory()))

        @cache
        def deck(bank: str) -> Deck:
            profile = Profile(stack.enter_context(closing(Collection(f"{place}/{bank}.anki2"))))
            return deck_of(bank_of(bank), profile, place / f"{bank}.apkg")

        playwright = stack.enter_context(sync_playwright())
        running = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        stack.callback(running.close)
        browser = Browser(running)
        looks = [(app, width, light) for app in APPS for width in WIDTHS for light in LIGHTS]
        for name, scene in SCENES.items():
            for look in looks:
                app, width, light = look
                if any(fnmatch(f"{name}-{state}-{app.name}-{width}-{light}", pattern) for state in STATES):
                    take(browser, deck(scene.bank), name, look, folder, pattern)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
