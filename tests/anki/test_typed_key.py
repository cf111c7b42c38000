"""The key of a typed answer on a card: the words near it, and nothing that other questions change from afar."""

from typing import Any

from sco_quiz.card.typed_key import forms_key
from sco_quiz.core.typed import vocabulary_of
from sco_quiz.loading.known_words import KNOWN_WORDS


def key_of(*accepted: str, bank: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the key that the script reads, of a question in a bank with these other answers."""
    return dict(forms_key(accepted, (), vocabulary_of([*accepted, *bank], KNOWN_WORDS)))


def test_it_has_the_known_words_that_might_be_typed_for_a_word() -> None:
    known = key_of("steel")["known"].split()
    assert {"steal", "steels", "stele"} <= set(known)
    assert not {"steel", "stealth", "store"} & set(known)
    assert "austria" in key_of("Australia")["known"].split()
    assert "known" not in key_of("war")
    assert "known" not in key_of("2010")


def test_answers_of_other_questions_change_it_only_when_they_are_near() -> None:
    alone = key_of("Slovenia")
    assert key_of("Slovenia", bank=("Tashkent", "Ljubljana", "a treaty of 1991")) == alone
    assert "rivals" not in alone
    near = key_of("Slovenia", bank=("Slovakia", "Tashkent"))
    assert near == {**alone, "rivals": "slovakia"}


def test_it_has_the_near_words_in_other_scripts() -> None:
    assert key_of("Москва", bank=("Мосува", "Москвич"))["rivals"] == "мосува"
    assert "rivals" not in key_of("кот", bank=("кит",))
