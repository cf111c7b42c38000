"""The page of the built-in bank in this repository is what the program writes today."""

from pathlib import Path

import pytest

from tests.command import sco_quiz
from tests.conftest import ROOT

PAGE = ROOT / "decks" / "sco-2010.html"


def test_the_page_in_the_repository_is_up_to_date(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    done = sco_quiz("export", "page", "-o", str(tmp_path / "page.html"))
    assert (done.returncode, done.stderr) == (0, "")
    written = (tmp_path / "page.html").read_bytes()
    if request.config.getoption("--update"):
        PAGE.write_bytes(written)
    assert PAGE.read_bytes() == written
