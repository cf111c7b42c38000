"""Our template renderer gives the HTML of the real Anki."""

from pathlib import Path
from unicodedata import normalize

import pytest

from sco_quiz.anki.ids import FIELDS
from sco_quiz.anki.notes import plan_notes
from sco_quiz.anki.package import read_note_types
from sco_quiz.anki.template_renderer import render_side
from sco_quiz.core.bank import Bank
from tests.anki.card_apps import Deck, deck_of
from tests.anki.profile import Profile
from tests.anki.sample import eight_kinds
from tests.anki.test_hostile import hostile_bank


def assert_same(bank: Bank, deck: Deck) -> int:
    """Compare both sides of every card; return the number of cards."""
    types = read_note_types()
    count = 0
    for note in plan_notes(bank).notes:
        kind = types[note.family]
        kept = (normalize("NFC", value) for value in note.fields)  # as Anki stores them
        fields = dict(zip(FIELDS, kept, strict=True)) | {"Revised": deck.profile.note(note.question)["Revised"]}
        for place, ordinal in enumerate(note.cards):
            for side, template in (("front", kind.front), ("back", kind.back)):
                ours = render_side(template, fields, side, ordinal)
                theirs = deck.side(note.question, side, card=place)
                assert f"<style>{kind.css}</style>{ours}" == theirs, (note.question, side)
            count += 1
    return count


def test_every_kind_is_rendered_as_anki_does(cards: Deck, card_bank: Bank) -> None:
    assert {question.type for question in card_bank.questions} == {
        question.type for question in eight_kinds().questions
    }
    assert assert_same(card_bank, cards) == len(card_bank.questions) + 1


def test_hostile_texts_are_rendered_as_anki_does(profile: Profile, tmp_path: Path) -> None:
    bank = hostile_bank()
    assert assert_same(bank, deck_of(bank, profile, tmp_path / "hostile.apkg")) > 100


def test_what_is_not_known_is_refused() -> None:
    assert (
        render_side("{{#A}}a{{A}}{{/A}}{{#B}}b{{/B}}{{^A}}no{{/A}}{{^B}}!{{/B}}", {"A": "1", "B": " <br>"}, "front")
        == "a1!"
    )
    for template in ("{{FrontSide}}", "{{hint:A}}", "{{#C}}{{/C}}"):
        with pytest.raises(KeyError):
            render_side(template, {"A": "1"}, "front")
