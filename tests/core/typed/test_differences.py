"""Sentences that say what differs in an almost right answer."""

import doctest

import pytest

from sco_quiz.core.typed import differences
from sco_quiz.core.typed.differences import describe_words


def test_examples_in_the_docstrings() -> None:
    result = doctest.testmod(differences)
    assert result.attempted >= 4
    assert result.failed == 0


@pytest.mark.parametrize(
    ("typed", "meant", "form", "sentence"),
    [
        ("almati", "almaty", "Almaty", "Almaty has “y” where you typed “i”"),
        ("tashkentt", "tashkent", "Tashkent", "Tashkent has “nt” where you typed “ntt”"),
        ("dashkent", "tashkent", "Tashkent", "Tashkent has “Ta” where you typed “Da”"),
        ("ashkent", "tashkent", "Tashkent", "Tashkent has “Ta” where you typed “A”"),
        ("nato", "nasto", "NASTO", "NASTO has “AS” where you typed “A”"),
        ("recieve", "receive", "receive", "receive has “ei” where you typed “ie”"),
        ("yekaterinberg", "yekaterinburg", "Yekaterinburg", "Yekaterinburg has “bu” where you typed “be”"),
        ("yekaterenberg", "yekaterinburg", "Yekaterinburg", "Yekaterinburg has “inbu” where you typed “enbe”"),
        # a letter is only enough where it occurs once
        ("banena", "banana", "banana", "banana has “bana” where you typed “bane”"),
        # the key as its author wrote it, also where folding changed its length
        ("besancom", "besancon", "Besançon", "Besançon has “on” where you typed “om”"),
        ("strase", "strasse", "Lange Straße", "Straße has “ass” where you typed “as”"),
        ("liason group", "liaison group", "(the) “Liaison-Group”", "Liaison has “ai” where you typed “a”"),
    ],
)
def test_letters_are_named_as_the_key_is_written(typed: str, meant: str, form: str, sentence: str) -> None:
    pairs = zip(typed.split(), meant.split(), strict=True)
    assert describe_words([(word, right) for word, right in pairs if word != right], form) == sentence
