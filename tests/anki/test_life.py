"""Five versions of a deck reach students and their own things stay, whatever students and teachers do."""

from pathlib import Path

import pytest

from tests.anki.life import LIVES, expected_of, run
from tests.conftest import absent, first


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for all lives: most students get the same five decks."""
    try:
        import anki.collection  # noqa: F401
    except ImportError:
        absent("the anki package")
    return tmp_path_factory.mktemp("lives")


@pytest.mark.parametrize("name", first([*LIVES][::2] + [*LIVES][1::2], len(LIVES) // 2))
def test_a_life(name: str, folder: Path) -> None:
    happened = {step: str(outcome) for step, outcome in run(name, folder).items()}
    assert happened == {step: expected_of(name, step) for step in happened}
