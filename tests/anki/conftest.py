"""Fixtures of the deck's tests."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.anki.real import Profile
from tests.conftest import absent


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    try:
        from anki.collection import Collection
    except ImportError:
        absent("the anki package")
    with closing(Collection(str(tmp_path / "collection.anki2"))) as col:
        yield Profile(col)
