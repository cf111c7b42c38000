"""`export anki --with-progress`: reviews in the terminal continue in the real Anki, and can be imported again."""

import re
from dataclasses import replace
from pathlib import Path
from time import sleep, time

import pytest
from click.testing import CliRunner

from sco_quiz import load_bank, write_deck
from sco_quiz.anki.previous_deck import read_previous_notes
from sco_quiz.cli.commands.export import command
from tests.anki.profile import Profile
from tests.command import ok, sco_quiz
from tests.conftest import ROOT, absent

BANK = ("--bank", str(ROOT / "tests" / "terminal" / "eight-kinds.yaml"))


def test_reviews_go_along_and_come_back(tmp_path: Path) -> None:
    try:
        from anki.collection import Collection
    except ImportError:
        absent("anki")
    ok("review", *BANK, "--kind", "true_false", "--kind", "numeric", given="f\nf\n30\n30\n")
    deck = tmp_path / "mine.apkg"
    shown = ok("export", "anki", *BANK, "--with-progress", "-o", str(deck))
    found = re.search(r"included: (\d+) reviews of 2 questions", shown)
    assert found
    count = int(found[1])
    assert count >= 2
    col = Collection(str(tmp_path / "c.anki2"))
    try:
        profile = Profile(col)
        profile.load(deck, with_progress=True)
        assert col.db.scalar("SELECT count(*) FROM revlog") == count
        back = profile.export(tmp_path / "back.colpkg", old_format=False)
    finally:
        col.close()
    assert f"0 new, {count} already there" in ok("history", "import", "anki", str(back), *BANK)
    other = ("--progress", str(tmp_path / "other.sqlite"))
    assert f"{count} new, 0 already there" in ok("history", "import", "anki", str(back), *BANK, *other)
    assert ok("history", "export", *other).count('"mode": "anki"') == count


def test_without_a_review_it_is_a_deck_like_any(tmp_path: Path) -> None:
    deck = tmp_path / "mine.apkg"
    assert "included: 0 reviews of 0 questions" in ok("export", "anki", *BANK, "--with-progress", "-o", str(deck))
    assert deck.exists()


def test_it_agrees_with_the_deck_for_everyone(tmp_path: Path, profile: Profile) -> None:
    """A student who has that deck already loses none of their own notes."""
    for arguments in ((), ("--with-progress",)):
        done = sco_quiz("export", "anki", *BANK, *arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    decks = tmp_path / "decks"
    assert sorted(path.name for path in decks.iterdir()) == ["eight-kinds-with-progress.apkg", "eight-kinds.apkg"]
    assert profile.load(decks / "eight-kinds.apkg") == {"new": 8}
    assert profile.load(decks / "eight-kinds-with-progress.apkg", with_progress=True) == {"duplicate": 8}


def test_it_does_not_go_over_the_deck_for_everyone(tmp_path: Path) -> None:
    everyone = str(Path("decks") / "eight-kinds.apkg")
    done = sco_quiz("export", "anki", *BANK, "--with-progress", "-o", everyone, cwd=tmp_path)
    assert done.returncode == 2
    assert f"{everyone} is the deck for everyone: name another file for your progress" in done.stderr


def test_a_stamp_has_passed_when_the_command_ends(tmp_path: Path) -> None:
    """When the bank changes within the second of a deck, the new stamp is the next second."""
    path, bank = tmp_path / "deck.apkg", load_bank(BANK[1])
    (topic,) = bank.topics
    other = topic.questions[0].model_copy(update={"prompt": "Another?"})
    changed = replace(bank, topics=(replace(topic, questions=(other, *topic.questions[1:])),))
    sleep(1 - time() % 1)
    write_deck(changed, path, int(time()))
    assert CliRunner().invoke(command, ["anki", *BANK, "-o", str(path)]).exit_code == 0
    stamps = {entry.mod for entry in read_previous_notes(path, bank.id).values()}
    assert len(stamps) == 2
    assert max(stamps) <= time()


def test_the_old_name_of_previous_still_works(tmp_path: Path) -> None:
    bank = load_bank(BANK[1])
    first = write_deck(bank, tmp_path / "first.apkg", 1_700_000_000)
    with pytest.warns(DeprecationWarning, match="use `previous`"):
        again = write_deck(bank, tmp_path / "again.apkg", 1_700_000_100, ledger=first.path)
    assert again.unchanged == first.new
