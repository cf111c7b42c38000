"""The ledger in the folder of a bank: which commands read it, and which leave it alone."""

from pathlib import Path
from shutil import copytree
from time import time

import pytest

from sco_quiz.anki.ledger import LEDGER_FILE
from sco_quiz.anki.package import write_deck
from sco_quiz.loading.load import load_bank
from tests.command import ok, sco_quiz
from tests.conftest import ROOT


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The bank of a release, which was exported once."""
    folder = Path(copytree(ROOT / "tests" / "released" / "0.1.0" / "every-field", tmp_path / "bank"))
    export(folder, "new 10, changed 0, unchanged 0, dropped 0")
    return folder


def export(bank: Path, counts: str) -> None:
    """Export a bank, or a file of it, and assert how many notes are new, changed, unchanged and dropped."""
    deck = bank.parent / "deck.apkg"
    deck.unlink(missing_ok=True)
    assert f"\n{counts}\n" in ok("export", "anki", "--bank", str(bank), "-o", str(deck))


SAME = "new 0, changed 0, unchanged 10, dropped 0"


def test_a_file_of_the_bank_has_the_ledger_of_the_bank(bank: Path) -> None:
    export(bank / "everything.yaml", SAME)


def test_a_lone_file_has_none(bank: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone" / "everything.yaml"
    alone.parent.mkdir()
    alone.write_bytes((bank / "everything.yaml").read_bytes().split(b"- id: opened")[0])
    done = ok("export", "anki", "--bank", str(alone), "-o", str(tmp_path / "alone.apkg"))
    assert f"If students have one already, restore the deck that was at {tmp_path / 'alone.apkg'} and export" in done
    assert [path.name for path in alone.parent.iterdir()] == ["everything.yaml"]


@pytest.mark.parametrize("marked", [False, True], ids=["sound", "with markers of a conflict"])
def test_other_commands_leave_it_alone(bank: Path, marked: bool) -> None:
    ledger = bank / LEDGER_FILE
    if marked:
        ledger.write_text(f"<<<<<<< HEAD\n{ledger.read_text('utf-8')}=======\n>>>>>>> other\n", "utf-8")
    before = ledger.read_bytes()
    for words in (["check"], ["fmt"], ["diff", str(ROOT / "tests" / "released" / "0.1.0" / "every-field")]):
        assert LEDGER_FILE not in sco_quiz(*words, str(bank)).stdout
    ok("list", "--bank", str(bank))
    ok("rename", "single", "river", "--bank", str(bank))
    assert ledger.read_bytes() == before
    export(bank, SAME)  # the question has a new id, but is the same note


def test_a_copied_folder_with_another_id(bank: Path, tmp_path: Path) -> None:
    other = Path(copytree(bank, tmp_path / "other"))
    head = (other / "bank.yaml").read_text("utf-8")
    (other / "bank.yaml").write_text(head.replace("id: every-field", "id: every-other"), "utf-8")
    done = sco_quiz("export", "anki", "--bank", str(other), "-o", str(tmp_path / "other.apkg"))
    assert done.returncode == 1
    assert "is the ledger of the bank `every-field`, but the id in bank.yaml is" in " ".join(done.stderr.split())
    assert "delete the ledger if this is a new bank" in " ".join(done.stderr.split())
    assert not (tmp_path / "other.apkg").exists()
    (other / LEDGER_FILE).unlink()
    export(other, "new 10, changed 0, unchanged 0, dropped 0")


def test_the_built_in_bank_is_only_read_from_elsewhere(tmp_path: Path) -> None:
    """A learner's own deck of it, with newer times than the ledger has, leaves no trace in a checkout."""
    ledger, deck = ROOT / "questions" / LEDGER_FILE, tmp_path / "deck.apkg"
    before = ledger.read_bytes() if ledger.exists() else None
    write_deck(load_bank(), deck, int(time()) + 86_400)
    done = sco_quiz("export", "anki", "-o", str(deck), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (ledger.read_bytes() if ledger.exists() else None) == before
