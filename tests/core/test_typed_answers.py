"""Typed answers: right, almost right, and never accepted."""

import pytest

from sco_quiz.core.typed import Vocabulary, grade_typed, vocabulary_of
from sco_quiz.core.verdict import Outcome
from sco_quiz.loading.known_words import KNOWN_WORDS

KNOWN = vocabulary_of(
    ["Tashkent", "Iran", "Iraq", "Pakistan", "Uzbekistan", "Kazakhstan", "liaison group"], KNOWN_WORDS
)


def outcome(typed: str, *accepted: str, reject: tuple[str, ...] = (), known: Vocabulary = KNOWN) -> Outcome:
    return grade_typed(typed, accepted, reject, known).outcome


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("tashkent", "Tashkent"),
        ("  TASHKENT. ", "Tashkent"),
        ("the liaison-group", "liaison group"),
        ("liaisongroup", "liaison group"),
        ("Imanaliev", "Imanalïev"),
        ("thirty", "30"),
        ("Dec 9, 2009", "9 December 2009"),
        ("experts panel", "experts’ panel"),
        ("UN", "U.N."),
        ("the third", "3rd"),
    ],
)
def test_right(typed: str, accepted: str) -> None:
    assert outcome(typed, accepted) is Outcome.RIGHT


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("Taskent", "Tashkent"),  # a letter is missing
        ("Tashkentt", "Tashkent"),  # a letter is added
        ("Tashkemt", "Tashkent"),  # a letter is replaced
        ("Tahskent", "Tashkent"),  # two letters are swapped
        ("Yekaterenberg", "Yekaterinburg"),  # two typos in a long word
        ("liason group", "liaison group"),
        ("group liaison", "liaison group"),
        ("Imanalïev", "Imanaliev"),  # an accent that the key does not have
    ],
)
def test_almost(typed: str, accepted: str) -> None:
    verdict = grade_typed(typed, [accepted], [], KNOWN)
    assert verdict.outcome is Outcome.ALMOST
    assert verdict.credit == 1
    assert verdict.nearest == accepted
    assert verdict.claimable
    assert verdict.claim().outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("Iraq", "Iran"),  # another answer
        ("Irak", "Iran"),  # equally close to another answer
        ("119", "118"),  # digits must be exact
        ("2010", "2001"),
        ("9 December 2008", "9 December 2009"),
        ("Kazakstan", "Uzbekistan"),
        ("Tshkn", "Tashkent"),  # three typos in a word of eight letters
        ("cat", "car"),  # too short for a typo
        ("steal", "steel"),  # a known word is another answer, not a typo
        ("Afganistan", "Pakistan"),
        ("", "Tashkent"),
        ("Tashkent or Almaty", "Tashkent"),
    ],
)
def test_wrong(typed: str, accepted: str) -> None:
    assert outcome(typed, accepted) is Outcome.WRONG


def test_a_rejected_answer_is_wrong_and_cannot_be_claimed() -> None:
    verdict = grade_typed("Vladimir Putim", ["Vladimir Putin"], ["Vladimir Putim"])
    assert verdict.outcome is Outcome.WRONG
    assert not verdict.claimable
    assert verdict.claim() is verdict


def test_a_rejected_word_guards_its_neighbourhood() -> None:
    assert outcome("Mosul", "Mosuk", reject=("Mosul",)) is Outcome.WRONG
    assert outcome("Mosum", "Mosuk", reject=("Mosul",), known=Vocabulary()) is Outcome.WRONG
    assert outcome("Mosum", "Mosuk", known=Vocabulary()) is Outcome.ALMOST


def test_a_claim_of_a_wrong_answer_counts() -> None:
    assert grade_typed("capital of Uzbekistan", ["Tashkent"]).claim().credit == 1


def test_every_alias_counts() -> None:
    assert outcome("united nations", "UN", "United Nations") is Outcome.RIGHT
    assert outcome("untied natoins", "UN", "United Nations", known=Vocabulary()) is Outcome.ALMOST
