"""Random lives of a bank on two branches, with wrong clocks: after a merge every student gets what the bank says."""

from dataclasses import dataclass, field
from random import Random

import pytest

from sco_quiz.anki.deck_revision import DeckRevision, Evidence, revise_deck
from sco_quiz.anki.ledger import Ledger, parse_ledger, render_ledger
from sco_quiz.core.bank import Bank, Topic
from tests.anki.profile import NOW
from tests.anki.test_changes import made

DAY = 86_400
ROUNDS = 4
States = dict[str, tuple[str, int]]
"""By question: its family, and the version of its text; a question that is missing was dropped."""


def bank_of(states: States) -> Bank:
    questions = [
        made("cloze", id=name, prompt=f"It is {{{{c1::x{version}}}}}.")
        if family == "cloze"
        else made("numeric", id=name, prompt="How many?", answer=version)
        for name, (family, version) in sorted(states.items())
    ]
    return Bank("b", "B", (Topic("t", "T", tuple(questions)),))


@dataclass
class Student:
    """A collection: notes by guid, which Anki updates only when the modification time has increased."""

    notes: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)

    def load(self, deck: DeckRevision) -> None:
        for item in deck.notes:
            if item.note.guid not in self.notes or item.mod > self.notes[item.note.guid][0]:
                self.notes[item.note.guid] = item.mod, dict(item.note.parts)


@dataclass
class Branch:
    states: States
    ledger: str
    skew: int

    def export(self, now: int) -> DeckRevision:
        ledger = parse_ledger(self.ledger, "ledger", "b") if self.ledger else Ledger("b")
        deck = revise_deck(bank_of(self.states), Evidence(ledger, text=self.ledger), now + self.skew)
        self.ledger = render_ledger(deck.ledger)
        return deck


def edit(states: States, random: Random, version: int) -> None:
    """Correct, convert, drop or restore a question."""
    name = random.choice("pqrstu")
    family, _ = states.get(name, ("standard", 0))
    match random.randrange(5):
        case 0:
            states.pop(name, None)
        case 1:
            states[name] = "standard" if family == "cloze" else "cloze", version
        case 2:
            states[name] = family, 1  # a text that students had before
        case _:
            states[name] = family, version


def merged(one: Branch, two: Branch, random: Random) -> Branch:
    """Merge two branches: each question from either of them, and the lines of both ledgers."""
    states: States = {}
    for name in sorted({*one.states, *two.states}):
        side = random.choice((one, two))
        if name in side.states:
            states[name] = side.states[name]
    texts = [one.ledger, two.ledger]
    random.shuffle(texts)
    return Branch(states, "<<<<<<< HEAD\n{}=======\n{}>>>>>>> other\n".format(*texts), random.choice((one, two)).skew)


@pytest.mark.parametrize("seed", range(20))
def test_after_a_merge_every_student_has_what_the_bank_says(seed: int) -> None:
    random, now = Random(seed), NOW
    main = Branch(dict.fromkeys("pqrst", ("standard", 1)), "", 0)
    students = [Student() for _ in range(4)]
    for _ in range(ROUNDS):
        branches = [Branch(dict(main.states), main.ledger, random.choice((0, -3 * DAY, DAY))) for _ in range(2)]
        for _ in range(6):
            now += random.choice((0, 1, 40_000))
            branch = random.choice(branches)
            edit(branch.states, random, random.randrange(2, 1000))
            deck = branch.export(now)
            for student in random.sample(students, 2):
                student.load(deck)
        now += random.choice((0, 5))
        main = merged(*branches, random)
        deck = main.export(now)
        for student in students:
            student.load(deck)
            assert {guid: dict(parts) for guid, (_, parts) in student.notes.items() if guid in guids(deck)} == {
                item.note.guid: dict(item.note.parts) for item in deck.notes
            }
        again = main.export(now + DAY)
        assert [item.mod for item in again.notes] == [item.mod for item in deck.notes]


def guids(deck: DeckRevision) -> set[str]:
    return {item.note.guid for item in deck.notes}
