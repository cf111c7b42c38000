"""Fixtures of the tests of decks."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sco_quiz import load_bank
from sco_quiz.core.bank import Bank
from sco_quiz.core.reference import Reference
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.writing.source_record import make_source
from tests.anki.card_apps import APPS, App, Deck, Viewer, deck_of, open_viewer
from tests.anki.profile import Profile
from tests.conftest import ROOT, absent


def collection(folder: Path) -> Iterator[Profile]:
    """Open a new collection in a real Anki."""
    try:
        from anki.collection import Collection
    except ImportError:
        absent("the anki package")
    with closing(Collection(str(folder / "collection.anki2"))) as col:
        yield Profile(col)


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    yield from collection(tmp_path)


@pytest.fixture(scope="session")
def card_bank() -> Bank:
    """One question of each kind, with everything that a card can show."""
    loaded = read_bank(ROOT / "tests" / "anki" / "cards.yaml")
    assert loaded.problems == ()
    references = {
        "declaration": Reference(
            title='The "Astana" <Declaration> of the Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
            publisher="SCO Secretariat",
            date="2017-06-09",
            url="https://declarations.example/2017?a=1&b=[sound:x.mp3]#{{c1::x}}",
        ),
        "history": Reference(title="A history of the region", publisher="University Press", date="2024-05"),
    }
    source = make_source("A report\n\nIt tells.\n", "A report", date(2010, 2, 3))
    source = source.model_copy(update={"references": references})
    return replace(loaded.bank, id="cards", title="Cards", source=source)


@pytest.fixture(scope="session")
def cards(card_bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """The cards of that bank in a real Anki."""
    folder = tmp_path_factory.mktemp("cards")
    for profile in collection(folder):
        yield deck_of(card_bank, profile, folder / "cards.apkg")


@pytest.fixture(scope="session")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """Typed words and numbers, and gaps."""
    yield from deck_of_file("typed", tmp_path_factory)


@pytest.fixture(scope="session")
def marked_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """Everything that Markdown can say, in a real Anki."""
    folder = tmp_path_factory.mktemp("marked-up")
    for profile in collection(folder):
        yield deck_of(load_bank(ROOT / "tests" / "marked_up"), profile, folder / "marked-up.apkg")


def deck_of_file(name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """Put the questions of a file beside this one into a real Anki."""
    folder = tmp_path_factory.mktemp(name)
    loaded = read_bank(ROOT / "tests" / "anki" / f"{name}.yaml")
    assert loaded.problems == ()
    for profile in collection(folder):
        yield deck_of(loaded.bank, profile, folder / f"{name}.apkg")


@pytest.fixture(scope="session")
def marked_blocks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """Options of several lines."""
    yield from deck_of_file("marked", tmp_path_factory)


@pytest.fixture(scope="session")
def marked_rtl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deck]:
    """Code and formulas in text from right to left."""
    yield from deck_of_file("marked-rtl", tmp_path_factory)


Open = Callable[..., Viewer]


@pytest.fixture(scope="session")
def unused() -> defaultdict[Any, list[Viewer]]:
    """Viewers of tests that have ended, by their apps and options: opening one takes a second of processor time."""
    return defaultdict(list)


@pytest.fixture
def view(browser: Any, unused: defaultdict[Any, list[Viewer]]) -> Iterator[Open]:
    """Open viewers, and assert at the end that none had a script error or made a request; `width` is in CSS pixels."""
    opened: list[tuple[Any, Viewer]] = []

    def open_one(
        app: App,
        *,
        night: bool = False,
        width: int = 400,
        media: Path | None = None,
        mathjax: bool = False,
        **options: Any,
    ) -> Viewer:
        kind = (app, *sorted(options.items()))
        viewer = unused[kind].pop() if unused[kind] else open_viewer(browser, app, **options)
        viewer.begin(night=night, width=width, media=media, mathjax=mathjax)
        opened.append((kind, viewer))
        return viewer

    yield open_one
    for kind, viewer in opened:
        viewer.assert_clean()
        unused[kind].append(viewer)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without --full each test runs on one app, the next test on the next one."""
    tests = [item for item in items if isinstance(item, pytest.Function) and "show_on" in item.fixturenames]
    names = list(dict.fromkeys(test.originalname for test in tests))
    for test in tests:
        if test.callspec.params["show_on"] is not APPS[names.index(test.originalname) % len(APPS)]:
            test.add_marker("full")


@pytest.fixture(params=APPS, ids=lambda app: app.name)
def show_on(request: pytest.FixtureRequest, view: Open) -> Open:
    """Open viewers of each app in turn."""
    return partial(view, request.param)
