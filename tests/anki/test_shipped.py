"""The deck in decks/ is up to date with the bank."""

from pathlib import Path
from shutil import copy
from time import time

from sco_quiz.anki.package import write_deck
from sco_quiz.core.bank import Bank
from tests.conftest import ROOT


def test_the_shipped_deck_is_fresh(bank: Bank, tmp_path: Path, update: bool) -> None:
    shipped = ROOT / "decks" / f"{bank.id}.apkg"
    if update:
        write_deck(bank, shipped, int(time()))
    report = write_deck(bank, Path(copy(shipped, tmp_path)), int(time()))
    assert (report.notes, report.unchanged) == (len(bank.questions), len(bank.questions))
    assert report.path.read_bytes() == shipped.read_bytes()
