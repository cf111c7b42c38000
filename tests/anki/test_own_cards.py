"""The ids of a student's own cards in a deck that replaces them."""

from sco_quiz.anki.ledger import Entry
from sco_quiz.anki.notes import PlannedNote
from sco_quiz.anki.own_cards import with_own_ids
from sco_quiz.anki.revisions import RevisedNote


def revised(guid: str, ids: dict[int, int]) -> RevisedNote:
    """Return a note with ids of cards by ordinal."""
    note = PlannedNote(guid, "cloze", guid, "Deck", (), (), tuple(ids))
    return RevisedNote(note, Entry(guid, "cloze", 1, 1, {}), tuple(ids.values()), "unchanged")


def test_own_ids_are_taken_by_note_and_ordinal() -> None:
    (note,) = with_own_ids([revised("a", {0: 100, 2: 101})], {("a", 2): 7, ("b", 0): 8})
    assert note.cards == (100, 7)


def test_a_planned_id_that_an_own_card_has_moves_back_to_a_free_one() -> None:
    notes = [revised("a", {0: 100}), revised("b", {0: 99}), revised("c", {0: 98})]
    cards = [note.cards for note in with_own_ids(notes, {("c", 0): 100})]
    assert cards == [(99,), (98,), (100,)]  # later ids would be in the future, and each is used once


def test_without_own_cards_nothing_changes() -> None:
    notes = [revised("a", {0: 100, 1: 101}), revised("b", {0: 102})]
    assert with_own_ids(notes, {}) == notes
