"""Lists of words: the words near one are those that comparing with every word finds."""

from random import Random

import pytest
from rapidfuzz.distance import OSA

from sco_quiz.core.typed import grade_typed, vocabulary_of
from sco_quiz.core.typed.typos import allowed_typos
from sco_quiz.core.typed.word_list import EMPTY, WordList, group_words, list_words
from sco_quiz.core.verdict import Outcome
from sco_quiz.loading.files import read_known_words
from sco_quiz.loading.known_words import KNOWN_WORDS


def with_typos(word: str, letters: str, random: Random) -> str:
    """Return a word with up to four random typos."""
    for _ in range(random.randint(0, 4)):
        at = random.randrange(len(word) + 1)
        head, tail = word[:at], word[at:]
        changed = [tail[1:], tail[1:2] + tail[:1] + tail[2:], random.choice(letters) + tail[1:]]
        word = head + random.choice([*changed, random.choice(letters) + tail])
    return word


@pytest.mark.parametrize("letters", ["ab", "abc", "abæz"])
def test_near_words_are_those_that_comparing_with_every_word_finds(letters: str) -> None:
    random = Random(letters)  # few letters, so that many words are near
    for length in (4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 20):
        word = "".join(random.choice(letters) for _ in range(length))
        words = {with_typos(word, letters, random) for _ in range(300)} - {""}
        most = allowed_typos(word)
        expected = {other for other in words if OSA.distance(word, other) <= most}
        assert len(expected) > 5
        assert set(list_words(words).near(word, most)) == expected - {word}


def test_a_list_contains_its_words() -> None:
    words = list_words({"abc", "able", "abler", "мой"})
    assert [word in words for word in ("abc", "able", "abler", "мой")] == [True] * 4
    assert [word in words for word in ("ab", "abl", "ablers", "bler", "", " ")] == [False] * 6
    assert "able" not in EMPTY
    assert EMPTY.near("minister", 2) == ()


def test_a_list_is_read_when_it_is_searched_and_once() -> None:
    calls: list[str] = []

    def read() -> str:
        calls.append("read")
        return group_words(["able"])

    words = WordList(read)
    assert not calls
    assert "able" in words
    assert words.near("abler", 1) == ("able",)
    assert calls == ["read"]


def test_the_known_words_are_a_large_list_of_folded_words() -> None:
    text = read_known_words()
    words = text.split()
    assert group_words(words) == text
    assert len(set(words)) == len(words) > 200_000
    assert all(word.isascii() and word.isalpha() and word.islower() and len(word) > 2 for word in words)


@pytest.mark.parametrize("word", ["minister", "iraq", "moscow", "flavours", "normalise", "deficiently", "restating"])
def test_words_and_names_are_known(word: str) -> None:
    assert word in KNOWN_WORDS


@pytest.mark.parametrize("word", ["taskent", "recieve", "govermnent", "seperate", "definately"])
def test_misspellings_are_not_known(word: str) -> None:
    assert word not in KNOWN_WORDS


def test_the_known_words_are_read_at_the_first_possible_typo() -> None:
    calls: list[str] = []

    def read() -> str:
        calls.append("read")
        return group_words(["steal"])

    known = vocabulary_of(["steel", "iron"], WordList(read))
    assert [grade_typed(typed, ["steel"], (), known).outcome for typed in ("Steel", "copper", "a bar")] == [
        Outcome.RIGHT,
        Outcome.WRONG,
        Outcome.WRONG,
    ]
    assert not calls
    assert grade_typed("stele", ["steel"], (), known).outcome is Outcome.ALMOST
    assert grade_typed("steal", ["steel"], (), known).outcome is Outcome.WRONG
    assert calls == ["read"]
