"""Letters that are confused on keyboards of other scripts."""

import pytest

from sco_quiz.core.typed.keyboards import FINAL_FORMS, NEIGHBORS
from sco_quiz.core.typed.typos import confused


@pytest.mark.parametrize(
    ("letter", "neighbors"),
    [("й", "фц"), ("п", "аеимнр"), ("ї", "хє"), ("σ", "αδεζςχ"), ("ש", "דז"), ("ג", "בדכסקר"), ("ي", "ءؤبثسق")],
)
def test_neighbors_are_the_keys_around_a_letter(letter: str, neighbors: str) -> None:
    assert NEIGHBORS[letter] == neighbors


def test_neighbors_are_mutual_and_letters() -> None:
    pairs = [(one, other) for one, others in NEIGHBORS.items() for other in others]
    assert len(pairs) > 500
    assert all(one in NEIGHBORS[other] and one != other and other.isalpha() for one, other in pairs)


def test_a_final_form_is_confused_in_a_word_of_any_length() -> None:
    assert confused("עם") == ["עמ"]
    assert confused("кот") == []
    assert "кост" not in confused("кот")
    assert {FINAL_FORMS[letter] for letter in "כמנפצ"} == set("ךםןףץ")
