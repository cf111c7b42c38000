"""`export anki --with-progress`: what was reviewed in a terminal goes on in the real Anki, and comes back."""

import re
from pathlib import Path

from tests.anki.real import Profile
from tests.cli.test_cli import ok
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
    found = re.search(r"(\d+) reviews of 2 questions go along", shown)
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
    assert f"new 0, already there {count}" in ok("import", "anki", str(back), *BANK)
    other = ("--progress", str(tmp_path / "other.sqlite"))
    assert f"new {count}, already there 0" in ok("import", "anki", str(back), *BANK, *other)
    assert ok("history", "export", *other).count('"mode": "anki"') == count


def test_without_a_review_it_is_a_deck_like_any(tmp_path: Path) -> None:
    deck = tmp_path / "mine.apkg"
    assert "0 reviews of 0 questions go along" in ok("export", "anki", *BANK, "--with-progress", "-o", str(deck))
    assert deck.exists()
