"""A bank for another article, from its text to Anki: the program depends on no subject."""

from pathlib import Path
from random import Random
from shutil import copy

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import Matching
from sco_quiz.core.selection import Filter, select
from sco_quiz.core.session import Session
from sco_quiz.loading.load import load_bank
from tests.anki.conftest import profile
from tests.anki.profile import Profile
from tests.command import ok

__all__ = ["profile"]
HERE = Path(__file__).parent
ARTICLE = str(HERE / "article.txt")
QUESTIONS, CARDS = 18, 19  # a cloze with two gaps makes two cards


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """Make the bank as a teacher does: start from the article, replace the examples, write summaries."""
    folder = tmp_path / "village"
    ok("init", str(folder), "--article", ARTICLE, "--date", "2026-05-20", "--id", "ten-days-of-water")
    assert (folder / "bank.yaml").read_text() == (HERE / "bank" / "bank.yaml").read_text()
    (folder / "first-topic.yaml").unlink()
    for name in ("source.yaml", "summaries.yaml", "channel.yaml", "village.yaml"):
        copy(HERE / "bank" / name, folder)
    records = [folder / name for name in ("source.yaml", "summaries.yaml")]
    before = [path.read_bytes() for path in records]
    ok("source", "add", ARTICLE, "--date", "2026-05-20", "--bank", str(folder), "--replace")
    assert [path.read_bytes() for path in records] == before
    return folder


def test_it_is_checked_and_formatted(village: Path) -> None:
    assert ok("check", "--strict", str(village)) == f"{QUESTIONS} questions checked: no problems found.\n"
    assert ok("fmt", "--check", "--diff", str(village)) == "3 files: nothing to change\n"
    assert len({question.type for question in load_bank(village).questions}) >= 8


def test_the_trace_knows_its_names(village: Path) -> None:
    path = village / "channel.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Lucie Åberg expects", "Lucie Öström expects"), "utf-8")
    assert "the name Öström does not occur" in ok("check", str(village))


def right_answers(bank: Bank, seed: int) -> list[str]:
    """Return the right answers in the order of a seed."""
    session = Session(select(bank, Filter(), QUESTIONS, Random(seed)), seed)
    lines = []
    for question in session.questions:
        options = session.options_of(question)
        wanted = tuple(question.pairs.values()) if isinstance(question, Matching) else question.key
        if question.type == "true_false":
            lines.append(question.key[0])
        elif options:
            lines.append(" ".join(str(options.index(text) + 1) for text in wanted))
        else:
            lines.append("; ".join(wanted) if question.type == "cloze" else wanted[0])
    return lines


def test_it_is_asked_to_the_end(village: Path) -> None:
    typed = "\n".join(right_answers(load_bank(village), seed=1)) + "\n"
    shown = ok("quiz", "--bank", str(village), "-n", str(QUESTIONS), "--seed", "1", given=typed)
    assert f"Question {QUESTIONS} of {QUESTIONS}, " in shown
    assert f"Score: {QUESTIONS} of {QUESTIONS} points (100 %)" in shown


def test_it_is_learned_in_anki(village: Path, tmp_path: Path, profile: Profile) -> None:
    deck = tmp_path / "village.apkg"
    said = ok("export", "anki", "--bank", str(village), "-o", str(deck))
    assert f"{QUESTIONS} questions on {CARDS} cards" in said
    assert profile.load(deck) == {"new": QUESTIONS}
    assert len(profile.cards()) == CARDS
    decks = sorted(item.name for item in profile.col.decks.all_names_and_ids() if item.name != "Default")
    assert decks == ["Ten Days of Water", "Ten Days of Water::01 The channel", "Ten Days of Water::02 The village"]
    assert profile.is_sound()
    shown = "".join(card.question() + card.answer() for card in profile.cards())
    assert "Morvel" in shown
    assert "Shanghai" not in shown
