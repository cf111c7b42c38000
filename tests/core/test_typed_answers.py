"""Typed answers: right, almost right, and never accepted."""

import pytest

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.typed import Vocabulary, grade_typed, vocabulary_of
from sco_quiz.core.verdict import Outcome, Unreadable
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


@pytest.mark.parametrize(
    ("kind", "key", "typed", "outcome"),
    [
        ("numeric", {"answer": 20.5}, "20,5", "right"),
        ("numeric", {"answer": 3264, "unit": "m"}, "3264 metres", "right"),
        ("numeric", {"answer": 3264, "unit": "metres"}, "3264 m", "right"),
        ("numeric", {"answer": 3264, "unit": "m"}, "3264 km", "wrong"),
        ("numeric", {"answer": 21, "unit": "percent"}, "twenty-one percent", "right"),
        ("short_answer", {"answer": "28 December 1879"}, "28.12.1879", "right"),
        ("short_answer", {"answer": "28 December 1879"}, "28/12/1879", "right"),
        ("short_answer", {"answer": "28 December 1879"}, "Sunday, 28 December 1879", "right"),
        ("short_answer", {"answer": "28.12.1879"}, "28 December 1879", "right"),
    ],
)
def test_numbers_and_dates_count_in_the_forms_that_people_type(
    kind: str, key: dict[str, object], typed: str, outcome: str
) -> None:
    question = KINDS[kind].model_validate({"id": "one", "type": kind, "prompt": "Which?", "level": "remember", **key})
    response = question.parse_answer(typed, ())
    assert not isinstance(response, Unreadable)
    assert question.grade(response).outcome == outcome


def test_a_difference_in_case_alone_is_not_named() -> None:
    question = KINDS["short_answer"].model_validate(
        {"id": "one", "type": "short_answer", "prompt": "Where?", "level": "remember", "answer": "Almaty"}
    )
    verdict = question.grade(("ALMATI",))
    assert (verdict.outcome, verdict.difference) == ("almost", "Almaty has “y” where you typed “i”")
