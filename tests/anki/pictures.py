"""Make pictures of cards as Anki's programs show them: `python -m tests.anki.pictures FOLDER`.

Each kind, front and back, by day and by night, on a phone and on a desktop, from the real Anki and a real Chromium.
"""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.anki.card_apps import ANKIDROID, ARGUMENTS, DESKTOP, App, Deck, Viewer, chromium, deck_of, open_viewer
from tests.anki.profile import Profile
from tests.conftest import ROOT

# a question of the built-in bank, the positions chosen on the front, and what is typed
SHOWN = {
    "single_choice": ("most-urgent", (2,), ""),
    "multiple_choice": ("pledges", (1, 2, 4), ""),
    "true_false": ("", (1,), ""),
    "short_answer": ("rats-city", (), "Tashkant"),
    "numeric": ("staff-number", (), "31"),
    "cloze": ("", (), ""),
    "matching": ("", (4, 5, 6), ""),
    "ordering": ("", (2, 1, 3), ""),
}
SIZES: tuple[tuple[str, App, int], ...] = (("phone", ANKIDROID, 360), ("desktop", DESKTOP, 800))


@contextmanager
def opened() -> Iterator[tuple[Any, Deck, dict[str, str]]]:
    """Open a browser, the deck of the built-in bank in a real Anki, and a question of each kind."""
    from anki.collection import Collection
    from playwright.sync_api import sync_playwright

    from sco_quiz import load_bank

    bank = load_bank(ROOT / "questions")
    named = {kind: name for kind, (name, _, _) in SHOWN.items() if name}
    first = {question.type: question.id for question in reversed(bank.questions)}
    with TemporaryDirectory() as folder, closing(Collection(f"{folder}/collection.anki2")) as col:
        deck = deck_of(bank, Profile(col), Path(folder) / "deck.apkg")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
            yield browser, deck, {**first, **named}
            browser.close()


def answered(viewer: Viewer, deck: Deck, kind: str, question: str) -> Iterator[tuple[str, str]]:
    """Show the front, answer it, show the back; yield the side shown each time."""
    _, places, typed = SHOWN[kind]
    viewer.show(deck.side(question, "front"))
    # the items as they are at first: a tap moves them
    items = viewer.page.locator(".options > li, .parts > li, .rights > li").element_handles()
    for place in places:
        if place <= len(items):
            items[place - 1].click()
    if typed:
        viewer.page.fill("#typeans", typed)
    viewer.page.mouse.move(0, 0)
    yield "front", question
    viewer.show(deck.side(question, "back", typed=typed))
    yield "back", question


def main(folder: Path) -> None:
    """Write the pictures, named by kind, side, size and light."""
    folder.mkdir(parents=True, exist_ok=True)
    with opened() as (browser, deck, questions):
        for kind, question in questions.items():
            for size, app, width in SIZES:
                for light, night in (("day", False), ("night", True)):
                    viewer = open_viewer(browser, app, night=night, width=width)
                    viewer.page.add_init_script("Math.random = () => 0.4;")  # the same pictures each time
                    for side, _ in answered(viewer, deck, kind, question):
                        name = f"{kind}-{side}-{size}-{light}.png"
                        viewer.page.screenshot(path=str(folder / name), full_page=True)
                    viewer.assert_clean()
                    viewer.page.context.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
