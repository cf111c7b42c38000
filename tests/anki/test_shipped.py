"""The deck in decks/ and the ledger of the built-in bank are up to date with its questions."""

from pathlib import Path
from shutil import copy
from time import time

from sco_quiz.anki.ledger import LEDGER_FILE, parse_ledger
from sco_quiz.anki.package import write_deck
from sco_quiz.core.bank import Bank
from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT

LEDGER = ROOT / "questions" / LEDGER_FILE


def test_the_shipped_deck_is_fresh(bank: Bank, tmp_path: Path, update: bool) -> None:
    shipped = ROOT / "decks" / f"{bank.id}.apkg"
    if update:
        if not LEDGER.exists():
            begin_ledger(bank.id, tmp_path)
            shipped.unlink()  # no student has what was committed between two releases
        write_deck(bank, shipped, int(time()), ledger_file=LEDGER)
    ledger = Path(copy(LEDGER, tmp_path))
    report = write_deck(bank, tmp_path / "deck.apkg", int(time()), ledger_file=ledger)  # as on another machine
    assert (report.notes, report.unchanged) == (len(bank.questions), len(bank.questions))
    assert ledger.read_bytes() == LEDGER.read_bytes()
    assert report.path.read_bytes() == shipped.read_bytes()


def begin_ledger(bank_id: str, folder: Path) -> None:
    """Begin the ledger with the deck of 0.1.0, so that it tells what changed since."""
    # without a name: the decks get numbers, though that of 0.1.0 had none
    LEDGER.write_text(f'{{"bank": "{bank_id}", "version": 1}}\n', "utf-8")
    released = ROOT / "tests" / "released" / "0.1.0"
    deck = Path(copy(released / "sco-2010.apkg", folder))
    write_deck(load_bank(released / "sco-2010"), deck, int(time()), ledger_file=LEDGER)


def test_the_shipped_ledger_has_every_question(bank: Bank) -> None:
    ledger = parse_ledger(LEDGER.read_text("utf-8"), str(LEDGER), bank.id)
    assert {entry.question for entry in ledger.entries if not entry.dropped} == set(bank.by_first_id)
    assert {topic.id for topic in bank.topics} <= set(ledger.names.topics)
