"""A session in plain mode as a screen reader reads it: tests/cli/transcript.txt."""

from pathlib import Path
from random import Random

from sco_quiz.core.selection import Filter, select
from sco_quiz.core.session import Session
from sco_quiz.loading.load import read_bank
from tests.command import ok
from tests.conftest import ROOT
from tests.terminal.test_quiz_loop import numbers

BANK = ROOT / "tests" / "terminal" / "eight-kinds.yaml"
EXPECTED = Path(__file__).with_name("transcript.txt")


def lines() -> list[str]:
    """Return what the learner types: each command once, and answers with every outcome."""
    bank = read_bank(BANK).bank
    typed = {
        "seat": ["?", numbers(bank, "seat", "Moscow"), "u", numbers(bank, "seat", "Beijing")],
        "members": [numbers(bank, "members", "China"), "f", "Observers too?"],
        "statement": ["h", "maybe", "f"],
        "predecessor": ["Nurgalyev", "r"],
        "staff": ["p", "", "31"],
        "sequence": ["Moscow; Londn"],
        "homes": ["s"],
        "course": ["1 2", numbers(bank, "course", "two", "one", "three", "four")],
    }
    session = Session(select(bank, Filter(), None, Random(1)), 1)
    in_order = [line for question in session.questions for line in typed[question.id]]
    return [*in_order, "y", "q"]


def test_it_reads_well_aloud(update: bool) -> None:
    given = "".join(f"{line}\n" for line in lines())
    shown = ok("quiz", "--bank", BANK.relative_to(ROOT).as_posix(), "--all", "--seed", "1", "--plain", given=given)
    if update:
        EXPECTED.write_text(shown, "utf-8")
    assert shown == EXPECTED.read_text("utf-8")
    assert not set(shown) & set("│╭╰─✓✗◐≈·→\x1b")
